/**
 * The cost of ordering a list of 2,000 entries by 200 saved papers, on the page and in the background: `tsx
 * lib/cli/bench/listing-order.ts`, after a build. Exits with 1 if a limit is exceeded.
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
/** The most saved papers that an order uses. */
const SAVED = 200;
const ROUNDS = 2;
/** Limits for our script, in milliseconds: in total on the page, and for one task there and in the background. */
const LIMITS = { page: 150, task: 50 } as const;

const isOurs = (url: string): boolean => url.startsWith('chrome-extension:');

const TOGGLE = `chrome.tabs.query({ url: '${ADDRESS}' }).then(([tab]) => chrome.tabs.sendMessage(
  tab.id, { protocol: 'sidelight/1', to: 'listing', name: 'toggleTools' }, { frameId: 0 }))`;

/** Waits until a value no longer changes. */
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

/**
 * Waits until the first entry is another than the page's own; polls rarely, because polling also loads the
 * page.
 */
const waitForMoves = async (page: Page): Promise<void> =>
  void (await page.waitForFunction(
    `!document.querySelector('dt a[title=Abstract]').id.endsWith('-0')`,
    undefined,
    { polling: 250, timeout: 120_000 },
  ));

interface DomNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly attributes?: readonly string[] | undefined;
  readonly children?: readonly DomNode[] | undefined;
  readonly shadowRoots?: readonly DomNode[] | undefined;
}

function findNode(node: DomNode, isWanted: (node: DomNode) => boolean): DomNode | undefined {
  if (isWanted(node)) return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = findNode(child, isWanted);
    if (found) return found;
  }
  return undefined;
}

/** The means to choose an order in the toolbar, whose shadow root is closed to the page but not to the protocol. */
async function findChoice(session: CDPSession): Promise<(mode: string) => Promise<void>> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: 'document.querySelector("sidelight-tools")',
  });
  const host = { objectId: result.objectId ?? '', depth: -1, pierce: true };
  const { node } = await session.send('DOM.describeNode', host);
  const choice = findNode(node, ({ attributes }) => attributes?.includes('Order of the list') === true);
  if (!choice) throw new Error('The toolbar has no choice of order');
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: choice.backendNodeId });
  const objectId = object.objectId ?? '';
  return async (mode) => {
    const functionDeclaration = `function () { this.value = '${mode}'; this.dispatchEvent(new Event('change')); }`;
    await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration });
  };
}

/** The profiles of page and background, and of the page on the way back to its own order. */
interface Profiled {
  readonly page: Work;
  readonly background: Work;
  readonly back: Work;
}

const isProfile = (value: unknown): value is Profile =>
  typeof value === 'object' && value !== null && 'nodes' in value;

/**
 * Opens a list of entries that the background has not seen yet, waits until all of it is read, and calls
 * `work`.
 */
async function withList<Found>(
  context: BrowserContext,
  work: (page: Page, session: CDPSession, choose: (mode: string) => Promise<void>) => Promise<Found>,
): Promise<Found> {
  round += 1;
  const page = await context.newPage();
  await page.goto(ADDRESS, { waitUntil: 'load' });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  // Before its first badge is there, the script may not listen yet, and the toolbar and the other badges would never appear.
  await page.waitForSelector('sidelight-badge', { state: 'attached' });
  await worker.evaluate(TOGGLE);
  await page.waitForSelector('sidelight-tools', { state: 'attached' });
  // The whole list must be read first, however long that takes on a busy machine.
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

/** Profiles page and background from the choice of an order until the list no longer changes, and back. */
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
    await startProfile(session);
    await choose('page');
    await page.waitForFunction(
      `document.querySelector('dt a[title=Abstract]').id.endsWith('-0')`,
      undefined,
      {
        polling: 250,
        timeout: 120_000,
      },
    );
    await settle(page, () => readOrder(page));
    return { page: own, background: sumUp(profile, isOurs), back: await endProfile(session, isOurs) };
  });

const PARTS = ['page', 'background', 'back'] as const satisfies readonly (keyof Profiled)[];

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
// Load from elsewhere can only make tasks longer, so the minimum over the rounds is the best estimate.
const longestOf = (part: keyof Profiled): number =>
  Math.min(...profiled.map((figures) => figures[part].longest));
const moving = middle(profiled.map(({ page }) => page.others));
console.log(`a list of ${ENTRIES} entries in the order of ${SAVED} saved papers, ${ROUNDS} rounds
| | ratio | | at most |
|---|---|---|---|
| our script on the page, beside the browser's work for moving the entries | ${(onPage / moving).toFixed(2)} | ${ms(onPage)} / ${ms(moving)} | ${ms(LIMITS.page)} |
| the same in one go | ${(longestOf('page') / LIMITS.task).toFixed(2)} | ${ms(longestOf('page'))} | ${ms(LIMITS.task)} |
| back to the page's own order, in one go | ${(longestOf('back') / LIMITS.task).toFixed(2)} | ${ms(longestOf('back'))} | ${ms(LIMITS.task)} |
| the background in one go | ${(longestOf('background') / LIMITS.task).toFixed(2)} | ${ms(longestOf('background'))} | ${ms(LIMITS.task)} |
| the background, once for each entry | | ${ms(middle(profiled.map(({ background }) => background.ours)))} | |`);
if (onPage > LIMITS.page || PARTS.some((part) => longestOf(part) > LIMITS.task)) process.exitCode = 1;
