import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NO_FILTER, reportOn } from '@/lib/domain/entry/filter';
import { browser } from 'wxt/browser';
import type { PageFacts } from '@/lib/domain/page';
import { askTab, handleMessages, passOnToFrames, type Handlers } from '@/lib/messages';
import { MOST_ITEMS, withinLimits } from '@/lib/messages/limits';
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
  vouch: () => ({ vouched: false }),
};
const BACKGROUND_HANDLERS: Handlers<typeof BACKGROUND.messages> = {
  pageChanged: () => ({ done: true }),
  readEntries: () => ({ lines: [] }),
  meetPage: () => ({ done: true }),
  isHeld: () => ({ held: false, jumped: false }),
  readMarks: () => ({ marks: [] }),
  keepEntry: () => ({ ok: false, reason: 'broken' }),
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

/** What the browser does with a message: the answer, or 'ignored' where no listener takes it. */
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
  const vouch = vi.fn<Handlers<typeof PAGE.messages>['vouch']>(() => ({ vouched: true }));
  beforeEach(() => {
    vouch.mockClear();
    handleMessages(PAGE, { ...PAGE_HANDLERS, vouch }, life.signal);
  });

  test('answers one of our pages', async () => {
    expect(await deliver(message('page', 'vouch', { nonce: 'n', asker: 'a' }), PANEL)).toEqual({
      vouched: true,
    });
  });

  test.each([
    ['another extension', message('page', 'vouch', { nonce: 'n', asker: 'a' }), { ...PANEL, id: 'other' }],
    ['a page', message('page', 'vouch', { nonce: 'n', asker: 'a' }), PAGE_SCRIPT],
    ['a sender without an address', message('page', 'vouch', { nonce: 'n', asker: 'a' }), { id: OWN }],
    ['another receiver’s', message('background', 'vouch', { nonce: 'n', asker: 'a' }), PANEL],
    ['an unknown name', message('page', 'launch', {}), PANEL],
    ['an inherited name', message('page', 'toString', {}), PANEL],
    ['a polluting name', message('page', '__proto__', {}), PANEL],
    ['another protocol', { ...message('page', 'vouch', { nonce: 'n', asker: 'a' }), protocol: 'x' }, PANEL],
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
    handleMessages(BACKGROUND, BACKGROUND_HANDLERS);
    const news = message('background', 'pageChanged', { page: { kind: 'abs', paperId: '2407.08410' } });
    expect(await deliver(news, PAGE_SCRIPT)).toEqual({ done: true });
    expect(await deliver(news, { ...PAGE_SCRIPT, frameId: 3 })).toBe('ignored');
    expect(await deliver(news, PANEL)).toBe('ignored');
  });

  test('takes the wish for a later stage from a page’s script alone, and for its own tab', async () => {
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

const names = (count: number) => Array.from({ length: count }, (_, index) => `Author ${index}`);

describe('a page that states more than any paper has', () => {
  const isEntries = BACKGROUND.messages.readEntries.data;

  test.each([
    ['authors', MOST_ITEMS.authors],
    ['categories', MOST_ITEMS.categories],
  ])('is heard with as many %s as papers have, and with no more', (list, most) => {
    const entry = { paperId: '2407.08410', title: 'A paper' };
    expect(isEntries({ entries: [{ ...entry, [list]: names(most) }] })).toBe(true);
    expect(isEntries({ entries: [{ ...entry, [list]: names(most + 1) }] })).toBe(false);
  });

  test('is reported by its script within those limits, so that it is heard all the same', () => {
    const facts = withinLimits<PageFacts>({
      title: 'A paper',
      authors: names(50_000),
      links: names(50_000),
      categories: names(2),
    });
    expect(PAGE.messages.readFacts.answer({ ...REPORT, facts })).toBe(true);
    expect([facts.authors?.length, facts.links?.length, facts.categories?.length]).toEqual([6000, 1000, 2]);
    expect(withinLimits<PageFacts>({ title: 'A paper' })).toEqual({ title: 'A paper' });
  });
});

describe('the listener of a page of ours', () => {
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
  ])('that is %s hears the script of a page, and the background for it', async (_, news) => {
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
    [{ nonce: 'n', asker: 'a', paperId: '2407.08410', height: Number.NaN }],
    [{ nonce: 'n', asker: 'a', paperId: '2407.08410', height: '80' }],
    [{ nonce: 'n', asker: 'a', paperId: 7, height: 80 }],
    [{ nonce: 'n'.repeat(65), asker: 'a', paperId: '2407.08410', height: 80 }],
    [{ paperId: '2407.08410', height: 80 }],
  ])('takes no card’s size of another shape: %j', async (data) => {
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
    expect(await askTab(1, PAGE, 'readFacts')).toBeUndefined();
  });

  test('where nobody lives is no failure', async () => {
    tabsAnswer(() => Promise.reject(new Error('Receiving end does not exist.')));
    expect(await askTab(1, PAGE, 'readFacts')).toBeUndefined();
    expect(await askTab(1, PAGE, 'vouch', { nonce: 'n', asker: 'a' })).toBeUndefined();
  });

  test('gives what its script answered', async () => {
    const report = { page: { kind: 'abs', paperId: '2407.08410' }, confirmed: true, facts: { title: 'T' } };
    const ask = vi.fn<() => Promise<unknown>>(() => Promise.resolve(report));
    tabsAnswer(ask);
    expect(await askTab(1, PAGE, 'readFacts')).toEqual(report);
    // No frame in the page is asked: it might answer first.
    expect(ask.mock.calls).toEqual([[1, expect.anything(), { frameId: 0 }]]);
  });
});
