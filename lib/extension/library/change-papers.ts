/**
 * Changes to my papers: each is one transaction, and confirmed only once it is on the disk. For the background
 * and full pages of the extension; all others send messages (`ask.ts`).
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { Result } from '@/lib/domain/paper';
import { readTerms, type KnownPaper, type PaperTerms } from '@/lib/domain/library/known-paper';
import {
  changeMarks,
  readSavedPaper,
  refreshPaper,
  savePaper,
  type BackupPaper,
  type MarksChange,
  type SavedPaper,
} from '@/lib/domain/library/saved-paper';
import {
  deleteLibrary,
  touchesOf,
  touchKey,
  workWithLibrary,
  type LibraryDatabase,
  type StoredRecord,
} from './database';
import type { LibraryOutcome } from '@/lib/shared/library/outcome';
import { announceChange } from '@/lib/shared/library/revision';

/** A paper to save: its facts, and its terms. */
export interface SavablePaper {
  readonly known: KnownPaper;
  readonly terms: PaperTerms;
}

/**
 * How long a removed paper can be restored, in milliseconds; the next change after that drops it. Thirty days, since
 * a user whom a page tricked into the click (SECURITY.md) notices later than one who misclicked.
 */
export const REMOVED_FOR = 30 * 24 * 60 * 60_000;

/**
 * Strict durability: written to disk, not only to memory, before the user is told that a paper is saved
 * (https://developer.mozilla.org/docs/Web/API/IDBTransaction/durability).
 */
const DURABLE = { durability: 'strict' } as const;

const nowOf = (): string => new Date().toISOString();

/** Converts a saved paper to a record; fields that this release does not know are preserved. */
const recordOf = (paper: SavedPaper, stored: unknown): StoredRecord => ({
  ...(typeof stored === 'object' && stored),
  ...paper,
});

/**
 * The outcome of saving: `added` are the papers that were not saved before, `isFirst` is true if there were
 * none at all.
 */
interface SaveReport {
  readonly added: readonly PaperId[];
  readonly isFirst: boolean;
}

function startChange(database: LibraryDatabase) {
  return database.transaction(['papers', 'terms', 'removed', 'aside', 'touched'], 'readwrite', DURABLE);
}
type Change = ReturnType<typeof startChange>;

/** Marks a paper as changed since its list was compiled. */
const touch = (transaction: Change, id: string): Promise<unknown> =>
  transaction.objectStore('touched').put(Math.random(), touchKey('saved', id));

/** Makes a change completely or not at all, and announces it once it is on the disk. */
async function change<Value>(work: (transaction: Change) => Promise<Value>): Promise<LibraryOutcome<Value>> {
  const outcome = await workWithLibrary(async (database) => {
    const transaction = startChange(database);
    try {
      await dropExpired(transaction);
      const value = await work(transaction);
      await transaction.done;
      return value;
    } catch (error) {
      // Without abort, writes before the failure would be kept; aborting a finished transaction throws.
      abort(transaction);
      await transaction.done.catch(() => undefined);
      throw error;
    }
  });
  if (outcome.ok) await announceChange();
  return outcome;
}

function abort(transaction: Change): void {
  try {
    transaction.abort();
  } catch {
    // The browser had aborted it already.
  }
}

/**
 * Writes one paper. An unreadable record in its place is moved aside; its terms are only replaced by better
 * ones.
 */
async function putPaper(
  transaction: Change,
  id: PaperId,
  make: (old: SavedPaper | undefined) => SavedPaper,
  terms: PaperTerms | undefined,
): Promise<boolean> {
  const papers = transaction.objectStore('papers');
  const stored = await papers.get(id);
  const old = readSavedPaper(stored);
  if (stored !== undefined && !old) await transaction.objectStore('aside').add(stored);
  await papers.put(recordOf(make(old), old ? stored : undefined));
  await touch(transaction, id);
  if (terms) {
    const kept = readTerms(await transaction.objectStore('terms').get(id));
    if (kept?.readFrom !== 'abstract' || terms.readFrom === 'abstract')
      await transaction.objectStore('terms').put({ id, ...terms });
  }
  return old === undefined;
}

/** Saves papers; for papers that are already saved, only the facts are updated. */
export function savePapers(papers: readonly SavablePaper[]): Promise<LibraryOutcome<SaveReport>> {
  return change(async (transaction) => {
    const isFirst = (await transaction.objectStore('papers').count()) === 0;
    const now = nowOf();
    const added: PaperId[] = [];
    for (const { known, terms } of papers) {
      // Saved again while it can be restored: it has its status, tags and note again.
      const isBack = await restore(transaction, known.id);
      const make = (old: SavedPaper | undefined): SavedPaper =>
        old ? refreshPaper(old, known) : savePaper(known, now);
      if ((await putPaper(transaction, known.id, make, terms)) || isBack) added.push(known.id);
    }
    return { added, isFirst: isFirst && added.length > 0 };
  });
}

