/** What the popup's list holds: papers of the catalogue, and a paper that only its address is known of. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { CataloguePaper } from '@/lib/domain/paper';
import type { MarkedText, SearchAnswer } from '@/lib/services/search';

export type PopupOption =
  | {
      readonly kind: 'paper';
      readonly id: PaperId;
      readonly paper: CataloguePaper;
      readonly title: MarkedText;
    }
  | { readonly kind: 'uncatalogued'; readonly id: PaperId };

const plainTitle = (paper: CataloguePaper): MarkedText => [{ text: paper.title, marked: false }];

/** A pasted paper comes first, whether the catalogue has it or not; then what the words found. */
export function listOptions(
  answer: SearchAnswer | undefined,
  pasted: { readonly id: PaperId; readonly paper: CataloguePaper | undefined } | undefined,
): readonly PopupOption[] {
  const first: readonly PopupOption[] = !pasted
    ? []
    : pasted.paper
      ? [{ kind: 'paper', id: pasted.id, paper: pasted.paper, title: plainTitle(pasted.paper) }]
      : [{ kind: 'uncatalogued', id: pasted.id }];
  const hits = (answer?.hits ?? []).filter((hit) => hit.paper.id !== pasted?.id);
  return [
    ...first,
    ...hits.map(({ paper, title }) => ({ kind: 'paper', id: paper.id, paper, title }) as const),
  ];
}
