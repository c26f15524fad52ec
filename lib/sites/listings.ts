/** Finds the papers in listings and search pages, for scripts on such pages and the command line. */
import type { Page } from './pages';
import { listings as arxiv } from './arxiv/listings';
import { listings as huggingFace } from './hugging-face/listings';
import type { FoundEntry, SiteListing, SiteListings } from './site';

export type { BadgePlace, FoundEntry, ListingAdapter, SiteListing } from './site';

/** Each site's part for listings. */
const LISTINGS: readonly SiteListings[] = [arxiv, huggingFace];

/** The adapter of a listing and facts about its page; undefined if the page is not a listing. */
export function listingOf({ kind }: Page): SiteListing | undefined {
  return LISTINGS.find((kinds) => Object.hasOwn(kinds, kind))?.[kind];
}

/**
 * All papers of a listing with their elements, in document order; empty if the page is not a listing. Ids are
 * taken from links, never from text. Entries with an impossible id are left out.
 */
export function findEntries(page: Page, root: ParentNode): FoundEntry[] {
  const adapter = listingOf(page)?.adapter;
  return (adapter?.findElements(root) ?? []).flatMap((element) => adapter?.readEntry(element) ?? []);
}
