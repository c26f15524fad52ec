/**
 * What the background of the extension holds in a real Chromium, with all packs that ship: after its start, after
 * searches in the address bar, beside a long listing of papers from the packs, and when nobody has asked for a
 * while: `tsx lib/cli/bench/worker-memory.ts`, after a build. Exits with 1 if the limit is exceeded.
 */
import type { BrowserContext } from 'playwright-core';
import { attachTo } from '@/lib/cli/devtools-target';
import { readPack } from '@/lib/cli/pack/read-pack';
import { launchChromium } from './chromium';
import { longListing } from './long-listing';

/** The limit in megabytes. */
const LIMIT = 15;
const ADDRESS = 'https://arxiv.org/list/cs.CV/recent';
const ENTRIES = 200;
const TYPED = 'chest x-ray segmentation';
/** Different queries, of every form. */
const QUERIES = [
  'radiology report generation',
  'medical visual question answering',
  'transfomer pretraining',
  'author:wang diffusion',
  '"few shot" learning',
  'reinforcement learning from human feedback',
  'modality:ct segm',
  'speech recognition low resource',
  'graph neural network molecules',
  'large language model reasoning benchmark',
];
/** Waits longer than the background keeps the store of papers. */
const quiet = async (): Promise<unknown> => new Promise((done) => setTimeout(done, 12_000));

/** Types into the address bar, as Chromium reports it, and resolves with the number of suggestions. */
const type = (text: string): string => `new Promise((resolve) => {
  chrome.omnibox.onInputChanged.dispatch(${JSON.stringify(text)}, (suggestions) => resolve(suggestions.length));
})`;

/** What the worker's heap and buffers hold, in megabytes. */
async function measure(context: BrowserContext, url: string): Promise<{ heap: number; buffers: number }> {
  const send = await attachTo(context, url);
  await send('HeapProfiler.collectGarbage');
  await send('HeapProfiler.collectGarbage');
  const { result } = await send('Runtime.getHeapUsage');
  return { heap: Number(result?.['usedSize']) / 1e6, buffers: Number(result?.['backingStorageSize']) / 1e6 };
}

const { ids } = readPack('data/packs/wide');
const known = ids.slice(ids.size - ENTRIES, ids.size);
const { context, close } = await launchChromium('.output/chrome-mv3', (_, isNavigation) =>
  isNavigation ? { contentType: 'text/html; charset=utf-8', body: longListing(ENTRIES, known) } : undefined,
);
try {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const print = async (what: string): Promise<void> => {
    const { heap, buffers } = await measure(context, worker.url());
    const isGood = heap + buffers <= LIMIT;
    console.log(
      `  ${what.padEnd(32)} ${(heap + buffers).toFixed(1).padStart(5)} MB (heap ${heap.toFixed(1)}, buffers ${buffers.toFixed(1)}), at most ${LIMIT}`,
    );
    if (!isGood) process.exitCode = 1;
  };
  console.log(`The background's memory, with a pack of ${ids.size} papers`);
  const search = async (text: string): Promise<unknown> => worker.evaluate(type(text));
  await print('started');
  for (let length = 1; length <= TYPED.length; length += 1) {
    const found = await search(TYPED.slice(0, length));
    if (length === TYPED.length) console.log(`  ${String(found)} suggestions for “${TYPED}”`);
  }
  await print('after a search in the address bar');
  for (const query of QUERIES) await search(query);
  await print(`after ${QUERIES.length} more`);
  await quiet();
  await print('when nobody has asked for a while');
  const page = await context.newPage();
  await page.goto(ADDRESS);
  await page.locator('sidelight-badge').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(2000);
  await print('beside a listing of its papers');
  await search(TYPED);
  await print('after a search at once');
  await quiet();
  await print('when nobody has asked for a while');
  await search(TYPED);
  await print('after a search then');
} finally {
  await close();
}
