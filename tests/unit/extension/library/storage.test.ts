import 'fake-indexeddb/auto';
import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  deleteAllPapers,
  importPapers,
  saveTables,
  REMOVED_FOR,
  restorePapers,
  savePapers,
  removePapers,
  updatePapers,
} from '@/lib/extension/library/change-papers';
import { isResult } from '@/lib/domain/paper-guards';
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
import { openRaw, resetBrowser, valueOf } from './raw-database';
import { keepable, knownPaper, numbered } from './sample';

const ID = numbered(1);

beforeEach(resetBrowser);

describe('saving papers', () => {
  test('stores everything that is known of a paper, and announces it once', async () => {
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

  test('updates the paper the second time and preserves status, tags and note', async () => {
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

  test('stores no text of the page, and uses a database of the extension’s own, under one name', async () => {
    await savePapers([keepable(ID)]);
    const raw = await openRaw();
    const kept = JSON.stringify([await raw.getAll('papers'), await raw.getAll('terms')]);
    expect(kept).not.toContain('Forty labelled scans');
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['sidelight-library']);
    raw.close();
  });

  test('announces each change to every context, and no failed one', async () => {
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

  test('are stored with it through every change and a backup, and with no other paper', async () => {
    expect(await valueOf(saveTables(ID, results))).toEqual([]);
    await savePapers([keepable(ID)]);
    expect(await valueOf(saveTables(ID, results))).toEqual([ID]);
    // Identical tables are not written again: no change may be announced.
    expect(await valueOf(saveTables(ID, results))).toEqual([]);
    await savePapers([keepable(ID, { readVersion: 3 })]);
    await updatePapers([ID], { status: 'read' });
    expect(await valueOf(findSaved(ID))).toMatchObject({ tableResults: results, status: 'read' });
    expect((await valueOf(readBackup())).papers[0]?.tableResults).toEqual(results);
    expect(await valueOf(countSaved())).toBe(1);
  });
});

describe('removing papers', () => {
  test('can be undone, with terms, status, tags and note', async () => {
    await savePapers([keepable(ID)]);
    await updatePapers([ID], { status: 'reading', note: 'Mine.' });
    const before = await valueOf(readBackup());
    expect(await valueOf(removePapers([ID, numbered(9)]))).toEqual([ID]);
    expect(await valueOf(readBackup())).toEqual({ papers: [], unreadable: [] });
    expect(await valueOf(restorePapers([ID]))).toEqual([ID]);
    expect(await valueOf(readBackup())).toEqual(before);
    expect(await valueOf(restorePapers([ID]))).toEqual([]);
  });

  test('loses nothing if the paper is saved again within thirty days, since the click may have been a mistake', async () => {
    await savePapers([keepable(ID)]);
    await updatePapers([ID], { status: 'reading', note: 'Mine.' });
    await removePapers([ID]);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + REMOVED_FOR - 60_000);
    await savePapers([keepable(numbered(2))]);
    await savePapers([keepable(ID)]);
    expect(await valueOf(findSaved(ID))).toMatchObject({ status: 'reading', note: 'Mine.' });
  });

  test('cannot undo what was saved again since', async () => {
    await savePapers([keepable(ID)]);
    await removePapers([ID]);
    await savePapers([keepable(ID, { title: 'Saved again' })]);
    expect(await valueOf(restorePapers([ID]))).toEqual([]);
    expect((await valueOf(findSaved(ID)))?.title).toBe('Saved again');
  });

  test('is permanent after thirty days', async () => {
    await savePapers([keepable(ID), keepable(numbered(2))]);
    await removePapers([ID]);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * REMOVED_FOR);
    await updatePapers([numbered(2)], { status: 'read' });
    await removePapers([numbered(2)]);
    expect(REMOVED_FOR).toBe(30 * 24 * 3_600_000);
    expect(await (await openRaw()).getAllKeys('removed')).toEqual([numbered(2)]);
  });
});

describe('reading papers', () => {
  test('returns the marks of saved papers, and of no other', async () => {
    await savePapers([keepable(ID)]);
    await updatePapers([ID], { status: 'read' });
    expect(await valueOf(findMarks([numbered(2), ID]))).toEqual(
      new Map([[ID, { saved: true, status: 'read' }]]),
    );
  });

  test('returns all of them in slices, newest first', async () => {
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

  test('provides the terms of each for comparisons', async () => {
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

test('a backup restored into an empty library yields the same library', async () => {
  await savePapers([keepable(ID), keepable(numbered(2))]);
  await updatePapers([ID], { status: 'read', addTags: ['thesis'], note: 'Mine.' });
  const backup = await valueOf(readBackup());
  await valueOf(deleteAllPapers());
  expect(await valueOf(countSaved())).toBe(0);
  expect((await valueOf(importPapers(backup.papers))).added).toHaveLength(2);
  expect(await valueOf(readBackup())).toEqual(backup);
  // A change made here since then takes precedence over an older backup.
  await updatePapers([ID], { note: 'Newer.' });
  await importPapers(backup.papers.map((paper) => ({ ...paper, changedAt: '2020-01-01T00:00:00.000Z' })));
  expect((await valueOf(findSaved(ID)))?.note).toBe('Newer.');
});
