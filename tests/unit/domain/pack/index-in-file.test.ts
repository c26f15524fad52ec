import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPack } from '@/lib/domain/pack';
import type { CompiledPack, PackSource } from '@/lib/domain/pack';
import { SEARCH_FILE } from '@/lib/domain/pack/manifest';
import { makeRecords, OWN_TAGS, writePack } from '@/tests/fixtures/pack-folder';

const SHIPPED = 'data/packs/wide';
const records = makeRecords(400);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-index-in-file-'));
  writePack(folder, 'wide', records);
});
afterAll(() => rmSync(folder, { recursive: true }));

type ReadRange = NonNullable<PackSource['readRange']>;

const FAULT = 'search.bin of the pack “wide” cannot be read; its papers are missing.';
const bytesIn = (of: string, name: string): Uint8Array => new Uint8Array(readFileSync(join(of, name)));
const partOf = (of: string): ReadRange => {
  const files = new Map<string, Uint8Array>();
  return async (name, from, to) => {
    const file = files.get(name) ?? bytesIn(of, name);
    files.set(name, file);
    return file.slice(from, to);
  };
};

const openFrom = async (
  of: string,
  more: Partial<PackSource> = {},
): Promise<{ readonly pack: CompiledPack; readonly faults: string[] }> => {
  const faults: string[] = [];
  const opened = await openPack({
    read: async (name) => bytesIn(of, name),
    taxonomy: OWN_TAGS,
    whenIdle: () => undefined,
    onFault: (message) => faults.push(message),
    ...more,
  });
  if (!opened.ok) throw new Error(opened.message);
  return { pack: opened.pack, faults };
};
const ask = (pack: CompiledPack, text: string) => pack.query({ text }, { limit: 20 });
/** Asks as the address bar does, which shows no counts of tags. */
const suggest = (pack: CompiledPack, text: string) => pack.query({ text }, { limit: 6, countsTags: false });

/** Ways in which somebody types what a title says. */
const typed = (title: string): readonly string[] => {
  const words = title.split(' ');
  const [first = '', second = ''] = words;
  const long = words.find(({ length }) => length > 6) ?? first;
  return [
    title,
    `${title} `,
    title.slice(0, Math.ceil(title.length * 0.6)),
    `"${first} ${second}"`,
    long.slice(0, 2) + long.slice(3),
    `${long.slice(0, 3)}${long.charAt(4)}${long.charAt(3)}${long.slice(5)} ${second}`,
    `${second} ${long.slice(0, 3)}`,
    long.charAt(0),
  ];
};
const FILTERED = [
  '',
  'zzqqxx',
  'author:a',
  'author:zzqq',
  'author:smtih',
  'year:2024.. segmentation',
  'modality:ct "brain mri"',
  'cat:cs.CV network',
  'has:code x-ray',
  'venue:nowhere',
  'in:wide segm',
  'image year:20',
];

