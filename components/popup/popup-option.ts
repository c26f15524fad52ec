/** The rows of the popup's list: papers of the store, or a paper of which only the address is known. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PaperRow, QueryHit } from '@/lib/domain/store';
import type { SearchAnswer } from '@/lib/extension/search';

/** A row of the list, with the words matched by a query if there was one. */
type ListedHit = PaperRow & Pick<QueryHit, 'titleSpans' | 'found'>;

/**
 * What can be chosen in the list: a paper that was found, or one that the query names by its id and no pack
 * contains.
 */
export type PopupOption =
  | { readonly kind: 'paper'; readonly id: PaperId; readonly hit: ListedHit }
  | { readonly kind: 'uncatalogued'; readonly id: PaperId };

const paperOption = (hit: ListedHit): PopupOption => ({ kind: 'paper', id: hit.id, hit });

/** Rows for papers without a query, so nothing is marked. */
export const listRows = (rows: readonly PaperRow[]): readonly PopupOption[] =>
  rows.map((row) => paperOption({ ...row, titleSpans: [] }));

/** A pasted paper first, whether the store has it or not, then the results. */
export function listAnswer({ hits, pasted }: SearchAnswer): readonly PopupOption[] {
  if (!pasted) return hits.map(paperOption);
  const first: readonly PopupOption[] = pasted.row
    ? listRows([pasted.row])
    : [{ kind: 'uncatalogued', id: pasted.id }];
  return [...first, ...hits.filter(({ id }) => id !== pasted.id).map(paperOption)];
}
