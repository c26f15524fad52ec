/**
 * Reads my papers, in the background and in full pages of the extension; other contexts ask by message
 * (`ask.ts`).
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import { readTerms, type PaperTerms } from '@/lib/domain/library/known-paper';
import { marksOf, readSavedPaper, type BackupPaper, type SavedPaper } from '@/lib/domain/library/saved-paper';
import type { Marks } from '@/lib/domain/provenance';
import { readFrom, workWithLibrary } from './database';
import type { LibraryOutcome } from '@/lib/shared/library/outcome';

/** The marks of these papers; papers that are not saved are absent. */
export function findMarks(ids: readonly PaperId[]): Promise<LibraryOutcome<ReadonlyMap<PaperId, Marks>>> {
  return workWithLibrary(async (database) => {
    const { store } = database.transaction('papers');
    const found = await Promise.all(ids.map((id) => store.get(id)));
    return new Map(
      found.flatMap((stored) => {
        const paper = readSavedPaper(stored);
        return paper ? [[paper.id, marksOf(paper)] as const] : [];
      }),
    );
  });
}

/** One saved paper; undefined if it is not saved. */
export function findSaved(id: PaperId): Promise<LibraryOutcome<SavedPaper | undefined>> {
  return workWithLibrary(async (database) => readSavedPaper(await database.get('papers', id)));
}

/**
 * The saved papers with these ids, in their order; papers that are not saved or cannot be read are left out.
 */
export function readSavedByIds(ids: readonly PaperId[]): Promise<LibraryOutcome<readonly SavedPaper[]>> {
  return workWithLibrary(async (database) => {
    const { store } = database.transaction('papers');
    const records = await Promise.all(ids.map((id) => store.get(id)));
    return records.flatMap((record) => readSavedPaper(record) ?? []);
  });
}

/** Whether a paper is saved; false if the library cannot be read. */
export async function isPaperSaved(id: PaperId | undefined): Promise<boolean> {
  const found = id && (await findSaved(id));
  return found?.ok === true && found.value !== undefined;
}

/** How many papers are saved. */
export function countSaved(): Promise<LibraryOutcome<number>> {
  return workWithLibrary((database) => database.count('papers'));
}

/** Records in one read: many enough for few reads, few enough to keep the page responsive. */
const SLICE = 1000;

/** A part of the library, and the key from which to continue; undefined for the last part. */
interface SavedSlice {
  readonly papers: readonly SavedPaper[];
  /** Records that cannot be read; they are left as they are. */
  readonly unreadable: number;
  readonly next: string | undefined;
}

/**
 * Saved papers in slices, in the order of their ids, so that a library of any size is read without blocking
 * the page.
 */
export function readSaved(after?: string): Promise<LibraryOutcome<SavedSlice>> {
  return workWithLibrary(async (database) => {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const records = await database.getAll('papers', range, SLICE);
    const papers = records.flatMap((record) => readSavedPaper(record) ?? []);
    return {
      papers,
      unreadable: records.length - papers.length,
      next: records.length < SLICE ? undefined : records.at(-1)?.id,
    };
  });
}

/** The papers saved last, newest first, up to a limit: the beginning of the list. */
export function readNewest(limit: number): Promise<LibraryOutcome<readonly SavedPaper[]>> {
  return workWithLibrary(async (database) => {
    const last = await database.transaction('papers').store.index('savedAt').openCursor(null, 'prev');
    return readFrom(last, readSavedPaper, limit);
  });
}

/** The facts about a saved paper for computing nearness. */
interface SavedProfile extends PaperTerms {
  readonly id: PaperId;
  readonly title: string;
  /** Taxonomy ids. */
  readonly tags: readonly string[];
  /** ISO 8601 in UTC. */
  readonly savedAt: string;
}

/** The facts about the papers saved last, newest first; all by default. */
export function listSaved(most = Infinity): Promise<LibraryOutcome<readonly SavedProfile[]>> {
  return workWithLibrary(async (database) => {
    const transaction = database.transaction(['papers', 'terms']);
    const [papers, terms] = [transaction.objectStore('papers'), transaction.objectStore('terms')];
    // Terms are large, so in a large library only those that are needed are read.
    const ids = (await papers.index('savedAt').getAllKeys()).toReversed().slice(0, most);
    const records = await Promise.all(ids.map((id) => Promise.all([papers.get(id), terms.get(id)])));
    return records.flatMap(([record, kept]): readonly SavedProfile[] => {
      const paper = readSavedPaper(record);
      if (!paper) return [];
      const { id, title, tags, savedAt } = paper;
      return [{ id, title, tags, savedAt, ...(readTerms(kept) ?? { terms: [], readFrom: 'title' }) }];
    });
  });
}

/** Everything for a backup: papers with their terms, and unreadable records unchanged. */
interface LibraryBackup {
  readonly papers: readonly BackupPaper[];
  readonly unreadable: readonly unknown[];
}

/** Reads everything for a backup, or only the given papers. */
export function readBackup(ids?: readonly PaperId[]): Promise<LibraryOutcome<LibraryBackup>> {
  return workWithLibrary(async (database) => {
    const wanted = ids && new Set<string>(ids);
    const transaction = database.transaction(['papers', 'terms', 'aside']);
    const [papers, terms, aside] = await Promise.all([
      transaction.objectStore('papers').getAll(),
      transaction.objectStore('terms').getAll(),
      transaction.objectStore('aside').getAll(),
    ]);
    const termsById = new Map(terms.map((record) => [record.id, readTerms(record)]));
    const chosen = wanted ? papers.filter(({ id }) => wanted.has(id)) : papers;
    const read = chosen.map((record) => ({ record, paper: readSavedPaper(record) }));
    return {
      papers: read.flatMap(({ paper }) => (paper ? [{ ...paper, terms: termsById.get(paper.id) }] : [])),
      unreadable: [...read.flatMap(({ record, paper }) => (paper ? [] : [record])), ...(wanted ? [] : aside)],
    };
  });
}
