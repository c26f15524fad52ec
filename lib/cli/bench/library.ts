/**
 * Measures the page of my papers with 20,000 papers in a real Chromium, and a key in its search beside one in the
 * popup, which searches the packs: `tsx lib/cli/bench/library.ts [papers]`, after a build. It measures CPU time of the
 * page's own main thread, so that other load on the machine does not count. `own-search.ts` measures both without
 * drawing.
 */
import type { CDPSession, Page } from 'playwright-core';
import { CORPUS, readCorpus } from '@/lib/cli/corpus';
import { launchChromium } from './chromium';
import { COMPILED, fillLibrary, putPapers } from './fill-library';
import { benchPapers, hasBenchPapers } from './own-papers';
import { medianOf, quantile } from './quantile';

const EXTENSION = '.output/chrome-mv3';
const PAPERS = Number(process.argv[2] ?? 20_000);
const OPENS = 5;
/** Limits in milliseconds of CPU time. */
const LIMITS = { first: 200 } as const;
/** Typed letter by letter, in both searches and in a field without any script. */
const TYPED = [
  'kidney segmentation',
  'chest x-ray report generation',
  'vision language model hallucination',
  'segmentaton ct 2024',
  'author:zhang has:code',
];
/** Typed in my papers alone, which have these filters. */
const OWN_TYPED = ['status:read tag:ct', 'mytag:thesis report'];
/** Papers that are written at once. */
const PORTION = 1000;

/** Runs before the page's scripts: records when the first row is in the list, and when all are. */
const NOTE_ROWS = `
  const seen = (selector) => new Promise((resolve) => {
    new MutationObserver((_, watch) => {
      if (!document.querySelector(selector)) return;
      watch.disconnect();
      resolve(performance.now());
    }).observe(document, { childList: true, subtree: true, attributes: true });
  });
  window.firstRows = seen('.library-table [data-paper]');
  window.allRows = seen('.library-tools button:nth-of-type(3):enabled');
`;

/** CPU time of the page's main thread since the session began, in milliseconds. */
async function workOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

const line = (name: string, value: number, most = ''): void =>
  console.log(`| ${name} | ${value.toFixed(0)} ms | ${most} |`);

interface Opening {
  readonly first: number;
  readonly whole: number;
  readonly wall: number;
}

async function measureOpen(page: Page, session: CDPSession, address: string): Promise<Opening> {
  // An image of the extension, so that the page then opens in the same process.
  await page.goto(new URL('icon/16.png', address).href);
  const before = await workOf(session);
  await page.goto(address, { waitUntil: 'commit' });
  const wall = Number(await page.evaluate('firstRows'));
  const first = (await workOf(session)) - before;
  await page.evaluate('allRows');
  const whole = (await workOf(session)) - before;
  return { first, whole, wall };
}

/** Waits until the changes so far are painted. */
const DRAWN = 'new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))';

/** The cost of focusing the search field, which opens the search index. */
async function measureFocus(page: Page, session: CDPSession): Promise<number> {
  const before = await workOf(session);
  await page.getByRole('searchbox').focus();
  await page.waitForTimeout(1000);
  await page.evaluate(DRAWN);
  return (await workOf(session)) - before;
}

interface Key {
  readonly typed: string;
  readonly work: number;
}

/** The cost of each key of these texts in a page's search field, up to what it draws. */
async function measureKeys(
  page: Page,
  session: CDPSession,
  texts: readonly string[],
): Promise<readonly Key[]> {
  const field = page.locator('input').first();
  await field.focus();
  const keys: Key[] = [];
  for (const text of texts) {
    await field.fill('');
    await page.evaluate(DRAWN);
    for (const [at, key] of text.split('').entries()) {
      const before = await workOf(session);
      await page.keyboard.press(key === ' ' ? 'Space' : key);
      await page.evaluate(DRAWN);
      keys.push({ typed: text.slice(0, at + 1), work: (await workOf(session)) - before });
    }
  }
  return keys;
}

