import { useCallback } from 'react';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition } from '@/lib/domain/paper';
import type { PaperRow, RelatedSubject } from '@/lib/domain/store';
import { usePapers } from './papers-context';
import { useLoaded } from './use-loaded';

/** One row of a list of papers, with why it is there, in a reader's words; may be empty. */
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

/** What a reader looks through. */
const MOST_RELATED = 30;
const MOST_TAGGED = 100;

/** The papers beside the one with this id. The list before stays until the new one is there. */
export function useRelated(
  id: PaperId,
  subject: RelatedSubject,
  tag: TagDefinition | undefined,
): PaperListing | undefined {
  const { store } = usePapers();
  const load = useCallback(
    async (signal: AbortSignal): Promise<PaperListing> => {
      if (!tag) {
        const { rows, total } = await store.related(subject, { limit: MOST_RELATED, signal });
        return { tag, papers: rows.map((row) => ({ row, reasons: row.reasons })), total };
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
  return value ?? last;
}
