/**
 * One engine at one size, alone in a process so that memory is its own:
 * `build` writes the index to a file and tells how long it took; `load` reads
 * it, asks the queries and prints the measurements as JSON.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { CORPUS, readCorpus } from '@/lib/cli/corpus';
import { createRandom } from '@/lib/cli/train/random';
import { searchableDocument } from '@/lib/cli/rankers';
import { SEARCH_ENGINES } from './search-engines';
import type { Ask, EngineName, QueryKind } from './search-engines';
import type { SearchablePaper } from '@/lib/domain/search';

const FOLDER = `${tmpdir()}/sidelight-bench`;
const QUERIES_A_KIND = 100;
/** Times are the quickest of several: other programs on the machine only ever make them longer. */
const LOADS = 3;
const TRIES = 5;

/** What one engine took for one size of corpus. */
export interface EngineFigures {
  readonly buildMs: number;
  readonly bytes: number;
  readonly gzipped: number;
  /** From the file's bytes to the first answer. */
  readonly loadMs: number;
  /** Of the index, after collection; the papers' own records are not in it. */
  readonly heapMb: number;
  /** Milliseconds at the middle and at the 95th of 100, over all kinds that the engine answers. */
  readonly p50: number;
  readonly p95: number;
  readonly slowest: { readonly [Kind in QueryKind]?: number | undefined };
}

/** Queries as people type them, made from titles by a fixed seed. */
const makeQueries = (papers: readonly SearchablePaper[]): Record<QueryKind, string[]> => {
  const random = createRandom(11);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const made: Record<QueryKind, string[]> = { words: [], prefix: [], typo: [] };
  while (made.typo.length < QUERIES_A_KIND) {
    const words = (pick(papers)?.title.match(/[A-Za-z]{4,}/g) ?? []).map((word) => word.toLowerCase());
    const [one = '', two = ''] = [pick(words), pick(words)];
    const long = words.find((word) => word.length > 7);
    if (one === two || long === undefined) continue;
    made.words.push(`${one} ${two} `);
    made.prefix.push(random() < 0.5 ? two.slice(0, 3) : `${one} ${two.slice(0, 4)}`);
    made.typo.push(`${long.slice(0, 3)}${long.charAt(4)}${long.charAt(3)}${long.slice(5)} `);
  }
  return made;
};

const settle = async (): Promise<number> => {
  // Twice, since the first collection frees what holds the second's garbage; buffers go a moment later.
  for (let time = 0; time < 2; time += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

/** Bytes that the heap's growth does not show: the file was there before, and is kept or copied into wasm memory. */
const heldOutside = (name: EngineName, size: number): number =>
  name === 'own' || name === 'sqlite FTS5' ? size : 0;

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const readPapers = async (size: number): Promise<SearchablePaper[]> =>
  // All fields but the abstract.
  (await readCorpus(CORPUS, { limit: size })).map((each) => searchableDocument({ ...each, abstract: '' }));

const build = async (name: EngineName, size: number, file: string): Promise<{ buildMs: number }> => {
  const papers = await readPapers(size);
  const start = performance.now();
  const bytes = await SEARCH_ENGINES[name].build(papers);
  const buildMs = performance.now() - start;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, bytes);
  return { buildMs };
};

const load = async (
  name: EngineName,
  size: number,
  file: string,
): Promise<Omit<EngineFigures, 'buildMs'>> => {
  const engine = SEARCH_ENGINES[name];
  const papers = await readPapers(size);
  const queries = makeQueries(papers);
  const bytes = Uint8Array.from(readFileSync(file));
  const gzipped = gzipSync(bytes).length;
  const before = await settle();
  const loads: number[] = [];
  let ask: Ask | undefined;
  for (let run = 0; run < LOADS; run += 1) {
    const start = performance.now();
    ask = await engine.load(run === LOADS - 1 ? bytes : bytes.slice(), papers);
    ask('words', queries.words[0] ?? '');
    loads.push(performance.now() - start);
  }
  const loadMs = Math.min(...loads);
  const heapMb = (await settle()) - before + heldOutside(name, bytes.byteLength) / 2 ** 20;
  const times: number[] = [];
  const slowest: Partial<Record<QueryKind, number>> = {};
  for (const kind of engine.kinds) {
    for (const query of queries[kind].slice(0, 30)) ask?.(kind, query);
    const kindTimes = queries[kind].map((query) => {
      const tries = Array.from({ length: TRIES }, () => {
        const from = performance.now();
        ask?.(kind, query);
        return performance.now() - from;
      });
      return Math.min(...tries);
    });
    slowest[kind] = percentile(
      kindTimes.toSorted((a, b) => a - b),
      0.95,
    );
    times.push(...kindTimes);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return {
    bytes: bytes.byteLength,
    gzipped,
    loadMs,
    heapMb,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    slowest,
  };
};

const isEngine = (name: string): name is EngineName => Object.hasOwn(SEARCH_ENGINES, name);

if (import.meta.filename === process.argv[1]) {
  const [step, name = '', size = ''] = process.argv.slice(2);
  if (!isEngine(name)) throw new Error(`there is no engine "${name}"`);
  const file = `${FOLDER}/${name.replaceAll(' ', '-')}-${size}`;
  console.log(JSON.stringify(await (step === 'build' ? build : load)(name, Number(size), file)));
}
