/**
 * A soak test: 500 navigations over different pages in one tab, with the side panel open throughout. The heaps
 * of page, panel and worker and the numbers of listeners are measured in the same state at the start and at the
 * end: `tsx lib/cli/bench/soak.ts [navigations]`, after a build. Exits with 1 if one grew beyond its limit.
 */
import { readdirSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium, type BenchWeb } from './chromium';
import { DEMO_ID, demoAbstractPage, demoHuggingFacePage, readRecord } from '@/lib/cli/demo/page';
import { longListing } from './long-listing';
import { attachTo } from '@/lib/cli/devtools-target';

const NAVIGATIONS = Number(process.argv[2] ?? 500);

/** The growth that is allowed: share of the heap, and number of listeners. */
const LIMITS = { heap: 0.1, listeners: 0 } as const;

/** Navigations after which all code is compiled, and catalogue and models are loaded. */
const WARM_UP = 200;

const known = readdirSync('data/papers')
  .map((file) => file.replace('.json', '').replace('_', '/'))
  .filter((id) => !id.includes('/'));
const UNKNOWN = '2408.00001';

const html = (body: string) => ({ contentType: 'text/html; charset=utf-8', body });
const abstractPage = (id: string): string =>
  id === UNKNOWN
    ? demoAbstractPage(readRecord(DEMO_ID)).replaceAll(DEMO_ID, UNKNOWN)
    : demoAbstractPage(readRecord(id));
const fullText = (id: string): string =>
  `<!doctype html><title>x</title><div class="ltx_page_main"><div id="infobox"><div id="watermark-tr">arXiv:${id}v1 [cs.CV]</div></div>
<article class="ltx_document"><h1 class="ltx_title ltx_title_document">x</h1></article></div>`;

const web: BenchWeb = ({ hostname, pathname }, isNavigation) => {
  if (!isNavigation) return undefined;
  const [, kind, id = ''] = /^\/(abs|html|papers)\/([^v]*)/.exec(pathname) ?? [];
  if (pathname.startsWith('/list/')) return html(longListing(60, known));
  if (hostname === 'huggingface.co' && kind === 'papers') return html(demoHuggingFacePage(readRecord(id)));
  if (kind === 'html') return html(fullText(id));
  return html(kind === 'abs' ? abstractPage(id) : '<!doctype html><title>About</title>');
};

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resume) => setTimeout(resume, milliseconds));

const hasHost = (page: Page): Promise<unknown> =>
  page.waitForSelector('sidelight-sidebar', { state: 'attached' });
const paperAt = (step: number): string => known[step % known.length] ?? DEMO_ID;

/** Replaces the page's paper without loading a document, as Hugging Face does. */
async function goInside(page: Page, id: string): Promise<void> {
  const body = demoHuggingFacePage(readRecord(id));
  await page.evaluate(
    ([text, address]) => {
      history.pushState({}, '', address);
      const main = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
      if (main) document.querySelector('main')?.replaceWith(main);
    },
    [body, `/papers/${id}`] as const,
  );
  await hasHost(page);
}

/** The kinds of navigations, in turn; the number selects the kind and the paper. */
const KINDS: readonly ((page: Page, step: number) => Promise<unknown>)[] = [
  async (page, step) => {
    await page.goto(`https://arxiv.org/abs/${paperAt(step)}`);
    await hasHost(page);
  },
  async (page, step) => {
    await page.goto(`https://huggingface.co/papers/${paperAt(step)}`);
    await hasHost(page);
  },
  (page, step) => goInside(page, paperAt(step)),
  (page, step) => goInside(page, paperAt(step)),
  (page, step) => goInside(page, paperAt(step)),
  async (page) => {
    await page.goto('https://arxiv.org/list/cs/new');
    await page.locator('sidelight-badge').first().click();
    await page.waitForSelector('sidelight-card[data-shown]');
  },
  async (page, step) => {
    await page.goto(`https://arxiv.org/html/${paperAt(step)}v1`);
    await hasHost(page);
  },
  async (page) => {
    await page.goto(`https://arxiv.org/abs/${UNKNOWN}`);
    await hasHost(page);
  },
  (page) => page.goBack(),
  (page) => page.goto('https://arxiv.org/about'),
];

