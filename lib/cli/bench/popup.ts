/**
 * Measures the popup in a real Chromium: a cold start to the first results, and a key press to its results on
 * the screen: `tsx lib/cli/bench/popup.ts`, after a build. Both are compared with the minimum possible on this
 * machine: an extension page without scripts, and a key press in a plain text field.
 */
import { resolve } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { isRecord } from '@/lib/domain/is-record';
import { launchChromium } from './chromium';
import { ratioOfPairs } from './interval';
import { quantile } from './quantile';

const EXTENSION = resolve('.output/chrome-mv3');
const OPENS = 30;
/** Typed letter by letter, at the speed of a fast typist; each letter changes the results on the screen. */
const TYPED = [
  'chest x-ray report generation',
  'segmentaton ct 2024',
  'vision language model hallucination',
  'author:zhang has:code year:2024..',
  'radiolgy task:report',
  '"foundation model" mri',
];
const PAUSE = 60;
const OPEN = { share: 0.5, most: 100 } as const;
const KEY = { share: 0.95, most: 16 } as const;

/** Between two opens, in milliseconds: the browser is not to be busy with the page that was closed. */
const SETTLE = 150;

/**
 * Runs in the page before its scripts: a task posted in an animation frame runs after the main thread has drawn that frame.
 * `firstResults` resolves with the time at which papers, or the bare page's text, were on the screen as the browser itself
 * notes it: how long a drawn frame takes to get there differs by some milliseconds between the two. A string, because tsx
 * adds helpers to functions that do not exist in the page.
 */
const TOOLS = `
  window.afterPaint = (done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  });
  window.firstResults = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('No papers were painted')), 10000);
    new PerformanceObserver((list) => {
      const shown = list.getEntries().find(({ element }) => element?.closest('[role=option], pre'));
      if (shown) resolve(shown.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
`;

/**
 * Runs in the page: for the next key press, measures the time to its last visible DOM change and the time until
 * that is painted. The pause between keys is longer than either.
 */
const NOTE_KEY = `window.keystroke = new Promise((resolve) => {
  document.addEventListener('keydown', (event) => {
    let [changed, shown] = [0, 0];
    const note = () => {
      changed = performance.now() - event.timeStamp;
      afterPaint((now) => { shown = now - event.timeStamp; });
    };
    const inSight = (node) => {
      const box = (node.nodeType === 1 ? node : node.parentElement)?.getBoundingClientRect();
      return box !== undefined && box.top < innerHeight && box.bottom > 0;
    };
    const watch = new MutationObserver((records) => {
      if (records.some(({ target, addedNodes }) => (addedNodes.length > 0 ? [...addedNodes] : [target]).some(inSight))) note();
    });
    watch.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true, attributes: true });
    document.addEventListener('input', note, { once: true });
    setTimeout(() => { watch.disconnect(); resolve([changed, shown]); }, ${PAUSE});
  }, { once: true, capture: true });
}); undefined`;

/** Where the popup stores its last search and that one's results, see `lib/shared/storage-keys.ts`. */
const [SEARCH_KEY, SEARCH_RESULTS_KEY] = ['search', 'search-results'] as const;

/** A text field without any script, on the same origin. */
const BARE = '<main><input autofocus></main>';

interface Times {
  readonly opens: number[];
  /** From the key press to the last DOM change, and until that is painted. */
  readonly changes: number[];
  readonly paints: number[];
}

async function numberOf(page: Page, expression: string): Promise<number> {
  const value: unknown = await page.evaluate(expression);
  return typeof value === 'number' ? value : Number.NaN;
}

/** Restores a search as a closed popup stored it; an empty one shows the newest papers. */
async function remember(worker: Worker, left: unknown): Promise<void> {
  await worker.evaluate((items) => Reflect.get(globalThis, 'chrome').storage.session.set(items), left);
}

/** Whether a stored search has its results as they were drawn. */
const isDrawn = (left: unknown): boolean =>
  isRecord(left) && isRecord(left[SEARCH_KEY]) && 'view' in left[SEARCH_KEY];

/** Searches in a popup as a user does, and returns the search it stored once the results were shown. */
async function leaveSearch(context: BrowserContext, worker: Worker, address: string): Promise<unknown> {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('input').fill('chest x-ray');
  let left: unknown;
  for (let attempt = 0; attempt < 200 && !isDrawn(left); attempt += 1) {
    await page.waitForTimeout(PAUSE);
    left = await worker.evaluate(
      (keys) => Reflect.get(globalThis, 'chrome').storage.session.get(keys),
      [SEARCH_KEY, SEARCH_RESULTS_KEY],
    );
  }
  await page.close();
  return left;
}

