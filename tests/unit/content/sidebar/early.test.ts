// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://huggingface.co/papers/2407.08410" }
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isEarlySidebar, prepareSidebar, type EarlySidebar } from '@/lib/content/sidebar/early';
import { runPageScript } from '@/lib/content/sidebar/page-script';
import { until } from '../../../fixtures/until';

const ADDRESS = 'https://huggingface.co/papers/2407.08410';
let life: AbortController;
let roots: ShadowRoot[];

beforeEach(() => {
  fakeBrowser.reset();
  life = new AbortController();
  roots = [];
  const attach = Reflect.get(Element.prototype, 'attachShadow');
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function attached(this: Element, init) {
    const root: ShadowRoot = attach.call(this, init);
    roots.push(root);
    return root;
  });
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  vi.stubGlobal('innerWidth', 1600);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
  document.head.innerHTML = '<title>A paper</title>';
  document.body.innerHTML = '<main><h1>A paper</h1></main>';
  Object.assign(document, { elementsFromPoint: () => [] });
  Object.assign(browser.runtime, {
    getURL: (path: string) => `chrome-extension://test-extension-id${path}`,
    sendMessage: () => Promise.resolve(),
    connect: () => ({ onDisconnect: { addListener: () => undefined }, disconnect: () => undefined }),
  });
});
afterEach(() => {
  life.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const host of hosts()) host.remove();
});

const hosts = (): Element[] => [...document.querySelectorAll('sidelight-sidebar')];
const frames = (): HTMLIFrameElement[] => roots.flatMap((root) => [...root.querySelectorAll('iframe')]);
const hashOf = (frame: HTMLIFrameElement | undefined): string => new URL(frame?.src ?? '').hash.slice(1);
const store = (values: unknown): Promise<void> =>
  fakeBrowser.storage.local.set({ settings: { version: 1, values } });
const start = (early: EarlySidebar): void =>
  runPageScript({
    signal: life.signal,
    isValid: () => true,
    holds: () => true,
    loadFullText: () => Promise.resolve(undefined),
    early,
  });

describe('the first stage', () => {
  test('loads the frame of a sidebar that will start open, unseen, and knows its nonce', async () => {
    document.documentElement.append(document.createElement('sidelight-sidebar'));
    const early = prepareSidebar(ADDRESS, () => true);
    expect(hosts()).toEqual([]);
    const { made } = await early.prepared;
    expect(hosts()).toEqual([made?.parts.host]);
    expect(made?.parts.shell.style.display).toBe('none');
    expect(early.nonce.accepts({ nonce: hashOf(made?.frame), asker: 'panel' })).toBe(true);
    expect(early.nonce.accepts({ nonce: hashOf(made?.frame), asker: 'another' })).toBe(false);
    expect(isEarlySidebar(early)).toBe(true);
    early.drop();
    await until(() => expect(hosts()).toEqual([]));
  });

  test.each([
    ['a paper outside the catalogue', {}, false, ADDRESS],
    ['a sidebar that starts folded', { sidebar: { huggingFace: 'handle' } }, true, ADDRESS],
    ['a sidebar that is off', { sidebar: { huggingFace: 'off' } }, true, ADDRESS],
    ['an address without a paper', {}, true, 'https://huggingface.co/papers'],
  ])('inserts nothing for %s', async (_, values, isHeld, address) => {
    await store(values);
    const { prepared } = prepareSidebar(address, () => isHeld);
    expect((await prepared).made).toBeUndefined();
    expect(hosts()).toEqual([]);
  });
});

describe('the second stage', () => {
  test('completes and shows what the first inserted, and leaves the frame where it is', async () => {
    const early = prepareSidebar(ADDRESS, () => true);
    const { made } = await early.prepared;
    const removed: Node[] = [];
    const observer = new MutationObserver((records) => {
      for (const { removedNodes } of records) removed.push(...removedNodes);
    });
    for (const node of [document.documentElement, made?.parts.shell, made?.parts.bar])
      if (node) observer.observe(node, { childList: true });
    const [frame] = frames();
    start(early);
    await until(() => expect(made?.parts.shell.hasAttribute('data-open')).toBe(true));
    expect(made?.parts.shell.style.display).toBe('');
    expect(hosts()).toEqual([made?.parts.host]);
    expect(frames()).toEqual([frame]);
    expect(frame?.title).not.toBe('');
    // A frame that is moved loads again.
    await new Promise((resolve) => setTimeout(resolve));
    expect(removed).toEqual([]);
    life.abort();
    expect(hosts()).toEqual([]);
  });

  test('makes a frame of its own if the page removed the first', async () => {
    const early = prepareSidebar(ADDRESS, () => true);
    await early.prepared;
    const [first] = frames();
    for (const host of hosts()) host.remove();
    start(early);
    await until(() => expect(hosts()).toHaveLength(1));
    const [frame, ...others] = frames();
    expect(others).toEqual([]);
    expect(frame).not.toBe(first);
    expect(early.nonce.accepts({ nonce: hashOf(first), asker: 'panel' })).toBe(false);
    expect(early.nonce.accepts({ nonce: hashOf(frame), asker: 'panel' })).toBe(true);
  });

  test('removes what the first inserted from a page that has left the paper meanwhile', async () => {
    const early = prepareSidebar(ADDRESS, () => true);
    await early.prepared;
    expect(hosts()).toHaveLength(1);
    history.replaceState(null, '', '/papers');
    start(early);
    await until(() => expect(hosts()).toEqual([]));
    history.replaceState(null, '', '/papers/2407.08410');
  });
});
