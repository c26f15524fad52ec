import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from 'wxt/browser';
import { isVouchedFor, readFactsOfTab } from '@/lib/services/messages/answers';
import {
  handleBackgroundMessages,
  handleCardMessages,
  handleListingMessages,
  handlePageMessages,
  handlePanelMessages,
  passOnToFrames,
  type PageMessages,
} from '@/lib/services/messages';

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

const BACKGROUND = { id: OWN, url: `chrome-extension://${OWN}/background.js` };
const PANEL_NEWS = message('panel', 'pageChanged', { page: { kind: 'abs', paperId: '2407.08410' } });
const CARD_NEWS = message('card', 'entryChanged', { nonce: 'n' });

describe('the listener of a page of ours', () => {
  const changed = vi.fn<(data: unknown, sender: { tabId?: number | undefined }) => { done: boolean }>(() => ({
    done: true,
  }));
  beforeEach(() => {
    changed.mockClear();
    handlePanelMessages({ pageChanged: changed }, life.signal);
    handleCardMessages({ entryChanged: changed }, life.signal);
  });

  test.each([
    ['a panel', PANEL_NEWS],
    ['a card', CARD_NEWS],
  ])('that is %s hears the script of a page, and the background for it', async (_, news) => {
    expect(await deliver(news, PAGE_SCRIPT)).toEqual({ done: true });
    expect(changed.mock.lastCall?.[1].tabId).toBe(1);
    expect(await deliver({ ...news, passedOnFrom: 4 }, BACKGROUND)).toEqual({ done: true });
    expect(changed.mock.lastCall?.[1].tabId).toBe(4);
  });

  test.each([
    ['a frame in a page', { ...PAGE_SCRIPT, frameId: 3 }],
    ['another page of ours', PANEL],
    ['another extension', { ...PAGE_SCRIPT, id: 'other' }],
    ['a sender without a tab', { id: OWN, url: 'https://arxiv.org/abs/2407.08410' }],
  ])('does not hear %s', async (_, sender) => {
    expect(await deliver(PANEL_NEWS, sender)).toBe('ignored');
    expect(await deliver(CARD_NEWS, sender)).toBe('ignored');
    expect(changed).not.toHaveBeenCalled();
  });

  test('takes a script’s own tab, whatever the message says', async () => {
    await deliver({ ...PANEL_NEWS, passedOnFrom: 9 }, PAGE_SCRIPT);
    expect(changed.mock.lastCall?.[1].tabId).toBe(1);
  });
});

describe('the listener of a listing', () => {
  test.each([
    [{ nonce: 'n', paperId: '2407.08410', height: Number.NaN }],
    [{ nonce: 'n', paperId: '2407.08410', height: '80' }],
    [{ nonce: 'n', paperId: 7, height: 80 }],
    [{ nonce: 'n'.repeat(65), paperId: '2407.08410', height: 80 }],
    [{ paperId: '2407.08410', height: 80 }],
  ])('takes no card’s size of another shape: %j', async (data) => {
    const sizeCard = vi.fn<() => { done: boolean }>(() => ({ done: true }));
    handleListingMessages({ sizeCard }, life.signal);
    expect(await deliver(message('listing', 'sizeCard', data), PANEL)).toBeUndefined();
    expect(sizeCard).not.toHaveBeenCalled();
    const right = message('listing', 'sizeCard', { nonce: 'n', paperId: '2407.08410', height: 80.5 });
    expect(await deliver(right, PANEL)).toEqual({ done: true });
  });
});

describe('what the background passes on to frames', () => {
  const sent = vi.fn<(tabId: number, message: unknown) => Promise<unknown>>(() => Promise.resolve());
  beforeEach(() => {
    sent.mockClear();
    Object.assign(browser.tabs, { sendMessage: sent });
    passOnToFrames();
  });

  test('is a script’s news to panel and card, to its own tab and under its name', async () => {
    await deliver(PANEL_NEWS, PAGE_SCRIPT);
    await deliver({ ...CARD_NEWS, passedOnFrom: 9 }, PAGE_SCRIPT);
    expect(sent.mock.calls).toEqual([
      [1, { ...PANEL_NEWS, passedOnFrom: 1 }],
      [1, { ...CARD_NEWS, passedOnFrom: 1 }],
    ]);
  });

  test.each([
    ['another extension’s', PANEL_NEWS, { ...PAGE_SCRIPT, id: 'other' }],
    ['one of our pages’', PANEL_NEWS, PANEL],
    ['a frame’s', PANEL_NEWS, { ...PAGE_SCRIPT, frameId: 3 }],
    ['a question to the background', message('background', 'readEntries'), PAGE_SCRIPT],
    ['no message', 'news', PAGE_SCRIPT],
  ])('is not %s', async (_, news, sender) => {
    await deliver(news, sender);
    expect(sent).not.toHaveBeenCalled();
  });
});

/** What asking any tab comes to. */
function tabsAnswer(sendMessage: (...asked: readonly unknown[]) => Promise<unknown>): void {
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
    [{ page: { kind: 'abs' }, confirmed: true, facts: { version: 1.5 } }],
    [{ page: { kind: 'abs' }, confirmed: true, facts: { withdrawn: 'yes' } }],
    [{ page: { kind: 'abs' }, confirmed: 'yes', facts: {} }],
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
    const ask = vi.fn<() => Promise<unknown>>(() => Promise.resolve(report));
    tabsAnswer(ask);
    expect(await readFactsOfTab(1)).toEqual(report);
    // No frame in the page is asked: it might answer first.
    expect(ask.mock.calls).toEqual([[1, expect.anything(), { frameId: 0 }]]);
  });
});
