// @vitest-environment jsdom
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { QueryHit } from '@/lib/domain/store';
import type { SearchAnswer } from '@/lib/extension/search';
import { copyText } from '@/lib/pages/clipboard';
import { addressOfPage, jumpToPaper, openAddress } from '@/lib/extension/navigation';
import {
  readRecentSearches,
  readLeftSearch,
  rememberSearch,
  writeSearchState,
} from '@/lib/extension/search/memory';
import { readTrail, recordJump, stepsTo } from '@/lib/extension/trail';
import { paperId } from '../../fixtures/ui-papers';

beforeEach(() => fakeBrowser.reset());

/** The browser's clipboard, or a replacement that refuses. */
function stubClipboard(writeText: (text: string) => Promise<void>): void {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
}

describe('the trail', () => {
  const [a, b, c] = [paperId('2407.00042'), paperId('2411.00178'), paperId('2501.00007')];

  it('leads back along the visited papers, per tab', async () => {
    await recordJump(1, { from: a, to: b });
    await recordJump(1, { from: b, to: c });
    expect(await readTrail(1, c)).toEqual([
      { from: a, to: b },
      { from: b, to: c },
    ]);
    expect(await readTrail(2, c)).toEqual([]);
  });

  it('is shorter after the browser’s own back, and empty elsewhere', () => {
    const steps = [
      { from: a, to: b },
      { from: b, to: c },
    ];
    expect(stepsTo(steps, b)).toEqual([{ from: a, to: b }]);
    expect(stepsTo(steps, a)).toEqual([]);
  });

  it('drops the forward part when another paper is opened', async () => {
    await recordJump(1, { from: a, to: b });
    await recordJump(1, { from: b, to: c });
    await recordJump(1, { from: b, to: a });
    expect(await readTrail(1, a)).toEqual([
      { from: a, to: b },
      { from: b, to: a },
    ]);
  });

  it('keeps the last thirty steps', async () => {
    for (let round = 0; round < 20; round += 1) {
      await recordJump(1, { from: a, to: b });
      await recordJump(1, { from: b, to: a });
    }
    expect(await readTrail(1, a)).toHaveLength(30);
  });

  it('survives damaged stored data', async () => {
    await browser.storage.session.set({ 'trail:1': [null, 3, { from: a }] });
    expect(await readTrail(1, b)).toEqual([]);
  });
});

describe('opening papers', () => {
  it('keeps the version on arXiv’s pages', () => {
    const id = paperId('math/0309136');
    expect(addressOfPage(id, 'abs', 2)).toBe('https://arxiv.org/abs/math/0309136v2');
    expect(addressOfPage(id, 'pdf')).toBe('https://arxiv.org/pdf/math/0309136');
    expect(addressOfPage(id, 'hf-paper', 2)).toBe('https://huggingface.co/papers/math/0309136');
  });

  it('navigates in the same tab and records the step', async () => {
    const tab = await fakeBrowser.tabs.create({ url: 'https://arxiv.org/abs/2407.00042' });
    const [from, to] = [paperId('2407.00042'), paperId('2501.00007')];
    await jumpToPaper({ paperId: to, kind: 'abs' }, 'here', { tabId: tab.id, paperId: from });
    expect((await browser.tabs.get(tab.id ?? 0)).url).toBe('https://arxiv.org/abs/2501.00007');
    expect(await readTrail(tab.id ?? 0, to)).toEqual([{ from, to }]);
  });

  it('records no step from a paper to itself', async () => {
    const tab = await fakeBrowser.tabs.create({ url: 'https://arxiv.org/abs/2407.00042' });
    const same = paperId('2407.00042');
    await jumpToPaper({ paperId: same, kind: 'hf-paper' }, 'here', { tabId: tab.id, paperId: same });
    expect((await browser.tabs.get(tab.id ?? 0)).url).toBe('https://huggingface.co/papers/2407.00042');
    expect(await readTrail(tab.id ?? 0, same)).toEqual([]);
  });

  it('in a new tab adds no step to the trail of the current one', async () => {
    const tab = await fakeBrowser.tabs.create({ url: 'https://arxiv.org/abs/2407.00042' });
    const create = vi.spyOn(browser.tabs, 'create');
    const to = paperId('2501.00007');
    await jumpToPaper({ paperId: to, kind: 'hf-paper' }, 'background', {
      tabId: tab.id,
      paperId: paperId('2407.00042'),
    });
    expect(create.mock.lastCall?.[0]).toMatchObject({
      url: 'https://huggingface.co/papers/2501.00007',
      active: false,
    });
    expect(await readTrail(tab.id ?? 0, to)).toEqual([]);
  });

  it('opens a tab if there is none to use', async () => {
    const create = vi.spyOn(browser.tabs, 'create');
    await openAddress('https://example.org/', 'here');
    expect(create).toHaveBeenCalledWith({ url: 'https://example.org/', active: true });
  });
});

