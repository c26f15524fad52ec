/**
 * What it costs to put a list of 2,000 entries in the order of 200 saved papers, on its page and in the background:
 * `tsx lib/cli/bench/listing-order.ts`, after a build. Ends with 1 where a limit is passed. Not part of `npm run bench`
 * yet: it may wait in vain for the list to be read or to move, and why is not known.
 */
import { readdirSync } from 'node:fs';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { attachTo } from '@/lib/cli/devtools-target';
import { launchChromium } from './chromium';
import { COMPILED, fillLibrary } from './fill-library';
import { longListing } from './long-listing';
import { endProfile, startProfile, sumUp, type Profile, type Work } from './profile';

const EXTENSION = '.output/chrome-mv3';
const ADDRESS = 'https://arxiv.org/list/cs/new';
const ENTRIES = 2000;
/** As many as are compared with at most. */
const SAVED = 200;
const ROUNDS = 3;
/** Milliseconds of our script on the page: for the whole list, and in one go. */
const LIMITS = { page: 150, task: 50 } as const;

const isOurs = (url: string): boolean => url.startsWith('chrome-extension:');

const TOGGLE = `chrome.tabs.query({ url: '${ADDRESS}' }).then(([tab]) => chrome.tabs.sendMessage(
  tab.id, { protocol: 'sidelight/1', to: 'listing', name: 'toggleTools' }, { frameId: 0 }))`;

/** Waits until something stays as it is for a while. */
async function settle(page: Page, look: () => Promise<unknown>): Promise<void> {
  let last: unknown;
  for (;;) {
    const now = JSON.stringify(await look());
    if (now === last) return;
    last = now;
    await page.waitForTimeout(800);
  }
}

const readOrder = (page: Page): Promise<unknown> =>
  page.evaluate(`[...document.querySelectorAll('dt a[title=Abstract]')].map(({ id }) => id).join()`);

/** Waits until another entry than the page's own stands first; asked seldom, since it costs the page time too. */
const waitForMoves = async (page: Page): Promise<void> =>
  void (await page.waitForFunction(
    `!document.querySelector('dt a[title=Abstract]').id.endsWith('-0')`,
    undefined,
    { polling: 250, timeout: 120_000 },
  ));

/**
 * The means to choose an order in the toolbar, which is closed to the page. It is found by the accessibility tree,
 * which is given up again: kept, it makes every change of the page slow.
 */
async function findChoice(session: CDPSession): Promise<(mode: string) => Promise<void>> {
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const found = nodes.find(
    ({ role, name }) => role?.value === 'combobox' && name?.value === 'Order of the list',
  );
  if (found?.backendDOMNodeId === undefined) throw new Error('The toolbar has no choice of order');
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: found.backendDOMNodeId });
  const objectId = object.objectId ?? '';
  await session.send('Accessibility.disable');
  return async (mode) => {
    const functionDeclaration = `function () { this.value = '${mode}'; this.dispatchEvent(new Event('change')); }`;
    await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration });
  };
}

/** What the profiler tells of page and background. */
interface Profiled {
  readonly page: Work;
  readonly background: Work;
}

const isProfile = (value: unknown): value is Profile =>
  typeof value === 'object' && value !== null && 'nodes' in value;

/** Opens the list, of entries that the background does not know, and reads all of it; then works with it. */
async function withList<Found>(
  context: BrowserContext,
  work: (page: Page, session: CDPSession, choose: (mode: string) => Promise<void>) => Promise<Found>,
): Promise<Found> {
  round += 1;
  const page = await context.newPage();
  await page.goto(ADDRESS, { waitUntil: 'load' });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await worker.evaluate(TOGGLE);
  // All of the list is read first, however long a busy machine takes.
  await page.waitForFunction(
    `document.querySelectorAll('sidelight-badge').length === ${ENTRIES}`,
    undefined,
    { polling: 500, timeout: 120_000 },
  );
  await page.waitForTimeout(1000);
  const session = await context.newCDPSession(page);
  const found = await work(page, session, await findChoice(session));
  await page.close();
  await worker.evaluate('chrome.storage.local.remove("listing")');
  return found;
}

/** Profiles page and background while the order is chosen, until the list stands still. */
const profileOrder = (context: BrowserContext): Promise<Profiled> =>
  withList(context, async (page, session, choose) => {
    const tellBackground = await attachTo(context, 'background.js');
    await tellBackground('Profiler.enable');
    await tellBackground('Profiler.start');
    await startProfile(session);
    await choose('nearest');
    await waitForMoves(page);
    await settle(page, () => readOrder(page));
    const own = await endProfile(session, isOurs);
    const profile = (await tellBackground('Profiler.stop')).result?.['profile'];
    if (!isProfile(profile)) throw new Error('The background has no profile');
    return { page: own, background: sumUp(profile, isOurs) };
  });

let round = 0;
const known = readdirSync('data/papers').map((file) => file.replace('.json', ''));
const body = longListing(ENTRIES, known);
const { context, close } = await launchChromium(EXTENSION, (url) => ({
  contentType: 'text/html; charset=utf-8',
  body:
    url.href === ADDRESS ? body.replaceAll('2408.1', `2408.${round}`) : '<!doctype html><title>About</title>',
}));
const profiled: Profiled[] = [];
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const own = await context.newPage();
  await own.goto(`chrome-extension://${new URL(worker.url()).host}/library.html`);
  await own.getByRole('heading', { level: 2 }).waitFor();
  await own.evaluate(fillLibrary(SAVED));
  await own.evaluate(COMPILED);
  await own.close();
  await profileOrder(context);
  for (let each = 0; each < ROUNDS; each += 1) profiled.push(await profileOrder(context));
} finally {
  await close();
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

const onPage = middle(profiled.map(({ page }) => page.ours));
// A busy machine only lengthens a stretch: one that is truly long is long in the calmest round too.
const longestOf = (part: 'page' | 'background'): number =>
  Math.min(...profiled.map((figures) => figures[part].longest));
console.log(`a list of ${ENTRIES} entries in the order of ${SAVED} saved papers, ${ROUNDS} rounds
  our script on the page ${ms(onPage)} (at most ${ms(LIMITS.page)}), in one go ${ms(longestOf('page'))} (at most ${ms(LIMITS.task)})
  the browser, for moving the entries ${ms(middle(profiled.map(({ page }) => page.others)))}
  the background, once for each entry ${ms(middle(profiled.map(({ background }) => background.ours)))}, in one go ${ms(longestOf('background'))}`);
if (onPage > LIMITS.page || longestOf('page') > LIMITS.task) process.exitCode = 1;
