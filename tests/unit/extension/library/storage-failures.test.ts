import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { deleteAllPapers, savePapers, updatePapers } from '@/lib/extension/library/change-papers';
import { closeLibrary, LIBRARY_NAME, LIBRARY_VERSION } from '@/lib/extension/library/database';
import { countSaved, findSaved, readBackup, readSaved } from '@/lib/extension/library/read-papers';
import { resetSettings } from '@/lib/extension/settings';
import goldenV1 from '../../../fixtures/library/v1.json';
import { openRaw, resetBrowser, valueOf } from './raw-database';
import { idOf, keepable, numbered } from './sample';

const ID = numbered(1);

beforeEach(resetBrowser);

describe('a failure loses nothing that was acknowledged:', () => {
  test('a disk that fills up during a change leaves everything as it was', async () => {
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

  test('an unreadable record stays as it was and is counted, until all papers are deleted', async () => {
    await savePapers([keepable(ID)]);
    const raw = await openRaw();
    const damaged = { id: ID, title: null };
    await raw.put('papers', { ...damaged, id: '2413.99999' });
    expect(await valueOf(readSaved())).toMatchObject({ unreadable: 1, papers: [{ id: ID }] });
    expect((await valueOf(readBackup())).unreadable).toEqual([{ ...damaged, id: '2413.99999' }]);
    expect(await raw.count('papers')).toBe(2);
    await valueOf(deleteAllPapers());
    expect(await raw.count('papers')).toBe(0);
    expect(await raw.count('aside')).toBe(0);
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

  test('a window with a newer release can upgrade the database while this one has it open', async () => {
    await savePapers([keepable(ID)]);
    const newer = await openDB(LIBRARY_NAME, LIBRARY_VERSION + 1, {
      upgrade: (database) => void database.createObjectStore('later', { keyPath: 'id' }),
    });
    await newer.put('later', { id: 'x' });
    await newer.put('papers', { ...(await newer.get('papers', ID)), rating: 5 });
    newer.close();
    // The older release continues, and preserves what it does not know.
    await updatePapers([ID], { status: 'read' });
    await savePapers([keepable(ID, { readVersion: 3 })]);
    const raw = await openRaw();
    expect(await raw.get('papers', ID)).toMatchObject({ rating: 5, status: 'read', readVersion: 3 });
    expect(await raw.count('later')).toBe(1);
    raw.close();
  });

  test('a background that died and restarted finds everything', async () => {
    await savePapers([keepable(ID)]);
    await closeLibrary();
    expect(await valueOf(countSaved())).toBe(1);
  });

  test('a database that the browser does not open is reported, and tried again', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await countSaved()).toEqual({ ok: false, reason: 'broken' });
    open.mockRestore();
    expect(await valueOf(countSaved())).toBe(0);
  });

  test('a reset of the settings does not affect the database', async () => {
    await savePapers([keepable(ID)]);
    await resetSettings();
    expect(await valueOf(countSaved())).toBe(1);
    expect(await browser.storage.local.get(null)).toHaveProperty('library-revision');
  });
});

describe('a database written by release 1 of the schema', () => {
  test('can be read completely, and stays unchanged', async () => {
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
