/** From an address to the page that it stands for, and from a paper to the addresses of its pages. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { ADDRESSES } from './addresses';
import { namesPaperPage, pageAt, type PageOf } from './page-at';
import type { SiteAddresses, SitePage } from './site';

type Addresses = (typeof ADDRESSES)[number];
type WithScripts = Extract<Addresses, { readonly runsOn: unknown }>;
type ValueOf<T> = T extends unknown ? T[keyof T] : never;

/**
 * What an address can stand for, as the sites' rules have it. `other`: a page of a known site that names a
 * paper, but beside which Sidelight does not stand; `none`: nothing of ours.
 */
export type PageKind = PageOf<ValueOf<Addresses['rules']>[0]>['kind'];

/** What an address stands for, and the paper that it names. */
export type Page = PageOf<PageKind>;

/** The kinds of page that show one paper each, and between which a reader moves. */
export type PaperPageKind = Addresses['pages'][number]['kind'];

/** A page together with the paper that it shows. */
export type PaperPage = Page & { readonly paperId: PaperId };

/** The name under which settings of a site are kept: of those alone that scripts of ours run on. */
export type SiteId = WithScripts['id'];

const SITES = ADDRESSES.filter((site): site is WithScripts => 'runsOn' in site);

/** All of them. */
export const SITE_IDS: readonly SiteId[] = SITES.map(({ id }) => id);

/** A paper's pages as the sites describe them, in the order in which they are shown. */
export const PAPER_PAGES: readonly (SitePage & { readonly kind: PaperPageKind })[] = ADDRESSES.flatMap(
  ({ pages }): readonly (SitePage & { readonly kind: PaperPageKind })[] => pages,
);

/** What an address stands for; `none` for all that is no address of a known site. */
export function pageOf(address: string | URL): Page {
  return pageAt<Exclude<PageKind, 'none'>>(address, ADDRESSES);
}

/** Whether a page shows one paper, so that Sidelight stands beside it. */
export function isPaperPage(page: Page): page is PaperPage {
  return namesPaperPage(page);
}

/** The site whose settings hold on pages of a kind; undefined where none do. */
export function siteWithKind(kind: PageKind): SiteId | undefined {
  const hasKind = ({ rules }: SiteAddresses): boolean => Object.values(rules).some(([name]) => name === kind);
  return kind === 'other' ? undefined : SITES.find(hasKind)?.id;
}

/**
 * The address of a paper's page, at the version that it names where the site has versions, or else the
 * latest. Pages beside which Sidelight does not stand lead to the paper's abstract, pages without a paper to
 * arXiv's front page.
 */
export function addressOf({ kind, paperId, version }: Page): string {
  if (!paperId) return 'https://arxiv.org/';
  const page = PAPER_PAGES.find((each) => each.kind === kind) ?? PAPER_PAGES[0];
  return `${page?.prefix ?? ''}${paperId}${version && page?.hasVersions ? `v${version}` : ''}`;
}
