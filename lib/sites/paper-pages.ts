/** The pages of a paper, and their addresses. */
import type { PageFacts } from '@/lib/domain/page';
import { ADDRESSES } from './addresses';
import { addressOf, PAPER_PAGES, siteWithKind, type PaperPage, type PaperPageKind } from './pages';
import type { SiteAddresses } from './site';

/** One of a paper's pages in the panel. */
export interface PaperPageLink {
  readonly kind: PaperPageKind;
  readonly label: string;
  /** The key that opens it from the panel. */
  readonly key: string;
  readonly address: string;
  readonly isCurrent: boolean;
  /** Whether it contains the abstract, so that a result can be shown there. */
  readonly hasAbstract: boolean;
}

/**
 * The pages of the paper shown by `page`, including that page. If the page states which pages its own site
 * has, those are used; otherwise pages are left out that papers of that date usually lack, and for a
 * withdrawn paper all pages of other sites, since a broken link is worse than none.
 */
export function pagesOfPaper(page: PaperPage, facts: PageFacts | undefined): readonly PaperPageLink[] {
  const own = siteWithKind(page.kind);
  return PAPER_PAGES.filter(({ kind, isUsual }) => {
    if (kind === page.kind) return true;
    const stated = facts?.pages;
    if (siteWithKind(kind) === own && stated) return stated.includes(kind);
    return facts?.withdrawn !== true && isUsual?.(page.paperId) !== false;
  }).map(({ kind, label, key, hasAbstract }) => ({
    kind,
    label,
    key,
    address: addressOf({ ...page, kind }),
    isCurrent: kind === page.kind,
    hasAbstract,
  }));
}

/** The paper's page on a site with all of arXiv's papers but without a sidebar. */
export interface JumpLink {
  readonly label: string;
  readonly address: string;
}

const SITES: readonly SiteAddresses[] = ADDRESSES;

/** Pages about the paper on other sites; empty for a withdrawn paper. */
export function jumpsFrom({ paperId }: PaperPage, facts: PageFacts | undefined): readonly JumpLink[] {
  if (facts?.withdrawn) return [];
  return SITES.flatMap(({ label, jump }) => (jump ? [{ label, address: jump + paperId }] : []));
}
