// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://huggingface.co/papers/2407.08410" }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { runPageScript } from '@/lib/content/sidebar/page-script';
import { until } from '../../../fixtures/until';

const OWN = 'test-extension-id';
const PANEL = { id: OWN, url: `chrome-extension://${OWN}/panel.html`, tab: { id: 1 }, frameId: 7 };

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;
let listener: Listener = () => undefined;
let life: AbortController;

beforeEach(() => {
  fakeBrowser.reset();
  life = new AbortController();
  history.replaceState(null, '', '/papers/2407.08410');
  document.head.innerHTML = '<title>A paper</title>';
  document.body.innerHTML = '<main><h1>A paper</h1></main>';
  Object.assign(document, { elementsFromPoint: () => [] });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(OWN);
  Object.assign(browser.runtime, {
    getURL: (path: string) => `chrome-extension://${OWN}${path}`,
    sendMessage: () => Promise.resolve(),
    connect: () => ({ onDisconnect: { addListener: () => undefined }, disconnect: () => undefined }),
    onMessage: {
      addListener: (added: Listener) => (listener = added),
      removeListener: () => undefined,
    },
  });
  // The sidebar is created on request.
  const values = { sidebar: { arxiv: 'off', huggingFace: 'off' } };
  return fakeBrowser.storage.local.set({ settings: { version: 1, values } });
});
const { local } = browser.storage;
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
  Object.assign(browser.storage, { local });
});

const ask = (name: string, data: unknown): Promise<unknown> =>
  new Promise(
    (resolve) => void listener({ protocol: 'sidelight/1', to: 'page', name, data }, PANEL, resolve),
  );

const PARTS = { isValid: () => true, holds: () => true, loadFullText: () => Promise.resolve(undefined) };
const start = (): void => runPageScript({ ...PARTS, signal: life.signal });
const sidebars = (): number => document.querySelectorAll('sidelight-sidebar').length;

/** The actual storage, with slow answers. */
function holdStorage(): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow = { ...local, get: (keys: string[]) => promise.then(() => local.get(keys)) };
  Object.assign(browser.storage, { local: slow });
  return resolve;
}

test('a shortcut opens the sidebar, and folds it again', async () => {
  start();
  expect(await ask('toggleSidebar', { focus: false })).toEqual({ open: true });
  expect(sidebars()).toBe(1);
  expect(await ask('toggleSidebar', { focus: false })).toEqual({ open: false });
});

test('a request for a page that the user has left opens nothing on the next page', async () => {
  start();
  const goOn = holdStorage();
  const answer = ask('toggleSidebar', { focus: false });
  history.pushState(null, '', '/papers');
  document.title = 'Daily papers';
  await new Promise((resolve) => setTimeout(resolve, 20));
  goOn();
  expect(await answer).toEqual({ open: false });
  expect(sidebars()).toBe(0);
});

test('a request opens nothing if the script has ended meanwhile', async () => {
  start();
  const goOn = holdStorage();
  const answer = ask('toggleSidebar', { focus: false });
  await Promise.resolve();
  life.abort();
  goOn();
  expect(await answer).toEqual({ open: false });
  expect(sidebars()).toBe(0);
});

test('a frame is confirmed by the nonce of its address, and by no other', async () => {
  start();
  await ask('toggleSidebar', { focus: false });
  expect(await ask('vouch', { nonce: '', asker: 'panel' })).toMatchObject({ vouched: false });
  expect(await ask('vouch', { nonce: 'guessed', asker: 'panel' })).toEqual({
    vouched: false,
    report: undefined,
  });
});

/** Starts on a paper that only a pack has; returns the requests that the background got about it. */
const startOn = async (jumped: boolean, setting: 'open' | 'handle'): Promise<unknown[]> => {
  const asked: unknown[] = [];
  Object.assign(browser.runtime, {
    sendMessage: (message: { readonly name: string; readonly data: unknown }) => {
      if (message.name !== 'isHeld') return Promise.resolve();
      asked.push(message.data);
      return Promise.resolve({ held: true, jumped });
    },
  });
  vi.stubGlobal('innerWidth', 1600);
  await fakeBrowser.storage.local.set({
    settings: { version: 1, values: { sidebar: { arxiv: setting, huggingFace: setting } } },
  });
  runPageScript({
    signal: life.signal,
    isValid: () => true,
    holds: () => false,
    loadFullText: () => Promise.resolve(undefined),
  });
  await until(() => expect(asked).toEqual([{ paperId: '2407.08410' }]));
  await new Promise((resolve) => setTimeout(resolve));
  return asked;
};

describe('a paper that only a pack has', () => {
  test('is requested once', async () => {
    const asked = await startOn(false, 'handle');
    await ask('toggleSidebar', { focus: false });
    expect(asked).toHaveLength(1);
  });

  test.each([
    [true, 'open', false],
    [false, 'open', true],
    [true, 'handle', true],
  ] as const)(
    'with a jump to it (%s) and the setting “%s”, a key opens the folded sidebar: %s',
    async (jumped, setting, opens) => {
      await startOn(jumped, setting);
      expect(await ask('toggleSidebar', { focus: false })).toEqual({ open: opens });
    },
  );
});
