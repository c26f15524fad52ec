/** Finding the papers of listings and search pages. For scripts of such pages and the command line. */
import type { Page } from './pages';
import { LISTINGS } from './registry';
import type { FoundEntry, SiteListing } from './site';

export type { BadgePlace, FoundEntry, ListingReader, SiteListing } from './site';

/** How a listing is read, in slices, and how its page behaves; undefined where the page is no listing. */
export function listingOf({ kind }: Page): SiteListing | undefined {
  return LISTINGS.find((kinds) => Object.hasOwn(kinds, kind))?.[kind];
}

/**
 * All papers of a listing in document order, with their places; empty where the
 * page is none. Ids come from links, never from text. An entry that names no
 * paper arXiv could have issued is left out.
 */
export function findEntries(page: Page, root: ParentNode): FoundEntry[] {
  const reader = listingOf(page)?.reader;
  return (reader?.findElements(root) ?? []).flatMap((element) => reader?.readEntry(element) ?? []);
}
