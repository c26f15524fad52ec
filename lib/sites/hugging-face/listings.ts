/**
 * Hugging Face's listings, which a framework renders in the browser, sometimes reusing a card for another
 * paper.
 */
import type { SiteListings } from '../site';
import { daily } from './daily';

/** By page kind. */
export const listings = {
  'hf-daily': { adapter: daily, badgePlace: 'corner', controls: ['main h1'] },
} satisfies SiteListings;
