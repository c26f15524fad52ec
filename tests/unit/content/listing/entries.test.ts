// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { pageOf } from '@/lib/sites';
import { listingOf } from '@/lib/sites/listings';
import { createListing } from '@/lib/content/listing/entries';
import { stubIdlePage } from '../../../fixtures/idle-page';
import { LISTING_OPTIONS } from '../../../fixtures/listing-options';

const LINE = { provenance: 'curated', results: 1, hasCode: true, tags: [] };
const item = (id: string): string =>
  `<dt><a href="/abs/${id}" title="Abstract">arXiv:${id}</a></dt><dd><div class="list-title">Title</div><p class="mathjax">Words.</p></dd>`;

let life: AbortController;
let ask: ReturnType<typeof vi.fn<(message: unknown) => Promise<unknown>>>;

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  document.body.innerHTML = `<dl>${item('2407.08410')}${item('2407.08411')}</dl>`;
  ask = vi.fn<(message: unknown) => Promise<unknown>>(() => Promise.resolve({ lines: [LINE, null] }));
  Object.assign(browser.runtime, { sendMessage: ask });
  stubIdlePage();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

async function badge(
  readings = true,
  findWatched: (entry: { readonly title: string }) => readonly string[] = () => [],
  onLines: () => void = () => {},
): Promise<ReturnType<typeof createListing>> {
  const adapter = listingOf(pageOf('https://arxiv.org/list/cs.CV/new'))?.adapter;
  if (!adapter) throw new Error('No adapter');
  const listing = createListing({
    ...LISTING_OPTIONS,
    adapter,
    signal: life.signal,
    holds: (id) => id === '2407.08410',
    readings,
    findWatched,
    reusesElements: true,
    onLines,
  });
  listing.readAll();
  await vi.advanceTimersByTimeAsync(50);
  return listing;
}
const badges = () => [...document.querySelectorAll('sidelight-badge')];

test('an entry that matches the watch list has a badge, even if nothing is known of its paper', async () => {
  const listing = await badge(true, ({ title }) => (title === '' ? [] : ['a word']));
  expect(listing.entries().map(({ line }) => line?.watched)).toContainEqual(['a word']);
  expect(badges().length).toBe(listing.entries().filter(({ line }) => line?.watched).length);
});

test('entries with a line have one badge, the others none', async () => {
  await badge();
  expect(badges().map(({ parentElement }) => parentElement?.textContent)).toEqual(['arXiv:2407.08410']);
});

test('one request covers all entries, without the text of those in the catalogue', async () => {
  await badge();
  expect(ask).toHaveBeenCalledTimes(1);
  expect(ask.mock.lastCall?.[0]).toMatchObject({
    to: 'background',
    name: 'readEntries',
    data: {
      entries: [
        { paperId: '2407.08410', title: '', abstract: undefined, authors: undefined },
        { paperId: '2407.08411', title: 'Title', abstract: 'Words.', authors: undefined },
      ],
    },
  });
});

test('without readings every paper is requested, since a pack may contain it, and no text is sent', async () => {
  await badge(false);
  expect(ask.mock.lastCall?.[0]).toMatchObject({
    data: {
      entries: [
        { paperId: '2407.08410', title: '', abstract: undefined },
        { paperId: '2407.08411', title: '', abstract: undefined },
      ],
    },
  });
});

test('entries of a list without abstracts are requested for their titles', async () => {
  for (const abstract of document.querySelectorAll('p.mathjax')) abstract.remove();
  await badge();
  expect(ask.mock.lastCall?.[0]).toMatchObject({
    data: { entries: [{ title: '' }, { paperId: '2407.08411', title: 'Title', abstract: undefined }] },
  });
});

test('a request is repeated once if the background died before it answered', async () => {
  ask.mockRejectedValueOnce(new Error('The message port closed.'));
  await badge();
  expect(ask).toHaveBeenCalledTimes(2);
  expect(badges()).toHaveLength(1);
});

