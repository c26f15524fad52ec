/** Finding the papers of listings and search pages. For scripts of such pages and the command line. */
import type { Page, PageKind } from '@/lib/domain/page';
import { arxivList } from './arxiv-list';
import { arxivSearch } from './arxiv-search';
import { huggingFaceList } from './hugging-face-list';
import type { FoundEntry, ListingReader } from './site';

export type { FoundEntry, ListingReader } from './site';

const READERS: { readonly [Kind in PageKind]?: ListingReader } = {
  listing: arxivList,
  search: arxivSearch,
  'hf-daily': huggingFaceList,
};

/** The reader of a page's entries, for work in slices; undefined where the page is no listing. */
export function listingReaderOf(page: Page): ListingReader | undefined {
  return READERS[page.kind];
}

/**
 * All papers of a listing in document order, with their places; empty where the
 * page is none. Ids come from links, never from text. An entry that names no
 * paper arXiv could have issued is left out.
 */
export function findEntries(page: Page, root: ParentNode): FoundEntry[] {
  const reader = listingReaderOf(page);
  return (reader?.findElements(root) ?? []).flatMap((element) => reader?.readEntry(element) ?? []);
}
