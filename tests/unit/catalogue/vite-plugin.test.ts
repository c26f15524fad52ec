import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '@/data/build';
import { addCatalogue, addPacks, catalogueIds } from '@/data/build/vite-plugin';

describe('the catalogue in the build', () => {
  it('is three files of the extension beside the vectors of words', async () => {
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

  it('stands beside the packs that there are, which the build names', async () => {
    const files: { relativeDest: string }[] = [];
    const said: string[] = [];
    await addPacks({ logger: { info: (line) => said.push(line) } }, files);
    expect(files.at(-1)?.relativeDest).toBe('packs.json');
    expect(said[0]).toMatch(/^Pack “|^No pack in /);
  });

  it('gives its ids to a module, and no other module anything', () => {
    const plugin = catalogueIds();
    const code = plugin.load(plugin.resolveId('virtual:catalogue-ids') ?? '') ?? '';
    const ids = /^export const ids = "(.+)";$/.exec(code)?.[1]?.split(' ');
    expect(ids).toEqual(buildCatalogue().ids.toSorted());
    expect([plugin.resolveId('@/data/ids'), plugin.load('@/data/ids')]).toEqual([undefined, undefined]);
  });
});
