import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '@/data/build';
import { addCatalogue, addPacks, catalogueIds, firstPapers } from '@/data/build/vite-plugin';
import { packsIn } from '@/data/build/packs';

/** How many papers the manifests of the packs that ship tell of. */
const papersOfPacks = (): number =>
  packsIn('data/packs').reduce(
    (sum, name) => sum + Number(JSON.parse(readFileSync(`data/packs/${name}/manifest.json`, 'utf8')).papers),
    0,
  );

describe('the catalogue in the build', () => {
  it('is three files of the extension, next to the word vectors', async () => {
    const files: object[] = [];
    await addCatalogue(undefined, files);
    const { text, taxonomy, relatedAsset } = buildCatalogue();
    expect(files).toEqual([
      { relativeDest: 'catalogue.ndjson', contents: text },
      { relativeDest: 'taxonomy.json', contents: taxonomy },
      { relativeDest: 'related.txt', contents: relatedAsset },
      { relativeDest: 'words.bin', absoluteSrc: resolve('data/model/words.bin') },
    ]);
  });

  it('is listed with the packs that ship, which the build names', async () => {
    const files: { relativeDest: string }[] = [];
    const said: string[] = [];
    await addPacks({ logger: { info: (line) => said.push(line) } }, files);
    expect(files.at(-1)?.relativeDest).toBe('packs.json');
    expect(said[0]).toMatch(/^Pack “|^No pack in /);
  });

  it('provides its ids to one module, and nothing to others', () => {
    const plugin = catalogueIds();
    const code = plugin.load(plugin.resolveId('virtual:catalogue-ids') ?? '') ?? '';
    const ids = /^export const ids = "(.+)";$/.exec(code)?.[1]?.split(' ');
    expect(ids).toEqual(buildCatalogue().ids.toSorted());
    expect([plugin.resolveId('@/data/ids'), plugin.load('@/data/ids')]).toEqual([undefined, undefined]);
  });

  it('provides the popup’s first papers, the newest of the catalogue and all packs that ship', async () => {
    const plugin = firstPapers();
    const code = (await plugin.load(plugin.resolveId('virtual:first-papers') ?? '')) ?? '';
    const json: unknown = JSON.parse(
      /^export const firstPapers = JSON\.parse\((".+")\);$/.exec(code)?.[1] ?? '',
    );
    const first = JSON.parse(String(json));
    const dates = first.newest.map(({ published }: { published: string }) => published);
    expect(dates).toHaveLength(5);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(first.topics).toHaveLength(12);
    expect(first.facts.papers).toBe(buildCatalogue().ids.length + papersOfPacks());
    expect(plugin.load('@/data/ids')).toBeUndefined();
  });
});