describe('entries that a background left without an answer twice', () => {
  beforeEach(async () => {
    ask.mockRejectedValue(new Error('The message port closed.'));
    await badge();
    ask.mockResolvedValue({ lines: [LINE, null] });
  });

  test.each([
    ['when the user scrolls', 300, () => document.dispatchEvent(new Event('scroll'))],
    ['when the tab is seen again', 50, () => document.dispatchEvent(new Event('visibilitychange'))],
    ['after a while', 1100, () => undefined],
  ])('are requested again %s', async (_, within, happens) => {
    expect([ask.mock.calls.length, badges().length]).toEqual([2, 0]);
    happens();
    await vi.advanceTimersByTimeAsync(within);
    expect(ask).toHaveBeenCalledTimes(3);
    expect(badges()).toHaveLength(1);
  });

  test('are requested at growing intervals if no answer ever comes', async () => {
    ask.mockRejectedValue(new Error('The message port closed.'));
    await vi.advanceTimersByTimeAsync(600_000);
    const times = ask.mock.calls.length;
    expect(times).toBeGreaterThan(10);
    expect(times).toBeLessThan(50);
  });
});

test('a badge that the page removes is restored, but not forever', async () => {
  await badge();
  let returns = 0;
  for (let round = 0; round < 10; round += 1) {
    badges()[0]?.remove();
    await vi.advanceTimersByTimeAsync(500);
    returns += badges().length;
  }
  expect(returns).toBe(4);
});

test('an element that now shows another paper loses the badge of the previous one', async () => {
  const listing = await badge();
  document.querySelector('dt a')?.setAttribute('href', '/abs/2407.08412');
  ask.mockResolvedValue({ lines: [null] });
  listing.rescan();
  await vi.advanceTimersByTimeAsync(50);
  expect(badges()).toEqual([]);
});

test('filters are notified of a line that changes their result, but not of one that is only marked as near', async () => {
  const onLines = vi.fn<() => void>();
  const listing = await badge(true, undefined, onLines);
  const [entry] = listing.entries();
  if (!entry?.line) throw new Error('No line');
  onLines.mockClear();
  listing.setLine(entry, { ...entry.line, near: { title: 'Retinal lamps', reasons: ['glaucoma'] } });
  expect(onLines).not.toHaveBeenCalled();
  listing.setLine(entry, { ...entry.line, marks: { saved: true } });
  expect(onLines).toHaveBeenCalledOnce();
});

test('moved entries are not read again if each element keeps its paper, and replaced ones are', async () => {
  const found = listingOf(pageOf('https://arxiv.org/list/cs.CV/new'))?.adapter;
  if (!found) throw new Error('No adapter');
  const readEntry = vi.fn<typeof found.readEntry>(found.readEntry);
  const listing = createListing({
    ...LISTING_OPTIONS,
    adapter: { ...found, readEntry },
    signal: life.signal,
  });
  listing.readAll();
  await vi.advanceTimersByTimeAsync(50);
  expect(readEntry).toHaveBeenCalledTimes(2);
  document.querySelector('dl')?.prepend(...[...document.querySelectorAll('dt, dd')].slice(2));
  listing.rescan();
  expect(listing.entries().map(({ found: entry }) => entry?.entry.paperId)).toEqual([
    '2407.08411',
    '2407.08410',
  ]);
  expect(readEntry).toHaveBeenCalledTimes(2);
  document.querySelector('dd')?.replaceWith(document.createElement('dd'));
  listing.rescan();
  expect(readEntry).toHaveBeenCalledTimes(3);
});

test('at the end the badges are removed, and no late answer restores one', async () => {
  await badge();
  life.abort();
  expect(badges()).toEqual([]);
  life = new AbortController();
  const late = Promise.withResolvers<unknown>();
  ask.mockReturnValue(late.promise);
  await badge();
  life.abort();
  late.resolve({ lines: [LINE, null] });
  await vi.advanceTimersByTimeAsync(50);
  expect(badges()).toEqual([]);
});
