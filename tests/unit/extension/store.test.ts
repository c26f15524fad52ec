import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { choosePaper } from '@/lib/background/omnibox';
import { forgetStoreWhenIdle, holdsPaper, openStore } from '@/lib/extension/store';
import { openOwnPack } from '../../fixtures/own-pack';
import { paperId } from '../data/sample';

const { assets } = openOwnPack();
const opened = vi.fn<() => void>();

beforeEach(() => {
  fakeBrowser.reset();
  opened.mockReset();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://test${path}`);
  vi.stubGlobal('fetch', async (url: string) => {
    if (url.endsWith('packs.json')) return new Response('', { status: 404 });
    if (url.endsWith('catalogue.ndjson')) opened();
    return new Response(url.endsWith('taxonomy.json') ? assets.taxonomy : assets.text);
  });
  return () => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

const find = async (): Promise<unknown> => {
  const outcome = await openStore();
  return outcome.ok && choosePaper('specialist vision-language models ophthalmology', outcome.store);
};

it('the background forgets the store once nobody has asked for it for a while, and opens it again on demand', async () => {
  // Other contexts keep it: their pages close.
  expect(await find()).toBe('2407.08410');
  vi.advanceTimersByTime(3_600_000);
  await find();
  expect(opened).toHaveBeenCalledTimes(1);

  forgetStoreWhenIdle();
  await find();
  vi.advanceTimersByTime(8_000);
  // Any question counts, not only a search.
  expect(await holdsPaper(paperId('2407.08410'))).toBe(true);
  vi.advanceTimersByTime(8_000);
  await find();
  expect(opened).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10_000);
  expect(await find()).toBe('2407.08410');
  expect(opened).toHaveBeenCalledTimes(2);
});
