// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { pageOf } from '@/lib/sites';
import { listingOf } from '@/lib/sites/listings';
import { createListing } from '@/lib/content/listing/entries';

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
  vi.stubGlobal('requestIdleCallback', (work: (deadline: object) => void) =>
    setTimeout(() => work({ timeRemaining: () => 50 }), 1),
  );
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

async function badge(
  readings = true,
  findWatched: (entry: { readonly title: string }) => readonly string[] = () => [],
): Promise<ReturnType<typeof createListing>> {
  const reader = listingOf(pageOf('https://arxiv.org/list/cs.CV/new'))?.reader;
  if (!reader) throw new Error('No reader');
  const listing = createListing({
    reader,
    place: 'line',
    signal: life.signal,
    holds: (id) => id === '2407.08410',
    readings,
    findWatched,
    isValid: () => true,
    theme: () => 'light',
  });
  listing.readAll();
  await vi.advanceTimersByTimeAsync(50);
  return listing;
}
const badges = () => [...document.querySelectorAll('sidelight-badge')];

test('what the user watches gives an entry a badge, though nothing is known of its paper', async () => {
  const listing = await badge(true, ({ title }) => (title === '' ? [] : ['a word']));
  expect(listing.entries().map(({ line }) => line?.watched)).toContainEqual(['a word']);
  expect(badges().length).toBe(listing.entries().filter(({ line }) => line?.watched).length);
});

test('entries with a line have one badge, the others none', async () => {
  await badge();
  expect(badges().map(({ parentElement }) => parentElement?.textContent)).toEqual(['arXiv:2407.08410']);
});

test('one question asks of all, without the text of what the catalogue holds', async () => {
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

test('without readings every paper is asked about, since a pack may hold it, and no text is sent to be read', async () => {
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

test('entries of a list without abstracts are asked about for their titles', async () => {
  for (const abstract of document.querySelectorAll('p.mathjax')) abstract.remove();
  await badge();
  expect(ask.mock.lastCall?.[0]).toMatchObject({
    data: { entries: [{ title: '' }, { paperId: '2407.08411', title: 'Title', abstract: undefined }] },
  });
});

test('a background that died over the question is asked once more', async () => {
  ask.mockRejectedValueOnce(new Error('The message port closed.'));
  await badge();
  expect(ask).toHaveBeenCalledTimes(2);
  expect(badges()).toHaveLength(1);
});

describe('entries that a background left without an answer, twice', () => {
  beforeEach(async () => {
    ask.mockRejectedValue(new Error('The message port closed.'));
    await badge();
    ask.mockResolvedValue({ lines: [LINE, null] });
  });

  test.each([
    ['when the user scrolls', 300, () => document.dispatchEvent(new Event('scroll'))],
    ['when the tab is seen again', 50, () => document.dispatchEvent(new Event('visibilitychange'))],
    ['after a while', 1100, () => undefined],
  ])('are asked about again %s', async (_, within, happens) => {
    expect([ask.mock.calls.length, badges().length]).toEqual([2, 0]);
    happens();
    await vi.advanceTimersByTimeAsync(within);
    expect(ask).toHaveBeenCalledTimes(3);
    expect(badges()).toHaveLength(1);
  });

  test('are asked about more and more seldom where none ever comes', async () => {
    ask.mockRejectedValue(new Error('The message port closed.'));
    await vi.advanceTimersByTimeAsync(600_000);
    const times = ask.mock.calls.length;
    expect(times).toBeGreaterThan(10);
    expect(times).toBeLessThan(50);
  });
});

test('a badge that the page takes out comes back, but not for ever', async () => {
  await badge();
  let returns = 0;
  for (let round = 0; round < 10; round += 1) {
    badges()[0]?.remove();
    await vi.advanceTimersByTimeAsync(500);
    returns += badges().length;
  }
  expect(returns).toBe(4);
});

test('an element that shows another paper now loses the badge of the one before', async () => {
  const listing = await badge();
  document.querySelector('dt a')?.setAttribute('href', '/abs/2407.08412');
  ask.mockResolvedValue({ lines: [null] });
  listing.rescan();
  await vi.advanceTimersByTimeAsync(50);
  expect(badges()).toEqual([]);
});

test('the end takes the badges, and no answer brings one back', async () => {
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
