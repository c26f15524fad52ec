/**
 * What badges cost on long listings, beside what the page costs itself in the
 * same run: `tsx lib/cli/bench/listings.ts`, after a build. Ends with 1 where a
 * limit is passed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import { launchChromium, type BenchChromium } from './chromium';
import { endProfile, startProfile, type Work } from './profile';
import { longListing } from './long-listing';

const EXTENSION = '.output/chrome-mv3';
const ADDRESS = 'https://arxiv.org/list/cs/new';
const SAVED = '../shared/pages';
/** Short pages are loaded more often: the fixed cost of a script is small beside the noise of a machine. */
const ROUNDS = { long: 3, short: 9 } as const;

/** Limits: share of the page's own work, milliseconds in one go, and bytes left behind. */
const LIMITS = { share: 0.1, task: 50, heap: 1_000_000 } as const;

interface Figures {
  readonly load: Work;
  readonly reading: Work;
  /** A filter of the toolbar pressed, and cleared, with all entries read. */
  readonly filtering: Work;
  readonly badges: number;
  readonly messages: number;
  readonly heap: { readonly before: number; readonly during: number; readonly after: number };
}

const isOurs = (url: string): boolean => url.startsWith('chrome-extension:');

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Scrolls down to the end as a user in a hurry does. As text, because the runner of these scripts adds helpers. */
const SCROLL = `(async () => {
  while (scrollY + innerHeight < document.documentElement.scrollHeight - 2) {
    scrollBy({ top: 2 * innerHeight, behavior: 'instant' });
    await new Promise((resume) => setTimeout(resume, 50));
  }
})()`;

/** Waits until the number of badges stays for a while. */
async function settle(page: Page): Promise<number> {
  let last = -1;
  for (;;) {
    const now = await page.locator('sidelight-badge').count();
    if (now === last) return now;
    last = now;
    await page.waitForTimeout(600);
  }
}

/** Tells the script on the open listing to show its toolbar, or to put it away. */
const TOGGLE = `chrome.tabs.query({ url: '${ADDRESS}' }).then(([tab]) => chrome.tabs.sendMessage(
  tab.id, { protocol: 'sidelight/1', to: 'listing', name: 'toggleTools' }, { frameId: 0 }))`;

/**
 * The means to press controls of the toolbar, which is closed to the page, by how their names begin. They are
 * found by the accessibility tree, which is given up again: kept, it makes every change of the page slow.
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
  const work = await endProfile(session, isOurs);
  await worker.evaluate(TOGGLE);
  await worker.evaluate('chrome.storage.local.clear()');
  return work;
}

/** What the page costs where badges are switched off: the alternative, in milliseconds of all work. */
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
  const { ours, others } = await endProfile(session, isOurs);
  await page.close();
  await worker.evaluate('chrome.storage.local.clear()');
  return ours + others;
}

async function measure(context: BrowserContext): Promise<Figures> {
  const page = await context.newPage();
  // The same site, so that both documents live in one process and one heap.
  await page.goto('https://arxiv.org/about');
  const session = await context.newCDPSession(page);
  const before = await heapOf(session);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(COUNT_MESSAGES);

  await startProfile(session);
  await page.goto(ADDRESS, { waitUntil: 'load' });
  const visible = await settle(page);
  const load = await endProfile(session, isOurs);

  await startProfile(session);
  await page.evaluate(SCROLL);
  const badges = await settle(page);
  const reading = await endProfile(session, isOurs);
  const messages: unknown = await worker.evaluate('globalThis.questions');
  const during = await heapOf(session);
  const filtering = await measureFilter(page, session, worker);
  await page.goto('https://arxiv.org/about');
  const after = await heapOf(session);
  await page.close();
  if (visible === 0) throw new Error('No badge came up');
  return { load, reading, filtering, badges, messages: Number(messages), heap: { before, during, after } };
}

/** Counts the questions that reach the background. As text, because the runner of these scripts adds helpers. */
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

/** The one in the middle of a list, by a number; rounds differ as machines drift. */
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
  // A busy machine only lengthens a stretch: one that is truly long is long in the calmest round too.
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
