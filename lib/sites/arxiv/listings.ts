/** arXiv's listings and search pages, which are rendered on the server and do not change. */
import type { SiteListings } from '../site';
import { list } from './list';
import { search } from './search';

/** By page kind. */
export const listings = {
  listing: {
    adapter: list,
    badgePlace: 'line',
    lists: 'dl',
    // The heading of a catch-up page fills its line; the links to its sections follow.
    controls: ['.morefewer', '.paging', '#dlpage > h1', '#content h1', '#dlpage > ul > li:last-child'],
  },
  search: {
    adapter: search,
    badgePlace: 'tags',
    lists: 'ol.breathe-horizontal',
    controls: ['#main-container h1.title'],
  },
} satisfies SiteListings;
