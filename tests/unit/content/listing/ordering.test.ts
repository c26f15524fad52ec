// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';
import type { EntryLine } from '@/lib/domain/entry';
import { createListing, type Listing } from '@/lib/content/listing/entries';
import {
  createOrdering,
  type Ordering,
  type OrderMode,
  type OrderState,
} from '@/lib/content/listing/ordering';
import { announceChange } from '@/lib/shared/library/revision';
import { pageOf } from '@/lib/sites';
import { listingOf } from '@/lib/sites/listings';
import { stubIdlePage } from '../../../fixtures/idle-page';
import { LISTING_OPTIONS } from '../../../fixtures/listing-options';

const LINE: EntryLine = { provenance: 'page', results: 0, hasCode: true, tags: [{ id: 'ct', label: 'CT' }] };
const IDS = ['2407.00001', '2407.00002', '2407.00003'];
const PAGE = `<dl>${IDS.map(
  (id, at) =>
    `<dt><a href="/abs/${id}" title="Abstract">${id}</a></dt><dd><div class="list-title">On ${id}</div>${
      at === 2 ? '<p class="mathjax">Retinas 3</p>' : ''
    }</dd>`,
).join('')}</dl>`;
/** The last entry is near, the others are in the page's order. */
const ORDER = {
  kind: 'order',
  entries: [
    { at: 2, score: 2, isNear: true, title: 'Retinal lamps', reasons: ['glaucoma', 'OCT'] },
    { at: 0, score: 0.2, isNear: false, title: 'Retinal lamps', reasons: [] },
    { at: 1, score: 0, isNear: false, title: '', reasons: [] },
  ],
};

let life: AbortController;
let asked: { readonly name: unknown; readonly data: unknown }[];
let answers: unknown[];
let listing: Listing;
let ordering: Ordering;
let states: OrderState[];

const answerTo = (name: unknown): unknown => {
  if (name === 'readEntries') return { lines: [LINE, null, LINE] };
  return name === 'orderEntries' ? (answers.length > 1 ? answers.shift() : answers[0]) : { done: true };
};

beforeEach(async () => {
  vi.useFakeTimers();
  life = new AbortController();
  [asked, answers, states] = [[], [ORDER], []];
  document.body.innerHTML = PAGE;
  const sendMessage = (message: unknown): Promise<unknown> => {
    const { name, data } = isRecord(message) ? message : {};
    asked.push({ name, data });
    return Promise.resolve(answerTo(name));
  };
  Object.assign(browser.runtime, { sendMessage });
  stubIdlePage();
  const adapter = listingOf(pageOf('https://arxiv.org/list/cs.CV/new'))?.adapter;
  if (!adapter) throw new Error('No adapter');
  listing = createListing({
    ...LISTING_OPTIONS,
    adapter,
    signal: life.signal,
    onLines: () => ordering?.refresh(),
  });
  ordering = createOrdering({
    listing,
    manner: 'move',
    signal: life.signal,
    isValid: () => true,
    onState: (state) => states.push(state),
  });
  listing.readAll();
  await vi.advanceTimersByTimeAsync(50);
  asked = [];
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function choose(mode: OrderMode): Promise<void> {
  ordering.setMode(mode);
  await vi.advanceTimersByTimeAsync(100);
}
const shown = (): readonly (string | null)[] =>
  [...document.querySelectorAll('dt a')].map((link) => link.textContent);
const nearOnes = () => listing.entries().map(({ line }) => line?.near);
const names = (): readonly unknown[] => asked.map(({ name }) => name);

describe('a listing in the order of saved papers', () => {
  it('lists the nearest first, and says to which saved paper and why', async () => {
    await choose('nearest');
    expect(shown()).toEqual(['2407.00003', '2407.00001', '2407.00002']);
    listing.rescan();
    expect(nearOnes()).toEqual([
      { title: 'Retinal lamps', reasons: ['glaucoma', 'OCT'] },
      undefined,
      undefined,
    ]);
    expect(states.at(-1)).toEqual({ kind: 'done', near: 1 });
  });

  it('tells the page nothing of the papers but the order', async () => {
    await choose('nearest');
    expect(document.querySelectorAll('sidelight-badge')).toHaveLength(2);
    expect(document.documentElement.outerHTML).not.toMatch(/Retinal lamps|glaucoma/);
  });

  it('can be marked without being reordered', async () => {
    await choose('mark');
    expect(shown()).toEqual(IDS);
    expect(nearOnes()[2]).toEqual({ title: 'Retinal lamps', reasons: ['glaucoma', 'OCT'] });
  });

  it.each<[string, () => Promise<void> | void]>([
    ['by choice', () => choose('page')],
    ['when the toolbar is removed', () => life.abort()],
  ])('is the page’s own order again %s', async (_, end) => {
    await choose('nearest');
    await end();
    document.querySelectorAll('sidelight-badge').forEach((badge) => badge.remove());
    expect(document.body.innerHTML).toBe(PAGE);
    expect(nearOnes().filter(Boolean)).toEqual([]);
  });

  it('sends the background what it does not know, with the tags of each line', async () => {
    answers = [{ kind: 'missing', ids: IDS.slice(1) }, ORDER];
    await choose('nearest');
    expect(names()).toEqual(['orderEntries', 'prepareOrder', 'orderEntries']);
    expect(asked[1]?.data).toEqual({
      entries: [
        { paperId: '2407.00002', title: 'On 2407.00002', tags: [], length: 0 },
        { paperId: '2407.00003', title: 'On 2407.00003', tags: ['ct'], length: 9 },
      ],
      abstracts: 'Retinas 3',
    });
    expect(shown()[0]).toBe('2407.00003');
  });

  it('is requested once, however often lines arrive', async () => {
    await choose('nearest');
    ordering.refresh();
    listing.rescan();
    ordering.refresh();
    await vi.advanceTimersByTimeAsync(100);
    expect(names()).toEqual(['orderEntries']);
  });

  it('is made again from the page’s own order once another paper is saved', async () => {
    await choose('nearest');
    listing.rescan();
    answers = [
      {
        kind: 'order',
        entries: [2, 1, 0].map((at) => ({ at, score: 1, isNear: false, title: '', reasons: [] })),
      },
    ];
    await announceChange();
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown()).toEqual(['2407.00003', '2407.00002', '2407.00001']);
    // Asked about in the page’s own order, which decides between equally near ones.
    expect(asked.at(-1)).toEqual({ name: 'orderEntries', data: { ids: IDS } });
  });

  it('is the page’s own order again once too few papers are saved', async () => {
    await choose('nearest');
    listing.rescan();
    answers = [{ kind: 'few', saved: 2 }];
    await announceChange();
    await vi.advanceTimersByTimeAsync(1000);
    expect(shown()).toEqual(IDS);
    expect(nearOnes().filter(Boolean)).toEqual([]);
    expect(states.at(-1)).toEqual({ kind: 'few', saved: 2 });
  });

  it.each<[string, unknown, OrderState]>([
    ['few papers are saved', { kind: 'few', saved: 2 }, { kind: 'few', saved: 2 }],
    ['my papers cannot be read', { kind: 'unreadable' }, { kind: 'failed' }],
    ['nobody answers', undefined, { kind: 'failed' }],
    ['the background forgets everything repeatedly', { kind: 'missing', ids: IDS }, { kind: 'failed' }],
  ])('keeps the page’s order if %s', async (_, answer, state) => {
    answers = [answer];
    await choose('nearest');
    expect(shown()).toEqual(IDS);
    expect(states.at(-1)).toEqual(state);
  });
});