/** Saves real papers if they are here, and otherwise made ones, which have few words. */
async function fill(page: Page): Promise<void> {
  if (!hasBenchPapers()) {
    await page.evaluate(fillLibrary(PAPERS));
    return;
  }
  const documents = new Map((await readCorpus(CORPUS)).map((document) => [document.id, document]));
  const papers = benchPapers(PAPERS, documents);
  for (let at = 0; at < papers.length; at += PORTION)
    await page.evaluate(putPapers, [papers.slice(at, at + PORTION), at + PORTION >= papers.length] as const);
}

/** Opens a page of its own with a session that measures CPU time of the thread instead of wall time. */
async function openMeasured(address: string): Promise<readonly [page: Page, session: CDPSession]> {
  const page = await context.newPage();
  await page.goto(address);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return [page, session];
}

/** Keys in a field without any script, and in the popup, whose search is warm after its first query. */
async function measureOthers(
  address: string,
): Promise<readonly [bare: readonly Key[], popup: readonly Key[]]> {
  const [bare, bareSession] = await openMeasured(new URL('icon/16.png', address).href);
  await bare.evaluate("document.body.innerHTML = '<input>'");
  const bareKeys = await measureKeys(bare, bareSession, TYPED);
  await bare.close();
  const [popup, session] = await openMeasured(new URL('popup.html', address).href);
  await popup.locator('input').first().fill('s');
  await popup.locator('[role=option]').first().waitFor();
  await popup.waitForTimeout(4000);
  const popupKeys = await measureKeys(popup, session, TYPED);
  await popup.close();
  return [bareKeys, popupKeys];
}

const keyLine = (name: string, keys: readonly Key[]): void => {
  const works = keys.map(({ work }) => work);
  console.log(`| ${name} | ${quantile(works, 0.5).toFixed(1)} ms | ${quantile(works, 0.95).toFixed(1)} ms |`);
};

const { context, close } = await launchChromium(EXTENSION, () => undefined);
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const address = `chrome-extension://${new URL(worker.url()).host}/library.html`;
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('heading', { level: 2 }).waitFor();
  const [bareKeys, popupKeys] = await measureOthers(address);
  await fill(page);
  const started = Date.now();
  await page.evaluate(COMPILED);
  console.log(`compiled by the background after ${((Date.now() - started) / 1000).toFixed(0)} s`);
  await page.addInitScript({ content: NOTE_ROWS });
  const session = await context.newCDPSession(page);
  // CPU time of the thread instead of wall time.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const opens: Opening[] = [];
  for (let each = 0; each < OPENS; each += 1) opens.push(await measureOpen(page, session, address));
  const ready = await measureFocus(page, session);
  const keys = await measureKeys(page, session, TYPED);
  const own = await measureKeys(page, session, OWN_TYPED);
  const first = medianOf(opens.map((open) => open.first));
  console.log(
    `My papers, ${PAPERS} of them, time of the processor, ${OPENS} openings\n| | | at most |\n|---|---|---|`,
  );
  line('first rows', first, `${LIMITS.first} ms`);
  line('all can be searched and sorted', medianOf(opens.map((open) => open.whole)));
  line('first rows, by the clock', medianOf(opens.map(({ wall }) => wall)));
  line('the search is made ready, once the field has the keyboard', ready);
  console.log(
    `\nA key up to what it draws, ${keys.length} keys\n| | median | 95 of 100 at most |\n|---|---|---|`,
  );
  keyLine('in a field without scripts', bareKeys);
  keyLine('in the popup, which searches the packs', popupKeys);
  keyLine('in my papers', keys);
  keyLine('in my papers, with filters of their own', own);
  const slowest = [...keys, ...own].toSorted((a, b) => b.work - a.work).slice(0, 3);
  for (const { typed, work } of slowest) line(`the slowest: “${typed}”`, work);
  if (first > LIMITS.first) process.exitCode = 1;
} finally {
  await close();
}
