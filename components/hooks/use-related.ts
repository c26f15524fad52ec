import { useCallback, useMemo } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import { raiseCited } from '@/lib/domain/references/cited';
import type { PaperRow, RelatedRow, RelatedSubject } from '@/lib/domain/store';
import { usePapers } from './papers-context';
import { reasonWords } from './reason-words';
import { useLoaded } from './use-loaded';

/** A row in a list of papers, with the reason for it in the user's words, which may be empty. */
export interface ListedPaper {
  readonly row: PaperRow;
  readonly reasons: readonly string[];
}

/** A list of papers: those related to a paper, or those with a tag. */
interface PaperListing {
  /** The tag of the papers; undefined for related papers. */
  readonly tag: TagDefinition | undefined;
  readonly papers: readonly ListedPaper[];
  /** The number of papers, shown or not. */
  readonly total: number;
}

/** A listing with the rows from which it was made, for related papers. */
type LoadedListing = PaperListing & { readonly near?: readonly RelatedRow[] };

/** Related papers as a list shows them. */
export const listNear = (rows: readonly RelatedRow[]): readonly ListedPaper[] =>
  rows.map((row) => ({ row, reasons: row.reasons.map(reasonWords) }));

/** More are not worth looking through. */
const MOST_RELATED = 30;
const MOST_TAGGED = 100;

/**
 * Returns those papers that the page in view cites, with the table or figure that cites each; others are
 * absent.
 */
export type FindCited = (
  rows: readonly PaperRow[],
  signal: AbortSignal,
) => Promise<ReadonlyMap<PaperId, string>>;

/**
 * The papers related to the one with this id. The previous list is kept until the new one is ready. Papers
 * that the page cites move up once `findCited` has answered (absent: nothing is asked); it must be the same
 * function on every render.
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
