/** Reads papers' pages: chooses the adapter of a page, and checks that its document confirms its address. */
import type { PageFacts } from '@/lib/domain/page';
import type { Page } from './pages';
import { papers as ar5iv } from './ar5iv/papers';
import { papers as arxiv } from './arxiv/papers';
import { papers as huggingFace } from './hugging-face/papers';
import type { PaperAdapter, SitePapers } from './site';

/** Each site's part for pages of papers. */
const PAPERS: readonly SitePapers[] = [arxiv, huggingFace, ar5iv];

function adapterOf({ kind }: Page): PaperAdapter | undefined {
  return PAPERS.find(({ adapters }) => Object.hasOwn(adapters, kind))?.adapters[kind];
}

/**
 * The facts in the document of a paper's page, as text. Undefined if there is nothing to read (a PDF, a
 * listing) or the document is not what its address says (an error page). The id among the facts is the
 * document's: see `isConfirmed`.
 */
export function readFacts(page: Page, root: ParentNode): PageFacts | undefined {
  return adapterOf(page)?.readFacts(root);
}

/**
 * Whether a page shows the paper of its address. The address decides, but another id in the document means
 * no. An abstract page must state its id, since error pages do not; a PDF cannot be checked.
 */
export function isConfirmed(page: Page, facts: PageFacts | undefined): boolean {
  if (!page.paperId) return false;
  const stated = facts?.paperId;
  return stated === page.paperId || (stated === undefined && adapterOf(page)?.mustStateId !== true);
}

/** The element to which 'show on page' scrolls; undefined if the page shows no abstract. */
export function findAbstractElement(page: Page, root: ParentNode): Element | undefined {
  return adapterOf(page)?.findAbstract(root);
}

/** Whether a page is a paper's full text, by its address. */
export const isFullText = (page: Page): boolean => adapterOf(page)?.isFullText === true;

/** Style rules that keep elements fixed to the window visible beside a sidebar of `width` CSS pixels. */
export function roomRules(width: number): string {
  return PAPERS.map((site) => site.roomRules?.(width) ?? '').join('');
}
