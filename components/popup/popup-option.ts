/** What the popup's list holds: papers of the catalogue, and a paper that only its address is known of. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { CataloguePaper } from '@/lib/domain/paper';
import type { MarkedText, SearchHit } from '@/lib/services/search';

export type PopupOption =
  | { readonly kind: 'paper'; readonly id: PaperId; readonly hit: SearchHit }
  | { readonly kind: 'uncatalogued'; readonly id: PaperId };

const plainTitle = (paper: CataloguePaper): MarkedText => [{ text: paper.title, marked: false }];

/** A pasted paper comes first, whether the catalogue has it or not; then what the words found. */
export function listOptions(
  hits: readonly SearchHit[],
  pasted: { readonly id: PaperId; readonly paper: CataloguePaper | undefined } | undefined,
): readonly PopupOption[] {
  const first: readonly PopupOption[] = !pasted
    ? []
    : pasted.paper
      ? [{ kind: 'paper', id: pasted.id, hit: { paper: pasted.paper, title: plainTitle(pasted.paper) } }]
      : [{ kind: 'uncatalogued', id: pasted.id }];
  const others = hits.filter((hit) => hit.paper.id !== pasted?.id);
  return [...first, ...others.map((hit) => ({ kind: 'paper', id: hit.paper.id, hit }) as const)];
}
