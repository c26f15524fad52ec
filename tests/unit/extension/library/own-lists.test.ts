import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { compileListsNow } from '@/lib/background/compile-lists';

import { NO_VECTORS } from '@/lib/domain/related/model';
import type { TagDefinition } from '@/lib/domain/paper';
import type { Pack } from '@/lib/domain/store';
import { mergePacks } from '@/lib/domain/store/merged';
import { savePapers, removePapers, updatePapers } from '@/lib/extension/library/change-papers';
import { LIBRARY_NAME } from '@/lib/extension/library/database';
import { openOwnLists } from '@/lib/extension/library/own-lists';
import { listSavedMarks } from '@/lib/extension/library/saved-rows';
import { resetBrowser } from './raw-database';
import { keepable, numbered } from './sample';

/** All words are equally rare, and none has a vector. */
const MODEL = { ...NO_VECTORS, idf: () => 6 };
const TAXONOMY: readonly TagDefinition[] = [
  {
    id: 'ct',
    facet: 'modality',
    label: 'CT',
    definition: 'Computed tomography.',
    forms: ['ct'],
    traits: ['picture'],
  },
  {
    id: 'image-segmentation',
    facet: 'task',
    label: 'Image segmentation',
    definition: 'Outlining.',
    forms: ['segmentation'],
  },
];
const TOOLS = { taxonomy: TAXONOMY, readModel: () => Promise.resolve(MODEL) };

beforeEach(resetBrowser);

const openSaved = (wantCompiled = (): void => undefined): Pack => {
  const [saved] = openOwnLists({ ...TOOLS, rarityOfTag: () => 2, wantCompiled });
  if (!saved) throw new Error('There is a list of saved papers');
  return saved;
};

const find = async (pack: Pack, text: string): Promise<readonly string[]> =>
  (await pack.query({ text }, { limit: 10 })).hits.map(({ id }) => id);

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => keepable(numbered(at + 1), { title: `Kidneys, part ${at + 1}` }));

describe('saved papers as a pack', () => {
  test('are found by title and note, shown with what is known, and updated with each change', async () => {
    await savePapers([keepable(numbered(1)), keepable(numbered(2), { title: 'Quantum gravity' })]);
    await updatePapers([numbered(2)], { note: 'Read with Grete.' });
    const pack = openSaved();
    expect(await find(pack, '"few labels"')).toEqual([numbered(1)]);
    expect(await find(pack, 'grete')).toEqual([numbered(2)]);
    expect(await pack.has([numbered(1), numbered(3)])).toEqual([true, false]);
    // A page that was read then is not the page in view now.
    expect(await pack.get(numbered(1))).toMatchObject({ provenance: 'met', results: [{ value: '0.91' }] });
    await savePapers([keepable(numbered(3), { title: 'Few labels again' })]);
    await removePapers([numbered(1)]);
    expect(await find(pack, '"few labels"')).toEqual([numbered(3)]);
    expect(await pack.get(numbered(1))).toBeUndefined();
  });

  test('are compared with one another and with a text, with reasons', async () => {
    await savePapers([keepable(numbered(1)), keepable(numbered(2))]);
    const pack = openSaved();
    const text = {
      title: 'Kidneys in CT',
      abstract: 'We outline kidneys in abdominal scans.',
      tags: ['ct', 'image-segmentation'],
    };
    const near = await pack.related({ kind: 'text', text }, { limit: 5 });
    expect(near.rows.map(({ id }) => id).toSorted()).toEqual([numbered(1), numbered(2)]);
    expect(near.rows[0]?.reasons.length).toBeGreaterThan(0);
    const others = await pack.related({ kind: 'paper', id: numbered(1) }, { limit: 5 });
    expect(others.rows.map(({ id }) => id)).toEqual([numbered(2)]);
  });

  test('are searched as part of a store, but not counted in its totals or in the packs’ content', async () => {
    await savePapers([keepable(numbered(1))]);
    const store = mergePacks([openSaved()], { findTag: () => undefined, listSaved: listSavedMarks });
    const answer = await store.query({ text: 'in:saved status:to-read kidneys' }, { limit: 5 });
    expect(answer.hits.map(({ id }) => id)).toEqual([numbered(1)]);
    expect(await store.has([numbered(1)])).toEqual([false]);
    expect(await store.facts()).toMatchObject({ packs: [], papers: 0 });
  });
});

