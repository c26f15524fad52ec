/**
 * The entries of a listing and their badges: those near the window first, the others as the user scrolls, in idle
 * slices of which each sends one message to the background.
 */
import { debounce } from '@/lib/dom/debounce';
import { createIdleQueue } from '@/lib/dom/idle-queue';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { withWatched, type EntryLine } from '@/lib/domain/entry';
import { isFilteredAlike } from '@/lib/domain/entry/filter';
import type { ListingEntry } from '@/lib/domain/page';
import type { BadgePlace, FoundEntry, ListingAdapter } from '@/lib/sites/listings';
import { BADGE, createBadge, type Badge } from '@/lib/shared/listing/badge';
import { placeBadges } from './badge-place';
import { inDocumentOrder } from './moved-entries';
import { runTask } from '@/lib/shared/failures';
import { askBackground, type Theme } from '@/lib/messages';

/** How far outside the window entries are read, as a root margin of the intersection observer. */
const AHEAD = '100% 0px';

/** Delays before entries without an answer are asked about again, in milliseconds: doubled each time. */
const AGAIN = { first: 1000, longest: 60_000 } as const;

/**
 * How often a paper's badge is inserted during the life of a page, which may render again or remove it on purpose.
 */
const PATIENCE = 5;

/**
 * An entry of the listing. Fields are absent until they are read; `line` is null if there is nothing to show.
 */
export interface Entry {
  readonly element: Element;
  found?: FoundEntry | undefined;
  line?: EntryLine | null | undefined;
  badge?: Badge | undefined;
}

/** Options of `createListing`. */
export interface ListingOptions {
  readonly adapter: ListingAdapter;
  readonly place: BadgePlace;
  readonly signal: AbortSignal;
  /** Whether the catalogue is known to have a paper, so that its text need not be sent. */
  readonly holds: (id: PaperId) => boolean;
  /** Whether titles and abstracts of other papers are read. */
  readonly readings: boolean;
  /** Returns the watched words and authors that an entry contains. */
  readonly findWatched: (entry: ListingEntry) => readonly string[];
  /**
   * Whether the page may show another paper in the same element, as a framework does; if not, its elements are
   * read once.
   */
  readonly reusesElements: boolean;
  readonly isValid: () => boolean;
  readonly theme: () => Theme;
  /** Called when lines arrived. */
  readonly onLines?: () => void;
}

/** The entries of a listing, kept in step with the page. */
export interface Listing {
  /** All entries in document order. */
  readonly entries: () => readonly Entry[];
  /** The entry that a badge belongs to. */
  readonly entryOf: (host: Element) => Entry | undefined;
  /** Finds the entries again after the page changed. */
  readonly rescan: () => void;
  /** Takes the entries in their order on the page, after nothing but their places changed. */
  readonly sort: () => void;
  /** Reads every entry, not only those near the window. */
  readonly readAll: () => void;
  readonly setTheme: (theme: Theme) => void;
  /** Replaces the line of an entry, for example after its paper was saved. */
  readonly setLine: (entry: Entry, line: EntryLine | null) => void;
}

