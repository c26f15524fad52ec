/**
 * All sites with all parts, for tests and tools. A new site is a folder, its name here, its parts in the lists of
 * `papers.ts`, `listings.ts` and `full-texts.ts`, and its addresses in `addresses.ts` and `scripted.ts`: each of these
 * imports the parts that it lists and no others, so a script contains only those that it needs.
 */
import * as ar5iv from './ar5iv';
import * as arxiv from './arxiv';
import { addressesIn, examplesIn, LINES } from './elsewhere';
import * as huggingFace from './hugging-face';
import type { Site } from './site';

/** All sites. A site's module is an object with the parts that it exports. */
export const sites: readonly Site[] = [
  arxiv,
  huggingFace,
  ar5iv,
  ...LINES.map((line) => ({ addresses: addressesIn(line), examples: { page: examplesIn(line) } })),
];
