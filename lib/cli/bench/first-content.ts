/**
 * The time until the panel's first content is shown in a real Chromium, compared with React mounted in the page
 * by its own script: `tsx lib/cli/bench/first-content.ts [--pairs 20] [--slowdown 1,4] [--before FOLDER]`, after a
 * build of ours and of the variant (`wxt build -c tests/bench/wxt.config.ts`). `--slowdown` lists how many times
 * slower the CPU is made, one run each. `--before` names another build of ours to compare.
 *
 * First content is the painted summary or first result; a heading alone does not count. All times are in
 * milliseconds from the page's DOMContentLoaded. The builds load alternately, so that changing load on the
 * machine affects all equally. The variant has the same papers and finds related papers in the same store; it
 * only differs in where the panel is mounted, and with which library.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { isRecord } from '@/lib/domain/is-record';
import { readOptions } from '@/lib/cli/usage-error';
import { launchBench } from './browser';
import { ratioOfPairs } from './interval';
import { DEMO_ID } from '../demo/page';

const ADDRESS = `https://arxiv.org/abs/${DEMO_ID}`;

const VARIANT = '.output/bench/chrome-mv3';

/** How often a page is polled for its times, and the pause between; fifteen seconds in total. */
const ASKED = { times: 300, pause: 50 } as const;

/** The phases until the panel is complete, in order; the variant only has the last two. */
const PHASES = ['host', 'document', 'drawn', 'content', 'whole'] as const;
type Phase = (typeof PHASES)[number];
const MEANINGS: Readonly<Record<Phase, string>> = {
  host: 'the sidebar is on the page (both stages have run)',
  document: 'the frame’s document has started',
  drawn: 'the panel is drawn, without the paper',
  content: 'summary or first result painted',
  whole: 'related papers painted',
};
type Times = Readonly<Partial<Record<Phase, number>>>;

/**
 * Runs in every frame before its scripts. A string, because tsx adds helpers to functions that do not exist in
 * the page. It looks no longer than there is something to find: looking takes time from the process that is measured, which
 * the panel's frame shares with a tab of its own (`openOwnPage`).
 */
const NOTE = `{
  const now = () => performance.timeOrigin + performance.now();
  const noted = (window.noted = {});
  const isOurs = location.protocol === 'chrome-extension:';
  const isAside = isOurs && location.pathname !== '/panel.html';
  const painted = (phase) => {
    if (noted[phase] !== undefined) return;
    noted[phase] = 0;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { noted[phase] = now(); };
      port2.postMessage(0);
    });
  };
  const look = () => {
    if (!isOurs && document.querySelector('sidelight-sidebar')) noted.host ??= now();
    const root = isOurs ? document : document.querySelector('react-in-page')?.shadowRoot;
    if (root?.querySelector('main, header')) noted.drawn ??= now();
    if (root?.querySelector('.summary, .results')) painted('content');
    if (root?.querySelector('.papers')) painted('whole');
    if (!(noted.whole > 0) && noted.host === undefined) setTimeout(look, 0);
  };
  if (!isAside) look();
}`;

/** Runs in a frame: returns the recorded times, in milliseconds since the epoch. */
function notesOfFrame(): unknown {
  const isOurs = location.protocol === 'chrome-extension:';
  return { ...(isOurs ? { document: performance.timeOrigin } : {}), ...Reflect.get(window, 'noted') };
}

/** The recorded times of all frames of a page. */
async function readNotes(page: Page): Promise<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const frame of page.frames()) {
    // A frame may be removed during the call.
    const notes: unknown = await frame.evaluate(notesOfFrame).catch(() => undefined);
    if (!isRecord(notes)) continue;
    for (const [phase, at] of Object.entries(notes)) if (typeof at === 'number' && at > 0) all[phase] = at;
  }
  return all;
}

