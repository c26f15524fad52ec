import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  deleteAllPapers,
  importPapers,
  keepTables,
  REMOVED_FOR,
  restorePapers,
  savePapers,
  takeOutPapers,
  updatePapers,
} from '@/lib/extension/library/change-papers';
import { isResult } from '@/lib/domain/paper-guards';
import { closeLibrary, LIBRARY_NAME, LIBRARY_VERSION } from '@/lib/extension/library/database';
import type { LibraryOutcome } from '@/lib/shared/library/outcome';
import {
  countSaved,
  findMarks,
  findSaved,
  listSaved,
  readBackup,
  readNewest,
  readSaved,
} from '@/lib/extension/library/read-papers';
import { watchLibrary } from '@/lib/shared/library/revision';
import { resetSettings } from '@/lib/extension/settings';
import goldenV1 from '../../fixtures/library/v1.json';
import { idOf, keepable, knownPaper, numbered } from './sample';

const ID = numbered(1);

beforeEach(async () => {
  fakeBrowser.reset();
  await closeLibrary();
  globalThis.indexedDB = new IDBFactory();
});

/** The value of an outcome that must be one. */
async function valueOf<Value>(outcome: Promise<LibraryOutcome<Value>>): Promise<Value> {
  const found = await outcome;
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

/** The database as the browser has it, past our own door. */
const openRaw = () => openDB(LIBRARY_NAME);

describe('saving papers', () => {
  test('keeps all that is known of one, to read, and says so once', async () => {
    expect(await valueOf(savePapers([keepable(ID)]))).toEqual({ added: [ID], isFirst: true });
    expect(await valueOf(findSaved(ID))).toMatchObject({
      ...knownPaper(ID),
      status: 'to-read',
      note: '',
      ownTags: [],
    });
    expect(await valueOf(savePapers([keepable(ID), keepable(numbered(2))]))).toEqual({
      added: [numbered(2)],
      isFirst: false,
    });
    expect(await valueOf(countSaved())).toBe(2);
  });

  test('a second time brings it up to date and leaves what the user said', async () => {
    await savePapers([keepable(ID, { title: 'An older title' })]);
    await updatePapers([ID], { status: 'read', note: 'Mine.', addTags: ['thesis'] });
    await savePapers([keepable(ID)]);
    expect(await valueOf(findSaved(ID))).toMatchObject({
      title: 'Outlining kidneys with few labels',
      status: 'read',
      note: 'Mine.',
      ownTags: ['thesis'],
    });
  });

  test('does not replace the terms of an abstract by those of a title', async () => {
    const paper = keepable(ID);
    await savePapers([paper]);
    await savePapers([{ ...paper, terms: { terms: [['kidney', 1]], readFrom: 'title' } }]);
    expect((await valueOf(listSaved()))[0]).toMatchObject(paper.terms);
  });

  test('keeps no text of the page, and stands in a database of the extension’s own, under one name', async () => {
    await savePapers([keepable(ID)]);
    const raw = await openRaw();
    const kept = JSON.stringify([await raw.getAll('papers'), await raw.getAll('terms')]);
    expect(kept).not.toContain('Forty labelled scans');
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['sidelight-library']);
    raw.close();
  });

  test('announces each change to every context, and none that failed', async () => {
    const life = new AbortController();
    const heard = vi.fn<() => void>();
    watchLibrary(heard, { signal: life.signal });
    await savePapers([keepable(ID)]);
    expect(heard).toHaveBeenCalledTimes(1);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    expect(await savePapers([keepable(numbered(2))])).toEqual({ ok: false, reason: 'full' });
    expect(heard).toHaveBeenCalledTimes(1);
    life.abort();
  });
});

describe('tables of a saved paper', () => {
  const results = [{ ...knownPaper(ID).results[0], anchor: '2' }].filter(isResult);

  test('are kept with it through every change and a backup, and with no other paper', async () => {
    expect(await valueOf(keepTables(ID, results))).toEqual([]);
    await savePapers([keepable(ID)]);
    expect(await valueOf(keepTables(ID, results))).toEqual([ID]);
    // What is there already is not written again: nobody is to be told of a change that is none.
    expect(await valueOf(keepTables(ID, results))).toEqual([]);
    await savePapers([keepable(ID, { readVersion: 3 })]);
    await updatePapers([ID], { status: 'read' });
    expect(await valueOf(findSaved(ID))).toMatchObject({ tableResults: results, status: 'read' });
    expect((await valueOf(readBackup())).papers[0]?.tableResults).toEqual(results);
    expect(await valueOf(countSaved())).toBe(1);
  });
});

