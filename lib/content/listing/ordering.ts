/**
 * A listing in the user's own order: entries near to their saved papers are marked, and come first if wanted.
 * The page's groups, numbers and anchors are kept, and everything is restored when the order is switched off
 * or the signal aborts.
 */
import { debounce } from '@/lib/dom/debounce';
import { createIdleQueue } from '@/lib/dom/idle-queue';
import { createReorder, type ReorderManner } from '@/lib/dom/reorder';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { withNear, type Nearness } from '@/lib/domain/entry';
import { runTask } from '@/lib/shared/failures';
import { watchLibrary } from '@/lib/shared/library/revision';
import { askBackground } from '@/lib/messages';
import { LONGEST_ABSTRACT, MOST_PREPARED_AT_ONCE } from '@/lib/messages/order-guards';
import type { Entry, Listing } from './entries';

/** `page`: the page's order; `mark`: near entries are marked; `nearest`: they are marked and come first. */
export const ORDER_MODES = ['page', 'mark', 'nearest'] as const;
/** One of these orders, as the user chose it for all listings. */
export type OrderMode = (typeof ORDER_MODES)[number];

/** The state of the order; `few`: more saved papers are needed; `failed`: the user may try again. */
export type OrderState =
  | { readonly kind: 'none' | 'working' | 'failed' }
  | { readonly kind: 'done'; readonly near: number }
  | { readonly kind: 'few'; readonly saved: number };

/** Options of `createOrdering`. */
export interface OrderingOptions {
  readonly listing: Listing;
  readonly manner: ReorderManner;
  readonly signal: AbortSignal;
  readonly isValid: () => boolean;
  readonly onState: (state: OrderState) => void;
  /** Runs a step that moves entries, without calling the observers of the page's own changes. */
  readonly moving?: ((work: () => void) => void) | undefined;
}

/** The order of one listing. */
export interface Ordering {
  readonly setMode: (mode: OrderMode) => void;
  /** Lines arrived or entries changed. */
  readonly refresh: () => void;
  /** Entries in the order in which they are displayed. */
  readonly inOrder: (entries: readonly Entry[]) => readonly Entry[];
}

type Found = Entry & { readonly found: NonNullable<Entry['found']> };

const isFound = (entry: Entry): entry is Found => entry.found !== undefined;
const idOf = ({ found }: Found): PaperId => found.entry.paperId;

/** Whether two lists have the same papers, in whichever order. */
function areSame(some: readonly PaperId[], others: readonly PaperId[]): boolean {
  if (some.length !== others.length) return false;
  const held = new Set(others);
  return some.every((id) => held.has(id));
}

/** Resolves when the page is idle, or after half a second. */
const rest = (): Promise<unknown> => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 }));

/** Sends entries to the background to be prepared, one slice per idle period. */
async function prepare(entries: readonly Found[], signal: AbortSignal): Promise<void> {
  const answers: Promise<unknown>[] = [];
  for (let at = 0; at < entries.length && !signal.aborted; at += MOST_PREPARED_AT_ONCE) {
    await rest();
    const slice = entries.slice(at, at + MOST_PREPARED_AT_ONCE);
    const abstracts = slice.map(({ found }) => (found.entry.abstract ?? '').slice(0, LONGEST_ABSTRACT));
    const described = slice.map(({ found, line }, each) => ({
      paperId: found.entry.paperId,
      title: found.entry.title,
      tags: line?.tags.map(({ id }) => id) ?? [],
      length: abstracts[each]?.length ?? 0,
    }));
    answers.push(askBackground('prepareOrder', { entries: described, abstracts: abstracts.join('') }));
  }
  await Promise.all(answers);
}

/** Asks for the order; first sends the entries that the background does not have any more. */
async function askForOrder(entries: readonly Found[], signal: AbortSignal) {
  const ids = entries.map(idOf);
  const first = await askBackground('orderEntries', { ids });
  if (first?.kind !== 'missing' || signal.aborted) return first;
  const missing = new Set<string>(first.ids);
  await prepare(
    entries.filter((entry) => missing.has(idOf(entry))),
    signal,
  );
  return signal.aborted ? undefined : askBackground('orderEntries', { ids });
}