interface Figures {
  readonly heap: number;
  /** Absent if the protocol does not count listeners for the target. */
  readonly listeners?: number;
}

interface Probe {
  readonly name: string;
  /** Bytes in use after garbage collection. */
  readonly heap: () => Promise<number>;
  readonly listeners?: () => Promise<number>;
}

/** The minimum of several measurements, since memory that is not collected yet is no leak. */
async function leastOf(measure: () => Promise<number>): Promise<number> {
  const looks: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    await pause(300);
    looks.push(await measure());
  }
  return Math.min(...looks);
}

/** Measures a page of the site or of the extension. */
async function probePage(name: string, of: Page): Promise<Probe> {
  const session = await of.context().newCDPSession(of);
  await session.send('Performance.enable');
  return {
    name,
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
    listeners: async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find((metric) => metric.name === 'JSEventListeners')?.value ?? Number.NaN;
    },
  };
}

/** Measures the service worker, for which the protocol does not count listeners. */
async function probeWorker(context: BrowserContext, url: string): Promise<Probe> {
  const send = await attachTo(context, url);
  return {
    name: 'worker',
    heap: async () => {
      await send('HeapProfiler.collectGarbage');
      return Number((await send('Runtime.getHeapUsage')).result?.['usedSize']);
    },
  };
}

// `--stress-flush-code` makes V8 discard compiled code, so that only memory held by our code is measured.
const chromium = await launchChromium('.output/chrome-mv3', web, ['--js-flags=--stress-flush-code']);
const { context } = chromium;
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
const sidePanel = await context.newPage();
await sidePanel.goto(new URL('/sidepanel.html', worker.url()).href);
const page = await context.newPage();
await page.bringToFront();
const PROBES = [
  await probePage('page', page),
  // Sidebars, cards and the side panel share a process and its heap.
  await probePage('panel', sidePanel),
  await probeWorker(context, worker.url()),
];

/** Measures in the same state each time: a paper of the catalogue, with the sidebar open. */
async function lookAtAll(): Promise<ReadonlyMap<string, Figures>> {
  await page.goto(`https://arxiv.org/abs/${DEMO_ID}`);
  await hasHost(page);
  await pause(1000);
  const figures = new Map<string, Figures>();
  for (const { name, heap, listeners } of PROBES) {
    figures.set(name, {
      heap: await leastOf(heap),
      ...(listeners ? { listeners: await leastOf(listeners) } : {}),
    });
  }
  return figures;
}

let step = 0;
async function navigate(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await KINDS[step % KINDS.length]?.(page, step);
    step += 1;
  }
}

await navigate(WARM_UP);
const start = await lookAtAll();
const began = performance.now();
await navigate(NAVIGATIONS);
const seconds = (performance.now() - began) / 1000;
const end = await lookAtAll();
await chromium.close();

console.log(`\n${NAVIGATIONS} navigations in ${seconds.toFixed(0)} s, after ${WARM_UP} to warm up`);
for (const { name } of PROBES) {
  const [before, after] = [start.get(name), end.get(name)];
  if (!before || !after) throw new Error(`${name} was not measured`);
  const growth = after.heap / before.heap - 1;
  const more = (after.listeners ?? 0) - (before.listeners ?? 0);
  // A missing figure (NaN) fails the comparison, and so counts as exceeded.
  const isGood = growth <= LIMITS.heap && more <= LIMITS.listeners;
  if (!isGood) process.exitCode = 1;
  const listeners =
    before.listeners === undefined ? '' : `, listeners ${before.listeners} to ${after.listeners ?? '?'}`;
  console.log(
    `  ${name.padEnd(7)} heap ${(before.heap / 1e6).toFixed(2)} to ${(after.heap / 1e6).toFixed(2)} MB, ${(100 * growth).toFixed(1)} % (at most ${100 * LIMITS.heap} %)${listeners}${isGood ? '' : '  GREW'}`,
  );
}
