import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogueSource } from '@/data/build/source';
import { DATA_FOLDER } from '@/data/build';
import { readWordVectors } from '@/data/build/model-files';
import { findPackFaults, readPack } from '@/lib/cli/pack/read-pack';
import { openPack } from '@/lib/domain/pack';
import type { CompiledPack } from '@/lib/domain/pack';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { runPackCommand as pack } from '@/tests/fixtures/pack-command';
import { asSnapshot, makeSource } from '@/tests/fixtures/pack-records';

const PAPERS = 200;
const sources = Array.from({ length: PAPERS }, (_, number) => makeSource(number));
const { tags: taxonomy, records: catalogue } = readCatalogueSource(DATA_FOLDER);

let folder = '';
const path = (...names: string[]): string => join(folder, ...names);

const filesOf = (name: string): Map<string, Buffer> => {
  const names = readdirSync(path(name), { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.includes('.'),
  );
  return new Map(names.toSorted().map((each) => [each, readFileSync(path(name, each))]));
};

const sourceOf = (id: string) => sources.find((each) => each.id === id);

/** Studies of reports, X-rays, MRI and retinas, or in eess.IV, are taken first; those of streets and speech later. */
const isMedical = (source: (typeof sources)[number] | undefined): boolean =>
  source?.categories[0] === 'eess.IV' || /^Report| of (?:chest|brain|retinal)/.test(source?.title ?? '');

const idOf = (at: number) => sources[at]?.id ?? Promise.reject(new Error('no such paper'));

const lines = (records: readonly unknown[]): string =>
  `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'));
  writeFileSync(path('all.jsonl'), lines(sources));
  writeFileSync(path('snapshot.jsonl.gz'), gzipSync(lines(sources.toReversed().map(asSnapshot))));
  mkdirSync(path('parts'));
  writeFileSync(path('odd.jsonl'), lines(sources.filter((_, at) => at % 2 === 1)));
  writeFileSync(path('even.jsonl'), lines(sources.filter((_, at) => at % 2 === 0)));
  const args = ['build', '--from', path('all.jsonl'), '--name', 'made', '--out', path('made')];
  execFileSync(process.execPath, ['--import', 'tsx', 'lib/cli/pack/index.ts', ...args]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('pack build', () => {
  it('makes equal bytes from equal input, in any form and order and with any number of threads', async () => {
    const args = ['--name', 'made', '--out', path('again'), '--threads', '1'];
    expect(await pack('build', '--from', path('snapshot.jsonl.gz'), ...args)).toMatchObject({ status: 0 });
    expect(filesOf('again')).toEqual(filesOf('made'));
    expect(findPackFaults(path('made'))).toEqual([]);
  });

  it('reports bad lines by their number, skips them and uses the first line of a repeated id', async () => {
    const [first, second] = sources;
    const bad = [
      JSON.stringify(first),
      '{"id": "2407.08410"',
      JSON.stringify({ ...second, id: '1899.00001' }),
      '',
      JSON.stringify({ ...first, title: 'Another title' }),
      JSON.stringify({ ...second, abstract: '' }),
    ];
    writeFileSync(path('bad.jsonl'), bad.join('\n'));
    const { status, stderr } = await pack(
      'build',
      '--from',
      path('bad.jsonl'),
      '--name',
      'bad',
      '--out',
      path('bad'),
    );
    expect(status).toBe(0);
    expect(stderr.split('\n').filter((line) => line.includes('skipped'))).toEqual([
      `${path('bad.jsonl')}:2: not JSON; skipped`,
      `${path('bad.jsonl')}:3: "1899.00001" is no arXiv id; skipped`,
      `${path('bad.jsonl')}:6: ${second?.id} has no abstract; skipped`,
    ]);
    const [records] = [...readPack(path('bad')).records()];
    expect(records?.map(({ title }) => title)).toEqual([first?.title]);
  });

  it('leaves out papers of the catalogue, which would be counted twice', async () => {
    const { id = '' } = catalogue[0] ?? {};
    expect(id).not.toBe('');
    writeFileSync(path('known.jsonl'), lines([{ ...sources[0], id }, sources[1]]));
    await pack('build', '--from', path('known.jsonl'), '--name', 'known', '--out', path('known'));
    const { ids, manifest } = readPack(path('known'));
    expect(ids.slice(0, ids.size)).toEqual([sources[1]?.id]);
    expect([manifest.papers, manifest.selection]).toEqual([
      1,
      'all papers of the source but those of the catalogue',
    ]);
  });

  it('keeps as many papers as fit, in order of priority, and says so', async () => {
    const small = await pack(
      'build',
      '--from',
      path('all.jsonl'),
      '--name',
      'few',
      '--out',
      path('few'),
      '--zipped',
      '4000',
    );
    expect(small.stdout).toMatch(/^few: \d+ papers, 3\d{3} bytes zipped/);
    const { manifest, ids } = readPack(path('few'));
    expect(manifest.selection).toContain(
      `${manifest.papers} of ${PAPERS} papers, in this order: medical imaging`,
    );
    const kept = Array.from({ length: ids.size }, (_, paper) => ids.at(paper));
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter((id) => !isMedical(sourceOf(id)))).toEqual([]);
  });

  it.each([
    [['build', '--name', 'x'], 'usage: pack build'],
    [['build', '--from', 'nowhere.jsonl', '--name', 'x'], 'nowhere.jsonl'],
    [['build', '--from', 'package.json', '--name', 'No Name'], '--name must be'],
    [['info', 'nowhere'], 'nowhere/manifest.json cannot be read'],
    [['file', 'nowhere'], 'nowhere/manifest.json cannot be read'],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await pack(...args);
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('pack merge and diff', () => {
  it('merge parts into what one build makes, and find no difference', async () => {
    for (const part of ['odd', 'even']) {
      const args = ['--name', 'made', '--out', path('parts', part)];
      expect(await pack('build', '--from', path(`${part}.jsonl`), ...args)).toMatchObject({ status: 0 });
    }
    const merged = await pack(
      'merge',
      path('parts', 'odd'),
      path('parts', 'even'),
      '--name',
      'made',
      '--out',
      path('merged'),
    );
    expect(merged.stdout).toMatch(/^made: 200 papers/);
    expect(filesOf('merged')).toEqual(filesOf('made'));
    expect(await pack('diff', path('made'), path('merged'))).toMatchObject({ status: 0, stdout: '' });
    const { status, stdout } = await pack('diff', path('made'), path('parts', 'odd'));
    expect(status).toBe(1);
    expect(stdout.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(PAPERS / 2);
  });
});

describe('a built pack as a store', () => {
  const faults: string[] = [];
  const reads: string[] = [];
  const open = async (
    name: string,
    changed: ReadonlyMap<string, Uint8Array> = new Map(),
  ): Promise<CompiledPack> => {
    const opened = await openPack({
      read: (file) => {
        reads.push(file);
        return Promise.resolve(changed.get(file) ?? Uint8Array.from(readFileSync(path(name, file))));
      },
      taxonomy,
      readModel: () => Promise.resolve(readWordVectors()),
      onFault: (message) => faults.push(message),
    });
    if (!opened.ok) throw new Error(opened.message);
    return opened.pack;
  };
  it('describes itself, its papers and what it does not contain', async () => {
    const store = await open('made');
    expect(await store.facts()).toMatchObject({
      papers: PAPERS,
      packs: [{ name: 'made', provenance: 'automatic' }],
    });
    const stranger = parseArxivId('2407.08410')?.id;
    if (stranger === undefined) throw new Error('no id');
    expect(await store.has([await idOf(3), stranger, await idOf(19)])).toEqual([true, false, true]);
    expect(await store.get(stranger)).toBeUndefined();
    const annotation = await store.get(await idOf(0));
    expect(annotation).toMatchObject({
      title: sources[0]?.title,
      authors: { names: sources[0]?.authors },
      provenance: 'automatic',
      links: [{ kind: 'code', url: 'https://github.com/made-up/study-0' }],
      results: [{ metric: 'Dice', value: '0.70', anchor: '0.70' }],
    });
  });

  it('finds related papers for its own, for a text and for a paper of another pack, and reads vectors only then', async () => {
    reads.length = 0;
    const store = await open('made');
    const id = await idOf(0);
    const tags = (await store.get(id))?.tags.map((tag) => tag.id) ?? [];
    await store.query({ text: 'segmentation' }, { limit: 3 });
    expect(reads).not.toContain('vectors.bin');
    const source = sources[0];
    const text = { title: source?.title ?? '', abstract: source?.abstract ?? '', tags };
    const profile = await store.profile(id);
    if (profile === undefined) throw new Error('no profile');
    expect(profile.vector).toHaveLength(readWordVectors().dimensions);
    const answers = await Promise.all([
      store.related({ kind: 'paper', id }, { limit: 5 }),
      store.related({ kind: 'text', id, text }, { limit: 5 }),
      store.near(profile, { limit: 5 }),
    ]);
    for (const { rows, total } of answers) {
      expect(rows).toHaveLength(5);
      expect(total).toBe(30);
      expect(rows.map((row) => row.id)).not.toContain(id);
      expect(rows.every(({ reasons, provenance }) => reasons.length > 0 && provenance === 'automatic')).toBe(
        true,
      );
    }
    expect(reads).toContain('vectors.bin');
  });

  it('uses words and tags if its vectors are damaged, and reports it once', async () => {
    faults.length = 0;
    const store = await open('made', new Map([['vectors.bin', Uint8Array.of(1, 2, 3)]]));
    const subject = { kind: 'paper', id: await idOf(0) } as const;
    for (const { rows } of [
      await store.related(subject, { limit: 5 }),
      await store.related(subject, { limit: 5 }),
    ])
      expect(rows).toHaveLength(5);
    expect(faults).toEqual([expect.stringContaining('vectors.bin')]);
  });

  it('finds papers by title, by words of the abstract alone, by author and by filters', async () => {
    const store = await open('made');
    const ask = async (text: string) => (await store.query({ text }, { limit: 5 })).hits;
    const [first] = await ask('"study 17"');
    expect(first).toMatchObject({ id: sources[17]?.id, titleSpans: [{}, {}] });
    const source = sources[43];
    const word = /draws on (\w+) maps/.exec(source?.abstract ?? '')?.[1] ?? '';
    expect(source?.title).not.toContain(word);
    const found = await store.query({ text: `${word} "study 43"` }, { limit: 5 });
    expect(found.hits.map(({ id }) => id)).toEqual([source?.id]);
    expect(found.message).toBeUndefined();
    const hits = await ask('author:müller cat:cs.CV has:code year:2010..2020');
    expect(hits.length).toBeGreaterThan(0);
    for (const { id, hasCode, published = '' } of hits) {
      const own = sources.find((each) => each.id === id);
      expect([hasCode, own?.categories[0], own?.authors.join().includes('Müller')]).toEqual([
        true,
        'cs.CV',
        true,
      ]);
      expect(published >= '2010' && published < '2021').toBe(true);
    }
  });

  it('lists the papers of a tag newest first, and starts with topics and the newest', async () => {
    const store = await open('made');
    const { rows, total } = await store.tagged('mri', { limit: 3, offset: 1 });
    expect(total).toBeGreaterThan(3);
    const days = rows.map(({ published = '' }) => published);
    expect(days).toEqual(days.toSorted().toReversed());
    const start = await store.start({ topics: 3, newest: 2 });
    expect([start.topics.length, start.newest.length]).toEqual([3, 2]);
    expect(start.newest[0]?.published).toBe(
      sources
        .map(({ published }) => published)
        .toSorted()
        .at(-1),
    );
  });

  it('loses only the papers of a damaged shard, and reports it once', async () => {
    faults.length = 0;
    const store = await open('made', new Map([['records/0000.bin', new Uint8Array(9)]]));
    expect(await store.get(await idOf(0))).toBeUndefined();
    expect(await store.get(await idOf(1))).toBeUndefined();
    expect((await store.query({ text: 'study' }, { limit: 5 })).total).toBe(PAPERS);
    expect(faults).toEqual(['records/0000.bin of the pack “made” cannot be read; its papers are missing.']);
  });

  it('is refused if its manifest has another format, and finds nothing if its search index is damaged', async () => {
    const manifest = new TextEncoder().encode('{"format":99}');
    await expect(open('made', new Map([['manifest.json', manifest]]))).rejects.toThrow(
      'its format is 99, not 1',
    );
    const store = await open('made', new Map([['search.bin', new Uint8Array(50)]]));
    expect((await store.query({ text: 'study' }, { limit: 5 })).hits).toEqual([]);
    expect((await store.get(await idOf(5)))?.title).toBe(sources[5]?.title);
  });
});
