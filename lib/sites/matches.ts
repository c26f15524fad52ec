/** Match patterns for the manifest: where the script of a paper's page and that of listings may run. */
import { WITH_SCRIPTS } from './scripted';

function matchesOf(scripts: 'papers' | 'listings'): string[] {
  return WITH_SCRIPTS.flatMap(({ runsOn }) =>
    (runsOn?.[scripts] ?? []).flatMap((path) => (runsOn?.hosts ?? []).map((host) => `*://${host}/${path}*`)),
  );
}

/** Pages of papers. */
export const PAPER_MATCHES: readonly string[] = /* @__PURE__ */ matchesOf('papers');

/** Listings and search pages. */
export const LISTING_MATCHES: readonly string[] = /* @__PURE__ */ matchesOf('listings');
