import 'fake-indexeddb/auto';
import { existsSync } from 'node:fs';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test } from 'vitest';
import { createSavedSearch } from '@/lib/domain/library/saved-search';
import { LIBRARY_NAME, LIBRARY_VERSION } from '@/lib/extension/library/database';
import { openCompiled } from '@/lib/extension/library/own-lists';
import { findSaved, readBackup } from '@/lib/extension/library/read-papers';
import { readRowsNow, rowsOf } from '@/lib/extension/library/saved-rows';
import goldenV2 from '../../../fixtures/library/v2.json';
import goldenV3 from '../../../fixtures/library/v3.json';
import { resetBrowser } from './raw-database';
import { idOf, numbered } from './sample';

beforeEach(resetBrowser);

/** A database as a release wrote it: later stores are absent, and the content is that of the fixture. */
async function write(version: 2 | 3): Promise<void> {
  const golden = version === 2 ? goldenV2 : goldenV3;
  const database = await openDB(LIBRARY_NAME, version, {
    upgrade: (raw) => {
      raw.createObjectStore('papers', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
      raw.createObjectStore('terms', { keyPath: 'id' });
      raw.createObjectStore('removed', { keyPath: 'id' });
      raw.createObjectStore('met', { keyPath: 'id' }).createIndex('metAt', 'metAt');
      raw.createObjectStore('aside', { autoIncrement: true });
      raw.createObjectStore('compiled', { keyPath: 'list' }).createIndex('stamp', 'stamp');
      raw.createObjectStore('touched');
      if (version > 2) raw.createObjectStore('rows', { keyPath: 'list' });
    },
  });
  for (const record of golden.papers) await database.put('papers', record);
  for (const record of golden.terms) await database.put('terms', record);
  for (const [key, mark] of Object.entries(golden.touched)) await database.put('touched', mark, key);
  for (const { index, ...compiled } of golden.compiled)
    await database.put('compiled', { ...compiled, index: Uint8Array.from(Buffer.from(index, 'base64')) });
  if (version > 2) for (const record of goldenV3.rows) await database.put('rows', record);
  database.close();
}

describe.each([2, 3] as const)('a database written by release %s of the schema', (version) => {
  beforeEach(() => write(version));

  test('can be read completely, and stays unchanged', async () => {
    const backup = await readBackup();
    const golden = version === 2 ? goldenV2 : goldenV3;
    expect(backup.ok && backup.value).toMatchObject({ papers: golden.papers, unreadable: [] });
    const raw = await openDB(LIBRARY_NAME);
    expect(raw.version).toBe(LIBRARY_VERSION);
    expect(await raw.getAll('papers')).toEqual(golden.papers);
    raw.close();
  });

  test('has its compiled list searched without changes', async () => {
    const index = await openCompiled('saved', []);
    const search = createSavedSearch([], index && { index });
    const marks = new Map([[String(numbered(1)), { status: 'reading', ownTags: ['thesis'] } as const]]);
    expect(search.query('kidneys', marks).hits.map(({ id }) => id)).toEqual([numbered(1)]);
  });

  test('shows the same list, from rows if there are any', async () => {
    const now = await readRowsNow();
    if (!now.ok) throw new Error(now.reason);
    expect(now.value.total).toBe(2);
    expect(now.value.compiled === undefined).toBe(version === 2);
    const [first] = rowsOf(now.value).filter(({ id }) => id === numbered(1));
    expect(first && [first.title, first.status, first.ownTags, first.best]).toEqual(
      version === 2
        ? undefined
        : ['Outlining kidneys with few labels', 'reading', ['thesis', 'chapter 2'], 'Dice\t0.91\t'],
    );
    const known = await findSaved(idOf('math/0309136'));
    expect(known.ok && known.value?.note).toContain('second line');
  });
});

test('there is a fixture for a database of every version', () => {
  expect(existsSync(`tests/fixtures/library/v${LIBRARY_VERSION}.json`)).toBe(true);
});

test('a database that has a version but no stores, made by its name alone, gets them', async () => {
  (await openDB(LIBRARY_NAME)).close();
  const backup = await readBackup();
  expect(backup.ok && backup.value).toMatchObject({ papers: [], unreadable: [] });
});