/** Imports papers from a backup; where a saved version is newer than the backup's, it is kept. */
export function importPapers(papers: readonly BackupPaper[]): Promise<LibraryOutcome<SaveReport>> {
  return change(async (transaction) => {
    const isFirst = (await transaction.objectStore('papers').count()) === 0;
    const added: PaperId[] = [];
    for (const { terms, ...paper } of papers) {
      const make = (old: SavedPaper | undefined): SavedPaper =>
        old && old.changedAt > paper.changedAt ? refreshPaper(old, paper) : paper;
      if (await putPaper(transaction, paper.id, make, terms)) added.push(paper.id);
    }
    return { added, isFirst: isFirst && added.length > 0 };
  });
}

/** Deletes papers from `removed` that can no longer be restored. */
async function dropExpired(transaction: Change): Promise<void> {
  const before = new Date(Date.now() - REMOVED_FOR).toISOString();
  for await (const cursor of transaction.objectStore('removed')) {
    const { removedAt } = cursor.value;
    if (typeof removedAt !== 'string' || removedAt < before) await cursor.delete();
  }
}

/** Removes papers; `restorePapers` can restore them for a while. Returns the ids of those that were saved. */
export function removePapers(ids: readonly PaperId[]): Promise<LibraryOutcome<readonly PaperId[]>> {
  return change(async (transaction) => {
    const taken: PaperId[] = [];
    for (const id of ids) {
      const paper = await transaction.objectStore('papers').get(id);
      if (paper === undefined) continue;
      const terms = await transaction.objectStore('terms').get(id);
      await transaction.objectStore('removed').put({ id, paper, terms, removedAt: nowOf() });
      await transaction.objectStore('papers').delete(id);
      await transaction.objectStore('terms').delete(id);
      taken.push(id);
    }
    return taken;
  });
}

const isStored = (value: unknown): value is StoredRecord =>
  typeof value === 'object' && value !== null && 'id' in value;

/** Restores one paper; false if it was not removed, or has been saved again since. */
async function restore(transaction: Change, id: PaperId): Promise<boolean> {
  const removed = await transaction.objectStore('removed').get(id);
  if (removed === undefined) return false;
  await transaction.objectStore('removed').delete(id);
  const { paper, terms } = removed;
  if (!isStored(paper) || (await transaction.objectStore('papers').get(id)) !== undefined) return false;
  await transaction.objectStore('papers').put(paper);
  await touch(transaction, id);
  if (isStored(terms)) await transaction.objectStore('terms').put(terms);
  return true;
}

/** Restores removed papers; one that has been saved again since is left as it is. Returns the restored ones. */
export function restorePapers(ids: readonly PaperId[]): Promise<LibraryOutcome<readonly PaperId[]>> {
  return change(async (transaction) => {
    const restored: PaperId[] = [];
    for (const id of ids) if (await restore(transaction, id)) restored.push(id);
    return restored;
  });
}

/** Changes the user's marks of papers; papers that are not saved are skipped. Returns the changed ones. */
export function updatePapers(
  ids: readonly PaperId[],
  wanted: MarksChange,
): Promise<LibraryOutcome<readonly PaperId[]>> {
  return change(async (transaction) => {
    const changed: PaperId[] = [];
    for (const id of ids) {
      const stored = await transaction.objectStore('papers').get(id);
      const old = readSavedPaper(stored);
      if (!old) continue;
      const next = { ...old, ...changeMarks(old, wanted), changedAt: nowOf() };
      await transaction.objectStore('papers').put(recordOf(next, stored));
      await touch(transaction, id);
      changed.push(id);
    }
    return changed;
  });
}

/**
 * Stores the results read from a saved paper's tables; does nothing if the paper is not saved, or they have not
 * changed.
 */
export function saveTables(
  id: PaperId,
  tableResults: readonly Result[],
): Promise<LibraryOutcome<readonly PaperId[]>> {
  return change(async (transaction) => {
    const stored = await transaction.objectStore('papers').get(id);
    const old = readSavedPaper(stored);
    if (!old || JSON.stringify(old.tableResults) === JSON.stringify(tableResults)) return [];
    await transaction.objectStore('papers').put(recordOf({ ...old, tableResults }, stored));
    return [id];
  });
}

async function clearPapers(database: LibraryDatabase): Promise<undefined> {
  const stores = ['papers', 'terms', 'removed', 'aside', 'touched', 'compiled', 'rows'] as const;
  const transaction = database.transaction(stores, 'readwrite', DURABLE);
  await Promise.all([
    ...(['papers', 'terms', 'removed', 'aside'] as const).map((name) =>
      transaction.objectStore(name).clear(),
    ),
    transaction.objectStore('compiled').delete('saved'),
    transaction.objectStore('rows').delete('saved'),
    transaction.objectStore('touched').delete(touchesOf('saved')),
    transaction.done,
  ]);
  return undefined;
}

/**
 * Deletes all saved papers permanently; the whole database, if it cannot be read.
 */
export async function deleteAllPapers(): Promise<LibraryOutcome<undefined>> {
  const cleared = await workWithLibrary(clearPapers);
  const outcome = cleared.ok
    ? cleared
    : await workWithLibrary(async () => {
        await deleteLibrary();
        return undefined;
      });
  if (outcome.ok) await announceChange();
  return outcome;
}
