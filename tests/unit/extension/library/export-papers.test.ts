import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  deleteAllPapers,
  importPapers,
  savePapers,
  updatePapers,
} from '@/lib/extension/library/change-papers';
import { LIBRARY_NAME } from '@/lib/extension/library/database';
import {
  backUpAll,
  findNamedPapers,
  EXPORT_FORMS,
  formatPapers,
  readBackupText,
} from '@/lib/pages/export-papers';
import { readBackup } from '@/lib/extension/library/read-papers';
import { resetBrowser } from './raw-database';
import { idOf, keepable, numbered } from './sample';

const ID = numbered(1);

beforeEach(async () => {
  await resetBrowser();
  await savePapers([keepable(ID), keepable(numbered(2), { title: 'Livers' })]);
  await updatePapers([ID], { status: 'read', addTags: ['thesis'], note: 'Mine.' });
});

async function textOf(form: (typeof EXPORT_FORMS)[number]): Promise<string> {
  const handed = await formatPapers([ID, numbered(2)], form, (tag) => tag.toUpperCase());
  if (!handed.ok) throw new Error('Nothing was handed on');
  return handed.value.text;
}

test('a backup file contains the whole library, and can be read back', async () => {
  const kept = await readBackup();
  const read = readBackupText(await textOf('backup'));
  expect(read.kind === 'backup' && read.faults).toEqual([]);
  expect(read.kind === 'backup' && read.backup.papers).toEqual(kept.ok && kept.value.papers);
});

test('a backup of everything also contains unreadable records, for a release that can read them', async () => {
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

async function wholeBackup(): Promise<string> {
  const file = await backUpAll();
  if (!file.ok) throw new Error(file.reason);
  return file.value.text;
}

/** A backup apart from the time at which it was written. */
const untimed = (file: string): string => file.replace(/"exportedAt":\s*"[^"]*"/, '');

test('a backup file restored into an empty library yields the same file, whatever titles, tags and notes contain', async () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        '\\input{x}',
        '$\\alpha',
        '=1+1',
        '\u202E',
        '\u0000',
        '\uD800',
        '"',
        ',',
        '\r\n',
        '李',
        '{',
        '%',
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));
  const papers = fc.array(fc.record({ title: hostile, name: hostile, tag: hostile, note: hostile }), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(papers, async (drawn) => {
      await deleteAllPapers();
      for (const [at, { title, name, tag, note }] of drawn.entries()) {
        await savePapers([keepable(numbered(at + 1), { title, authors: { names: [name, 'Ada Quill'] } })]);
        await updatePapers([numbered(at + 1)], { status: 'reading', addTags: [tag], note });
      }
      const file = await wholeBackup();
      const read = readBackupText(file);
      if (read.kind !== 'backup') throw new Error(read.kind);
      await deleteAllPapers();
      await importPapers(read.backup.papers);
      expect(untimed(await wholeBackup())).toBe(untimed(file));
    }),
    { numRuns: 20 },
  );
});

test.each(EXPORT_FORMS.filter((form) => form !== 'backup'))(
  'an export as %s is recognised as a list of its papers and of no others',
  async (form) => {
    const named = findNamedPapers(await textOf(form)).map(({ id }) => id);
    expect(named.toSorted()).toEqual([ID, numbered(2)]);
  },
);

test.each(EXPORT_FORMS)('an export as %s contains every paper', async (form) => {
  const text = await textOf(form);
  expect(text).toContain('Livers');
  expect(text).toContain('2401.00001');
});

test('notes and tables contain the user’s status, tags and note, and tags by their labels', async () => {
  for (const form of ['notes', 'csv', 'tsv'] as const) {
    const text = await textOf(form);
    expect(text).toContain('Mine.');
    expect(text).toContain('thesis');
  }
  expect(await textOf('csv')).toContain('IMAGE-SEGMENTATION');
});

test('papers named in a text are recognised by their ids alone', () => {
  const papers = findNamedPapers('@article{a, eprint={math/0309136v2}} and arXiv:2401.00001');
  expect(papers.map(({ id }) => id)).toEqual([idOf('math/0309136'), ID]);
  expect(papers[0]).toMatchObject({ title: '', status: 'to-read', note: '' });
});
