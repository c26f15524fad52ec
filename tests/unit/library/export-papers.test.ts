import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { savePapers, updatePapers } from '@/lib/extension/library/change-papers';
import { closeLibrary, LIBRARY_NAME } from '@/lib/extension/library/database';
import {
  backUpAll,
  findNamedPapers,
  EXPORT_FORMS,
  formatPapers,
  readBackupText,
} from '@/lib/pages/export-papers';
import { readBackup } from '@/lib/extension/library/read-papers';
import { idOf, keepable, numbered } from './sample';

const ID = numbered(1);

beforeEach(async () => {
  fakeBrowser.reset();
  await closeLibrary();
  globalThis.indexedDB = new IDBFactory();
  await savePapers([keepable(ID), keepable(numbered(2), { title: 'Livers' })]);
  await updatePapers([ID], { status: 'read', addTags: ['thesis'], note: 'Mine.' });
});

async function textOf(form: (typeof EXPORT_FORMS)[number]): Promise<string> {
  const handed = await formatPapers([ID, numbered(2)], form, (tag) => tag.toUpperCase());
  if (!handed.ok) throw new Error('Nothing was handed on');
  return handed.value.text;
}

test('a backup file holds all of it, and is read back whole', async () => {
  const kept = await readBackup();
  const read = readBackupText(await textOf('backup'));
  expect(read.kind === 'backup' && read.faults).toEqual([]);
  expect(read.kind === 'backup' && read.backup.papers).toEqual(kept.ok && kept.value.papers);
});

test('a backup of everything holds what cannot be read too, for a release that can', async () => {
  const damaged = { id: '2413.99999', title: null, ofLater: ['x'] };
  const raw = await openDB(LIBRARY_NAME);
  await raw.put('papers', damaged);
  raw.close();
  const file = await backUpAll();
  if (!file.ok) throw new Error(file.reason);
  const { papers } = JSON.parse(file.value.text);
  expect(papers).toHaveLength(3);
  expect(papers[2]).toEqual(damaged);
  const read = readBackupText(file.value.text);
  expect(read.kind === 'backup' && read.backup.papers).toHaveLength(2);
  expect(read.kind === 'backup' && read.faults).toEqual([{ place: 3, name: '2413.99999' }]);
});

test.each(EXPORT_FORMS)('as %s, every paper is in it', async (form) => {
  const text = await textOf(form);
  expect(text).toContain('Livers');
  expect(text).toContain('2401.00001');
});

test('notes and tables hold what the user says of a paper, and tags by their labels', async () => {
  for (const form of ['notes', 'csv', 'tsv'] as const) {
    const text = await textOf(form);
    expect(text).toContain('Mine.');
    expect(text).toContain('thesis');
  }
  expect(await textOf('csv')).toContain('IMAGE-SEGMENTATION');
});

test('papers that a text names are known by their ids alone', () => {
  const papers = findNamedPapers('@article{a, eprint={math/0309136v2}} and arXiv:2401.00001');
  expect(papers.map(({ id }) => id)).toEqual([idOf('math/0309136'), ID]);
  expect(papers[0]).toMatchObject({ title: '', status: 'to-read', note: '' });
});