describe('taking papers out', () => {
  test('can be undone, with terms and marks', async () => {
    await savePapers([keepable(ID)]);
    await updatePapers([ID], { status: 'reading', note: 'Mine.' });
    const before = await valueOf(readBackup());
    expect(await valueOf(takeOutPapers([ID, numbered(9)]))).toEqual([ID]);
    expect(await valueOf(readBackup())).toEqual({ papers: [], unreadable: [] });
    expect(await valueOf(restorePapers([ID]))).toEqual([ID]);
    expect(await valueOf(readBackup())).toEqual(before);
    expect(await valueOf(restorePapers([ID]))).toEqual([]);
  });

  test('loses nothing of a paper that is saved again within thirty days: a click that nobody meant', async () => {
    await savePapers([keepable(ID)]);
    await updatePapers([ID], { status: 'reading', note: 'Mine.' });
    await takeOutPapers([ID]);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + REMOVED_FOR - 60_000);
    await savePapers([keepable(numbered(2))]);
    await savePapers([keepable(ID)]);
    expect(await valueOf(findSaved(ID))).toMatchObject({ status: 'reading', note: 'Mine.' });
  });

  test('leaves what was saved again since', async () => {
    await savePapers([keepable(ID)]);
    await takeOutPapers([ID]);
    await savePapers([keepable(ID, { title: 'Saved again' })]);
    expect(await valueOf(restorePapers([ID]))).toEqual([]);
    expect((await valueOf(findSaved(ID)))?.title).toBe('Saved again');
  });

  test('is for good after thirty days', async () => {
    await savePapers([keepable(ID), keepable(numbered(2))]);
    await takeOutPapers([ID]);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * REMOVED_FOR);
    await updatePapers([numbered(2)], { status: 'read' });
    await takeOutPapers([numbered(2)]);
    expect(REMOVED_FOR).toBe(30 * 24 * 3_600_000);
    expect(await (await openRaw()).getAllKeys('removed')).toEqual([numbered(2)]);
  });
});

describe('reading papers', () => {
  test('finds the marks of those that are saved, and of no other', async () => {
    await savePapers([keepable(ID)]);
    await updatePapers([ID], { status: 'read' });
    expect(await valueOf(findMarks([numbered(2), ID]))).toEqual(
      new Map([[ID, { saved: true, status: 'read' }]]),
    );
  });

  test('goes through all of them in slices, and gives the newest first', async () => {
    const ids = Array.from({ length: 1203 }, (_, at) => numbered(at + 1));
    await savePapers(ids.map((id) => keepable(id)));
    await savePapers([keepable(numbered(2000))]);
    const first = await valueOf(readSaved());
    const second = await valueOf(readSaved(first.next));
    expect([...first.papers, ...second.papers].map(({ id }) => id)).toEqual([...ids, numbered(2000)]);
    expect([first.papers.length, second.next]).toEqual([1000, undefined]);
    const newest = await valueOf(readNewest(2));
    expect(newest[0]?.id).toBe(numbered(2000));
    expect(newest).toHaveLength(2);
  });

  test('gives nearness the terms of each', async () => {
    await savePapers([keepable(ID)]);
    const [profile] = await valueOf(listSaved());
    expect(profile).toMatchObject({
      id: ID,
      title: 'Outlining kidneys with few labels',
      readFrom: 'abstract',
    });
    expect(profile?.terms.map(([term]) => term)).toContain('kidneys');
  });
});

