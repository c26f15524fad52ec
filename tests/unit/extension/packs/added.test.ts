import 'fake-indexeddb/auto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MANIFEST_FILE } from '@/lib/domain/pack/manifest';
import { writePackFile } from '@/lib/domain/pack/pack-file';
import { listAddedPacks, openAddedPacks } from '@/lib/extension/packs/added';
import { addPack, removePack } from '@/lib/pages/change-packs';
import { writeAdded } from '@/lib/extension/packs/database';
import { ADDED_PACKS_KEY, RESET_KEYS } from '@/lib/shared/storage-keys';
import { makeRecords, OWN_TAGS, writePack } from '@/tests/fixtures/pack-folder';

const records = makeRecords(300);
const [first] = records;
if (!first) throw new Error('no records');
let files: ReadonlyMap<string, Uint8Array>;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'pack-added-'));
  const manifest = writePack(join(folder, 'mine'), 'mine', records);
  const names = [MANIFEST_FILE, ...manifest.files.map(({ name }) => name)];
  files = new Map(names.map((name) => [name, Uint8Array.from(readFileSync(join(folder, 'mine', name)))]));
  rmSync(folder, { recursive: true });
});

beforeEach(() => fakeBrowser.reset());
afterAll(() => vi.restoreAllMocks());

const fileOf = (bytes: Uint8Array): File => new File([Uint8Array.from(bytes)], 'mine.zip');
const add = (bytes: Uint8Array, taken: readonly string[] = ['curated', 'wide', 'saved']) =>
  addPack(fileOf(bytes), OWN_TAGS, taken);
const change = (name: string, damage: (bytes: Uint8Array) => Uint8Array): ReadonlyMap<string, Uint8Array> => {
  const old = files.get(name);
  if (!old) throw new Error(`${name} is no file of the pack`);
  return new Map([...files, [name, damage(Uint8Array.from(old))]]);
};
const flip = (bytes: Uint8Array): Uint8Array => bytes.with(20, (bytes[20] ?? 0) ^ 255);
const inManifest = (from: string, to: string): ReadonlyMap<string, Uint8Array> =>
  change(MANIFEST_FILE, (bytes) =>
    new TextEncoder().encode(new TextDecoder().decode(bytes).replace(from, to)),
  );
const said = async (bytes: Uint8Array): Promise<string> => {
  const outcome = await add(bytes);
  return outcome.ok ? 'added' : outcome.message;
};

describe('a pack that the user adds', () => {
  it('is stored whole, listed, opened and removed', async () => {
    expect(await openAddedPacks({ taxonomy: OWN_TAGS })).toEqual([]);
    expect(await add(writePackFile(files))).toEqual({ ok: true, name: 'mine' });
    expect(await listAddedPacks()).toMatchObject([{ name: 'mine', papers: 300 }]);
    const [pack] = await openAddedPacks({ taxonomy: OWN_TAGS });
    expect((await pack?.get(first.id))?.title).toBe(first.title);
    expect((await pack?.query({ text: first.title }, { limit: 1 }))?.hits[0]?.id).toBe(first.id);
    expect(await removePack('mine')).toEqual({ ok: true, name: 'mine' });
    expect(await listAddedPacks()).toEqual([]);
    expect(await openAddedPacks({ taxonomy: OWN_TAGS })).toEqual([]);
  });

  it('may be in a folder of the zip, and replaces one with the same name', async () => {
    const inFolder = zipSync(Object.fromEntries([...files].map(([name, bytes]) => [`mine/${name}`, bytes])));
    expect(await said(inFolder)).toBe('added');
    expect(await said(writePackFile(files))).toBe('added');
    expect(await listAddedPacks()).toHaveLength(1);
    await removePack('mine');
  });

  it('is announced to every context by a change of storage, and survives a reset of the settings', async () => {
    const heard: string[] = [];
    browser.storage.onChanged.addListener((changes) => heard.push(...Object.keys(changes)));
    await add(writePackFile(files));
    await removePack('mine');
    expect(heard).toEqual([ADDED_PACKS_KEY, ADDED_PACKS_KEY]);
    expect(RESET_KEYS).not.toContain(ADDED_PACKS_KEY);
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    ['not a zip', () => Uint8Array.of(1, 2, 3), /^This file is no pack\./],
    ['a zip with other content', () => zipSync({ 'a.json': Uint8Array.of(1) }), /^This file is no pack\./],
    ['cut off', () => writePackFile(files).slice(0, 5000), /^This file is no pack\./],
    [
      'in another format',
      () => writePackFile(inManifest('"format": ', '"format": 9')),
      /format is 9.*build it again/,
    ],
    [
      'without one of its files',
      () => writePackFile(new Map([...files].slice(0, -1))),
      /^The pack is damaged: /,
    ],
    [
      'with another file',
      () => writePackFile(change('search.bin', flip)),
      /^The pack is damaged: search\.bin/,
    ],
    [
      'with fewer papers',
      () => writePackFile(inManifest('"papers": 300', '"papers": 299')),
      /damaged: ids\.bin/,
    ],
    [
      'named like a file elsewhere',
      () => writePackFile(inManifest('"name": "mine"', '"name": "../x"')),
      /no proper name/,
    ],
  ])('is refused with an explanation if it is %s, and nothing is stored', async (_, bytes, message) => {
    expect(await said(bytes())).toMatch(message);
    expect(await listAddedPacks()).toEqual([]);
  });

  it('may not have the name of a pack that ships', async () => {
    const outcome = await add(writePackFile(files), ['mine']);
    expect(outcome).toMatchObject({
      ok: false,
      message: expect.stringMatching(/already a pack named “mine”.*--name/),
    });
  });

  it('reports a full disk, and leaves nothing behind', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await said(writePackFile(files))).toMatch(/no room for this pack.*Nothing was changed/);
    put.mockRestore();
    expect(await listAddedPacks()).toEqual([]);
  });

  it('is reported without throwing if its files have been lost', async () => {
    vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue('own');
    Object.assign(browser.runtime, { getManifest: () => ({ version: '1' }) });
    const report = vi.spyOn(console, 'error').mockReturnValue();
    const manifest = JSON.parse(new TextDecoder().decode(files.get(MANIFEST_FILE)));
    await writeAdded({
      manifest,
      files: new Map([[MANIFEST_FILE, files.get(MANIFEST_FILE) ?? new Uint8Array(0)]]),
    });
    await browser.storage.local.set({ [ADDED_PACKS_KEY]: { names: ['mine'], changed: 1 } });
    const [pack] = await openAddedPacks({ taxonomy: OWN_TAGS });
    expect(await pack?.has([first.id])).toEqual([false]);
    expect(String(report.mock.lastCall?.[0])).toContain('ids.bin of the pack “mine” cannot be read');
    await removePack('mine');
  });

  it('is unavailable if the browser provides no database', async () => {
    await browser.storage.local.set({ [ADDED_PACKS_KEY]: { names: ['mine'], changed: 1 } });
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
    vi.resetModules();
    const fresh = await import('@/lib/extension/packs/added');
    expect(await fresh.openAddedPacks({ taxonomy: OWN_TAGS })).toEqual([]);
    vi.stubGlobal('indexedDB', new IDBFactory());
  });
});
