import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from 'wxt/browser';
import { returnToOpenTabs } from '@/lib/background/return-to-tabs';
import { until } from '../../fixtures/until';

const PAPERS = { matches: ['*://arxiv.org/abs/*'], js: ['content-scripts/page.js'] };
const LISTS = { matches: ['*://arxiv.org/list/*'], js: ['content-scripts/listing.js'] };

const executeScript = vi.fn<(injection: unknown) => Promise<unknown>>();

beforeEach(() => {
  fakeBrowser.reset();
  executeScript.mockReset().mockRejectedValueOnce(new Error('The tab was closed')).mockResolvedValue([]);
  Object.assign(browser, { scripting: { executeScript } });
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Sidelight',
    version: '1',
    content_scripts: [PAPERS, LISTS],
  });
  Object.assign(browser.tabs, {
    query: ({ url }: { readonly url: readonly string[] }) =>
      Promise.resolve(url.includes('*://arxiv.org/abs/*') ? [{ id: 1 }, { id: 2 }] : [{ id: 3 }]),
  });
});

const ran = () => executeScript.mock.calls.map(([injection]) => injection);

test('each script runs in its open tabs, once after the extension was switched on', async () => {
  returnToOpenTabs();
  await until(() => expect(ran()).toHaveLength(3));
  expect(ran()).toEqual([
    { target: { tabId: 1 }, files: PAPERS.js },
    { target: { tabId: 2 }, files: PAPERS.js },
    { target: { tabId: 3 }, files: LISTS.js },
  ]);
  // The worker ended and started again.
  const get = vi.spyOn(browser.storage.session, 'get');
  returnToOpenTabs();
  await until(() => expect(get).toHaveBeenCalled());
  await Promise.all(get.mock.results.map(({ value }) => value));
  expect(ran()).toHaveLength(3);
});

test('tabs restored at the browser’s start are left to the browser', async () => {
  const set = vi.spyOn(browser.storage.session, 'set');
  returnToOpenTabs();
  await fakeBrowser.runtime.onStartup.trigger();
  await until(() => expect(set).toHaveBeenCalled());
  await Promise.all(set.mock.results.map(({ value }) => value));
  expect(ran()).toEqual([]);
});
