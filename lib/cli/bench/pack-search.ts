/**
 * Measures the search over a pack as it ships: how soon it is ready, what a keystroke takes, the memory, and
 * how often a paper that somebody has in mind is among the first ten.
 *
 *   npx tsx --expose-gc lib/cli/bench/pack-search.ts [--pack FOLDER] [--corpus FILE] [--queries N]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DATA_FOLDER } from '@/data/build';
import { readCatalogueSource } from '@/data/build/source';
import { CORPUS, readCorpus } from '@/lib/cli/corpus';
import { openPack } from '@/lib/domain/pack';
import type { CompiledPack } from '@/lib/domain/pack';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { makeKnownItems, QUERY_KINDS } from './known-items';
import type { KnownItem, KnownItemQuery } from './known-items';

/** What holds for 100,000 papers: milliseconds, megabytes, shares of queries. */
const LIMITS = { firstQuery: 150, p50: 5, p95: 30, memory: 60, title: 0.97, abstract: 0.6 };
/** Rows that a popup shows at once. */
const ROWS = 10;

const heapMb = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

const { tags } = readCatalogueSource(DATA_FOLDER);

/** As the extension opens it: files come without a copy, and the checksum of the index waits for idle time. */
const open = async (folder: string): Promise<CompiledPack> => {
  const opened = await openPack({
    read: (name) => {
      const { buffer, byteOffset, length } = readFileSync(join(folder, name));
      return Promise.resolve(new Uint8Array(buffer, byteOffset, length));
    },
    taxonomy: tags,
    whenIdle: (task) => void setTimeout(task, 3000),
    onFault: (message) => console.error(message),
  });
  if (!opened.ok) throw new Error(opened.message);
  return opened.pack;
};

/** Papers of the pack with their texts from the corpus, one in `step`. */
const readItems = async (pack: CompiledPack, corpus: string, step: number): Promise<KnownItem[]> => {
  const items: KnownItem[] = [];
  for (const [at, document] of (await readCorpus(corpus)).entries()) {
    if (at % step !== 0) continue;
    const id = parseArxivId(document.id)?.id;
    const known = id && (await pack.get(id));
    if (!known) continue;
    const measured = known.results.flatMap(({ metric, data }) =>
      metric !== null && data !== undefined ? [[metric, data] as const] : [],
    );
    items.push({ ...document, measured });
  }
  return items;
};

/** Times every keystroke of the queries, rows included. */
const timeKeystrokes = async (pack: CompiledPack, queries: readonly KnownItemQuery[]): Promise<number[]> => {
  const times: number[] = [];
  for (const { text } of queries) {
    for (let length = 1; length <= text.length; length += 1) {
      const started = performance.now();
      await pack.query({ text: text.slice(0, length) }, { limit: ROWS });
      times.push(performance.now() - started);
    }
  }
  return times;
};

const measureQuality = async (
  pack: CompiledPack,
  queries: readonly KnownItemQuery[],
): Promise<ReadonlyMap<string, readonly [found: number, of: number]>> => {
  const shares = new Map<string, [number, number]>();
  for (const { kind, id, text } of queries) {
    const { hits } = await pack.query({ text: `${text} ` }, { limit: ROWS });
    const counted = shares.get(kind) ?? [0, 0];
    counted[0] += hits.some((hit) => hit.id === id) ? 1 : 0;
    counted[1] += 1;
    shares.set(kind, counted);
  }
  return shares;
};

const { values } = parseArgs({
  options: {
    pack: { type: 'string', default: 'data/packs/wide' },
    corpus: { type: 'string', default: CORPUS },
    queries: { type: 'string', default: '400' },
  },
});

const share = ([found, of]: readonly [number, number]): number => found / of;

const bench = async (): Promise<boolean> => {
  if (!existsSync(join(values.pack, 'manifest.json')) || !existsSync(values.corpus)) {
    console.log(`skipped: ${values.pack} or ${values.corpus} is not here`);
    return true;
  }
  const empty = heapMb();
  const started = performance.now();
  const pack = await open(values.pack);
  await pack.query({ text: 'chest x-ray' }, { limit: ROWS });
  const firstQuery = performance.now() - started;
  const memory = heapMb() - empty;
  const each = Math.ceil(Number(values.queries) / QUERY_KINDS.length);
  const papers = pack.manifest.papers;
  const queries = makeKnownItems(
    await readItems(pack, values.corpus, Math.max(1, Math.floor(papers / 4000))),
    each,
  );
  const quality = await measureQuality(pack, queries);
  const times = await timeKeystrokes(
    pack,
    queries.filter((_, at) => at % 10 === 0),
  );
  const figures = { firstQuery, p50: quantile(times, 0.5), p95: quantile(times, 0.95), memory };
  console.log(
    `Search over the pack of ${papers} papers; ${times.length} keystrokes, ${queries.length} queries`,
  );
  for (const [name, limit] of Object.entries(LIMITS)) {
    const figure = Object.entries(figures).find(([key]) => key === name)?.[1];
    if (figure !== undefined)
      console.log(`  ${name.padEnd(16)} ${figure.toFixed(1).padStart(7)}  at most ${limit}`);
  }
  for (const [kind, counted] of quality)
    console.log(
      `  ${kind.padEnd(16)} ${share(counted).toFixed(3).padStart(7)}  of ${counted[1]} among the first ${ROWS}`,
    );
  return (
    share(quality.get('title') ?? [0, 1]) >= LIMITS.title &&
    share(quality.get('abstract') ?? [0, 1]) >= LIMITS.abstract
  );
};

if (!(await bench())) process.exitCode = 1;