/** Creates the order of a listing, which is the page's own until another mode is set. */
export function createOrdering({
  listing,
  manner,
  signal,
  isValid,
  onState,
  moving,
}: OrderingOptions): Ordering {
  let mode: OrderMode = 'page';
  /** Aborts the remaining work of the previous order. */
  let life = new AbortController();
  /** The papers that were ordered last. */
  let ordered: readonly PaperId[] = [];
  let ranks = new Map<Element, number>();
  /** The places that the entries have in the page's own order, while they are in another. */
  let places = new Map<Element, number>();
  const reorder = createReorder(manner, { signal, moving });

  const mark = (nearnessOf: (entry: Entry) => Nearness | undefined): void => {
    const isChanged = (entry: Entry): boolean => {
      const [before, after] = [entry.line?.near, nearnessOf(entry)];
      return before?.title !== after?.title || before?.reasons.join() !== after?.reasons.join();
    };
    const queue = createIdleQueue<Entry>(
      (entry) => {
        if (entry.line !== undefined) listing.setLine(entry, withNear(entry.line, nearnessOf(entry)));
      },
      () => {},
      { signal: AbortSignal.any([signal, life.signal]) },
    );
    queue.add(listing.entries().filter(isChanged));
  };

  const order = async (entries: readonly Found[], own: AbortSignal): Promise<void> => {
    onState({ kind: 'working' });
    const answer = isValid() ? await askForOrder(entries, own) : undefined;
    if (own.aborted || signal.aborted) return;
    if (answer?.kind !== 'order') {
      ordered = [];
      // So many papers were taken out that there is no order any more.
      if (answer?.kind === 'few') {
        restore();
        mark(() => undefined);
      }
      onState(answer?.kind === 'few' ? answer : { kind: 'failed' });
      return;
    }
    const placed = answer.entries.flatMap((place, rank) => {
      const entry = entries[place.at];
      return entry ? [{ ...place, rank, entry }] : [];
    });
    const near = placed.filter(({ isNear }) => isNear);
    const nearness = new Map(near.map(({ entry, title, reasons }) => [entry.element, { title, reasons }]));
    ranks = new Map(placed.map(({ entry, rank }) => [entry.element, rank]));
    mark(({ element }) => nearness.get(element));
    if (mode === 'nearest') {
      places = new Map(entries.map(({ element }, at) => [element, at]));
      reorder.apply(
        entries.map(({ element, found }) => ({ parts: found.parts, rank: ranks.get(element) ?? Infinity })),
      );
    }
    onState({ kind: 'done', near: near.length });
  };

  const refresh = (): void => {
    if (mode === 'page' || signal.aborted) return;
    const entries = listing.entries();
    // Not all entries are read yet.
    if (entries.some(({ line }) => line === undefined)) {
      onState({ kind: 'working' });
      return;
    }
    const found = entries.filter(isFound);
    const ids = found.map(idOf);
    if (areSame(ids, ordered)) return;
    ordered = ids;
    life.abort();
    life = new AbortController();
    // Equally near entries keep the page's order, even if the list is in another order at the moment.
    const placeOf = ({ element }: Entry): number => places.get(element) ?? found.length;
    const entriesInPlace = places.size === 0 ? found : found.toSorted((a, b) => placeOf(a) - placeOf(b));
    runTask('listing', order(entriesInPlace, life.signal));
  };

  const restore = (): void => {
    ranks = new Map();
    places = new Map();
    reorder.restore();
  };
  watchLibrary(
    debounce(
      () => {
        ordered = [];
        refresh();
      },
      { signal },
    ),
    { signal },
  );
  signal.addEventListener(
    'abort',
    () => {
      for (const entry of listing.entries()) {
        if (entry.line?.near) listing.setLine(entry, withNear(entry.line, undefined));
      }
    },
    { once: true },
  );
  return {
    setMode: (next) => {
      life.abort();
      life = new AbortController();
      ordered = [];
      restore();
      mode = next;
      if (mode === 'page') {
        mark(() => undefined);
        onState({ kind: 'none' });
      } else refresh();
    },
    refresh,
    inOrder: (entries) =>
      manner === 'move' || mode !== 'nearest'
        ? entries
        : entries.toSorted((a, b) => (ranks.get(a.element) ?? Infinity) - (ranks.get(b.element) ?? Infinity)),
  };
}
