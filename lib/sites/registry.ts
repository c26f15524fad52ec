/**
 * The sites, and their parts for those who need one part only: what a script does not ask for here stays out
 * of it. A new site is a folder, its name in these lists, and its addresses in `addresses.ts` and `scripted.ts`.
 */
import * as ar5iv from './ar5iv';
import * as arxiv from './arxiv';
import { addressesIn, examplesIn, LINES } from './elsewhere';
import * as huggingFace from './hugging-face';
import type { Site, SiteFullTexts, SiteListings, SitePapers } from './site';

/** Beside papers' pages. */
export const PAPERS: readonly SitePapers[] = [arxiv.papers, huggingFace.papers, ar5iv.papers];

/** Beside listings. */
export const LISTINGS: readonly SiteListings[] = [arxiv.listings, huggingFace.listings];

/** Within full texts. */
export const FULL_TEXTS: readonly SiteFullTexts[] = [arxiv.fullTexts, ar5iv.fullTexts];

/** All sites whole: for tests and tools. */
export const sites: readonly Site[] = [
  arxiv,
  huggingFace,
  ar5iv,
  ...LINES.map((line) => ({ addresses: addressesIn(line), examples: { page: examplesIn(line) } })),
];
