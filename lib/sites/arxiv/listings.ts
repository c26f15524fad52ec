/** arXiv's listings and search pages, which it renders once. */
import type { SiteListings } from '../site';
import { list } from './list';
import { search } from './search';

/** By page kind. */
export const listings = {
  listing: { reader: list, badgePlace: 'line', lists: 'dl' },
  search: { reader: search, badgePlace: 'tags', lists: 'ol.breathe-horizontal' },
} satisfies SiteListings;
