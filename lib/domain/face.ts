/** The faces of a paper: the pages that show one paper each, and between which a reader moves. */
import type { PaperId } from './arxiv-id';
import type { Page } from './page';

/** In the order in which they are shown. */
export const FACES = ['abs', 'pdf', 'html', 'hf-paper'] as const satisfies readonly Page['kind'][];
export type Face = (typeof FACES)[number];

/** A page together with the paper it is a face of. */
export type PaperPage = Page & { readonly paperId: PaperId };

/** Whether a page is a face of a paper. */
export function isFace(page: Page): page is PaperPage {
  return page.paperId !== undefined && FACES.some((face) => face === page.kind);
}
