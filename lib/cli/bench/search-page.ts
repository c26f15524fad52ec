/**
 * The page of the search bench, which runs in Chromium: holds the papers, loads one engine's index and asks it.
 * `search-chromium.ts` calls it step by step, and measures memory and CPU time between the steps.
 */
import * as z from 'zod/mini';
import type { SearchablePaper } from '@/lib/domain/search';
import { heldOutside, isEngine, SEARCH_ENGINES } from './search-engines';
import type { Ask } from './search-engines';
import { makeQueries } from './search-queries';
import type { QueryKind } from './search-queries';

const PAPERS = z.array(z.custom<SearchablePaper>());
/** The longest time to warm up a kind of queries, in milliseconds. */
const WARM_UP = 1000;

/** A file that was given to the page, by the name of its field. */
const readFile = (name: string): File => {
  const file = document.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.files?.[0];
  if (file === undefined) throw new Error(`no file was given as ${name}`);
  return file;
};

let papers: readonly SearchablePaper[] = [];
let queries: Readonly<Record<QueryKind, readonly string[]>> = {
  keystroke: [],
  words: [],
  prefix: [],
  typo: [],
};
let bytes: Uint8Array<ArrayBuffer> | undefined;
let ask: Ask | undefined;

/** The steps of the page, in order; names are part of the strings in `search-chromium.ts`. */
const steps = {
  /** Reads the papers, whose memory is not the engine's. */
  readPapers: async (): Promise<void> => {
    papers = PAPERS.parse(JSON.parse(await readFile('papers').text()));
    queries = makeQueries(papers);
  },
  readIndex: async (): Promise<void> => {
    bytes = new Uint8Array(await readFile('index').arrayBuffer());
  },
  /** Opens the index and answers a first query; then only the engine holds the file's bytes, if it needs them. */
  load: async (name: string): Promise<void> => {
    if (!isEngine(name) || bytes === undefined) throw new Error(`${name} cannot be loaded`);
    ask = await SEARCH_ENGINES[name].load(bytes, papers);
    ask('words', queries.words[0] ?? '');
    bytes = undefined;
  },
  heldOutside,
  count: (kind: QueryKind): number => queries[kind].length,
  warmUp: (kind: QueryKind): void => {
    const until = performance.now() + WARM_UP;
    for (const query of queries[kind].slice(0, 30)) if (performance.now() < until) ask?.(kind, query);
  },
  ask: (kind: QueryKind, at: number): void => void ask?.(kind, queries[kind][at] ?? ''),
};

Object.assign(globalThis, { steps });