/** Throttles the page's whole process: the browser cannot throttle a single page. */
async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/**
 * Opens a page of the extension in its own tab, through which the frames in other pages can be throttled, since
 * they share its process. The variant has no frame.
 */
async function openOwnPage(context: BrowserContext, folder: string): Promise<Page | undefined> {
  if (folder === VARIANT) return undefined;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/licences.txt`);
  return page;
}

async function load(context: BrowserContext, slowdown: number): Promise<Times> {
  const page = await context.newPage();
  await slowDown(page, slowdown);
  await page.goto(ADDRESS);
  const ready = await page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return entry instanceof PerformanceNavigationTiming
      ? performance.timeOrigin + entry.domContentLoadedEventEnd
      : Number.NaN;
  });
  let notes: Record<string, number> = {};
  for (let attempt = 0; attempt < ASKED.times && notes['whole'] === undefined; attempt += 1) {
    await page.waitForTimeout(ASKED.pause);
    notes = await readNotes(page);
  }
  await page.close();
  return Object.fromEntries(
    PHASES.flatMap((phase) => {
      const at = notes[phase];
      return at === undefined ? [] : [[phase, at - ready]];
    }),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}

/** The median, or a dash if the build does not have the phase. */
function shown(values: readonly number[]): string {
  const measured = values.filter(Number.isFinite);
  return measured.length === 0 ? '–' : median(measured).toFixed(0);
}

const of = (loads: readonly Times[], phase: Phase): number[] =>
  loads.map((times) => times[phase] ?? Number.NaN);

/** Loads the page in each build alternately and prints phases and ratios; the first round is for warming up. */
async function benchFirstContent(
  builds: readonly (readonly [name: string, folder: string])[],
  { pairs, slowdowns }: { readonly pairs: number; readonly slowdowns: readonly number[] },
) {
  const browsers = [];
  for (const [name, folder] of builds) {
    const { context, close } = await launchBench(folder);
    await context.addInitScript({ content: NOTE });
    browsers.push({ name, context, close, own: await openOwnPage(context, folder), loads: [] as Times[] });
  }
  for (const slowdown of slowdowns) {
    for (const { own, loads } of browsers) {
      if (own) await slowDown(own, slowdown);
      loads.length = 0;
    }
    for (let round = -1; round < pairs; round += 1)
      for (const { context, loads } of browsers) {
        const times = await load(context, slowdown);
        if (round >= 0) loads.push(times);
      }
    console.log(`\nFirst content, ${pairs} loads each in turn, CPU ${slowdown}x slower; medians in ms`);
    console.log(`| | ${builds.map(([name]) => name).join(' | ')} |\n|---|${'---|'.repeat(builds.length)}`);
    for (const phase of PHASES)
      console.log(
        `| ${MEANINGS[phase]} | ${browsers.map(({ loads }) => shown(of(loads, phase))).join(' | ')} |`,
      );
    const [ours, ...others] = browsers;
    for (const other of others)
      for (const phase of ['content', 'whole'] as const) {
        const theirs = of(other.loads, phase);
        const mine = of(ours?.loads ?? [], phase);
        const both = mine.map((value, at) => [value, theirs[at] ?? Number.NaN] as const);
        console.log(`${phase}: ${ours?.name} / ${other.name} ${ratioOfPairs(both)}`);
      }
  }
  await Promise.all(browsers.map(({ close }) => close()));
}

const { pairs, slowdown, before } = readOptions(
  {
    pairs: { type: 'string', default: '20' },
    slowdown: { type: 'string', default: '1,4' },
    before: { type: 'string' },
  },
  'usage: tsx lib/cli/bench/first-content.ts [--pairs 20] [--slowdown 1,4] [--before FOLDER]',
);
await benchFirstContent(
  [
    ['Sidelight', '.output/chrome-mv3'],
    ['React on the page', VARIANT],
    ...(before === undefined ? [] : [['before', before] as const]),
  ],
  { pairs: Number(pairs), slowdowns: slowdown.split(',').map(Number) },
);
