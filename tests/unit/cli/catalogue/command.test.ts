import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCommand } from '@/lib/cli/catalogue/check';
import { importListing } from '@/lib/cli/catalogue/import';
import { sampleRecord } from '../../data/sample';

const ABSTRACT =
  'We measure how well a small network finds stones in pictures of kidneys, and how long it takes for each of them.';
const LISTING = `new\n\nJan 6\n\nStones\n\n${ABSTRACT}\n\n  • 3 authors\n·\nJul 11, 2024 2\n`;
const IDENTIFIERS = JSON.stringify([{ title: 'Stones', arxivId: '2407.08410' }]);

let folder = '';
const path = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  writeFileSync(path('listing.txt'), LISTING);
  writeFileSync(path('ids.json'), IDENTIFIERS);
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (changes: object = {}) =>
  importListing({
    listing: path('listing.txt'),
    identifiers: path('ids.json'),
    write: true,
    papers: path('papers'),
    existing: [],
    ...changes,
  });

describe('import', () => {
  it('writes one file per paper, without its abstract', async () => {
    expect(await run()).toMatchObject({ code: 0, err: [] });
    expect(readdirSync(path('papers'))).toEqual(['2407.08410.json']);
    const text = readFileSync(path('papers/2407.08410.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      id: '2407.08410',
      authors: { count: 3 },
      published: '2024-07-11',
      listing: { comments: 2 },
    });
    expect(text).not.toContain('small network finds');
  });

  it('prints a line per paper and writes nothing without --write', async () => {
    const { code, out } = await run({ write: false });
    expect([code, out.length]).toEqual([0, 1]);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ id: '2407.08410', title: 'Stones' });
    expect(readdirSync(folder)).not.toContain('papers');
  });

  it('shows the papers and reports what is missing if there are no ids', async () => {
    const { code, out, err } = await run({ write: false, identifiers: undefined });
    expect(code).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toEqual({
      id: null,
      title: 'Stones',
      authors: { count: 3 },
      published: '2024-07-11',
    });
    expect(err).toEqual([`${path('listing.txt')}:5: no arXiv id known for "Stones"`]);
  });

  it.each([
    [
      'a malformed listing',
      'listing.txt',
      LISTING.replace('Jul 11', 'Smarch 11'),
      /listing\.txt:11: expected a date/,
    ],
    ['an unknown paper', 'ids.json', '[]', /listing\.txt:5: no arXiv id known for "Stones"/],
    ['malformed ids', 'ids.json', '{', /ids\.json: .*not JSON/],
  ])('writes nothing for %s', async (_, name, text, message) => {
    writeFileSync(path(name), text);
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err[0]).toMatch(message);
    expect(readdirSync(folder)).not.toContain('papers');
  });

  it('preserves what a person has written, however often it runs', async () => {
    await run();
    const existing = { ...sampleRecord(), title: 'Stones' };
    await run({ existing: [existing] });
    const once = readFileSync(path('papers/2407.08410.json'), 'utf8');
    expect(JSON.parse(once)).toMatchObject({
      summary: existing.summary,
      tags: existing.tags,
      results: existing.results,
      links: existing.links,
    });
    await run({ existing: [existing] });
    expect(readFileSync(path('papers/2407.08410.json'), 'utf8')).toBe(once);
  });
});

describe('check', () => {
  it('names file and field of each error and fails', () => {
    cpSync('data/taxonomy.json', path('taxonomy.json'));
    cpSync('data/catalogue.json', path('catalogue.json'));
    cpSync('data/papers', path('papers'), { recursive: true });
    const file = path('papers/2407.08410.json');
    const record = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(
      file,
      JSON.stringify({
        ...record,
        tags: ['no-such-tag'],
        links: [{ kind: 'code', url: 'https://www.github.com/a/b/', official: true }],
      }),
    );
    const { code, err, out } = checkCommand({ folder });
    expect(code).toBe(1);
    expect(err).toContain('data/papers/2407.08410.json: tags[0]: "no-such-tag" is not in the taxonomy');
    expect(err.join('\n')).toMatch(
      /^data\/papers\/2407.08410.json: links\[0\]\.url: "https:\/\/www.github.com\/a\/b\/" is not canonical/m,
    );
    expect(out).toEqual([expect.stringMatching(/^71 papers, \d+ tags, \d+ bytes compiled: \d+ faults$/)]);
  });

  it('reports papers of the listing that have no file', () => {
    const { err } = checkCommand({ folder: 'data', listing: path('listing.txt') });
    expect(err).toContain(`${path('listing.txt')}:5: "Stones" has no file`);
  });
});
