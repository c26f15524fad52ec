/** Measures the extension in a real headless Chromium. */
import { existsSync, readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { launchChromium, type BenchChromium } from './chromium';
import { DEMO_ID, demoAbstractPage, readRecord } from '@/lib/cli/demo/page';

/** Milliseconds since the start of navigation. */
export interface Load {
  readonly domContentLoaded: number;
}

const ADDRESS = `https://arxiv.org/abs/${DEMO_ID}`;

/**
 * Runs in every frame: records when a panel's heading first exists. A string, because tsx adds helpers to
 * functions that do not exist in the page.
 */
const NOTE_FIRST_CONTENT = `{
  const look = () => {
    const isOurs = location.protocol === 'chrome-extension:';
    if (isOurs && document.querySelector('h1')) window.firstContent = performance.timeOrigin + performance.now();
    else requestAnimationFrame(look);
  };
  look();
}`;

/** Runs on the page: resolves with the time from the next click until the page has been laid out again. */
const NOTE_OPENING = `window.opening = new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('The sidebar did not open')), 5000);
  const onUp = (event) => {
    const look = () => {
      if (document.documentElement.getBoundingClientRect().width < window.innerWidth - 100)
        resolve(performance.now() - event.timeStamp);
      else requestAnimationFrame(look);
    };
    look();
  };
  document.addEventListener('pointerup', onUp, { once: true, capture: true });
}); undefined`;

/** The saved abstract page if it is available, since it has the real page's weight. */
function pageBody(): string {
  const saved = `../shared/pages/A-abs/abs-${DEMO_ID}.html`;
  return existsSync(saved) ? readFileSync(saved, 'utf8') : demoAbstractPage(readRecord(DEMO_ID));
}

/** Starts a browser with or without the extension; every web page is the abstract page of the demo. */
export async function launchBench(extension: string | undefined): Promise<BenchChromium> {
  const body = pageBody();
  return launchChromium(extension, (_, isNavigation) =>
    isNavigation ? { contentType: 'text/html; charset=utf-8', body } : undefined,
  );
}

/** When the panel's heading first existed in any frame of a page, in milliseconds since the epoch. */
async function firstContentOf(page: Page): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    for (const frame of page.frames()) {
      // A frame may be removed during the call.
      const at: unknown = await frame
        .evaluate(() => Reflect.get(window, 'firstContent'))
        .catch(() => undefined);
      if (typeof at === 'number') return at;
    }
    await page.waitForTimeout(20);
  }
  throw new Error(`No panel came up on ${page.url()}`);
}

async function load(context: BrowserContext): Promise<Load> {
  const page = await context.newPage();
  await page.goto(ADDRESS);
  const domContentLoaded = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return entry instanceof PerformanceNavigationTiming ? entry.domContentLoadedEventEnd : Number.NaN;
  });
  await page.close();
  return { domContentLoaded };
}

/**
 * Loads the same page alternately in three browsers, so that changing load on the machine affects all equally.
 * The first round is for warming up.
 */
export async function measureLoads(options: {
  readonly ours: string;
  readonly variant: string;
  readonly loads: number;
}): Promise<{ readonly ours: Load[]; readonly variant: Load[]; readonly bare: Load[] }> {
  const [ours, variant, bare] = [
    await launchBench(options.ours),
    await launchBench(options.variant),
    await launchBench(undefined),
  ];
  const result: { ours: Load[]; variant: Load[]; bare: Load[] } = { ours: [], variant: [], bare: [] };
  for (let round = -1; round < options.loads; round += 1) {
    const loads = [await load(ours.context), await load(variant.context), await load(bare.context)] as const;
    if (round < 0) continue;
    result.ours.push(loads[0]);
    result.variant.push(loads[1]);
    result.bare.push(loads[2]);
  }
  await Promise.all([ours.close(), variant.close(), bare.close()]);
  return result;
}

/** How long the folding animation takes at most, in milliseconds; no user clicks sooner. */
const SETTLE = 200;

/** The same for a page that narrows itself on a click, without an extension, as the lower limit. */
export async function measureNarrowing(times: number): Promise<number[]> {
  const { context, close } = await launchBench(undefined);
  const page = await context.newPage();
  await page.goto(ADDRESS);
  await page.evaluate(() => {
    document.addEventListener('click', () => (document.documentElement.style.marginRight = '368px'));
  });
  const measured: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await page.evaluate(() => (document.documentElement.style.marginRight = '0'));
    await page.waitForTimeout(SETTLE);
    await page.evaluate(NOTE_OPENING);
    await page.mouse.click(2, 400);
    const narrowed: unknown = await page.evaluate(() => Reflect.get(window, 'opening'));
    if (typeof narrowed === 'number') measured.push(narrowed);
  }
  await close();
  return measured;
}

/** The time from a click on the handle until the page is laid out beside the open sidebar, in milliseconds. */
export async function measureHandle(extension: string, times: number): Promise<number[]> {
  const { context, close } = await launchBench(extension);
  await context.addInitScript({ content: NOTE_FIRST_CONTENT });
  const page = await context.newPage();
  await page.goto(ADDRESS);
  await firstContentOf(page);
  const panel = page.frames().find((frame) => frame.url().includes('/panel.html'));
  const measured: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await panel?.getByRole('button', { name: 'Fold the sidebar' }).click();
    // Until the page has its full width again, the sidebar covers the place of its handle.
    await page.waitForFunction(
      () => document.documentElement.getBoundingClientRect().width === window.innerWidth,
    );
    // The browser routes clicks by the last composited frame: without the pause they would still reach the
    // folded frame.
    await page.waitForTimeout(SETTLE);
    await page.evaluate(NOTE_OPENING);
    const middle = await page.evaluate(() => {
      const tops = Array.from({ length: window.innerHeight }, (_, top) => top).filter(
        (top) => document.elementFromPoint(window.innerWidth - 10, top)?.localName === 'sidelight-sidebar',
      );
      return ((tops[0] ?? 0) + (tops.at(-1) ?? 0)) / 2;
    });
    await page.mouse.click(1270, middle);
    const opened: unknown = await page.evaluate(() => Reflect.get(window, 'opening'));
    if (typeof opened === 'number') measured.push(opened);
  }
  await close();
  return measured;
}
