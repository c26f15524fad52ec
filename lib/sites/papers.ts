/** Reading papers' pages: which adapter a page takes, and whether its document confirms its address. */
import type { PageFacts } from '@/lib/domain/page';
import type { Page } from './pages';
import { PAPERS } from './registry';
import type { PaperReader } from './site';

function readerOf({ kind }: Page): PaperReader | undefined {
  return PAPERS.find(({ readers }) => Object.hasOwn(readers, kind))?.readers[kind];
}

/**
 * What the document of a paper's page states, as text. Undefined where the page
 * has nothing to read (a PDF, a listing) or is not what its address says (an
 * error page). The id among the facts is the document's own: see `isConfirmed`.
 */
export function readFacts(page: Page, root: ParentNode): PageFacts | undefined {
  return readerOf(page)?.readFacts(root);
}

/**
 * Whether a page shows the paper of its address. The address decides, the page
 * may object: another id in the document means no. An abstract page has to
 * state its id (error pages do not); a PDF cannot be asked.
 */
export function isConfirmed(page: Page, facts: PageFacts | undefined): boolean {
  if (!page.paperId) return false;
  const stated = facts?.paperId;
  return stated === page.paperId || (stated === undefined && readerOf(page)?.mustStateId !== true);
}

/** Where 'show on page' scrolls to; undefined where the page shows no abstract. */
export function findAbstractElement(page: Page, root: ParentNode): Element | undefined {
  return readerOf(page)?.findAbstract(root);
}

/** Whether a page is a paper's full text, by its address. */
export const isFullText = (page: Page): boolean => readerOf(page)?.isFullText === true;

/** Style rules that keep what a site pins to its window beside a sidebar of `width` CSS pixels. */
export function roomRules(width: number): string {
  return PAPERS.map((site) => site.roomRules?.(width) ?? '').join('');
}
