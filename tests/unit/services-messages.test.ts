import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from 'wxt/browser';
import { isVouchedFor, readFactsOfTab } from '@/lib/services/messages/answers';
import { handleBackgroundMessages, handlePageMessages, type PageMessages } from '@/lib/services/messages';

const OWN = 'test-extension-id';
const PANEL = { id: OWN, url: `chrome-extension://${OWN}/panel.html`, tab: { id: 1 }, frameId: 7 };
const PAGE_SCRIPT = { id: OWN, url: 'https://arxiv.org/abs/2407.08410', tab: { id: 1 }, frameId: 0 };
const message = (to: string, name: string, data?: unknown) => ({ protocol: 'sidelight/1', to, name, data });

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;
let listeners: Listener[] = [];
let life: AbortController;

beforeEach(() => {
  fakeBrowser.reset();
  life = new AbortController();
  listeners = [];
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(OWN);
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://${OWN}${path}`);
  Object.assign(browser.runtime, {
    onMessage: {
      addListener: (listener: Listener) => listeners.push(listener),
      removeListener: (listener: Listener) => {
        listeners = listeners.filter((each) => each !== listener);
      },
    },
  });
});
afterEach(() => life.abort());

/** What the browser does with a message: the answer, or 'ignored' where no listener takes it. */
async function deliver(sent: unknown, sender: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const taken = listeners.map((listener) => listener(sent, sender, resolve));
    if (!taken.includes(true)) resolve('ignored');
  });
}

describe('the page’s listener', () => {
  const vouch = vi.fn<(data: PageMessages['vouch']['data']) => { vouched: boolean }>(() => ({
    vouched: true,
  }));
  beforeEach(() => {
    vouch.mockClear();
    handlePageMessages({ vouch }, life.signal);
  });

  test('answers one of our pages', async () => {
    expect(await deliver(message('page', 'vouch', { nonce: 'n' }), PANEL)).toEqual({ vouched: true });
  });

  test.each([
    ['another extension', message('page', 'vouch', { nonce: 'n' }), { ...PANEL, id: 'other' }],
    ['a page', message('page', 'vouch', { nonce: 'n' }), PAGE_SCRIPT],
    ['a sender without an address', message('page', 'vouch', { nonce: 'n' }), { id: OWN }],
    ['another receiver’s', message('background', 'vouch', { nonce: 'n' }), PANEL],
    ['an unknown name', message('page', 'launch', {}), PANEL],
    ['an inherited name', message('page', 'toString', {}), PANEL],
    ['a polluting name', message('page', '__proto__', {}), PANEL],
    ['another protocol', { ...message('page', 'vouch', { nonce: 'n' }), protocol: 'x' }, PANEL],
    ['no message', null, PANEL],
  ])('ignores %s', async (_, sent, sender) => {
    expect(await deliver(sent, sender)).toBe('ignored');
    expect(vouch).not.toHaveBeenCalled();
  });

  test('hands nothing of another shape to a handler', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (data) => {
        fc.pre(!(typeof data === 'object' && data !== null && 'nonce' in data));
        expect(await deliver(message('page', 'vouch', data), PANEL)).toBeUndefined();
      }),
    );
    expect(vouch).not.toHaveBeenCalled();
  });

  test('is gone when its life ends', async () => {
    life.abort();
    expect(listeners).toEqual([]);
  });
});

describe('the background’s listener', () => {
  test('takes news of a page from its script alone', async () => {
    handleBackgroundMessages({ pageChanged: () => ({ done: true }) });
    const news = message('background', 'pageChanged', { page: { kind: 'abs', paperId: '2407.08410' } });
    expect(await deliver(news, PAGE_SCRIPT)).toEqual({ done: true });
    expect(await deliver(news, { ...PAGE_SCRIPT, frameId: 3 })).toBe('ignored');
    expect(await deliver(news, PANEL)).toBe('ignored');
  });

  test('takes the wish for the second stage from a page’s script alone, and for its own tab', async () => {
    const injectSidebar = vi.fn<(data: unknown, sender: { tabId?: number | undefined }) => { done: boolean }>(
      (_, { tabId }) => ({ done: tabId === 1 }),
    );
    handleBackgroundMessages({ injectSidebar });
    const wish = message('background', 'injectSidebar');
    expect(await deliver(wish, PAGE_SCRIPT)).toEqual({ done: true });
    expect(await deliver({ ...wish, passedOnFrom: 2 }, PAGE_SCRIPT)).toEqual({ done: true });
    expect(await deliver(wish, PANEL)).toBe('ignored');
    expect(await deliver(wish, { ...PAGE_SCRIPT, id: 'other' })).toBe('ignored');
    expect(await deliver(message('background', 'injectSidebar', { file: 'x' }), PAGE_SCRIPT)).toBeUndefined();
    expect(injectSidebar).toHaveBeenCalledTimes(2);
  });
});

/** What asking any tab comes to. */
function tabsAnswer(sendMessage: () => Promise<unknown>): void {
  Object.assign(browser.tabs, { sendMessage });
}

describe('asking a page', () => {
  test.each([
    [undefined],
    [null],
    ['text'],
    [{ page: { kind: 'abs' } }],
    [{ page: { kind: 'abs' }, confirmed: true, facts: { title: 7 } }],
    [{ page: { kind: 'abs' }, confirmed: true, facts: { links: [{}] } }],
    [{ page: { kind: 'abs' }, confirmed: true, facts: {}, theme: 'red' }],
  ])('takes no answer of another shape: %j', async (answer) => {
    tabsAnswer(() => Promise.resolve(answer));
    expect(await readFactsOfTab(1)).toBeUndefined();
  });

  test('where nobody lives is no failure', async () => {
    tabsAnswer(() => Promise.reject(new Error('Receiving end does not exist.')));
    expect(await readFactsOfTab(1)).toBeUndefined();
    expect(await isVouchedFor(1, 'n')).toBe(false);
  });

  test('gives what its script answered', async () => {
    const report = { page: { kind: 'abs', paperId: '2407.08410' }, confirmed: true, facts: { title: 'T' } };
    tabsAnswer(() => Promise.resolve(report));
    expect(await readFactsOfTab(1)).toEqual(report);
  });
});
