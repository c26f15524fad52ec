import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { compileListsNow } from '@/lib/background/compile-lists';
import type { SavedPaper } from '@/lib/domain/library/saved-paper';
import { figureOfRow, readRows, rowOfSaved, writeRows, type SavedRow } from '@/lib/domain/library/saved-row';
import { NO_VECTORS } from '@/lib/domain/related/model';
import {
  deleteAllPapers,
  savePapers,
  removePapers,
  updatePapers,
} from '@/lib/extension/library/change-papers';
import { LIBRARY_NAME } from '@/lib/extension/library/database';
import { readSaved } from '@/lib/extension/library/read-papers';
import { listSavedMarks, readRowsNow, rowsOf, type RowsNow } from '@/lib/extension/library/saved-rows';
import { resetBrowser } from './raw-database';
import { idOf, keepable, numbered, savedPaper } from './sample';

const MODEL = { ...NO_VECTORS, idf: () => 6 };
const TOOLS = { taxonomy: [], readModel: () => Promise.resolve(MODEL) };
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => keepable(numbered(at + 1), { title: `Kidneys, part ${at + 1}` }));

beforeEach(resetBrowser);

async function now(known?: RowsNow['compiled']): Promise<RowsNow> {
  const read = await readRowsNow(known);
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

/** The rows that complete records yield, from which the columns must never differ. */
async function wanted(): Promise<readonly unknown[]> {
  const read = await readSaved();
  return read.ok ? read.value.papers.map(rowOfSaved) : [];
}
/** Rows as plain data, by their ids: rows from columns look up their texts. */
const plain = (row: SavedRow): SavedRow => ({
  id: row.id,
  title: row.title,
  who: row.who,
  published: row.published,
  best: row.best,
  code: row.code,
  status: row.status,
  ownTags: row.ownTags,
  tags: row.tags,
  note: row.note,
  savedAt: row.savedAt,
});
const byId = (rows: readonly SavedRow[]) => rows.map(plain).toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('rows in columns', () => {
  const odd: readonly SavedPaper[] = [
    savedPaper(numbered(1)),
    savedPaper(idOf('math/0309136'), {
      title: 'Two\nlines\tand a tab',
      note: 'First\nsecond\tthird',
      ownTags: ['to cite', 'thesis'],
      tags: [],
      results: [],
      links: [],
      authors: undefined,
      published: undefined,
      status: 'read',
    }),
    savedPaper(numbered(3), { title: '', authors: { count: 7 }, ownTags: [] }),
  ];

  test('return the same rows, whatever their texts contain', () => {
    const rows = odd.map(rowOfSaved);
    expect(readRows(writeRows(rows))?.map(plain)).toEqual(rows);
    expect(readRows(writeRows([]))).toEqual([]);
    expect(rows[1]).toMatchObject({
      title: 'Two lines and a tab',
      note: 'First second third',
      published: '',
    });
    expect(rows.map(figureOfRow)).toEqual([
      { before: 'Dice', value: '0.91', after: '' },
      undefined,
      { before: 'Dice', value: '0.91', after: '' },
    ]);
  });

  test.each([
    ['a column that is too short', { savedAt: 'one' }],
    ['an invalid id', { id: 'x\ny\nz' }],
    ['a column with another type', { who: undefined }],
  ])('are created again if there is %s', (_, change) => {
    const columns: ReturnType<typeof writeRows> = Object.assign(writeRows(odd.map(rowOfSaved)), change);
    expect(readRows(columns)).toBeUndefined();
  });
});

describe('the list of my papers', () => {
  test('has no columns while it is short, and once compiled is the same from them', async () => {
    await savePapers(many(40));
    expect(await now()).toMatchObject({ total: 40, compiled: undefined, fresh: [] });
    await savePapers(many(160));
    await compileListsNow(TOOLS);
    const read = await now();
    expect(read).toMatchObject({ total: 160, fresh: [], unreadable: 0 });
    expect(byId(rowsOf(read))).toEqual(await wanted());
  });

  test('includes each change since, and keeps its columns', async () => {
    await savePapers(many(160));
    await compileListsNow(TOOLS);
    const first = await now();
    await updatePapers([numbered(5)], { status: 'read', addTags: ['thesis'] });
    await removePapers([numbered(6), numbered(7)]);
    await savePapers([keepable(numbered(400), { title: 'Livers' })]);
    const second = await now(first.compiled);
    expect(second.compiled).toBe(first.compiled);
    expect(second.total).toBe(159);
    expect(byId(rowsOf(second))).toEqual(await wanted());
    const marks = await listSavedMarks();
    expect(marks.size).toBe(159);
    expect(marks.get(numbered(5))).toEqual({ status: 'read', ownTags: ['thesis'] });
    await compileListsNow(TOOLS);
    expect(byId(rowsOf(await now(first.compiled)))).toEqual(await wanted());
  });

  test('counts an unreadable record, and finds what was written directly into the database', async () => {
    await savePapers(many(160));
    await compileListsNow(TOOLS);
    const raw = await openDB(LIBRARY_NAME);
    await raw.put('papers', { id: '2413.99999', title: null });
    await raw.put('papers', { ...(await raw.get('papers', numbered(1))), id: numbered(500) });
    await raw.delete('papers', numbered(2));
    raw.close();
    const read = await now();
    expect(read).toMatchObject({ total: 161, unreadable: 1 });
    expect(byId(rowsOf(read))).toEqual(await wanted());
  });

  test.each([
    ['in another format', { form: 0 }],
    ['from another compilation', { stamp: 1 }],
    ['damaged', { columns: {} }],
  ])(
    'is read from complete records if its columns are %s, and columns are then created again',
    async (_, change) => {
      await savePapers(many(160));
      await compileListsNow(TOOLS);
      const raw = await openDB(LIBRARY_NAME);
      const stored: object = await raw.get('rows', 'saved');
      await raw.put('rows', { ...stored, ...change });
      raw.close();
      expect(await now()).toMatchObject({ total: 160, compiled: undefined });
      expect((await listSavedMarks()).size).toBe(160);
      await compileListsNow(TOOLS);
      expect(byId(rowsOf(await now()))).toEqual(await wanted());
    },
  );

  test('keeps no word once everything is deleted', async () => {
    await savePapers(many(160));
    await compileListsNow(TOOLS);
    await deleteAllPapers();
    const raw = await openDB(LIBRARY_NAME);
    expect(await raw.getAll('rows')).toEqual([]);
    raw.close();
    expect(await now()).toMatchObject({ total: 0 });
  });
});
