/** What tests of my papers need of the database and of outcomes. */
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { closeLibrary, LIBRARY_NAME } from '@/lib/extension/library/database';
import type { LibraryOutcome } from '@/lib/shared/library/outcome';

/** The value of an outcome that must be a success. */
export async function valueOf<Value>(outcome: Promise<LibraryOutcome<Value>>): Promise<Value> {
  const found = await outcome;
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

/** The database accessed directly, without the library's functions. */
export const openRaw = () => openDB(LIBRARY_NAME);

/** Empties the browser's storage and databases, as before the extension was installed. */
export async function resetBrowser(): Promise<void> {
  fakeBrowser.reset();
  await closeLibrary();
  globalThis.indexedDB = new IDBFactory();
}
