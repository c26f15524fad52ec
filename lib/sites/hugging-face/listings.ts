/** Hugging Face's listings, which a framework renders in the browser, at times another paper into the same card. */
import type { SiteListings } from '../site';
import { daily } from './daily';

/** By page kind. */
export const listings = {
  'hf-daily': { reader: daily, badgePlace: 'corner', controls: ['main h1'] },
} satisfies SiteListings;
