import { useCallback, useMemo } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import { raiseCited } from '@/lib/domain/references/cited';
import type { PaperRow, RelatedRow, RelatedSubject } from '@/lib/domain/store';
import { usePapers } from './papers-context';
import { useLoaded } from './use-loaded';

/** One row of a list of papers, with why it is there, in a user's words; may be empty. */
export interface ListedPaper {
  readonly row: PaperRow;
  readonly reasons: readonly string[];
}

/** A list of papers beside one: those near to it, or those of a tag. */
export interface PaperListing {
  /** The tag whose papers they are; undefined for related papers. */
  readonly tag: TagDefinition | undefined;
  readonly papers: readonly ListedPaper[];
  /** How many there are, shown or not. */
  readonly total: number;
}

/** A listing with the rows that it was made of, where those are related papers. */
type LoadedListing = PaperListing & { readonly near?: readonly RelatedRow[] };

const listNear = (rows: readonly RelatedRow[]): readonly ListedPaper[] =>
  rows.map((row) => ({ row, reasons: row.reasons }));

/** What a user looks through. */
const MOST_RELATED = 30;
const MOST_TAGGED = 100;

/** Of some papers, those that the page in front cites, with the float that cites each; the rest is absent. */
export type FindCited = (
  rows: readonly PaperRow[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<PaperId, string>>;

/**
 * The papers beside the one with this id. The list before stays until the new one is there. What the page cites
 * counts more, once `findCited` (absent: nothing is asked) has told; it must be the same from render to render.
 */
export function useRelated(
  id: PaperId,
  subject: RelatedSubject,
  tag: TagDefinition | undefined,
  findCited?: FindCited,
): PaperListing | undefined {
  const { store } = usePapers();
  const load = useCallback(
    async (signal: AbortSignal): Promise<LoadedListing> => {
      if (!tag) {
        const { rows, total } = await store.related(subject, { limit: MOST_RELATED, signal });
        return { tag, near: rows, papers: listNear(rows), total };
      }
      const { rows, total } = await store.tagged(tag.id, { limit: MOST_TAGGED, signal });
      const others = rows.filter((row) => row.id !== id);
      return {
        tag,
        papers: others.map((row) => ({ row, reasons: [] })),
        total: total - (rows.length - others.length),
      };
    },
    [store, id, subject, tag],
  );
  const { value, last } = useLoaded(load);
  const listing = value ?? last;
  const near = listing?.near;
  const ask = useMemo(
    () => (near && findCited ? (signal: AbortSignal) => findCited(near, signal) : undefined),
    [near, findCited],
  );
  const { value: cited } = useLoaded(ask);
  return useMemo(() => {
    if (!listing || !near || !cited || cited.size === 0) return listing;
    return { ...listing, papers: listNear(raiseCited(near, cited)) };
  }, [listing, near, cited]);
}
