import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from 'wxt/browser';
import type { PageFacts } from '@/lib/domain/page';
import { askTab } from '@/lib/messages';
import { MOST_ITEMS, withinLimits } from '@/lib/messages/limits';
import { BACKGROUND, PAGE_SCRIPT as PAGE } from '@/lib/messages/table';

beforeEach(() => fakeBrowser.reset());

const REPORT = { page: { kind: 'abs' }, confirmed: true, facts: {} } as const;

const names = (count: number) => Array.from({ length: count }, (_, index) => `Author ${index}`);

describe('a page with more data than any paper has', () => {
  const isEntries = BACKGROUND.messages.readEntries.data;

  test.each([
    ['authors', MOST_ITEMS.authors],
    ['categories', MOST_ITEMS.categories],
  ])('is accepted with as many %s as papers have, and refused with more', (list, most) => {
    const entry = { paperId: '2407.08410', title: 'A paper' };
    expect(isEntries({ entries: [{ ...entry, [list]: names(most) }] })).toBe(true);
    expect(isEntries({ entries: [{ ...entry, [list]: names(most + 1) }] })).toBe(false);
  });

  test('is reported by its script within those limits, so that it is accepted nevertheless', () => {
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

/** The outcome of a request to any tab. */
function tabsAnswer(sendMessage: (...asked: readonly unknown[]) => Promise<unknown>): void {
  Object.assign(browser.tabs, { sendMessage });
}

describe('a request to a page', () => {
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
  ])('accepts no answer of another shape: %j', async (answer) => {
    tabsAnswer(() => Promise.resolve(answer));
    expect(await askTab(1, PAGE, 'readFacts')).toBeUndefined();
  });

  test('without a receiver is not a failure', async () => {
    tabsAnswer(() => Promise.reject(new Error('Receiving end does not exist.')));
    expect(await askTab(1, PAGE, 'readFacts')).toBeUndefined();
    expect(await askTab(1, PAGE, 'vouch', { nonce: 'n', asker: 'a' })).toBeUndefined();
  });

  test('returns what the page’s script answered', async () => {
    const report = { page: { kind: 'abs', paperId: '2407.08410' }, confirmed: true, facts: { title: 'T' } };
    const ask = vi.fn<() => Promise<unknown>>(() => Promise.resolve(report));
    tabsAnswer(ask);
    expect(await askTab(1, PAGE, 'readFacts')).toEqual(report);
    // No frame in the page may answer, since it might answer first.
    expect(ask.mock.calls).toEqual([[1, expect.anything(), { frameId: 0 }]]);
  });
});
