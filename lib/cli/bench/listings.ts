/**
 * The cost of badges on long listings, relative to the page's own work in the same run: `tsx
 * lib/cli/bench/listings.ts`, after a build. Exits with 1 if a limit is exceeded.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import { launchChromium, type BenchChromium } from './chromium';
import { endProfile, heapOf, isOurScript, startProfile, type Work } from './profile';
import { longListing } from './long-listing';

const EXTENSION = '.output/chrome-mv3';
const ADDRESS = 'https://arxiv.org/list/cs/new';
const SAVED = '../shared/pages';
/**
 * Short pages are loaded more often, because a script's fixed cost is small compared with measurement noise.
 */
const ROUNDS = { long: 3, short: 9 } as const;

/** Limits: share of the page's own work, milliseconds of the longest task, and bytes of heap not released. */
const LIMITS = { share: 0.1, task: 50, heap: 1_000_000 } as const;

interface Figures {
  readonly load: Work;
  readonly reading: Work;
  /** Setting and clearing a filter in the toolbar, with all entries read. */
  readonly filtering: Work;
  readonly badges: number;
  readonly messages: number;
  readonly heap: { readonly before: number; readonly during: number; readonly after: number };
}

/**
 * Scrolls quickly to the end. A string, because tsx adds helpers to functions that do not exist in the page.
 */
const SCROLL = `(async () => {
  while (scrollY + innerHeight < document.documentElement.scrollHeight - 2) {
    scrollBy({ top: 2 * innerHeight, behavior: 'instant' });
    await new Promise((resume) => setTimeout(resume, 50));
  }
})()`;

/** Waits until the number of badges no longer changes. */
async function settle(page: Page): Promise<number> {
  let last = -1;
  for (;;) {
    const now = await page.locator('sidelight-badge').count();
    if (now === last) return now;
    last = now;
    await page.waitForTimeout(600);
  }
}

/** Makes the script on the open listing show or hide its toolbar. */
const TOGGLE = `chrome.tabs.query({ url: '${ADDRESS}' }).then(([tab]) => chrome.tabs.sendMessage(
  tab.id, { protocol: 'sidelight/1', to: 'listing', name: 'toggleTools' }, { frameId: 0 }))`;

/**
 * Returns functions that click controls of the toolbar, whose shadow root is closed, by the beginning of their
 * names. They are found in the accessibility tree, which is disabled again because it slows down every later
 * change of the page.
 */
async function findControls(session: CDPSession, names: readonly string[]) {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const presses = await Promise.all(
    names.map(async (name) => {
      const found = nodes.find(
        (node) => node.role?.value === 'button' && String(node.name?.value).startsWith(name),
      );
      if (found?.backendDOMNodeId === undefined) throw new Error(`The toolbar has no ${name}`);
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: found.backendDOMNodeId });
      const objectId = object.objectId ?? '';
      const functionDeclaration = 'function () { this.click(); }';
      return () => session.send('Runtime.callFunctionOn', { objectId, functionDeclaration });
    }),
  );
  await session.send('Accessibility.disable');
  return presses;
}

async function measureFilter(page: Page, session: CDPSession, worker: Worker): Promise<Work> {
  await worker.evaluate(TOGGLE);
  await settle(page);
  const presses = await findControls(session, ['In the catalogue', 'Clear']);
  await page.waitForTimeout(300);
  await startProfile(session);
  for (const press of presses) {
    await press();
    await page.waitForTimeout(300);
  }
  const work = await endProfile(session, isOurScript);
  await worker.evaluate(TOGGLE);
  await worker.evaluate('chrome.storage.local.clear()');
  return work;
}

/** The cost of the page with badges switched off, for comparison: all work in milliseconds. */
async function measureWithout(context: BrowserContext): Promise<number> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(`chrome.storage.local.set({
    settings: { version: 1, values: { badges: { arxiv: false, huggingFace: false } } } })`);
  const page = await context.newPage();
  await page.goto('https://arxiv.org/about');
  const session = await context.newCDPSession(page);
  await startProfile(session);
  await page.goto(ADDRESS, { waitUntil: 'load' });
  await settle(page);
  const { ours, others } = await endProfile(session, isOurScript);
  await page.close();
  await worker.evaluate('chrome.storage.local.clear()');
  return ours + others;
}

