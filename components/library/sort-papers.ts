/** The orders in which my papers can be listed. */
import type { SavedPaper } from '@/lib/domain/library/saved-paper';
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

const newestFirst = (a: string | undefined, b: string | undefined): number =>
  (a ?? '') < (b ?? '') ? 1 : (a ?? '') > (b ?? '') ? -1 : 0;

const ORDERS: Readonly<Record<Exclude<LibrarySort, 'best'>, (a: SavedPaper, b: SavedPaper) => number>> = {
  saved: (a, b) => newestFirst(a.savedAt, b.savedAt),
  published: (a, b) => newestFirst(a.published, b.published),
  title: (a, b) => (a.title || a.id).localeCompare(b.title || b.id),
  status: (a, b) =>
    READING_STATUSES.indexOf(a.status) - READING_STATUSES.indexOf(b.status) ||
    newestFirst(a.savedAt, b.savedAt),
};

/** Papers in an order; `best` leaves them as they come. */
export const sortPapers = (papers: readonly SavedPaper[], sort: LibrarySort): readonly SavedPaper[] =>
  sort === 'best' ? papers : papers.toSorted(ORDERS[sort]);
