/**
 * All sites, and lists of their parts: scripts import only the parts that they need. A new site is a folder,
 * its name in these lists, and its addresses in `addresses.ts` and `scripted.ts`.
 */
import * as ar5iv from './ar5iv';
import * as arxiv from './arxiv';
import { addressesIn, examplesIn, LINES } from './elsewhere';
import * as huggingFace from './hugging-face';
import type { Site, SiteFullTexts, SiteListings, SitePapers } from './site';

/** Parts for pages of papers. */
export const PAPERS: readonly SitePapers[] = [arxiv.papers, huggingFace.papers, ar5iv.papers];

/** Parts for listings. */
export const LISTINGS: readonly SiteListings[] = [arxiv.listings, huggingFace.listings];

/** Parts for full texts. */
export const FULL_TEXTS: readonly SiteFullTexts[] = [arxiv.fullTexts, ar5iv.fullTexts];

/**
 * All sites with all parts, for tests and tools. Named one by one: a module that is passed on as an object has the
 * bundler load its helpers with every page.
 */
export const sites: readonly Site[] = [
  {
    addresses: arxiv.addresses,
    examples: arxiv.examples,
    papers: arxiv.papers,
    listings: arxiv.listings,
    fullTexts: arxiv.fullTexts,
  },
  {
    addresses: huggingFace.addresses,
    examples: huggingFace.examples,
    papers: huggingFace.papers,
    listings: huggingFace.listings,
  },
  {
    addresses: ar5iv.addresses,
    examples: ar5iv.examples,
    papers: ar5iv.papers,
    fullTexts: ar5iv.fullTexts,
  },
  ...LINES.map((line) => ({ addresses: addressesIn(line), examples: { page: examplesIn(line) } })),
];
