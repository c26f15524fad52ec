import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NO_FILTER, reportOn } from '@/lib/domain/entry/filter';
import { browser } from 'wxt/browser';
import { handleMessages, passOnToFrames, type Handlers } from '@/lib/messages';
import { STAGE_LOADER } from '@/lib/messages/stages';
import { BACKGROUND, CARD, LISTING_SCRIPT, PAGE_SCRIPT as PAGE, PANEL as PANELS } from '@/lib/messages/table';

const OWN = 'test-extension-id';

const PANEL = { id: OWN, url: `chrome-extension://${OWN}/panel.html`, tab: { id: 1 }, frameId: 7 };

const PAGE_SCRIPT = { id: OWN, url: 'https://arxiv.org/abs/2407.08410', tab: { id: 1 }, frameId: 0 };

const message = (to: string, name: string, data?: unknown) => ({ protocol: 'sidelight/1', to, name, data });

const REPORT = { page: { kind: 'abs' }, confirmed: true, facts: {} } as const;

const PAGE_HANDLERS: Handlers<typeof PAGE.messages> = {
  readFacts: () => REPORT,
  showOnPage: () => ({ found: false }),
  backFromPage: () => ({ done: false }),
  closeSidebar: () => ({ done: false }),
  toggleSidebar: () => ({ open: false }),
  widenSidebar: () => ({ done: false }),
  isCovered: () => ({ covered: false }),
  vouch: () => ({ vouched: false, report: undefined }),
};

const BACKGROUND_HANDLERS: Handlers<typeof BACKGROUND.messages> = {
  pageChanged: () => ({ done: true }),
  readEntries: () => ({ lines: [] }),
  meetPage: () => ({ done: true }),
  isHeld: () => ({ held: false, jumped: false }),
  readMarks: () => ({ marks: [] }),
  saveEntry: () => ({ ok: false, reason: 'broken' }),
  prepareOrder: () => ({ done: true }),
  orderEntries: () => ({ kind: 'few', saved: 0 }),
};

const LISTING_HANDLERS: Handlers<typeof LISTING_SCRIPT.messages> = {
  readEntry: () => null,
  sizeCard: () => ({ done: false }),
  closeCard: () => ({ done: false }),
  toggleTools: () => ({ open: false }),
  readTools: () => reportOn([], NO_FILTER),
  filterList: ({ filter }) => reportOn([], filter),
};

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

/** What the browser does with a message: the answer, or 'ignored' if no listener takes it. */
async function deliver(sent: unknown, sender: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const taken = listeners.map((listener) => listener(sent, sender, resolve));
    if (!taken.includes(true)) resolve('ignored');
  });
}

test('a receiver without a handler for each of its messages does not compile', () => {
  type Missing<Table> = object extends Handlers<Table> ? true : false;
  expectTypeOf<Missing<typeof PAGE.messages>>().toEqualTypeOf<false>();
  expectTypeOf<keyof Handlers<typeof LISTING_SCRIPT.messages>>().toEqualTypeOf<
    keyof typeof LISTING_SCRIPT.messages
  >();
});

describe('the page’s listener', () => {
  const vouch = vi.fn<Handlers<typeof PAGE.messages>['vouch']>(() => ({ vouched: true, report: undefined }));
  beforeEach(() => {
    vouch.mockClear();
    handleMessages(PAGE, { ...PAGE_HANDLERS, vouch }, life.signal);
  });

  test('answers our own pages', async () => {
    expect(await deliver(message('page', 'vouch', { nonce: 'n', asker: 'a' }), PANEL)).toEqual({
      vouched: true,
    });
  });

  test.each([
    [
      'another extension’s message',
      message('page', 'vouch', { nonce: 'n', asker: 'a' }),
      { ...PANEL, id: 'other' },
    ],
    ['a message of the page', message('page', 'vouch', { nonce: 'n', asker: 'a' }), PAGE_SCRIPT],
    [
      'a message of a sender without an address',
      message('page', 'vouch', { nonce: 'n', asker: 'a' }),
      { id: OWN },
    ],
    ['a message for another receiver', message('background', 'vouch', { nonce: 'n', asker: 'a' }), PANEL],
    ['a message with an unknown name', message('page', 'launch', {}), PANEL],
    ['a message with an inherited name', message('page', 'toString', {}), PANEL],
    ['a message with a polluting name', message('page', '__proto__', {}), PANEL],
    [
      'a message of another protocol',
      { ...message('page', 'vouch', { nonce: 'n', asker: 'a' }), protocol: 'x' },
      PANEL,
    ],
    ['what is not a message', null, PANEL],
  ])('ignores %s', async (_, sent, sender) => {
    expect(await deliver(sent, sender)).toBe('ignored');
    expect(vouch).not.toHaveBeenCalled();
  });

  test('passes no data of another shape to a handler', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (data) => {
        fc.pre(!(typeof data === 'object' && data !== null && 'nonce' in data));
        expect(await deliver(message('page', 'vouch', data), PANEL)).toBeUndefined();
      }),
    );
    expect(vouch).not.toHaveBeenCalled();
  });

  test('is removed at the end of its life', async () => {
    life.abort();
    expect(listeners).toEqual([]);
  });
});

