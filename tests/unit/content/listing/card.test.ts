// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { NO_FILTER, reportOn } from '@/lib/domain/entry/filter';
import { createBadge } from '@/lib/shared/listing/badge';
import { createCard, type Card } from '@/lib/content/listing/card';
import type { Entry } from '@/lib/content/listing/entries';

const OWN = 'test-extension-id';
const CARD = { id: OWN, url: `chrome-extension://${OWN}/card.html`, tab: { id: 1 }, frameId: 7 };
const NONCE = '00000000-0000-4000-8000-000000000000';

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;
let listener: Listener = () => undefined;
let life: AbortController;
let entry: Entry;
let card: Card;
const onSave = vi.fn<(entry: Entry) => void>();
const sendMessage = vi.fn<(message: unknown) => Promise<void>>();

beforeEach(() => {
  onSave.mockReset();
  sendMessage.mockReset().mockResolvedValue();
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(OWN);
  vi.spyOn(crypto, 'randomUUID').mockReturnValue(NONCE);
  Object.assign(browser.runtime, {
    getURL: (path: string) => `chrome-extension://${OWN}${path}`,
    sendMessage,
    onMessage: { addListener: (added: Listener) => (listener = added), removeListener: () => undefined },
  });
  document.body.innerHTML = '<dl><dt></dt><dd></dd></dl>';
  const paperId = parseArxivId('2407.08410')?.id;
  const [element] = document.querySelectorAll('dt');
  if (!paperId || !element) throw new Error('No entry');
  const badge = createBadge(
    { provenance: 'curated', results: 0, hasCode: false, tags: [] },
    { place: 'line', theme: 'light' },
  );
  element.append(badge.host);
  const found = { entry: { paperId, title: 'A paper' }, element, mount: element, parts: [element] };
  entry = { element, found, badge, line: null };
  life = new AbortController();
  card = createCard({
    listing: {
      entries: () => [entry],
      entryOf: (host) => (host === badge.host ? entry : undefined),
      rescan: () => undefined,
      sort: () => undefined,
      readAll: () => undefined,
      setTheme: () => undefined,
      setLine: () => undefined,
    },
    signal: life.signal,
    theme: () => 'dark',
    isValid: () => true,
    onSave,
    toolsAnswers: {
      toggleTools: () => ({ open: true }),
      readTools: () => reportOn([], NO_FILTER),
      filterList: ({ filter }) => reportOn([], filter),
    },
  });
});
afterEach(() => life.abort());

const ask = (name: string, data: unknown): Promise<unknown> =>
  new Promise(
    (resolve) => void listener({ protocol: 'sidelight/1', to: 'listing', name, data }, CARD, resolve),
  );
const host = () => document.querySelector('sidelight-card');

test('the frame with the nonce gets the entry, and no other does', async () => {
  expect(await ask('readEntry', { nonce: NONCE, asker: 'card' })).toBeNull();
  card.open(entry, { focus: false });
  expect(await ask('readEntry', { nonce: NONCE, asker: 'card' })).toEqual({
    entry: entry.found?.entry,
    theme: 'dark',
  });
  expect(await ask('readEntry', { nonce: 'guessed', asker: 'card' })).toBeNull();
  expect(await ask('readEntry', { nonce: NONCE, asker: 'another frame' })).toBeNull();
});

test('the card becomes visible once it reports its height, from the right frame and for the right paper', async () => {
  card.open(entry, { focus: false });
  const size = { nonce: NONCE, asker: 'card', paperId: '2407.08410', height: 200 };
  expect(await ask('sizeCard', { ...size, nonce: 'guessed', asker: 'card' })).toEqual({ done: false });
  expect(await ask('sizeCard', { ...size, paperId: '2407.08411' })).toEqual({ done: false });
  expect(host()?.hasAttribute('data-shown')).toBe(false);
  expect(await ask('sizeCard', size)).toEqual({ done: true });
  expect(host()?.hasAttribute('data-shown')).toBe(true);
});

test('only the card’s own frame can close it', async () => {
  card.open(entry, { focus: false });
  expect(await ask('closeCard', { nonce: 'guessed', asker: 'card' })).toEqual({ done: false });
  expect(card.isOpen()).toBe(true);
  expect(await ask('closeCard', { nonce: NONCE, asker: 'card' })).toEqual({ done: true });
  expect(card.isOpen()).toBe(false);
});

test('the card is notified when the page changes its theme, and only while it is open', () => {
  card.setTheme('light');
  expect(sendMessage).not.toHaveBeenCalled();
  card.open(entry, { focus: false });
  card.setTheme('light');
  expect(sendMessage).toHaveBeenCalledWith(
    expect.objectContaining({ to: 'card', name: 'entryChanged', data: { nonce: NONCE } }),
  );
});

test('the card is removed from the page at the end', () => {
  card.open(entry, { focus: false });
  life.abort();
  expect(host()).toBeNull();
});
