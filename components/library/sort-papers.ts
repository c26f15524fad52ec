/** The orders in which my papers can be listed. */
import { bySaved, type SavedRow } from '@/lib/domain/library/saved-row';
import { READING_STATUSES } from '@/lib/domain/provenance';
import type { TextKey } from '../hooks/texts';

/** Sort orders with their labels; `best` is the order of the search, or the newest saved first. */
export const SORTS = [
  ['best', 'library_sortBest'],
  ['saved', 'library_sortSaved'],
  ['published', 'library_sortPublished'],
  ['title', 'library_sortTitle'],
  ['status', 'library_sortStatus'],
] as const satisfies readonly (readonly [string, TextKey])[];
/** One of these orders, by its short name. */
export type LibrarySort = (typeof SORTS)[number][0];

// Shared by all comparisons: making one for each would take most of the time of sorting thousands of papers.
const { compare } = new Intl.Collator();

const ORDERS: Readonly<Record<Exclude<LibrarySort, 'best'>, (a: SavedRow, b: SavedRow) => number>> = {
  saved: bySaved,
  published: (a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0),
  title: (a, b) => compare(a.title || a.id, b.title || b.id),
  status: (a, b) => READING_STATUSES.indexOf(a.status) - READING_STATUSES.indexOf(b.status) || bySaved(a, b),
};

/** Sorts papers; `best` keeps their order. */
export const sortPapers = (rows: readonly SavedRow[], sort: LibrarySort): readonly SavedRow[] =>
  sort === 'best' ? rows : rows.toSorted(ORDERS[sort]);