describe('the clipboard', () => {
  it('contains the copied text', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue(undefined);
    stubClipboard(writeText);
    expect(await copyText('a lamp')).toBe('copied');
    expect(writeText).toHaveBeenCalledWith('a lamp');
  });

  it.each([
    ['an override of direction', 'safe \u202Egnp.exe\u202C', 'safe gnp.exe'],
    ['isolates and marks', '\u2067a\u2069\u200Eb\u200F\u061C', 'ab'],
    ['control codes of terminals', 'a\u001B[2Jb\u0000\u0007\r', 'a[2Jb'],
    ['lines and tabs, which stay', 'a\tb\nc', 'a\tb\nc'],
    ['letters of any script, which stay', 'שלום, Ünïcödé 数', 'שלום, Ünïcödé 数'],
  ])('gets text without control characters, otherwise unchanged: %s', async (_, text, copied) => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue(undefined);
    stubClipboard(writeText);
    await copyText(text);
    expect(writeText).toHaveBeenCalledWith(copied);
  });

  it('is used by the older method if a frame has no access, and the panel says so if neither works', async () => {
    stubClipboard(() => Promise.reject(new Error('not allowed')));
    const selected: string[] = [];
    document.execCommand = () => {
      const area = document.activeElement;
      if (area instanceof HTMLTextAreaElement) selected.push(area.value);
      return true;
    };
    expect(await copyText('a lamp')).toBe('copied');
    expect(selected).toEqual(['a lamp']);
    expect(document.querySelector('textarea')).toBeNull();
    document.execCommand = () => false;
    expect(await copyText('a lamp')).toBe('refused');
  });
});

describe('the stored state of the search', () => {
  it('includes query and order while the browser runs', async () => {
    expect((await readLeftSearch()).state).toEqual({ query: '', sort: 'relevance' });
    await writeSearchState({ query: 'lamps', sort: 'date' });
    expect((await readLeftSearch()).state).toEqual({ query: 'lamps', sort: 'date' });
    await browser.storage.session.set({ search: { query: 3, sort: 'sideways' } });
    expect((await readLeftSearch()).state).toEqual({ query: '', sort: 'relevance' });
  });

  it('includes the first results, unless they contain a paper that the user saved', async () => {
    const row = { id: paperId('2407.08410'), title: 'A lamp', tags: [], hasCode: false } as const;
    const answer = (own: Partial<QueryHit> & Pick<QueryHit, 'provenance'>): SearchAnswer => ({
      typed: 'lamps',
      query: { text: 'lamps', sort: 'date' },
      hits: [{ ...row, ...own, score: 1, titleSpans: [{ start: 2, end: 6 }] }],
      total: 1,
      facets: [],
    });
    const state = { query: 'lamps', sort: 'date' } as const;
    const kept = answer({ provenance: 'automatic' });
    await writeSearchState(state, kept);
    expect(await readLeftSearch()).toEqual({ state, answer: kept });
    for (const own of [{ provenance: 'met' }, { provenance: 'automatic', marks: { saved: true } }] as const) {
      await writeSearchState(state, answer(own));
      expect(await readLeftSearch()).toEqual({ state, answer: undefined });
    }
    await writeSearchState({ query: 'glare', sort: 'date' }, kept);
    expect((await readLeftSearch()).answer).toBeUndefined();
  });

  it('includes the last searches once each, newest first', async () => {
    for (const query of ['a', 'b', 'a', ' ', 'c', 'd', 'e', 'f', 'g']) await rememberSearch(query);
    expect(await readRecentSearches()).toEqual(['g', 'f', 'e', 'd', 'c', 'a']);
    // The storage that scripts on pages can read must contain nothing of them.
    expect(await browser.storage.local.get(null)).toEqual({});
  });

  it('includes the searches of two popups that search at the same moment', async () => {
    localStorage.clear();
    await Promise.all([rememberSearch('lamps'), rememberSearch('glare')]);
    expect([...(await readRecentSearches())].toSorted()).toEqual(['glare', 'lamps']);
  });

  it('is moved from where an older release stored it within reach of scripts on pages', async () => {
    localStorage.clear();
    await browser.storage.local.set({ 'recent-searches': ['lamps', 'glare'], sidebar: { width: 400 } });
    expect(await readRecentSearches()).toEqual(['lamps', 'glare']);
    expect(await readRecentSearches()).toEqual(['lamps', 'glare']);
    expect(await browser.storage.local.get(null)).toEqual({ sidebar: { width: 400 } });
  });

  it.each([
    ['five thousand searches', JSON.stringify(Array.from({ length: 5000 }, (_, index) => `s${index}`)), 6],
    ['a search of a million characters', JSON.stringify(['x'.repeat(1_000_000), 'lamps']), 1],
    ['no list', '{"0":1}', 0],
    ['no JSON', '[', 0],
  ])('is limited to a few short searches if the storage contains %s', async (_, stored, drawn) => {
    localStorage.setItem('recent-searches', stored);
    expect(await readRecentSearches()).toHaveLength(drawn);
  });

  it('starts empty if the stored query is too long to search for', async () => {
    await browser.storage.session.set({ search: { query: 'x'.repeat(1_000_000), sort: 'date' } });
    expect((await readLeftSearch()).state).toEqual({ query: '', sort: 'relevance' });
    await writeSearchState({ query: 'y'.repeat(1_000_000), sort: 'date' });
    expect((await readLeftSearch()).state.query).toHaveLength(2000);
  });
});
