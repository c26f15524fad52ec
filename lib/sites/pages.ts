/** Converts addresses to pages, and papers to the addresses of their pages. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { ADDRESSES } from './addresses';
import { namesPaperPage, pageAt, type PageOf } from './page-at';
import type { SiteAddresses, SitePage } from './site';

type Addresses = (typeof ADDRESSES)[number];
type WithScripts = Extract<Addresses, { readonly runsOn: unknown }>;
type ValueOf<T> = T extends unknown ? T[keyof T] : never;

/**
 * The kinds of pages in the sites' rules. `other`: a page of a known site that names a paper but has no
 * sidebar; `none`: no rule matches.
 */
export type PageKind = PageOf<ValueOf<Addresses['rules']>[0]>['kind'];

/** A page at an address, and the paper that it names. */
export type Page = PageOf<PageKind>;

/** The kinds of pages that show one paper each, between which users switch. */
export type PaperPageKind = Addresses['pages'][number]['kind'];

/** A page with the paper that it shows. */
export type PaperPage = Page & { readonly paperId: PaperId };

/** The key of a site's settings, for sites on which scripts run. */
export type SiteId = WithScripts['id'];

const SITES = ADDRESSES.filter((site): site is WithScripts => 'runsOn' in site);

/** A paper's pages as the sites describe them, in the order in which they are shown. */
export const PAPER_PAGES: readonly (SitePage & { readonly kind: PaperPageKind })[] = ADDRESSES.flatMap(
  ({ pages }): readonly (SitePage & { readonly kind: PaperPageKind })[] => pages,
);

/** The page at an address; `none` if no rule matches. */
export function pageOf(address: string | URL): Page {
  return pageAt<Exclude<PageKind, 'none'>>(address, ADDRESSES);
}

/** Whether a page shows one paper and so has a sidebar. */
export function isPaperPage(page: Page): page is PaperPage {
  return namesPaperPage(page);
}

/** The site whose settings apply to pages of a kind; undefined if none do. */
export function siteWithKind(kind: PageKind): SiteId | undefined {
  const hasKind = ({ rules }: SiteAddresses): boolean => Object.values(rules).some(([name]) => name === kind);
  return kind === 'other' ? undefined : SITES.find(hasKind)?.id;
}

/**
 * The address of a page, with its version if the site has versions, otherwise of the latest. Pages without a
 * sidebar give the paper's abstract page, pages without a paper arXiv's front page.
 */
export function addressOf({ kind, paperId, version }: Page): string {
  if (!paperId) return 'https://arxiv.org/';
  const page = PAPER_PAGES.find((each) => each.kind === kind) ?? PAPER_PAGES[0];
  return `${page?.prefix ?? ''}${paperId}${version && page?.hasVersions ? `v${version}` : ''}`;
}
