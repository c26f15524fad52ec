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

/** All sites with all parts, for tests and tools. */
export const sites: readonly Site[] = [
  arxiv,
  huggingFace,
  ar5iv,
  ...LINES.map((line) => ({ addresses: addressesIn(line), examples: { page: examplesIn(line) } })),
];
