/** Match patterns for the manifest: where the script of a paper's page and that of listings may run. */
import { ADDRESSES } from './addresses';
import type { SiteAddresses } from './site';

const SITES: readonly SiteAddresses[] = ADDRESSES;

function matchesOf(scripts: 'papers' | 'listings'): string[] {
  return SITES.flatMap(({ runsOn }) =>
    (runsOn?.[scripts] ?? []).flatMap((path) => (runsOn?.hosts ?? []).map((host) => `*://${host}/${path}*`)),
  );
}

/** Pages of papers. */
export const PAPER_MATCHES: readonly string[] = matchesOf('papers');

/** Listings and search pages. */
export const LISTING_MATCHES: readonly string[] = matchesOf('listings');