describe('a long list', () => {
  test('is compiled, found as before, and collects changes until there are many', async () => {
    await savePapers(many(200));
    const wanted = vi.fn<() => void>();
    await compileListsNow(TOOLS);
    const raw = await openDB(LIBRARY_NAME);
    const first = await raw.get('compiled', 'saved');
    expect(first).toMatchObject({ list: 'saved' });
    expect(await raw.count('touched')).toBe(0);
    const pack = openSaved(wanted);
    expect((await pack.query({ text: 'kidneys' }, { limit: 1 })).total).toBe(200);
    await updatePapers([numbered(7)], { note: 'Grete' });
    await savePapers([keepable(numbered(300), { title: 'A later one' })]);
    expect(await find(pack, 'grete')).toEqual([numbered(7)]);
    expect(await find(pack, 'later')).toEqual([numbered(300)]);
    expect((await pack.query({ text: '' }, { limit: 1 })).total).toBe(201);
    await compileListsNow(TOOLS);
    expect(await raw.get('compiled', 'saved')).toEqual(first);
    expect(wanted).not.toHaveBeenCalled();
    raw.close();
  });

  test('keeps no word of a removed paper', async () => {
    await savePapers([...many(160), keepable(numbered(500), { title: 'Unspeakable' })]);
    await compileListsNow(TOOLS);
    const pack = openSaved();
    expect(await find(pack, 'unspeakable')).toEqual([numbered(500)]);
    await removePapers([numbered(500)]);
    expect(await find(pack, 'unspeakable')).toEqual([]);
    await compileListsNow(TOOLS);
    const raw = await openDB(LIBRARY_NAME);
    const compiled: { readonly index: Uint8Array } = await raw.get('compiled', 'saved');
    expect(new TextDecoder('latin1').decode(compiled.index)).not.toContain('speakab');
    raw.close();
  });

  test('is compiled by the background if it is too long to compile immediately, and is complete afterwards', async () => {
    await savePapers(many(520));
    const wanted = vi.fn<() => void>();
    const pack = openSaved(wanted);
    expect((await pack.query({ text: 'kidneys' }, { limit: 1 })).total).toBe(500);
    expect(wanted).toHaveBeenCalledTimes(1);
    await compileListsNow(TOOLS);
    expect((await pack.query({ text: 'kidneys' }, { limit: 1 })).total).toBe(520);
  });

  test('is compiled again if its compiled form is damaged', async () => {
    await savePapers(many(160));
    await compileListsNow(TOOLS);
    const raw = await openDB(LIBRARY_NAME);
    const stored: object = await raw.get('compiled', 'saved');
    await raw.put('compiled', { ...stored, stamp: 1, index: new Uint8Array(9) });
    const pack = openSaved();
    expect((await pack.query({ text: 'kidneys' }, { limit: 1 })).total).toBe(160);
    await compileListsNow(TOOLS);
    expect(await raw.get('compiled', 'saved')).not.toMatchObject({ stamp: 1 });
    raw.close();
  });

  test('is compiled again with the next change if it was compiled in an earlier format, however few papers remain', async () => {
    await savePapers([...many(160), keepable(numbered(500), { title: 'Unspeakable' })]);
    await compileListsNow(TOOLS);
    const raw = await openDB(LIBRARY_NAME);
    const stored: { readonly index: Uint8Array } = await raw.get('compiled', 'saved');
    const index = stored.index.slice();
    index[4] = 1;
    await raw.put('compiled', { ...stored, stamp: 1, index });
    const pack = openSaved();
    expect((await pack.query({ text: 'kidneys' }, { limit: 1 })).total).toBe(161);
    await removePapers(Array.from({ length: 100 }, (_, at) => numbered(at + 1)).concat(numbered(500)));
    await compileListsNow(TOOLS);
    const compiled: { readonly index: Uint8Array } = await raw.get('compiled', 'saved');
    expect(compiled.index[4]).toBe(2);
    expect(new TextDecoder('latin1').decode(compiled.index)).not.toContain('speakab');
    expect((await openSaved().query({ text: 'kidneys' }, { limit: 1 })).total).toBe(60);
    raw.close();
  });
});
