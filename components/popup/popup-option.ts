/** What the popup's list holds: papers of the store, and a paper that only its address is known of. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PaperRow, QueryHit } from '@/lib/domain/store';
import type { SearchAnswer } from '@/lib/extension/search';

/** A row of the list: with the words that a query found in it, where one did. */
export type ListedHit = PaperRow & Pick<QueryHit, 'titleSpans' | 'found'>;

export type PopupOption =
  | { readonly kind: 'paper'; readonly id: PaperId; readonly hit: ListedHit }
  | { readonly kind: 'uncatalogued'; readonly id: PaperId };

const paperOption = (hit: ListedHit): PopupOption => ({ kind: 'paper', id: hit.id, hit });

/** Papers that no query found: nothing is marked in them. */
export const listRows = (rows: readonly PaperRow[]): readonly PopupOption[] =>
  rows.map((row) => paperOption({ ...row, titleSpans: [] }));

/** A pasted paper comes first, whether the store has it or not; then what the words found. */
export function listAnswer({ hits, pasted }: SearchAnswer): readonly PopupOption[] {
  if (!pasted) return hits.map(paperOption);
  const first: readonly PopupOption[] = pasted.row
    ? listRows([pasted.row])
    : [{ kind: 'uncatalogued', id: pasted.id }];
  return [...first, ...hits.filter(({ id }) => id !== pasted.id).map(paperOption)];
}
