/**
 * The database of the user's papers, `sidelight-library`: opened by the background and by full pages of the
 * extension, never by scripts on pages (theirs would be the site's) nor in frames (in Firefox they have fewer
 * rights).
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPIndex, type StoreNames } from 'idb';
import type { OwnList } from '@/lib/domain/library/own-list-names';
import type { RowColumns } from '@/lib/domain/library/saved-row';
import { fail, faultOf, succeed, type LibraryOutcome } from '@/lib/shared/library/outcome';

/** Name of the database; no other part of Sidelight uses it. */
export const LIBRARY_NAME = 'sidelight-library';

/**
 * The version that this release writes. Rules for a new version: stores and indexes are added, never renamed or
 * removed, and records may get new fields; an older release still reads all that it knows, and preserves the
 * rest. A database of each version is kept in `tests/fixtures/library`.
 */
export const LIBRARY_VERSION = 3;

/** A stored record, of any shape that an older or newer release gave it, except for its key. */
export type StoredRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** The stores of the database. */
interface LibrarySchema extends DBSchema {
  /** Saved papers without their terms. */
  readonly papers: {
    readonly key: string;
    readonly value: StoredRecord;
    readonly indexes: { readonly savedAt: string };
  };
  /** The salient terms of saved papers: twice as large as everything else, and only needed for nearness. */
  readonly terms: { readonly key: string; readonly value: StoredRecord };
  /** Removed papers, complete, until they can no longer be restored. */
  readonly removed: { readonly key: string; readonly value: StoredRecord };
  /** Papers met, if the user has switched that on. */
  readonly met: {
    readonly key: string;
    readonly value: StoredRecord;
    readonly indexes: { readonly metAt: string };
  };
  /** Unreadable records that were replaced, unchanged. */
  readonly aside: { readonly key: number; readonly value: unknown };
  /**
   * By list: its papers in the form that search and related papers need, derived from the records and never the
   * only copy.
   */
  readonly compiled: {
    readonly key: string;
    readonly value: StoredPart;
    readonly indexes: { readonly stamp: number };
  };
  /** Papers that changed since their list was compiled, by `touchKey`; the number changes with each change. */
  readonly touched: { readonly key: string; readonly value: number };
  /** By list (so far only saved papers): the rows that its page shows, made together with the compiled list. */
  readonly rows: { readonly key: string; readonly value: StoredRows };
}

/** The rows of a compiled list as they are stored. */
export interface StoredRows {
  readonly list: OwnList;
  /** The stamp of the compiled list; rows with another stamp are out of date. */
  readonly stamp: number;
  /** `ROWS_FORM` at the time of writing. */
  readonly form: number;
  readonly columns: RowColumns;
}

/** A compiled list as it is stored. */
interface StoredPart {
  readonly list: OwnList;
  /** Changes with each compilation. */
  readonly stamp: number;
  /** Separated by spaces, which no id contains: one string is read ten times as fast as an array. */
  readonly ids: string;
  readonly index: Uint8Array<ArrayBuffer>;
  readonly vectors?: Uint8Array<ArrayBuffer> | undefined;
  readonly model: number;
}

/** The key under which a change of a paper is recorded. */
export const touchKey = (list: OwnList, id: string): string => `${list} ${id}`;

/** The open database. */
export type LibraryDatabase = IDBPDatabase<LibrarySchema>;

/**
 * Upgrades a database of any older version to this one; a new one has version 0. Checks which stores exist instead of
 * trusting the version: a database made by its name alone (by a tool that looked into it) has version 1 and no store,
 * and nothing could ever be saved in it.
 */
function upgrade(database: LibraryDatabase): void {
  const lacks = (store: StoreNames<LibrarySchema>): boolean => !database.objectStoreNames.contains(store);
  if (lacks('papers'))
    database.createObjectStore('papers', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
  if (lacks('terms')) database.createObjectStore('terms', { keyPath: 'id' });
  if (lacks('removed')) database.createObjectStore('removed', { keyPath: 'id' });
  if (lacks('met')) database.createObjectStore('met', { keyPath: 'id' }).createIndex('metAt', 'metAt');
  if (lacks('aside')) database.createObjectStore('aside', { autoIncrement: true });
  if (lacks('compiled'))
    database.createObjectStore('compiled', { keyPath: 'list' }).createIndex('stamp', 'stamp');
  if (lacks('touched')) database.createObjectStore('touched');
  if (lacks('rows')) database.createObjectStore('rows', { keyPath: 'list' });
}

/** The range of all changes recorded for a list. */
export const touchesOf = (list: OwnList): IDBKeyRange => IDBKeyRange.bound(`${list} `, `${list}!`);

/** The stamp of a compiled list, read from keys only, since the list is long; undefined if there is none. */
export async function stampOf(
  stamps: IDBPIndex<LibrarySchema, ArrayLike<StoreNames<LibrarySchema>>, 'compiled', 'stamp'>,
  list: OwnList,
): Promise<number | undefined> {
  for (let cursor = await stamps.openKeyCursor(); cursor; cursor = await cursor.continue())
    if (cursor.primaryKey === list) return cursor.key;
  return undefined;
}

/** A cursor over records; `idb`'s own type differs by store and index. */
interface RecordCursor {
  readonly value: StoredRecord;
  readonly continue: () => Promise<RecordCursor | null>;
}

/** Reads up to `limit` items from a cursor on; records that `read` does not understand are left out. */
export async function readFrom<Item>(
  first: RecordCursor | null,
  read: (record: StoredRecord) => Item | undefined,
  limit: number,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let cursor = first; cursor && items.length < limit; cursor = await cursor.continue()) {
    const item = read(cursor.value);
    if (item !== undefined) items.push(item);
  }
  return items;
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
    // The database has the version of a newer release, which includes everything that this one knows.
    if (!(error instanceof Error) || error.name !== 'VersionError') throw error;
    return openDB<LibrarySchema>(LIBRARY_NAME, undefined, callbacks);
  }
}

/** The database of this context, opened once; after a failure, the next call tries again. */
function openLibrary(): Promise<LibraryDatabase> {
  if (!opening) {
    const mine = open();
    opening = mine;
    // The caller reports the failure; the next call tries again.
    mine.catch(() => {
      if (opening === mine) forget();
    });
  }
  return opening;
}

/**
 * Runs work with the database, and repeats it once if the connection was closed meanwhile for another window.
 */
async function withLibrary<Value>(work: (database: LibraryDatabase) => Promise<Value>): Promise<Value> {
  try {
    return await work(await openLibrary());
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'InvalidStateError') throw error;
    forget();
    return work(await openLibrary());
  }
}

/** The result of work with the database, or the reason why it failed. Never rejects. */
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

/** Deletes the whole database. */
export async function deleteLibrary(): Promise<void> {
  await closeLibrary();
  await deleteDB(LIBRARY_NAME);
}
