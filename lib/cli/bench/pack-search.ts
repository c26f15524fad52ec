/**
 * Measures the search over a pack as shipped: time until it is ready, time for a key press, memory, and how
 * often a known item is among the first ten.
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
import { quantile } from './quantile';

/** Limits for 100,000 papers: milliseconds of CPU, megabytes, and shares of queries. */
const LIMITS = { firstQuery: 150, p50: 5, p95: 30, memory: 60, title: 0.97, abstract: 0.6 };
/** How many rows a popup shows at once. */
const ROWS = 10;

const heapMb = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

const { tags } = readCatalogueSource(DATA_FOLDER);

/**
 * Opens the pack as the extension does: files are not copied, and the index's checksum is only verified in idle
 * time.
 */
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

/** One in `step` of the pack's papers, with their texts from the corpus. */
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

/** Milliseconds of CPU since a call of `process.cpuUsage`, which depend less on other load than wall time. */
const cpuSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Measures every key press of the queries, including loading the rows. */
const timeKeystrokes = async (pack: CompiledPack, queries: readonly KnownItemQuery[]): Promise<number[]> => {
  const times: number[] = [];
  for (const { text } of queries) {
    for (let length = 1; length <= text.length; length += 1) {
      const before = process.cpuUsage();
      await pack.query({ text: text.slice(0, length) }, { limit: ROWS });
      times.push(cpuSince(before));
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
    // 400 of each kind: of 80, one paper more or less is more than a point.
    queries: { type: 'string', default: '2000' },
  },
});

const share = ([found, of]: readonly [number, number]): number => found / of;

const bench = async (): Promise<boolean> => {
  if (!existsSync(join(values.pack, 'manifest.json')) || !existsSync(values.corpus)) {
    console.log(`skipped: ${values.pack} or ${values.corpus} is not here`);
    return true;
  }
  const empty = heapMb();
  const before = process.cpuUsage();
  const pack = await open(values.pack);
  await pack.query({ text: 'chest x-ray' }, { limit: ROWS });
  const firstQuery = cpuSince(before);
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