async function measureOpens(context: BrowserContext, address: string, times: Times): Promise<void> {
  const page = await context.newPage();
  await page.addInitScript({ content: TOOLS });
  await page.waitForTimeout(SETTLE);
  await page.goto(address);
  times.opens.push(await numberOf(page, 'firstResults'));
  await page.close();
}

async function measureKeys(page: Page, times: Times): Promise<void> {
  await page.locator('input').focus();
  for (const text of TYPED) {
    await page.locator('input').fill('');
    await page.waitForTimeout(PAUSE);
    for (const key of text) {
      await page.evaluate(NOTE_KEY);
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      const noted: unknown = await page.evaluate('keystroke');
      if (!Array.isArray(noted)) continue;
      const [changed, shown] = noted.map(Number);
      times.changes.push(changed ?? Number.NaN);
      times.paints.push(shown ?? Number.NaN);
    }
  }
}

const ms = (values: readonly number[], share: number): string => quantile(values, share).toFixed(1);

/** A limit: a quantile of the times must not exceed this many milliseconds. */
interface Limit {
  readonly share: 0.5 | 0.95;
  readonly most: number;
}

/** Whether a limit holds; if the bare page exceeds it as well, no popup could meet it on this machine. */
function verdict(ours: readonly number[], bare: readonly number[], { share, most }: Limit): string {
  const limit = `p${share * 100} ${most}`;
  if (quantile(ours, share) <= most) return `${limit}: kept`;
  return quantile(bare, share) <= most ? `${limit}: exceeded` : `${limit}: exceeded, by the bare page too`;
}

const row = (name: string, ours: readonly number[], bare: readonly number[], limit?: Limit): string => {
  const pairs = ours.map((time, at) => [time, bare[at] ?? Number.NaN] as const);
  const ratio = `${(quantile(ours, 0.5) / quantile(bare, 0.5)).toFixed(2)} | ${ratioOfPairs(pairs)}`;
  const held = limit ? verdict(ours, bare, limit) : '';
  return `| ${name} | ${ratio} | ${ms(ours, 0.5)} / ${ms(ours, 0.95)} | ${ms(bare, 0.5)} / ${ms(bare, 0.95)} | ${held} |`;
};

/**
 * Prints the table. Popup and bare page alternate, so that changing load on the machine affects both equally.
 */
async function benchPopup(): Promise<void> {
  const { context, close } = await launchChromium(EXTENSION, () => undefined);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const origin = `chrome-extension://${new URL(worker.url()).host}`;
  const [ours, reopened, bare]: [Times, Times, Times] = [
    { opens: [], changes: [], paints: [] },
    { opens: [], changes: [], paints: [] },
    { opens: [], changes: [], paints: [] },
  ];
  const blank = `${origin}/licences.txt`;
  const empty = { [SEARCH_KEY]: { query: '', sort: 'relevance' }, [SEARCH_RESULTS_KEY]: null };
  const left = await leaveSearch(context, worker, `${origin}/popup.html`);
  for (let round = -1; round < OPENS; round += 1) {
    // The first round warms up the browser and is not counted.
    const into = round < 0 ? { opens: [], changes: [], paints: [] } : undefined;
    await remember(worker, empty);
    await measureOpens(context, `${origin}/popup.html`, into ?? ours);
    await remember(worker, left);
    await measureOpens(context, `${origin}/popup.html`, into ?? reopened);
    await measureOpens(context, blank, into ?? bare);
  }
  for (const [address, times] of [
    [`${origin}/popup.html`, ours],
    [blank, bare],
  ] as const) {
    const page = await context.newPage();
    await page.addInitScript({ content: TOOLS });
    await page.goto(address);
    if (times === bare) await page.setContent(BARE);
    await page.waitForSelector('input');
    await measureKeys(page, times);
    await page.close();
  }
  await close();
  console.log(`Popup in Chromium: ${OPENS} opens, ${ours.paints.length} keystrokes`);
  console.log(
    '| | ratio of medians | median of ratios (95 %) | popup p50 / p95 ms | bare page p50 / p95 ms | at most |',
  );
  console.log('|---|---|---|---|---|---|');
  console.log(row('cold open to the newest papers on the screen', ours.opens, bare.opens, OPEN));
  console.log(row('reopened to the results of the last search', reopened.opens, bare.opens, OPEN));
  console.log(row('keystroke to results in the DOM', ours.changes, bare.changes));
  console.log(row('keystroke to results painted', ours.paints, bare.paints, KEY));
}

if (import.meta.filename === process.argv[1]) await benchPopup();