/** Adds badges to the document's listing until the signal aborts, then removes them. */
export function createListing(options: ListingOptions): Listing {
  const { adapter, signal, holds, isValid } = options;
  let entries: Entry[] = [];
  let known = new Map<Element, Entry>();
  let slice: Entry[] = [];
  const byHost = new WeakMap<Element, Entry>();
  const insertions = new Map<PaperId, number>();
  let readsAll = false;
  /** Entries without an answer: the service worker was stopped during the question, and during its repetition. */
  const unanswered = new Set<Entry>();
  let wait: number = AGAIN.first;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const insert = (entry: Entry): void => {
    const { badge, found } = entry;
    if (!badge || !found || badge.host.parentNode === found.mount) return;
    const times = insertions.get(found.entry.paperId) ?? 0;
    if (times >= PATIENCE || !found.mount.isConnected) return;
    insertions.set(found.entry.paperId, times + 1);
    for (const child of found.mount.children) if (child.localName === BADGE) child.remove();
    found.mount.append(badge.host);
    removals.observe(found.mount, { childList: true });
  };

  const show = (entry: Entry, line: EntryLine | null): void => {
    entry.line = line;
    if (!line || known.get(entry.element) !== entry) return;
    entry.badge = createBadge(line, { place: options.place, theme: options.theme() });
    byHost.set(entry.badge.host, entry);
  };

  /** All papers are asked about, since a pack may have them or their titles may name tags. */
  const read = (entry: Entry): void => {
    if (entry.found || entry.line === null || !entry.element.isConnected) return;
    entry.found = adapter.readEntry(entry.element);
    if (entry.found) slice.push(entry);
    else entry.line = null;
  };

  const ask = async (asked: readonly Entry[]): Promise<void> => {
    const papers = asked.flatMap(({ found }) => (found ? [found.entry] : []));
    // To keep messages small, authors are left out, and texts too for papers that are in the catalogue or are
    // not read.
    const isRead = ({ paperId }: ListingEntry): boolean => options.readings && !holds(paperId);
    const question = {
      entries: papers.map((paper) => ({
        ...paper,
        authors: undefined,
        ...(isRead(paper) ? {} : { title: '', abstract: undefined }),
      })),
    };
    // If the service worker was stopped during the question, the second one starts it again.
    const answer =
      (await askBackground('readEntries', question)) ??
      (isValid() ? await askBackground('readEntries', question) : undefined);
    if (signal.aborted) return;
    if (!answer) {
      postpone(asked);
      return;
    }
    wait = AGAIN.first;
    asked.forEach((entry, index) =>
      show(
        entry,
        withWatched(answer.lines[index] ?? null, entry.found ? options.findWatched(entry.found.entry) : []),
      ),
    );
    asked.forEach(insert);
    placeBadges(asked, options.place);
    options.onLines?.();
    askAgain();
  };

  /** Marks entries as unread; the next scroll or a timer asks about them again. */
  const postpone = (asked: readonly Entry[]): void => {
    for (const entry of asked) {
      entry.found = undefined;
      unanswered.add(entry);
    }
    clearTimeout(timer);
    timer = setTimeout(askAgain, wait);
    wait = Math.min(AGAIN.longest, 2 * wait);
  };
  const askAgain = (): void => {
    clearTimeout(timer);
    if (unanswered.size === 0 || document.hidden) return;
    const waiting = [...unanswered].filter((entry) => known.get(entry.element) === entry);
    unanswered.clear();
    queue.add(waiting, { first: true });
  };
  document.addEventListener('visibilitychange', askAgain, { signal });
  document.addEventListener('scroll', debounce(askAgain, { signal }), {
    signal,
    capture: true,
    passive: true,
  });

  const queue = createIdleQueue<Entry>(
    read,
    () => {
      const asked = slice;
      slice = [];
      if (asked.length > 0 && isValid()) runTask('listing', ask(asked));
      else options.onLines?.();
    },
    { signal },
  );

  const near = new IntersectionObserver(
    (records) => {
      const middle = window.innerHeight / 2;
      const came = records
        .filter(({ isIntersecting }) => isIntersecting)
        .toSorted((a, b) => distance(a.boundingClientRect, middle) - distance(b.boundingClientRect, middle));
      for (const { target } of came) near.unobserve(target);
      queue.add(
        came.flatMap(({ target }) => known.get(target) ?? []),
        { first: true },
      );
    },
    { rootMargin: AHEAD },
  );

  let narrowing: number | undefined;
  window.addEventListener(
    'resize',
    () => {
      narrowing ??= requestAnimationFrame(() => {
        narrowing = undefined;
        placeBadges(entries, options.place);
      });
    },
    { signal, passive: true },
  );
  const insertAgain = debounce(() => entries.forEach(insert), { signal });
  const removals = new MutationObserver((records) => {
    const removed = records.flatMap(({ removedNodes }) => [...removedNodes]);
    if (removed.some((node) => node.nodeName.toLowerCase() === BADGE)) insertAgain();
  });

  /** Reading all entries of a long list again takes a second, and moving them causes a rescan. */
  const isSame = ({ element, found }: Entry): boolean => {
    if (found === undefined) return true;
    if (!options.reusesElements && found.parts.every((part) => part.isConnected)) return true;
    return adapter.readEntry(element)?.entry.paperId === found.entry.paperId;
  };

  const rescan = (): void => {
    if (signal.aborted) return;
    const before = known;
    known = new Map();
    entries = adapter.findElements(document).map((element) => {
      const old = before.get(element);
      const entry = old && isSame(old) ? old : { element };
      known.set(element, entry);
      if (entry !== old) near.observe(element);
      else if (entry.badge) insert(entry);
      return entry;
    });
    for (const [element, entry] of before) {
      if (known.get(element) === entry) continue;
      if (!known.has(element)) near.unobserve(element);
      entry.badge?.host.remove();
    }
    if (readsAll) queue.add(entries.filter((entry) => !entry.found && entry.line === undefined));
    options.onLines?.();
  };

  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      near.disconnect();
      removals.disconnect();
      for (const { badge } of entries) badge?.host.remove();
      entries = [];
      known.clear();
    },
    { once: true },
  );
  rescan();
  return {
    entries: () => entries,
    entryOf: (host) => byHost.get(host),
    rescan,
    sort: () => {
      const sorted = inDocumentOrder(entries);
      if (sorted) entries = sorted;
      else rescan();
    },
    readAll: () => {
      if (readsAll) return;
      readsAll = true;
      rescan();
    },
    setTheme: (theme) => {
      for (const { badge } of entries) badge?.setTheme(theme);
    },
    setLine: (entry, line) => {
      const before = entry.line;
      if (line && entry.badge) {
        entry.line = line;
        entry.badge.setLine(line);
      } else {
        entry.badge?.host.remove();
        entry.badge = undefined;
        show(entry, line);
        insert(entry);
      }
      placeBadges([entry], options.place);
      // In an ordered list thousands are marked as near, which changes nothing for filters and counts.
      if (!before || !line || !isFilteredAlike(before, line)) options.onLines?.();
    },
  };
}

const distance = ({ top, bottom }: DOMRectReadOnly, middle: number): number =>
  Math.abs((top + bottom) / 2 - middle);
