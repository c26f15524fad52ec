/**
 * Papers met: remembered if and as long as the user wants, and never in a private window. For the background
 * and full pages of the extension.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { KnownPaper, PaperTerms } from '@/lib/domain/library/known-paper';
import {
  isNewsOf,
  meetPaper,
  MET_DAYS,
  MOST_MET,
  readMetPaper,
  type MetPaper,
} from '@/lib/domain/library/met-paper';
import { readSettings } from '@/lib/extension/settings';
import { readFrom, touchesOf, touchKey, workWithLibrary, type LibraryDatabase } from './database';
import type { LibraryOutcome } from '@/lib/shared/library/outcome';
import { forgetList } from './own-lists';

/** A paper met, with the facts on its page or entry. */
interface Met {
  readonly known: KnownPaper;
  readonly terms: PaperTerms;
}

const DAY = 86_400_000;

/** For how many days papers met are remembered; 0 if they are not. */
export const daysOfMet = async (): Promise<number> => MET_DAYS[(await readSettings()).settings.metPapers];

function startChange(database: LibraryDatabase) {
  return database.transaction(['met', 'touched'], 'readwrite');
}

/** Deletes papers older than this many days, and the oldest beyond `MOST_MET`. */
async function prune(change: ReturnType<typeof startChange>, days: number): Promise<void> {
  const met = change.objectStore('met');
  const drop = async (id: string): Promise<void> => {
    await met.delete(id);
    await change.objectStore('touched').delete(touchKey('met', id));
  };
  // Rounded to days, so that papers expire once a day and not at every visited list.
  const before = new Date(new Date().setHours(0, 0, 0, 0) - days * DAY).toISOString();
  const old = await met.index('metAt').getAllKeys(IDBKeyRange.upperBound(before, true));
  for (const id of old) await drop(id);
  const tooMany = (await met.count()) - MOST_MET;
  if (tooMany <= 0) return;
  for (const id of await met.index('metAt').getAllKeys(null, tooMany)) await drop(id);
}

/**
 * Remembers papers met if the user wants that, and deletes those that have expired. Returns how many are new,
 * or new versions of a paper met before.
 */
export async function rememberMet(papers: readonly Met[]): Promise<LibraryOutcome<number>> {
  const days = await daysOfMet();
  if (days === 0 || papers.length === 0) return { ok: true, value: 0 };
  const now = new Date().toISOString();
  const outcome = await workWithLibrary(async (database) => {
    const change = startChange(database);
    const store = change.objectStore('met');
    let news = 0;
    for (const { known, terms } of papers) {
      const before = readMetPaper(await store.get(known.id))?.paper;
      const met = meetPaper(known, terms, now);
      if (!isNewsOf(before, met)) continue;
      news += 1;
      await store.put({ ...met });
      await change.objectStore('touched').put(Math.random(), touchKey('met', known.id));
    }
    await prune(change, days);
    await change.done;
    return news;
  });
  if (outcome.ok && outcome.value > 0) forgetList('met');
  return outcome;
}

/** Deletes papers that have expired, even if no new one is met. */
export async function forgetOldMet(): Promise<void> {
  const days = await daysOfMet();
  // If remembering is off, stored papers stay until the user deletes them; the settings page shows their number.
  if (days === 0) return;
  await workWithLibrary(async (database) => {
    if ((await database.count('met')) === 0) return;
    const change = startChange(database);
    await prune(change, days);
    await change.done;
  });
  forgetList('met');
}

/** The number of papers met. */
export const countMet = (): Promise<LibraryOutcome<number>> =>
  workWithLibrary((database) => database.count('met'));

/** The latest papers met, newest first, at most this many. */
export function listMet(limit: number): Promise<LibraryOutcome<readonly MetPaper[]>> {
  return workWithLibrary(async (database) => {
    const last = await database.transaction('met').store.index('metAt').openCursor(null, 'prev');
    return readFrom(last, (record) => readMetPaper(record)?.paper, limit);
  });
}

/** Deletes papers met: the given ones, or all of them including their compiled list. */
export async function deleteMet(ids?: readonly PaperId[]): Promise<LibraryOutcome<undefined>> {
  const outcome = await workWithLibrary(async (database) => {
    const change = database.transaction(['met', 'touched', 'compiled'], 'readwrite', {
      durability: 'strict',
    });
    if (ids) for (const id of ids) await change.objectStore('met').delete(id);
    else {
      await change.objectStore('met').clear();
      await change.objectStore('touched').delete(touchesOf('met'));
    }
    // The compiled list contains words of the deleted papers, so it is compiled again from the rest.
    await change.objectStore('compiled').delete('met');
    await change.done;
    return undefined;
  });
  if (outcome.ok) forgetList('met');
  return outcome;
}
