/**
 * Measures the search: quality on SciFact compared with published figures; in Chromium, speed and memory compared
 * with other engines on the same records and queries.
 *
 *   npx tsx lib/cli/bench/search.ts [--sizes 71,10000,100000]
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { CORPUS, readCorpus } from '@/lib/cli/corpus';
import type { CorpusDocument } from '@/lib/cli/corpus';
import { createSearchRanker, searchableDocument } from '@/lib/cli/rankers';
import { compareIds } from '@/lib/domain/pack/ids-file';
import { launchSearchChromium } from './search-chromium';
import type { SearchChromium, SearchFigures } from './search-chromium';
import { measureSearch, readSciFact, SCIFACT } from './scifact';
import type { EngineName } from './search-engines';
import { QUERY_KINDS } from './search-queries';

const CHILD = new URL('search-build.ts', import.meta.url).pathname;

const BUILT = z.object({ buildMs: z.number(), bytes: z.number() });

interface EngineRow extends SearchFigures, z.infer<typeof BUILT> {
  readonly gzipped: number;
}

/** Limits of ours, in milliseconds of CPU and megabytes, and the least quality. */
const LIMITS = { loadMs: 150, p50: 5, p95: 30, heapMb: 60, ndcg10: 0.698 };

/** Builds an engine's index in a process of its own, and measures it in a page of its own. */
const measureEngine = async (
  engine: EngineName,
  papersFile: string,
  chromium: SearchChromium,
): Promise<EngineRow> => {
  const indexFile = `${papersFile}-${engine.replaceAll(' ', '-')}`;
  const args = ['--import', 'tsx', CHILD, engine, papersFile, indexFile];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const built = BUILT.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  const figures = await chromium.measure(engine, papersFile, indexFile);
  const gzipped = gzipSync(readFileSync(indexFile)).length;
  rmSync(indexFile);
  return { ...built, ...figures, gzipped };
};

const ENGINES = ['own', 'minisearch', 'flexsearch', 'fuse', 'sqlite FTS5'] as const;
/** Why an engine is left out of collections with more records than this. */
const LEFT_OUT: Readonly<Partial<Record<EngineName, string>>> = {
  fuse: 'it compares every record with every query',
  flexsearch: 'its index has every beginning of every word, and it tolerates no typos',
};
const LARGE = 20_000;

const cell = (value: number | undefined): string =>
  value === undefined ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(value < 1 ? 2 : 1);

const HEAD = ['records', 'engine', 'first answer, ours = 1', 'keystroke p95, ours = 1', 'build ms'];
const COLUMNS = ['file kB (gz)', 'first answer ms', 'memory MB', 'keystroke ms p50 / p95'];
const KINDS = 'p95 words / prefix / typo';
const WIDTH = HEAD.length + COLUMNS.length + 2;

/** Prints one engine's row; `own` has our figures, to compare. */
const printRow = (size: number, engine: EngineName, f: EngineRow, own: EngineRow): void => {
  const [typed, ...others] = QUERY_KINDS.map((kind) => f.kinds[kind]);
  const ratios = [f.loadMs / own.loadMs, (typed?.p95 ?? 0) / (own.kinds.keystroke?.p95 ?? 0)];
  const kinds = Object.values(f.kinds);
  const asked = kinds.reduce((sum, kind) => sum + kind.asked, 0);
  const of = kinds.reduce((sum, kind) => sum + kind.of, 0);
  const cells = [
    String(size),
    engine,
    ...ratios.map(cell),
    cell(f.buildMs),
    `${cell(f.bytes / 1000)} (${cell(f.gzipped / 1000)})`,
    cell(f.loadMs),
    cell(f.heapMb),
    `${cell(typed?.p50)} / ${cell(typed?.p95)}`,
    others.map((kind) => cell(kind?.p95)).join(' / '),
    asked < of ? `${asked} of ${of}` : String(of),
  ];
  console.log(`| ${cells.join(' | ')} |`);
};

/** Prints our figures beside their limits; returns whether all hold. */
const printLimits = (size: number, { loadMs, heapMb, kinds: { keystroke } }: EngineRow): boolean => {
  const figures = [
    ['first answer after opening, ms', loadMs, LIMITS.loadMs],
    ['keystroke to hits p50, ms', keystroke?.p50 ?? Number.NaN, LIMITS.p50],
    ['keystroke to hits p95, ms', keystroke?.p95 ?? Number.NaN, LIMITS.p95],
    ['memory, MB', heapMb, LIMITS.heapMb],
  ] as const;
  console.log(`Ours with ${size} records:`);
  for (const [name, figure, most] of figures)
    console.log(`  ${name.padEnd(32)} ${figure.toFixed(1).padStart(7)}  at most ${most}`);
  return figures.every(([, figure, most]) => figure <= most);
};

const printEngines = async (
  documents: readonly CorpusDocument[],
  folder: string,
  chromium: SearchChromium,
): Promise<boolean> => {
  const size = documents.length;
  const papersFile = join(folder, `papers-${size}`);
  writeFileSync(
    papersFile,
    JSON.stringify(documents.map((each) => searchableDocument({ ...each, abstract: '' }))),
  );
  let own: EngineRow | undefined;
  for (const engine of ENGINES) {
    const reason = size > LARGE ? LEFT_OUT[engine] : undefined;
    if (reason === undefined) {
      const row = await measureEngine(engine, papersFile, chromium);
      own ??= row;
      printRow(size, engine, row, own);
    } else console.log(`| ${size} | ${engine} | left out: ${reason} |${' |'.repeat(WIDTH - 3)}`);
  }
  return own !== undefined && printLimits(size, own);
};

/** Prints speed and memory for the given numbers of records, with all fields but the abstract. */
const printSearchSpeed = async (sizes: readonly number[]): Promise<void> => {
  console.log(
    'Search engines in Chromium, milliseconds of CPU: arXiv records, all fields but the abstract; each keystroke of ten queries, then whole queries of 2 words, a prefix, a typo',
  );
  if (!existsSync(CORPUS)) {
    console.log(`skipped: ${CORPUS} is not here`);
    return;
  }
  // In the order of a pack.
  const documents = (await readCorpus(CORPUS, { limit: Math.max(...sizes) })).toSorted((a, b) =>
    compareIds(a.id, b.id),
  );
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-search-'));
  const chromium = await launchSearchChromium();
  try {
    for (const size of sizes) {
      console.log(`| ${[...HEAD, ...COLUMNS, KINDS, 'queries'].join(' | ')} |\n|${'---|'.repeat(WIDTH)}`);
      if (!(await printEngines(documents.slice(0, size), folder, chromium))) process.exitCode = 1;
    }
  } finally {
    await chromium.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Prints the quality on SciFact's test claims, with published figures. */
const printSearchQuality = async (): Promise<void> => {
  console.log(
    '\nSearch quality: SciFact, 300 test claims, 5,183 abstracts; nDCG@10 at least ' + LIMITS.ndcg10,
  );
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
  if (figures.ndcg10 < LIMITS.ndcg10) process.exitCode = 1;
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

/** Prints the speed and the quality of the search. */
const benchSearch = async (sizes: readonly number[] = [71, 10_000, 100_000]): Promise<void> => {
  await printSearchSpeed(sizes);
  await printSearchQuality();
};

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { sizes: { type: 'string', default: '71,10000,100000' } } });
  await benchSearch(values.sizes.split(',').map(Number));
}
