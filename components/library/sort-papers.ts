/** The orders in which my papers can be listed. */
import { bySaved, type SavedRow } from '@/lib/domain/library/saved-row';
import { READING_STATUSES } from '@/lib/domain/provenance';
import type { TextKey } from '../hooks/texts';

/** Orders with their names; `best`: as the search found them, or saved last. */
export const SORTS = [
  ['best', 'library_sortBest'],
  ['saved', 'library_sortSaved'],
  ['published', 'library_sortPublished'],
  ['title', 'library_sortTitle'],
  ['status', 'library_sortStatus'],
] as const satisfies readonly (readonly [string, TextKey])[];
export type LibrarySort = (typeof SORTS)[number][0];

// One for all comparisons: made again for each, it takes most of the time of sorting thousands.
const { compare } = new Intl.Collator();

const ORDERS: Readonly<Record<Exclude<LibrarySort, 'best'>, (a: SavedRow, b: SavedRow) => number>> = {
  saved: bySaved,
  published: (a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0),
  title: (a, b) => compare(a.title || a.id, b.title || b.id),
  status: (a, b) => READING_STATUSES.indexOf(a.status) - READING_STATUSES.indexOf(b.status) || bySaved(a, b),
};

/** Papers in an order; `best` leaves them as they come. */
export const sortPapers = (rows: readonly SavedRow[], sort: LibrarySort): readonly SavedRow[] =>
  sort === 'best' ? rows : rows.toSorted(ORDERS[sort]);