describe('the background’s listener', () => {
  test('accepts news of a page from its script only', async () => {
    handleMessages(BACKGROUND, BACKGROUND_HANDLERS);
    const news = message('background', 'pageChanged', { page: { kind: 'abs', paperId: '2407.08410' } });
    expect(await deliver(news, PAGE_SCRIPT)).toEqual({ done: true });
    expect(await deliver(news, { ...PAGE_SCRIPT, frameId: 3 })).toBe('ignored');
    expect(await deliver(news, PANEL)).toBe('ignored');
  });

  test('accepts a request for a later stage from a page’s script only, and for its own tab', async () => {
    const inject = vi.fn<(data: unknown, sender: { tabId?: number | undefined }) => { done: boolean }>(
      (_, { tabId }) => ({ done: tabId === 1 }),
    );
    handleMessages(STAGE_LOADER, { inject });
    const wish = message('stages', 'inject', { stage: 'sidebar' });
    expect(await deliver(wish, PAGE_SCRIPT)).toEqual({ done: true });
    expect(await deliver({ ...wish, passedOnFrom: 2 }, PAGE_SCRIPT)).toEqual({ done: true });
    expect(await deliver(wish, PANEL)).toBe('ignored');
    expect(await deliver(wish, { ...PAGE_SCRIPT, id: 'other' })).toBe('ignored');
    expect(await deliver(message('stages', 'inject', { stage: 'x' }), PAGE_SCRIPT)).toBeUndefined();
    expect(inject).toHaveBeenCalledTimes(2);
  });
});

const WORKER = { id: OWN, url: `chrome-extension://${OWN}/background.js` };

const PANEL_NEWS = message('panel', 'pageChanged', { page: { kind: 'abs', paperId: '2407.08410' } });

const CARD_NEWS = message('card', 'entryChanged', { nonce: 'n' });

describe('the listener of an extension page', () => {
  const changed = vi.fn<(data: unknown, sender: { tabId?: number | undefined }) => { done: boolean }>(() => ({
    done: true,
  }));
  beforeEach(() => {
    changed.mockClear();
    handleMessages(PANELS, { pageChanged: changed }, life.signal);
    handleMessages(CARD, { entryChanged: changed }, life.signal);
  });

  test.each([
    ['a panel', PANEL_NEWS],
    ['a card', CARD_NEWS],
  ])('accepts as %s news from a page’s script, and from the background on its behalf', async (_, news) => {
    expect(await deliver(news, PAGE_SCRIPT)).toEqual({ done: true });
    expect(changed.mock.lastCall?.[1].tabId).toBe(1);
    expect(await deliver({ ...news, passedOnFrom: 4 }, WORKER)).toEqual({ done: true });
    expect(changed.mock.lastCall?.[1].tabId).toBe(4);
  });

  test.each([
    ['a frame in a page', { ...PAGE_SCRIPT, frameId: 3 }],
    ['another page of ours', PANEL],
    ['another extension', { ...PAGE_SCRIPT, id: 'other' }],
    ['a sender without a tab', { id: OWN, url: 'https://arxiv.org/abs/2407.08410' }],
  ])('ignores %s', async (_, sender) => {
    expect(await deliver(PANEL_NEWS, sender)).toBe('ignored');
    expect(await deliver(CARD_NEWS, sender)).toBe('ignored');
    expect(changed).not.toHaveBeenCalled();
  });

  test('uses the sender’s own tab, whatever the message says', async () => {
    await deliver({ ...PANEL_NEWS, passedOnFrom: 9 }, PAGE_SCRIPT);
    expect(changed.mock.lastCall?.[1].tabId).toBe(1);
  });
});

describe('the listener of a listing', () => {
  test.each([
    [{ nonce: 'n', asker: 'a', paperId: '2407.08410', height: Number.NaN }],
    [{ nonce: 'n', asker: 'a', paperId: '2407.08410', height: '80' }],
    [{ nonce: 'n', asker: 'a', paperId: 7, height: 80 }],
    [{ nonce: 'n'.repeat(65), asker: 'a', paperId: '2407.08410', height: 80 }],
    [{ paperId: '2407.08410', height: 80 }],
  ])('refuses a card’s size in another shape: %j', async (data) => {
    const sizeCard = vi.fn<() => { done: boolean }>(() => ({ done: true }));
    handleMessages(LISTING_SCRIPT, { ...LISTING_HANDLERS, sizeCard }, life.signal);
    expect(await deliver(message('listing', 'sizeCard', data), PANEL)).toBeUndefined();
    expect(sizeCard).not.toHaveBeenCalled();
    const right = message('listing', 'sizeCard', {
      nonce: 'n',
      asker: 'a',
      paperId: '2407.08410',
      height: 80.5,
    });
    expect(await deliver(right, PANEL)).toEqual({ done: true });
  });
});

describe('what the background forwards to frames', () => {
  const sent = vi.fn<(tabId: number, message: unknown) => Promise<unknown>>(() => Promise.resolve());
  beforeEach(() => {
    sent.mockClear();
    Object.assign(browser.tabs, { sendMessage: sent });
    passOnToFrames();
  });

  test('is a script’s news to panel and card, in its own tab and with its id', async () => {
    await deliver(PANEL_NEWS, PAGE_SCRIPT);
    await deliver({ ...CARD_NEWS, passedOnFrom: 9 }, PAGE_SCRIPT);
    expect(sent.mock.calls).toEqual([
      [1, { ...PANEL_NEWS, passedOnFrom: 1 }],
      [1, { ...CARD_NEWS, passedOnFrom: 1 }],
    ]);
  });

  test.each([
    ['another extension’s message', PANEL_NEWS, { ...PAGE_SCRIPT, id: 'other' }],
    ['a message of our own pages', PANEL_NEWS, PANEL],
    ['a message of a frame', PANEL_NEWS, { ...PAGE_SCRIPT, frameId: 3 }],
    ['a question to the background', message('background', 'readEntries'), PAGE_SCRIPT],
    ['what is not a message', 'news', PAGE_SCRIPT],
  ])('does not include %s', async (_, news, sender) => {
    await deliver(news, sender);
    expect(sent).not.toHaveBeenCalled();
  });
});
