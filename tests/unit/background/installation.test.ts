import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { greet } from '@/lib/background/installation';
import { forgetNews, readNews } from '@/lib/extension/news';
import { until } from '../../fixtures/until';

const create = vi.fn<(tab: { readonly url?: string }) => Promise<unknown>>();

beforeEach(() => {
  fakeBrowser.reset();
  create.mockReset().mockResolvedValue({});
  Object.assign(browser.tabs, { create });
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Sidelight',
    version: '2.0.0',
  });
  greet();
});

type Details = Parameters<typeof fakeBrowser.runtime.onInstalled.trigger>[0];

const tell = (details: Details): Promise<unknown> => fakeBrowser.runtime.onInstalled.trigger(details);

const UPDATE: Details = { reason: 'update', previousVersion: '1.0.0' };
const AGAIN: Details = { reason: 'update', previousVersion: '2.0.0' };
const OF_THE_BROWSER: Details = { reason: 'chrome_update' };
const TEMPORARY: Details = Object.assign({ reason: 'install' } as const, { temporary: true });

const opened = () => create.mock.calls.map(([{ url }]) => url?.replace(/^.*\//, ''));

test('an installation opens the welcome page, without news', async () => {
  await tell({ reason: 'install' });
  await until(() => expect(opened()).toEqual(['welcome.html']));
  expect(await readNews()).toBeUndefined();
});

test.each([
  ['an update', UPDATE],
  ['an update of the browser', OF_THE_BROWSER],
  ['a repeated loading for development', AGAIN],
  ['an add-on that a developer loads for a while', TEMPORARY],
] as const)('%s opens nothing', async (_, details) => {
  const set = vi.spyOn(browser.storage.local, 'set');
  await tell(details);
  await Promise.all(set.mock.results.map(({ value }) => value));
  expect(opened()).toEqual([]);
});

describe('the news', () => {
  test('wait after an update until somebody has read them', async () => {
    await tell(UPDATE);
    await until(async () => expect(await readNews()).toBe('2.0.0'));
    await forgetNews();
    expect(await readNews()).toBeUndefined();
  });

  test.each([
    ['the same version', AGAIN],
    ['the browser’s update', OF_THE_BROWSER],
  ] as const)('are absent after %s', async (_, details) => {
    const set = vi.spyOn(browser.storage.local, 'set');
    await tell(details);
    expect(set).not.toHaveBeenCalled();
  });

  test('are absent if they belong to an older version', async () => {
    await browser.storage.local.set({ news: '1.5.0' });
    expect(await readNews()).toBeUndefined();
  });
});
