import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { collectPacks, type ShippedPacks } from '@/data/build/packs';
import { PACK_LIST } from '@/lib/domain/pack/list-name';
import { parsePackList } from '@/lib/domain/pack/pack-list';
import { openShippedPacks } from '@/lib/extension/packs/shipped';
import { makeRecords, OWN_TAGS, writePack } from '@/tests/fixtures/pack-folder';

let folder = '';
const records = makeRecords(300);
const [first] = records;
const last = records.at(-1);
if (!first || !last) throw new Error('no records');
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-shipped-'));
  writePack(join(folder, 'wide'), 'wide', records);
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllGlobals());

const listOf = ({ assets }: ShippedPacks): string =>
  assets.flatMap((asset) =>
    asset.relativeDest === PACK_LIST && 'contents' in asset ? [asset.contents] : [],
  )[0] ?? '';

describe('the packs of a build', () => {
  it('are copied as their manifests list them, and reported', () => {
    const { assets, notes, faults } = collectPacks(folder);
    expect(faults).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/^Pack “wide”: 300 papers, the newest of 20\d\d-/)]);
    expect(assets.map(({ relativeDest }) => relativeDest)).toEqual([
      'packs/wide/records/0000.bin',
      'packs/wide/records/0001.bin',
      'packs/wide/vectors.bin',
      'packs/wide/ids.bin',
      'packs/wide/search.bin',
      PACK_LIST,
    ]);
  });

  it('may be none: then the list is empty, and the build says so', () => {
    const none = collectPacks(join(folder, 'nowhere'));
    expect(none.notes[0]).toMatch(/^No pack in .*nowhere: built with the catalogue alone$/);
    expect(parsePackList(listOf(none))).toEqual([]);
  });

  it('are refused if a file differs from the manifest, or if two have the same name', () => {
    const damaged = mkdtempSync(join(tmpdir(), 'packs-damaged-'));
    writePack(join(damaged, 'cut'), 'cut', records);
    writeFileSync(join(damaged, 'cut/ids.bin'), 'short');
    writePack(join(damaged, 'named'), 'other', records);
    mkdirSync(join(damaged, 'none'));
    writeFileSync(join(damaged, 'none/manifest.json'), '{}');
    expect(collectPacks(damaged).faults).toEqual([
      expect.stringContaining('ids.bin is not the file that the manifest tells of'),
      expect.stringContaining('the pack is called “other”'),
      expect.stringContaining('its format is undefined'),
    ]);
    rmSync(damaged, { recursive: true });
  });
});

/** Serves the files of the folder as the extension's own; `damaged` ones contain garbage. */
function serve(damaged: readonly string[] = []): string[] {
  const asked: string[] = [];
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue('own');
  Object.assign(browser.runtime, { getManifest: () => ({ version: '1' }) });
  vi.stubGlobal('fetch', (address: string) => {
    const name = address.slice(address.indexOf('packs/') + 'packs/'.length);
    asked.push(name);
    return Promise.resolve(
      new Response(damaged.includes(name) ? 'rubbish' : readFileSync(join(folder, name))),
    );
  });
  return asked;
}

const open = async () => {
  const [pack] = await openShippedPacks(listOf(collectPacks(folder)), { taxonomy: OWN_TAGS });
  if (!pack) throw new Error('no pack');
  return pack;
};

describe('a pack that ships', () => {
  it('opens, and provides the first view, from the list alone', async () => {
    const asked = serve();
    const pack = await open();
    expect(await pack.facts()).toMatchObject({
      papers: 300,
      packs: [{ name: 'wide', provenance: 'automatic' }],
    });
    const { newest, topics } = await pack.start({ newest: 5, topics: 2 });
    expect([newest.length, topics.length]).toEqual([5, 2]);
    expect(asked).toEqual([]);
  });

  it('reads the ids to say what it contains, and one shard per paper', async () => {
    const asked = serve();
    const pack = await open();
    expect(await pack.has([first.id])).toEqual([true]);
    expect(asked).toEqual(['wide/ids.bin']);
    expect((await pack.get(first.id))?.title).toBe(first.title);
    expect(asked).toEqual(['wide/ids.bin', 'wide/records/0000.bin']);
  });

  it('reports a damaged shard once, and shows the papers of the others', async () => {
    serve(['wide/records/0000.bin']);
    const report = vi.spyOn(console, 'error').mockReturnValue();
    const pack = await open();
    expect(await pack.get(first.id)).toBeUndefined();
    expect(await pack.get(first.id)).toBeUndefined();
    expect((await pack.get(last.id))?.title).toBe(last.title);
    expect(report.mock.calls.map(([line]) => line)).toEqual([
      expect.stringContaining('records/0000.bin of the pack “wide” cannot be read; its papers are missing.'),
    ]);
  });

  it.each([
    ['a damaged list', '{"wide":', 'install Sidelight again'],
    ['an invalid manifest', '{"wide":{"manifest.json":"[]"}}', 'its manifest is no object'],
    ['a missing manifest', '{"wide":7}', 'its manifest is no JSON'],
  ])('is left out and reported if there is %s', async (_, list, words) => {
    serve(['wide/manifest.json']);
    const report = vi.spyOn(console, 'error').mockReturnValue();
    expect(await openShippedPacks(list, { taxonomy: OWN_TAGS })).toEqual([]);
    expect(String(report.mock.lastCall?.[0])).toContain(words);
  });

  it('is not reported as missing if the build has none', async () => {
    expect(await openShippedPacks(undefined, { taxonomy: OWN_TAGS })).toEqual([]);
  });
});

/** The answers to twenty titles at once. */
const ask = async (readsParts: boolean) => {
  const [pack] = await openShippedPacks(listOf(collectPacks(folder)), { taxonomy: OWN_TAGS, readsParts });
  const titles = records.slice(0, 20).map(({ title }) => title);
  return Promise.all(titles.map(async (text) => pack?.query({ text }, { limit: 5 })));
};

describe('a pack that ships, searched in parts of its index', () => {
  it('gives the same answers, and opens the file once', async () => {
    const asked = serve();
    const whole = await ask(false);
    asked.splice(0);
    expect(await ask(true)).toEqual(whole);
    expect(asked.filter((name) => name === 'wide/search.bin')).toHaveLength(1);
  });

  it('is reported once if the file is damaged', async () => {
    serve(['wide/search.bin']);
    const report = vi.spyOn(console, 'error').mockReturnValue();
    expect((await ask(true)).map((answer) => answer?.total)).toEqual(Array.from({ length: 20 }, () => 0));
    expect(report.mock.calls.map(([line]) => line)).toEqual([
      expect.stringContaining('search.bin of the pack “wide” cannot be read; its papers are missing.'),
    ]);
  });
});
