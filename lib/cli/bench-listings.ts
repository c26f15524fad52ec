/**
 * What badges cost on long listings, beside what the page costs itself in the
 * same run: `tsx lib/cli/bench-listings.ts`, after a build. Ends with 1 where a
 * limit is passed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { launchChromium, type BenchChromium } from './bench-chromium';
import { endProfile, startProfile, type Work } from './bench-profile';
import { longListing } from './long-listing';

const EXTENSION = '.output/chrome-mv3';
const ADDRESS = 'https://arxiv.org/list/cs/new';
const SAVED = '../shared/pages';
const ROUNDS = 3;

/** Limits: share of the page's own work, milliseconds in one go, and bytes left behind. */
const LIMITS = { share: 0.1, task: 50, heap: 1_000_000 } as const;

interface Figures {
  readonly load: Work;
  readonly reading: Work;
  readonly badges: number;
  readonly messages: number;
  readonly heap: { readonly before: number; readonly during: number; readonly after: number };
}

const isOurs = (url: string): boolean => url.startsWith('chrome-extension:');

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Reads down the page as a hurried reader does. */
async function scrollDown(page: Page): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, 2500);
    await page.waitForTimeout(60);
  }
}

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
  await scrollDown(page);
  const badges = await settle(page);
  const reading = await endProfile(session, isOurs);
  const messages: unknown = await worker.evaluate('globalThis.questions');
  const during = await heapOf(session);
  await page.goto('https://arxiv.org/about');
  const after = await heapOf(session);
  await page.close();
  if (visible === 0) throw new Error('No badge came up');
  return { load, reading, badges, messages: Number(messages), heap: { before, during, after } };
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

/** The round in the middle, by share; rounds differ as machines drift. */
function middle(rounds: readonly Figures[]): Figures {
  const sorted = rounds.toSorted((a, b) => share(a.load) - share(b.load));
  const found = sorted[Math.floor(sorted.length / 2)];
  if (!found) throw new Error('Nothing was measured');
  return found;
}

async function bench(name: string, body: string): Promise<boolean> {
  const { context, close } = await launch(body);
  await measure(context);
  const rounds: Figures[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await measure(context));
  await close();
  const { load, reading, badges, messages, heap } = middle(rounds);
  // A busy machine only lengthens a stretch: one that is truly long is long in every round.
  const longest = Math.min(...rounds.map((round) => Math.max(round.load.longest, round.reading.longest)));
  const left = heap.after - heap.before;
  console.log(`\n${name}
  loading      ours ${ms(load.ours)} of the page's ${ms(load.others)}: ${percent(share(load))} (at most ${percent(LIMITS.share)})
  reading on   ours ${ms(reading.ours)} of the page's ${ms(reading.others)}: ${percent(share(reading))}
  longest task of ours ${ms(longest)} (at most ${ms(LIMITS.task)})
  ${badges} badges by ${messages} messages
  heap ${megabytes(heap.before)} before, ${megabytes(heap.during)} with badges, ${megabytes(heap.after)} after leaving`);
  return share(load) <= LIMITS.share && longest <= LIMITS.task && left <= LIMITS.heap;
}

const known = readdirSync('data/papers').map((file) => file.replace('.json', ''));
const saved = join(SAVED, 'B-list/list-cs-new.html');
const kept = [await bench('2,000 entries', longListing(2000, known))];
if (existsSync(saved)) kept.push(await bench('saved listing of 34 entries', readFileSync(saved, 'utf8')));
if (!kept.every(Boolean)) process.exitCode = 1;
