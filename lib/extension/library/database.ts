/**
 * The database of the user's papers, `sidelight-library`: opened by the background and by full pages of the
 * extension, never by scripts on pages (theirs would be the site's) nor in frames (in Firefox they have fewer
 * rights).
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPIndex, type StoreNames } from 'idb';
import type { OwnList } from '@/lib/domain/library/own-pack';
import type { RowColumns } from '@/lib/domain/library/saved-row';
import { fail, faultOf, succeed, type LibraryOutcome } from '@/lib/shared/library/outcome';

/** Name of the database; no other part of Sidelight uses it. */
export const LIBRARY_NAME = 'sidelight-library';

/**
 * The version that this release writes. Rules for a higher one: stores and indexes are added, never renamed or
 * removed, and records may gain members; a release before then still reads all that it knows of, and keeps the rest
 * as it is. A database of each version is kept in `tests/fixtures/library`.
 */
export const LIBRARY_VERSION = 3;

/** A stored record: of whatever shape an older or newer release gave it, but for its key. */
export type StoredRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** What the database holds. */
export interface LibrarySchema extends DBSchema {
  /** Saved papers without their terms. */
  readonly papers: {
    readonly key: string;
    readonly value: StoredRecord;
    readonly indexes: { readonly savedAt: string };
  };
  /** The salient terms of saved papers: twice as large as all else, and wanted for nearness alone. */
  readonly terms: { readonly key: string; readonly value: StoredRecord };
  /** Papers that were taken out, whole, until nobody can want them back. */
  readonly removed: { readonly key: string; readonly value: StoredRecord };
  /** Papers met, where the user has that switched on. */
  readonly met: {
    readonly key: string;
    readonly value: StoredRecord;
    readonly indexes: { readonly metAt: string };
  };
  /** Records that could not be read and were replaced, as they were. */
  readonly aside: { readonly key: number; readonly value: unknown };
  /** By list: its papers as searches and related papers need them, made from the records and never the only copy. */
  readonly compiled: {
    readonly key: string;
    readonly value: StoredPart;
    readonly indexes: { readonly stamp: number };
  };
  /** Papers that changed since their list was compiled, by `touchKey`; the number is another for each change. */
  readonly touched: { readonly key: string; readonly value: number };
  /** By list, for now of saved papers alone: what their page shows of each, made with the compiled list. */
  readonly rows: { readonly key: string; readonly value: StoredRows };
}

/** The rows of a compiled list as they are stored. */
export interface StoredRows {
  readonly list: OwnList;
  /** That of the compiled list; rows of another one say nothing. */
  readonly stamp: number;
  /** `ROWS_FORM` when they were written. */
  readonly form: number;
  readonly columns: RowColumns;
}

/** A compiled list as it is stored. */
export interface StoredPart {
  readonly list: OwnList;
  /** Another for each compilation. */
  readonly stamp: number;
  /** Separated by spaces, which no id contains: one string is read ten times as fast as an array. */
  readonly ids: string;
  readonly index: Uint8Array<ArrayBuffer>;
  readonly vectors?: Uint8Array<ArrayBuffer> | undefined;
  readonly model: number;
}

/** The key under which a change of a paper is noted. */
export const touchKey = (list: OwnList, id: string): string => `${list} ${id}`;

/** The open database. */
export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

/** Brings a database of any older version to this one; a new one is of version 0. */
function upgrade(database: LibraryDatabase, from: number): void {
  if (from < 1) {
    database.createObjectStore('papers', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
    database.createObjectStore('terms', { keyPath: 'id' });
    database.createObjectStore('removed', { keyPath: 'id' });
    database.createObjectStore('met', { keyPath: 'id' }).createIndex('metAt', 'metAt');
    database.createObjectStore('aside', { autoIncrement: true });
  }
  if (from < 2) {
    database.createObjectStore('compiled', { keyPath: 'list' }).createIndex('stamp', 'stamp');
    database.createObjectStore('touched');
  }
  if (from < 3) database.createObjectStore('rows', { keyPath: 'list' });
}

/** All changes noted for a list. */
export const touchesOf = (list: OwnList): IDBKeyRange => IDBKeyRange.bound(`${list} `, `${list}!`);

/** The stamp of a compiled list, by keys alone, since the list is long; undefined where there is none. */
export async function stampOf(
  stamps: IDBPIndex<LibrarySchema, ArrayLike<StoreNames<LibrarySchema>>, 'compiled', 'stamp'>,
  list: OwnList,
): Promise<number | undefined> {
  for (let cursor = await stamps.openKeyCursor(); cursor; cursor = await cursor.continue())
    if (cursor.primaryKey === list) return cursor.key;
  return undefined;
}

let opening: Promise<LibraryDatabase> | undefined;

function forget(): void {
  opening = undefined;
}

async function open(): Promise<LibraryDatabase> {
  const callbacks = {
    // Another window upgrades or deletes the database: this connection must not block it.
    blocking: (_current: number, _wanted: number | null, event: IDBVersionChangeEvent) => {
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  };
  try {
    return await openDB<LibrarySchema>(LIBRARY_NAME, LIBRARY_VERSION, { upgrade, ...callbacks });
  } catch (error) {
    // A newer release was here before: its version has all that this one knows of.
    if (!(error instanceof Error) || error.name !== 'VersionError') throw error;
    return openDB<LibrarySchema>(LIBRARY_NAME, undefined, callbacks);
  }
}

/** The database of this context, opened once; a failure is tried again next time. */
function openLibrary(): Promise<LibraryDatabase> {
  if (!opening) {
    const mine = open();
    opening = mine;
    // The caller is told; the next one who asks tries again.
    mine.catch(() => {
      if (opening === mine) forget();
    });
  }
  return opening;
}

/** Runs work with the database, and repeats it once if the connection was closed for another window in between. */
async function withLibrary<Value>(work: (database: LibraryDatabase) => Promise<Value>): Promise<Value> {
  try {
    return await work(await openLibrary());
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'InvalidStateError') throw error;
    forget();
    return work(await openLibrary());
  }
}

/** What work with the database gives, or why it cannot be done. Never rejects. */
export async function workWithLibrary<Value>(
  work: (database: LibraryDatabase) => Promise<Value>,
): Promise<LibraryOutcome<Value>> {
  try {
    return succeed(await withLibrary(work));
  } catch (error) {
    // The caller tells the user about a full disk or a damaged database.
    return fail(faultOf(error));
  }
}

/** Closes this context's database; the next use opens it again. */
export async function closeLibrary(): Promise<void> {
  const closing = opening;
  forget();
  // One that never opened needs no closing.
  (await closing?.catch(() => undefined))?.close();
}

/** Deletes the database whole. */
export async function deleteLibrary(): Promise<void> {
  await closeLibrary();
  await deleteDB(LIBRARY_NAME);
}
