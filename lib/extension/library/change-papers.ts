/**
 * Changes of my papers: each is one transaction, and what is answered for is on the disk. For the background and full
 * pages of the extension; all others ask by message (`ask.ts`).
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

/** A paper to save: what is known of it, and its terms. */
export interface Keepable {
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

/** A saved paper as a record: members that this release does not know stay in it. */
const recordOf = (paper: SavedPaper, stored: unknown): StoredRecord => ({
  ...(typeof stored === 'object' && stored),
  ...paper,
});

/** What saving did: `added` were not saved before, `isFirst` says that there was none at all. */
export interface SaveReport {
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

/** Makes a change as a whole or not at all, and announces it once it is on the disk. */
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
 * Writes one paper. A record in its place that cannot be read is kept aside; its terms are replaced by better ones
 * only.
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

/** Saves papers; of those that are saved already, what is known is brought up to date and all else stays. */
export function savePapers(papers: readonly Keepable[]): Promise<LibraryOutcome<SaveReport>> {
  return change(async (transaction) => {
    const isFirst = (await transaction.objectStore('papers').count()) === 0;
    const now = nowOf();
    const added: PaperId[] = [];
    for (const { known, terms } of papers) {
      // Saved again within the time in which it can be brought back: with all that was said of it.
      const isBack = await restore(transaction, known.id);
      const make = (old: SavedPaper | undefined): SavedPaper =>
        old ? refreshPaper(old, known) : savePaper(known, now);
      if ((await putPaper(transaction, known.id, make, terms)) || isBack) added.push(known.id);
    }
    return { added, isFirst: isFirst && added.length > 0 };
  });
}

/** Puts papers of a backup back, as they were; what was saved here of the same papers stays where it is newer. */
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

/** Takes out of `removed` what nobody can bring back any more. */
async function dropExpired(transaction: Change): Promise<void> {
  const before = new Date(Date.now() - REMOVED_FOR).toISOString();
  for await (const cursor of transaction.objectStore('removed')) {
    const { removedAt } = cursor.value;
    if (typeof removedAt !== 'string' || removedAt < before) await cursor.delete();
  }
}

/** Takes papers out; for a while `restorePapers` brings them back. Gives the ids of those that were saved. */
export function takeOutPapers(ids: readonly PaperId[]): Promise<LibraryOutcome<readonly PaperId[]>> {
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

/** Brings one paper back; false where it was not taken out, or was saved again since. */
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

/**
 * Brings back papers that were taken out; one that was saved again since stays as it is. Gives those that came back.
 */
export function restorePapers(ids: readonly PaperId[]): Promise<LibraryOutcome<readonly PaperId[]>> {
  return change(async (transaction) => {
    const restored: PaperId[] = [];
    for (const id of ids) if (await restore(transaction, id)) restored.push(id);
    return restored;
  });
}

/** Changes what the user said of papers; papers that are not saved are skipped. Returns the saved ones. */
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

/** Keeps what was read of a saved paper's tables; nothing where it is not saved, or has the same already. */
export function keepTables(
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
