/** What tests of my papers need of the database and of outcomes. */
import { openDB } from 'idb';
import { LIBRARY_NAME } from '@/lib/extension/library/database';
import type { LibraryOutcome } from '@/lib/shared/library/outcome';

/** The value of an outcome that must be a success. */
export async function valueOf<Value>(outcome: Promise<LibraryOutcome<Value>>): Promise<Value> {
  const found = await outcome;
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

/** The database accessed directly, without the library's functions. */
export const openRaw = () => openDB(LIBRARY_NAME);
