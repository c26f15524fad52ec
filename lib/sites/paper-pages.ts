/** Which pages there are of a paper, and where they are. */
import type { PageFacts } from '@/lib/domain/page';
import { ADDRESSES } from './addresses';
import { addressOf, PAPER_PAGES, siteWithKind, type PaperPage, type PaperPageKind } from './pages';
import type { SiteAddresses } from './site';

/** One of a paper's pages, as it is offered. */
export interface PaperPageLink {
  readonly kind: PaperPageKind;
  readonly label: string;
  /** The letter that opens it from the panel. */
  readonly key: string;
  readonly address: string;
  readonly isCurrent: boolean;
  /** Whether a figure of the abstract can be shown there. */
  readonly hasAbstract: boolean;
}

/**
 * The pages of the paper that `page` shows, that one included. What the page states of its own site's pages
 * decides; else a page is left out where papers of that date usually have none, and of a withdrawn paper
 * where it is another site's: a link that leads nowhere is worse than none.
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

/** A page of the paper on a site that has all of arXiv's papers, and beside which Sidelight does not stand. */
export interface JumpLink {
  readonly label: string;
  readonly address: string;
}

const SITES: readonly SiteAddresses[] = ADDRESSES;

/** Pages about the paper on other sites; none for a withdrawn paper. */
export function jumpsFrom({ paperId }: PaperPage, facts: PageFacts | undefined): readonly JumpLink[] {
  if (facts?.withdrawn) return [];
  return SITES.flatMap(({ label, jump }) => (jump ? [{ label, address: jump + paperId }] : []));
}
