/**
 * The list of my papers for its page: rows in columns, and complete records of papers that changed since the
 * columns were made. For the background and full pages of the extension.
 */
import { readSavedPaper, type SavedPaper } from '@/lib/domain/library/saved-paper';
import { readRows, ROWS_FORM, rowOfSaved, type SavedRow } from '@/lib/domain/library/saved-row';
import type { SavedMarks } from '@/lib/domain/provenance';
import type { LibraryOutcome } from '@/lib/shared/library/outcome';
import { stampOf, touchesOf, workWithLibrary, type LibraryDatabase, type StoredRows } from './database';

/** How many changed papers are read one by one; if there are more, all are read in slices. */
const MOST_FRESH = 500;

/** The rows that were made together with the compiled list of this stamp. */
export interface CompiledRows {
  readonly stamp: number;
  readonly rows: readonly SavedRow[];
}

/** The current content of the list. */
export interface RowsNow {
  /** The number of saved papers, readable or not. */
  readonly total: number;
  /** Undefined if nothing is compiled, or too much is new: then all papers have to be read. */
  readonly compiled?: CompiledRows | undefined;
  /** Papers that are new or have changed since the rows were made; they come first. */
  readonly fresh: readonly SavedPaper[];
  /** Ids of rows that are out of date: changed since, or removed. */
  readonly without: ReadonlySet<string>;
  readonly unreadable: number;
}

/** The rows of a stored record; undefined if they belong to another compilation, or have another format. */
export function openRows(
  stored: StoredRows | undefined,
  stamp: number | undefined,
): CompiledRows | undefined {
  const rows = stored?.form === ROWS_FORM && stored.stamp === stamp ? readRows(stored.columns) : undefined;
  return rows && stored && { stamp: stored.stamp, rows };
}

async function readNow(database: LibraryDatabase, known: CompiledRows | undefined): Promise<RowsNow> {
  const transaction = database.transaction(['papers', 'touched', 'compiled', 'rows']);
  const papers = transaction.objectStore('papers');
  const [total, touches] = await Promise.all([
    papers.count(),
    transaction.objectStore('touched').getAllKeys(touchesOf('saved')),
  ]);
  const all: RowsNow = { total, compiled: undefined, fresh: [], without: new Set(), unreadable: 0 };
  if (total === 0 || touches.length > MOST_FRESH) return all;
  const stamp = await stampOf(transaction.objectStore('compiled').index('stamp'), 'saved');
  if (stamp === undefined) return all;
  const compiled =
    known?.stamp === stamp ? known : openRows(await transaction.objectStore('rows').get('saved'), stamp);
  if (!compiled) return all;
  const changed = new Set(touches.map((key) => key.slice('saved '.length)));
  const standing = changed.size > 0 ? compiled.rows.filter(({ id }) => !changed.has(id)) : compiled.rows;
  const records = await Promise.all([...changed].map((id) => papers.get(id)));
  const present: unknown[] = records.filter((record) => record !== undefined);
  const without = new Set(changed);
  if (standing.length + present.length !== total) {
    // A record is unreadable or was changed from outside; comparing all keys finds which.
    const ids = new Set(await papers.getAllKeys());
    for (const { id } of standing) if (!ids.delete(id)) without.add(id);
    const others = [...ids].filter((id) => !changed.has(id));
    if (others.length > MOST_FRESH) return all;
    present.push(...(await Promise.all(others.map((id) => papers.get(id)))));
  }
  const fresh = present.flatMap((record) => readSavedPaper(record) ?? []);
  return { total, compiled, fresh, without, unreadable: present.length - fresh.length };
}

/** The current list; `known` are rows that were read before, which are only read again if they changed. */
export const readRowsNow = (known?: CompiledRows): Promise<LibraryOutcome<RowsNow>> =>
  workWithLibrary((database) => readNow(database, known));

/** All rows of a compiled list, changed papers first. */
export function rowsOf({ compiled, fresh, without }: RowsNow): readonly SavedRow[] {
  const { rows = [] } = compiled ?? {};
  if (fresh.length === 0 && without.size === 0) return rows;
  return [...fresh.map(rowOfSaved), ...rows.filter(({ id }) => !without.has(id))];
}

/** The user's marks of all saved papers; empty if the library cannot be read. */
export async function listSavedMarks(): Promise<SavedMarks> {
  const now = await readRowsNow();
  if (now.ok && (now.value.compiled || now.value.total === 0))
    return new Map(rowsOf(now.value).map(({ id, status, ownTags }) => [id, { status, ownTags }]));
  const outcome = await workWithLibrary((database) => database.getAll('papers'));
  const papers = outcome.ok ? outcome.value.flatMap((record) => readSavedPaper(record) ?? []) : [];
  return new Map(papers.map(({ id, status, ownTags }) => [id, { status, ownTags }]));
}