describe('what goes wrong loses nothing that was acknowledged', () => {
  test('a disk that fills up within a change leaves everything as it was', async () => {
    await savePapers([keepable(ID)]);
    const many = Array.from({ length: 9 }, (_, at) => keepable(numbered(at + 2)));
    const tooMuch = {
      ...keepable(numbered(11)),
      get known(): never {
        throw new DOMException('No room', 'QuotaExceededError');
      },
    };
    expect(await savePapers([...many, tooMuch])).toEqual({ ok: false, reason: 'full' });
    expect(await valueOf(countSaved())).toBe(1);
    expect((await valueOf(savePapers(many))).added).toHaveLength(9);
  });

  test('a record that cannot be read stays, is counted, and is kept aside when its paper is saved again', async () => {
    await savePapers([keepable(ID)]);
    const raw = await openRaw();
    const damaged = { id: ID, title: null };
    await raw.put('papers', { ...damaged, id: '2413.99999' });
    expect(await valueOf(readSaved())).toMatchObject({ unreadable: 1, papers: [{ id: ID }] });
    expect((await valueOf(readBackup())).unreadable).toEqual([{ ...damaged, id: '2413.99999' }]);
    expect(await raw.count('papers')).toBe(2);
    raw.close();
  });

  test('two windows change the same paper without losing each other’s change', async () => {
    await savePapers([keepable(ID)]);
    await Promise.all([
      updatePapers([ID], { addTags: ['one'] }),
      updatePapers([ID], { addTags: ['two'] }),
      updatePapers([ID], { note: 'Mine.' }),
      updatePapers([ID], { status: 'read' }),
    ]);
    expect(await valueOf(findSaved(ID))).toMatchObject({
      ownTags: ['one', 'two'],
      note: 'Mine.',
      status: 'read',
    });
  });

  test('a window with a newer release can bring the database up to date while this one has it open', async () => {
    await savePapers([keepable(ID)]);
    const newer = await openDB(LIBRARY_NAME, LIBRARY_VERSION + 1, {
      upgrade: (database) => void database.createObjectStore('later', { keyPath: 'id' }),
    });
    await newer.put('later', { id: 'x' });
    await newer.put('papers', { ...(await newer.get('papers', ID)), rating: 5 });
    newer.close();
    // The release before goes on, and keeps what it does not know of.
    await updatePapers([ID], { status: 'read' });
    await savePapers([keepable(ID, { readVersion: 3 })]);
    const raw = await openRaw();
    expect(await raw.get('papers', ID)).toMatchObject({ rating: 5, status: 'read', readVersion: 3 });
    expect(await raw.count('later')).toBe(1);
    raw.close();
  });

  test('a background that died and came back finds everything', async () => {
    await savePapers([keepable(ID)]);
    await closeLibrary();
    expect(await valueOf(countSaved())).toBe(1);
  });

  test('a database that the browser does not open is told, and tried again', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await countSaved()).toEqual({ ok: false, reason: 'broken' });
    open.mockRestore();
    expect(await valueOf(countSaved())).toBe(0);
  });

  test('a reset of the settings does not touch it', async () => {
    await savePapers([keepable(ID)]);
    await resetSettings();
    expect(await valueOf(countSaved())).toBe(1);
    expect(await browser.storage.local.get(null)).toHaveProperty('library-revision');
  });
});

describe('a database that release 1 of the schema wrote', () => {
  test('is read whole, and stays as it was written', async () => {
    const database = await openDB(LIBRARY_NAME, 1, {
      upgrade: (raw) => {
        raw.createObjectStore('papers', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
        raw.createObjectStore('terms', { keyPath: 'id' });
        raw.createObjectStore('removed', { keyPath: 'id' });
        raw.createObjectStore('met', { keyPath: 'id' }).createIndex('metAt', 'metAt');
        raw.createObjectStore('aside', { autoIncrement: true });
      },
    });
    for (const record of goldenV1.papers) await database.put('papers', record);
    for (const record of goldenV1.terms) await database.put('terms', record);
    database.close();
    const { papers, unreadable } = await valueOf(readBackup());
    expect(unreadable).toEqual([]);
    expect(papers).toMatchObject(goldenV1.papers);
    expect(papers.flatMap(({ id, terms }) => (terms ? [{ id, ...terms }] : []))).toEqual(goldenV1.terms);
    expect(papers.find(({ id }) => id === idOf('math/0309136'))?.note).toContain('second line');
  });
});

test('a backup put into an empty library gives the same library', async () => {
  await savePapers([keepable(ID), keepable(numbered(2))]);
  await updatePapers([ID], { status: 'read', addTags: ['thesis'], note: 'Mine.' });
  const backup = await valueOf(readBackup());
  await valueOf(deleteAllPapers());
  expect(await valueOf(countSaved())).toBe(0);
  expect((await valueOf(importPapers(backup.papers))).added).toHaveLength(2);
  expect(await valueOf(readBackup())).toEqual(backup);
  // What was changed here since goes before an older backup.
  await updatePapers([ID], { note: 'Newer.' });
  await importPapers(backup.papers.map((paper) => ({ ...paper, changedAt: '2020-01-01T00:00:00.000Z' })));
  expect((await valueOf(findSaved(ID)))?.note).toBe('Newer.');
});