async function measure(context: BrowserContext): Promise<Figures> {
  const page = await context.newPage();
  // The same site, so that both documents share a process and a heap.
  await page.goto('https://arxiv.org/about');
  const session = await context.newCDPSession(page);
  const before = await heapOf(session);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(COUNT_MESSAGES);

  await startProfile(session);
  await page.goto(ADDRESS, { waitUntil: 'load' });
  // On a busy machine the first badge takes longer than the pause after which a count that stays is taken for the last.
  await page.locator('sidelight-badge').first().waitFor({ state: 'attached' });
  await settle(page);
  const load = await endProfile(session, isOurScript);

  await startProfile(session);
  await page.evaluate(SCROLL);
  const badges = await settle(page);
  const reading = await endProfile(session, isOurScript);
  const messages: unknown = await worker.evaluate('globalThis.questions');
  const during = await heapOf(session);
  const filtering = await measureFilter(page, session, worker);
  await page.goto('https://arxiv.org/about');
  const after = await heapOf(session);
  await page.close();
  return { load, reading, filtering, badges, messages: Number(messages), heap: { before, during, after } };
}

/**
 * Counts the `readEntries` messages to the background. A string, because tsx adds helpers to functions that do
 * not exist in the worker.
 */
const COUNT_MESSAGES = `{
  if (globalThis.questions === undefined)
    chrome.runtime.onMessage.addListener((message) => { if (message?.name === 'readEntries') globalThis.questions += 1; });
  globalThis.questions = 0;
}`;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

const launch = (body: string): Promise<BenchChromium> =>
  launchChromium(EXTENSION, (url) => {
    if (url.href === ADDRESS) return { contentType: 'text/html; charset=utf-8', body };
    const asset = join(SAVED, 'assets/arxiv.org', decodeURIComponent(url.pathname));
    const contentType = TYPES[extname(asset)];
    return contentType && existsSync(asset)
      ? { contentType, body: readFileSync(asset) }
      : { contentType: 'text/html', body: '<!doctype html><title>About</title>' };
  });

const share = ({ ours, others }: Work): number => ours / others;
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const ms = (value: number): string => `${value.toFixed(0)} ms`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/** The median item by a number, because rounds vary with the load on the machine. */
function middle<Item>(items: readonly Item[], by: (item: Item) => number): Item {
  const found = items.toSorted((a, b) => by(a) - by(b))[Math.floor(items.length / 2)];
  if (found === undefined) throw new Error('Nothing was measured');
  return found;
}

async function bench(name: string, body: string, times: number): Promise<boolean> {
  const { context, close } = await launch(body);
  await measure(context);
  const rounds: Figures[] = [];
  const without: number[] = [];
  for (let round = 0; round < times; round += 1) {
    rounds.push(await measure(context));
    without.push(await measureWithout(context));
  }
  await close();
  const { load, reading, filtering, badges, messages, heap } = middle(rounds, (round) => share(round.load));
  const withBadges = middle(
    rounds.map((round) => round.load.ours + round.load.others),
    Number,
  );
  const alone = middle(without, Number);
  // Load from elsewhere can only make tasks longer, so the minimum over the rounds is the best estimate.
  const tasks = rounds
    .map((round) => [round.load.longest, round.reading.longest, round.filtering.longest] as const)
    .toSorted((a, b) => Math.max(...a) - Math.max(...b))[0] ?? [0, 0, 0];
  const longest = Math.max(...tasks);
  const left = heap.after - heap.before;
  console.log(`\n${name}
  loading      ours ${ms(load.ours)} of the page's ${ms(load.others)}: ${percent(share(load))} (at most ${percent(LIMITS.share)})
               all of it ${ms(withBadges)} with badges, ${ms(alone)} with badges switched off: ${(withBadges / alone).toFixed(2)} times
  reading on   ours ${ms(reading.ours)} of the page's ${ms(reading.others)}: ${percent(share(reading))}
  filter       ours ${ms(filtering.ours)} of the page's ${ms(filtering.others)}
  longest task of ours ${ms(longest)} (at most ${ms(LIMITS.task)}) in the calmest of ${rounds.length} rounds: loading ${ms(tasks[0])}, reading on ${ms(tasks[1])}, filter ${ms(tasks[2])}
  ${badges} badges by ${messages} messages
  heap ${megabytes(heap.before)} before, ${megabytes(heap.during)} with badges, ${megabytes(heap.after)} after leaving`);
  return share(load) <= LIMITS.share && longest <= LIMITS.task && left <= LIMITS.heap;
}

const known = readdirSync('data/papers').map((file) => file.replace('.json', ''));
const saved = join(SAVED, 'B-list/list-cs-new.html');
const kept = [await bench('2,000 entries', longListing(2000, known), ROUNDS.long)];
if (existsSync(saved))
  kept.push(await bench('saved listing of 34 entries', readFileSync(saved, 'utf8'), ROUNDS.short));
if (!kept.every(Boolean)) process.exitCode = 1;
