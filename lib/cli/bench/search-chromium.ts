/**
 * Measures search engines in a real Chromium, each in a page of its own. Times are CPU time of the page's
 * thread, so that other load on the machine does not count; memory is what the page holds after a collection.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from './chromium';
import { quantile } from './quantile';
import { SEARCH_ENGINES } from './search-engines';
import type { EngineName } from './search-engines';
import type { QueryKind } from './search-queries';

/** The measurements of one engine for one collection. */
export interface SearchFigures {
  /** From the file's bytes to the first answer. */
  readonly loadMs: number;
  /** What the engine holds once it is loaded; the papers' own records are not part of it. */
  readonly heapMb: number;
  readonly kinds: { readonly [Kind in QueryKind]?: KindFigures };
}

/** Milliseconds over the queries of one kind, and how many of them were asked. */
interface KindFigures {
  readonly p50: number;
  readonly p95: number;
  readonly asked: number;
  readonly of: number;
}

/** A running browser in which engines are measured. */
export interface SearchChromium {
  readonly measure: (engine: EngineName, papersFile: string, indexFile: string) => Promise<SearchFigures>;
  readonly close: () => Promise<void>;
}

/** The longest time for the queries of one kind, in milliseconds: slow engines are asked fewer of them. */
const LONGEST = 8000;
/** CPU time varies with what else runs on the machine's cores; the least is the nearest to an idle one. */
const ROUNDS = 3;
const CALLS = 20;
const ADDRESS = 'https://bench.example/';
const PAGE =
  '<!doctype html><input type="file" name="papers"><input type="file" name="index"><script type="module" src="/page.js"></script>';
const ROOT = resolve(import.meta.dirname, '../../..');

const buildPage = async (outDir: string): Promise<void> => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    resolve: { alias: { '@': ROOT } },
    build: {
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      lib: { entry: join(import.meta.dirname, 'search-page.ts'), formats: ['es'], fileName: () => 'page.js' },
    },
  });
};

const cpuOf = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
};

const heapOf = async (session: CDPSession): Promise<number> => {
  // Twice, because the first collection releases objects that only the second one can free.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 2 ** 20;
};

/**
 * Milliseconds of CPU for the evaluation of each expression in turn, the least of some rounds, for as many as the
 * longest time allows in the first.
 */
const timeEach = async (
  page: Page,
  session: CDPSession,
  expressions: readonly string[],
): Promise<number[]> => {
  const until = performance.now() + LONGEST;
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, expression] of expressions.entries()) {
      if (performance.now() > until) return times;
      const before = await cpuOf(session);
      await page.evaluate(expression);
      times[at] = Math.min(times[at] ?? Infinity, (await cpuOf(session)) - before);
    }
  }
  return times;
};

/** Asks the queries of a kind; `callMs` is what a call takes that asks nothing. */
const askAll = async (
  page: Page,
  session: CDPSession,
  kind: QueryKind,
  callMs: number,
): Promise<KindFigures> => {
  const of = Number(await page.evaluate(`steps.count('${kind}')`));
  await page.evaluate(`steps.warmUp('${kind}')`);
  const asks = Array.from({ length: of }, (_, at) => `steps.ask('${kind}', ${at})`);
  const times = (await timeEach(page, session, asks)).map((time) => Math.max(0, time - callMs));
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), asked: times.length, of };
};

const measureIn = async (
  page: Page,
  engine: EngineName,
  papersFile: string,
  indexFile: string,
): Promise<SearchFigures> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(ADDRESS);
  await page.waitForFunction('globalThis.steps');
  await page.setInputFiles('[name=papers]', papersFile);
  await page.evaluate('steps.readPapers()');
  const empty = await heapOf(session);
  await page.setInputFiles('[name=index]', indexFile);
  await page.evaluate('steps.readIndex()');
  const before = await cpuOf(session);
  await page.evaluate(`steps.load('${engine}')`);
  const loadMs = (await cpuOf(session)) - before;
  const outside = Number(await page.evaluate('steps.heldOutside()')) / 2 ** 20;
  const heapMb = (await heapOf(session)) - empty + outside;
  const calls = await timeEach(page, session, Array<string>(CALLS).fill('undefined'));
  const callMs = quantile(calls, 0.5);
  const kinds: Partial<Record<QueryKind, KindFigures>> = {};
  for (const kind of SEARCH_ENGINES[engine].kinds) kinds[kind] = await askAll(page, session, kind, callMs);
  return { loadMs, heapMb, kinds };
};

/** Builds the page, and starts the browser. */
export async function launchSearchChromium(): Promise<SearchChromium> {
  const outDir = mkdtempSync(join(tmpdir(), 'sidelight-search-page-'));
  await buildPage(outDir);
  const script = readFileSync(join(outDir, 'page.js'), 'utf8');
  rmSync(outDir, { recursive: true, force: true });
  const { context, close } = await launchChromium(undefined, ({ pathname }) =>
    pathname === '/page.js'
      ? { contentType: 'text/javascript', body: script }
      : { contentType: 'text/html; charset=utf-8', body: PAGE },
  );
  return {
    measure: async (engine, papersFile, indexFile) => {
      const page = await context.newPage();
      try {
        return await measureIn(page, engine, papersFile, indexFile);
      } finally {
        await page.close();
      }
    },
    close,
  };
}
