/**
 * Measures the search: quality on SciFact beside published figures, speed and
 * memory beside other engines on the same records and queries.
 *
 *   npx tsx lib/cli/bench/search.ts [--sizes 71,10000,100000]
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs, promisify } from 'node:util';
import * as z from 'zod/mini';
import { CORPUS } from '@/lib/cli/corpus';
import type { EngineFigures } from './search-child';
import { createSearchRanker } from '@/lib/cli/rankers';
import { measureSearch, readSciFact, SCIFACT } from './scifact';
import type { EngineName } from './search-engines';

const KIND = z.optional(z.number());
const FIGURES = z.object({
  buildMs: z.number(),
  bytes: z.number(),
  gzipped: z.number(),
  loadMs: z.number(),
  heapMb: z.number(),
  p50: z.number(),
  p95: z.number(),
  slowest: z.object({ words: KIND, prefix: KIND, typo: KIND }),
});

const CHILD = new URL('search-child.ts', import.meta.url).pathname;

const runChild = async (step: string, engine: EngineName, size: number): Promise<object> => {
  const args = ['--expose-gc', '--import', 'tsx', CHILD, step, engine, String(size)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 20 });
  const answer: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  return typeof answer === 'object' && answer !== null ? answer : {};
};

/** Measures one engine at one size, each step in a process of its own. */
const measureEngine = async (engine: EngineName, size: number): Promise<EngineFigures> => {
  const built = await runChild('build', engine, size);
  const loaded = await runChild('load', engine, size);
  return FIGURES.parse({ ...built, ...loaded });
};

/** Engines worth the wait at each size: fuse compares every record with every query. */
const enginesFor = (size: number): readonly EngineName[] =>
  size > 20_000
    ? ['own', 'minisearch', 'sqlite FTS5']
    : ['own', 'minisearch', 'flexsearch', 'fuse', 'sqlite FTS5'];

const cell = (value: number | undefined): string =>
  value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(value < 1 ? 2 : 1);

/** Prints speed and memory at the given numbers of records, all fields but the abstract. */
const printSearchSpeed = async (sizes: readonly number[]): Promise<void> => {
  console.log('Search engines: arXiv records, all fields but the abstract; queries: 2 words, prefix, typo');
  if (!existsSync(CORPUS)) {
    console.log(`skipped: ${CORPUS} is not here`);
    return;
  }
  console.log(
    '| records | engine | load, ours = 1 | p95, ours = 1 | build ms | file kB (gz) | load ms | heap MB | p50 ms | p95 ms | p95 words / prefix / typo |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|---|---|');
  for (const size of sizes) {
    let own: Awaited<ReturnType<typeof measureEngine>> | undefined;
    for (const engine of enginesFor(size)) {
      const f = await measureEngine(engine, size);
      own ??= f;
      const kinds = [f.slowest.words, f.slowest.prefix, f.slowest.typo].map(cell).join(' / ');
      const file = `${cell(f.bytes / 1000)} (${cell(f.gzipped / 1000)})`;
      const ratios = [f.loadMs / own.loadMs, f.p95 / own.p95].map(cell);
      const figures = [f.buildMs, f.loadMs, f.heapMb, f.p50, f.p95].map(cell);
      const [build = '', ...rest] = figures;
      console.log(
        `| ${size} | ${engine} | ${ratios.join(' | ')} | ${build} | ${file} | ${rest.join(' | ')} | ${kinds} |`,
      );
    }
  }
};

/** Prints quality on SciFact's test claims beside published figures. */
const printSearchQuality = async (): Promise<void> => {
  console.log('\nSearch quality: SciFact, 300 test claims, 5,183 abstracts');
  if (!existsSync(SCIFACT)) {
    console.log(`skipped: ${SCIFACT} is not here`);
    return;
  }
  const benchmark = await readSciFact();
  const ranker = createSearchRanker(benchmark.documents);
  const figures = measureSearch(benchmark, benchmark.test, (claim) =>
    ranker({ ...EMPTY, abstract: claim }, 100).map(({ id }) => id),
  );
  console.log('| system | nDCG@10 | Recall@100 |');
  console.log('|---|---|---|');
  console.log(
    `| **ours (k1, b, weights of titles and pairs chosen on the training claims)** | **${figures.ndcg10.toFixed(4)}** | ${figures.recall100.toFixed(4)} |`,
  );
  for (const [name, ndcg, recall] of PUBLISHED) console.log(`| ${name} | ${ndcg} | ${recall} |`);
};

const EMPTY = {
  id: '',
  title: '',
  abstract: '',
  authors: [],
  categories: [],
  published: '',
  comment: '',
  hasCode: false,
} as const;

const PUBLISHED: readonly (readonly [string, string, string])[] = [
  ['BM25 (Anserini, flat)', '0.6789', '0.9253'],
  ['BM25 (PaperPilot)', '0.6496', '–'],
  ['all-MiniLM-L6-v2', '0.6451', '–'],
  ['bge-small-en-v1.5', '0.7127', '–'],
];

/** The whole table of the search. */
const benchSearch = async (sizes: readonly number[] = [71, 10_000, 100_000]): Promise<void> => {
  await printSearchSpeed(sizes);
  await printSearchQuality();
};

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { sizes: { type: 'string', default: '71,10000,100000' } } });
  await benchSearch(values.sizes.split(',').map(Number));
}
