// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readOwnText } from '@/lib/extension/own-files';
import { askAhead, takeFramedTab } from '@/lib/pages/panel-start';
import { checkFramedTab } from '@/lib/pages/tab-page';

const TAB = { id: 4, url: 'https://arxiv.org/abs/2407.08410' };
let asked: string[];

beforeEach(() => {
  fakeBrowser.reset();
  asked = [];
  window.location.hash = 'nonce';
  Object.assign(browser.runtime, { getURL: (path: string) => `chrome-extension://id${path}` });
  Object.assign(browser.tabs, {
    getCurrent: () => Promise.resolve(TAB),
    sendMessage: (_tab: number, { name }: { readonly name: string }) => {
      asked.push(name);
      return Promise.resolve({ vouched: true });
    },
  });
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve(
      address.endsWith('gone.json') ? new Response('', { status: 404 }) : new Response(address),
    );
  });
});

describe('the panel’s opening script', () => {
  test('asks for the tab and the store’s files once, and the app takes the answers', async () => {
    askAhead();
    expect(checkFramedTab(await takeFramedTab().asked)).toMatchObject({
      tabId: 4,
      page: { paperId: '2407.08410' },
    });
    expect(await readOwnText('catalogue.ndjson')).toBe('chrome-extension://id/catalogue.ndjson');
    const before = asked.length;
    expect(asked.filter((name) => name === 'vouch')).toHaveLength(1);
    // What was asked ahead is taken once: a later reading is new.
    expect(await readOwnText('catalogue.ndjson')).toBe('chrome-extension://id/catalogue.ndjson');
    expect(asked).toHaveLength(before + 1);
    expect(await readOwnText('gone.json')).toBeUndefined();
  });

  test('is not needed: the app asks for itself', async () => {
    expect(checkFramedTab(await takeFramedTab().asked)).toMatchObject({ tabId: 4 });
    expect(asked).toEqual(['vouch']);
  });

  test('tells of a change that came before the app listened', async () => {
    askAhead();
    const tab = takeFramedTab();
    const data = { page: { kind: 'abs', paperId: '2407.08410' } };
    const message = { protocol: 'sidelight/1', to: 'panel', name: 'pageChanged', data };
    const opened = await fakeBrowser.tabs.create({ url: TAB.url });
    const sender = { id: browser.runtime.id, tab: opened, frameId: 0, url: TAB.url };
    void fakeBrowser.runtime.onMessage.trigger(message, sender, () => undefined);
    await new Promise((resolve) => setTimeout(resolve));
    expect(tab.release()).toBe(true);
    expect(takeFramedTab().release()).toBe(false);
  });
});
