/** The rows listed on the page of my papers: all papers in some order, or the hits of a search. */
import type { SavedRow } from '@/lib/domain/library/saved-row';
import type { LibraryHits } from '../hooks/use-library';
import { sortPapers, type LibrarySort } from './sort-papers';

/** Rows in the order of the list; only those that are asked for are looked up. */
export interface ListedRows {
  readonly length: number;
  readonly at: (index: number) => SavedRow | undefined;
  /** From the first to before the end. */
  readonly slice: (first: number, end: number) => readonly SavedRow[];
  readonly all: () => readonly SavedRow[];
}

const listAll = (rows: readonly SavedRow[]): ListedRows => ({
  length: rows.length,
  at: (index) => rows[index],
  slice: (first, end) => rows.slice(first, end),
  all: () => rows,
});

/** All papers in an order. Without a query there is no best match, so `best` lists the newest saved first. */
export const listRows = (rows: readonly SavedRow[], sort: LibrarySort): ListedRows =>
  listAll(sortPapers(rows, sort === 'best' ? 'saved' : sort));

/** Finds rows by id; the index is built at the first call. */
export function createFinder(rows: readonly SavedRow[]): (id: string) => SavedRow | undefined {
  let byId: ReadonlyMap<string, SavedRow> | undefined;
  return (id) => (byId ??= new Map(rows.map((row) => [String(row.id), row]))).get(id);
}

/**
 * The hits of a search. In the order of relevance only the best are looked up, the others when the user scrolls
 * to them or selects all.
 */
export function listHits(
  hits: LibraryHits,
  find: (id: string) => SavedRow | undefined,
  sort: LibrarySort,
): ListedRows {
  const rowsOf = (ids: readonly string[]): readonly SavedRow[] => ids.flatMap((id) => find(id) ?? []);
  if (sort !== 'best' || hits.total <= hits.first.length)
    return listAll(sortPapers(rowsOf(hits.all()), sort));
  const first = rowsOf(hits.first);
  let whole: readonly SavedRow[] | undefined;
  const all = (): readonly SavedRow[] => (whole ??= rowsOf(hits.all()));
  return {
    length: hits.total,
    at: (index) => first[index] ?? all()[index],
    slice: (from, end) => (end <= first.length ? first : all()).slice(from, end),
    all,
  };
}