describe('an index whose largest parts stay in the file', () => {
  it('gives the answers of the whole index to queries of every form', async () => {
    const whole = await openFrom(folder);
    const parts = await openFrom(folder, { readRange: partOf(folder) });
    const queries = [
      ...records.filter((_, at) => at % 12 === 0).flatMap(({ title }) => typed(title)),
      ...records.filter((_, at) => at % 40 === 0).map(({ authors }) => `author:"${String(authors[0])}"`),
      ...FILTERED,
    ];
    for (const text of queries) expect(await ask(parts.pack, text)).toEqual(await ask(whole.pack, text));
    expect(parts.faults).toEqual([]);
  });

  it('gives them over the pack that ships, and reads a small part of it', async () => {
    let read = 0;
    const readPart = partOf(SHIPPED);
    const whole = await openFrom(SHIPPED);
    const parts = await openFrom(SHIPPED, {
      readRange: (name, from, to) => {
        read += to - from;
        return readPart(name, from, to);
      },
    });
    await suggest(parts.pack, '');
    const opened = read;
    expect(opened).toBeLessThan(4_000_000);
    const queries = [
      'chest x-ray',
      'radiology report genera',
      '"few shot" segm',
      'transfomer',
      'author:smtih',
      's',
    ];
    for (const text of queries)
      expect(await suggest(parts.pack, text)).toEqual(await suggest(whole.pack, text));
    // All words for each of the two typos, and the values for words that tags have: of the file, which grows with what
    // is read from abstracts, a tenth for each query at most.
    expect((read - opened) / queries.length).toBeLessThan(statSync(join(SHIPPED, SEARCH_FILE)).size / 10);
    const before = read;
    await suggest(parts.pack, 'author:wang probabilistic vol');
    await suggest(parts.pack, 'author:wang probabilistic volu');
    // For each mostly the values: some word with the typed beginning is nearly always one of a tag.
    expect(read - before).toBeLessThan(2_000_000);
    for (const text of [...queries, '', 'year:2024..']) {
      expect(await ask(parts.pack, text)).toEqual(await ask(whole.pack, text));
      const [some, all] = await Promise.all([suggest(parts.pack, text), ask(parts.pack, text)]);
      expect([some.facets, some.hits, some.total]).toEqual([[], all.hits.slice(0, 6), all.total]);
    }
  });

  it('gives them again when what was kept of the words was forgotten meanwhile', async () => {
    const whole = await openFrom(SHIPPED);
    const parts = await openFrom(SHIPPED, { readRange: partOf(SHIPPED) });
    const queries = ['chest x-ray', '"few shot" segm', 'graph neural network', 'language model'];
    for (const text of [...queries, ...queries, ...queries.toReversed()])
      expect(await ask(parts.pack, text)).toEqual(await ask(whole.pack, text));
  });

  it('answers queries that wait at the same time, whichever bytes come first', async () => {
    const whole = await openFrom(folder);
    let asked = 0;
    const readPart = partOf(folder);
    const parts = await openFrom(folder, {
      readRange: async (...range) => {
        asked += 1;
        await new Promise((done) => setTimeout(done, (asked * 7) % 11));
        return readPart(...range);
      },
    });
    const queries = records
      .slice(0, 40)
      .flatMap(({ title }) => [title, `"${title.split(' ').slice(1, 3).join(' ')}"`]);
    const answers = await Promise.all(queries.map((text) => ask(parts.pack, text)));
    for (const [at, text] of queries.entries()) expect(answers[at]).toEqual(await ask(whole.pack, text));
  });

  it.each<readonly [string, ReadRange]>([
    ['are refused', async () => undefined],
    ['fail', () => Promise.reject(new Error('no'))],
    ['are too short', async (name, from, to) => bytesIn(folder, name).slice(from, to - 1)],
    ['are the whole file', async (name) => bytesIn(folder, name)],
  ])('reads the whole file if parts %s', async (_, readRange) => {
    const whole = await openFrom(folder);
    const parts = await openFrom(folder, { readRange });
    for (const { title } of records.slice(0, 5))
      expect(await ask(parts.pack, title)).toEqual(await ask(whole.pack, title));
    expect(parts.faults).toEqual([]);
  });

  it('gives the newest papers with a tag, and single papers, as the whole index does', async () => {
    const whole = await openFrom(folder);
    const parts = await openFrom(folder, { readRange: partOf(folder) });
    for (const { id } of OWN_TAGS)
      for (const offset of [0, 3]) {
        const page = { limit: 5, offset };
        expect(await parts.pack.tagged(id, page)).toEqual(await whole.pack.tagged(id, page));
      }
  });

  it('stops reading for a query that is aborted, and answers the next', async () => {
    const whole = await openFrom(folder);
    let asked = 0;
    const readPart = partOf(folder);
    const parts = await openFrom(folder, {
      readRange: (...range) => {
        asked += 1;
        return readPart(...range);
      },
    });
    await ask(parts.pack, '');
    const title = records[7]?.title ?? '';
    const late = new AbortController();
    const aborted = parts.pack.query({ text: title }, { limit: 20, signal: late.signal });
    const before = asked;
    late.abort();
    await expect(aborted).rejects.toThrow(/abort/i);
    expect(asked).toBe(before);
    expect(await ask(parts.pack, title)).toEqual(await ask(whole.pack, title));
    // While the file is read for it.
    const later = new AbortController();
    const other = records[19]?.title ?? '';
    const begun = parts.pack.query({ text: other }, { limit: 20, signal: later.signal });
    await expect.poll(() => asked).toBeGreaterThan(before);
    const [, answer] = await Promise.all([
      expect((later.abort(), begun)).rejects.toThrow(/abort/i),
      ask(parts.pack, other),
    ]);
    expect(answer).toEqual(await ask(whole.pack, other));
  });

  it('is left out and reported once if a part cannot be read during a query', async () => {
    let isGone = false;
    const readPart = partOf(folder);
    const { pack, faults } = await openFrom(folder, {
      read: async (name) => (isGone && name === SEARCH_FILE ? undefined : bytesIn(folder, name)),
      readRange: async (...range) => (isGone ? undefined : readPart(...range)),
    });
    expect((await ask(pack, '')).total).toBe(400);
    isGone = true;
    const title = records[3]?.title ?? '';
    const answers = await Promise.all([ask(pack, title), ask(pack, title)]);
    expect(answers.map(({ hits, total }) => [hits.length, total])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    isGone = false;
    expect((await ask(pack, title)).total).toBe(0);
    expect(faults).toEqual([FAULT]);
  });

  it('is reported if it was cut or is of other papers', async () => {
    const cut = await openFrom(folder, {
      read: async (name) => (name === SEARCH_FILE ? undefined : bytesIn(folder, name)),
      readRange: async (name, from, to) => bytesIn(folder, name).slice(0, 3000).slice(from, to),
    });
    expect((await ask(cut.pack, 'a')).total).toBe(0);
    const other = await openFrom(folder, {
      readRange: async (name, from, to) => bytesIn(SHIPPED, name).slice(from, to),
    });
    expect((await ask(other.pack, 'a')).total).toBe(0);
    expect([cut.faults, other.faults]).toEqual([[FAULT], [FAULT]]);
  });
});

/** Gives parts of a file of which the last bit is flipped. */
const turned: ReadRange = async (name, from, to) => {
  const bytes = bytesIn(folder, name);
  bytes.set([(bytes.at(-1) ?? 0) ^ 1], bytes.length - 1);
  return bytes.slice(from, to);
};

describe('the checksum of an index in a file', () => {
  it('is checked before the first answer by default', async () => {
    const { pack, faults } = await openFrom(folder, { readRange: turned, whenIdle: undefined });
    expect((await ask(pack, '')).total).toBe(0);
    expect(faults).toEqual([FAULT]);
    const sound = await openFrom(folder, { readRange: partOf(folder), whenIdle: undefined });
    expect((await ask(sound.pack, '')).total).toBe(400);
  });

  it('can be deferred; a damaged index is then left out, and reported once', async () => {
    const tasks: (() => void)[] = [];
    const { pack, faults } = await openFrom(folder, {
      readRange: turned,
      whenIdle: (task) => tasks.push(task),
    });
    expect((await ask(pack, '')).total).toBe(400);
    expect([tasks.length, faults]).toEqual([1, []]);
    for (const task of tasks) task();
    await expect.poll(() => faults).toEqual([FAULT]);
    expect((await ask(pack, '')).total).toBe(0);
    expect((await ask(pack, 'a')).total).toBe(0);
    expect(faults).toEqual([FAULT]);
  });
});
