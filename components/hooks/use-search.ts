import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { applySuggestion, toggleTagFilter } from '@/lib/domain/search/edit-query';
import type { PageOptions } from '@/lib/domain/store';
import type { SearchAnswer } from '@/lib/extension/search';
import {
  createSearchWriter,
  rememberSearch,
  type SearchMemory,
  type SearchState,
  type SortOrder,
} from '@/lib/extension/search/memory';
import { useLoaded } from './use-loaded';

export { searchesElsewhere } from '@/lib/pages/search-elsewhere';
export { SORT_ORDERS, type SortOrder } from '@/lib/extension/search/memory';

/** What searches papers; the popup shows its first view before it is loaded. */
export interface Finder {
  readonly find: (state: SearchState, page: PageOptions) => Promise<SearchAnswer>;
  /** Prepares the first search. */
  readonly prepare: () => Promise<void>;
}

/** The search as the popup uses it: the query, its results, and what is remembered. */
interface Search {
  readonly state: SearchState;
  readonly setQuery: (query: string) => void;
  /** Adds a tag's filter to the query, or removes it. */
  readonly toggleTag: (tagId: string) => void;
  /** Replaces the filter for which a suggestion was made by that suggestion. */
  readonly takeSuggestion: (suggestion: string) => void;
  readonly setSort: (sort: SortOrder) => void;
  readonly recent: readonly string[];
  /** Records that the search led to a paper. */
  readonly remember: () => void;
  /** The results; while a new query runs, the previous ones. Undefined if the query is empty. */
  readonly answer: SearchAnswer | undefined;
}

/** After the first paint, before the first word can be typed. In milliseconds. */
const PREPARE_AFTER = 50;

/**
 * How many rows a keystroke waits for: the visible ones and a few more. Marking the words in all rows would
 * double its time.
 */
const FIRST_HITS = 14;
/** The most results that are listed; more are not worth looking through. */
const MOST_HITS = 60;
/** How long after the last keystroke the rest of the list is rendered, in milliseconds. */
const REST_AFTER = 150;

/** Waits; rejects with the signal's reason when it is aborted. */
function pause(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, time);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('The question was dropped', 'AbortError'));
    });
  });
}

/**
 * Draws the view with a search's results as markup, with which the next popup opens; undefined if that would not show
 * the same. The same function on every render.
 */
export type DrawFound = (state: SearchState, answer: SearchAnswer) => string | undefined;

/**
 * The results: the visible rows at once, the others when the user stops typing. The answer that the last popup
 * left (`left`) is shown until its search has run again, which starts after the first paint.
 */
function useAnswer(
  finder: Finder | undefined,
  { query, sort }: SearchState,
  left: SearchAnswer | undefined,
  draw: DrawFound | undefined,
  write: ReturnType<typeof createSearchWriter>,
): SearchAnswer | undefined {
  const isLeft = left?.typed === query && (left.query.sort ?? 'relevance') === sort;
  const ask = useMemo(
    () =>
      query && finder
        ? (limit: number, signal: AbortSignal) => finder.find({ query, sort }, { limit, signal })
        : undefined,
    [finder, query, sort],
  );
  const first = useLoaded(
    useMemo(
      () =>
        ask &&
        (async (signal: AbortSignal) => {
          if (isLeft) await pause(PREPARE_AFTER, signal);
          return ask(FIRST_HITS, signal);
        }),
      [ask, isLeft],
    ),
  );
  const isCut = first.value !== undefined && first.value.total > first.value.hits.length;
  const whole = useLoaded(
    useMemo(
      () =>
        ask && isCut
          ? async (signal: AbortSignal) => {
              await pause(REST_AFTER, signal);
              return ask(MOST_HITS, signal);
            }
          : undefined,
      [ask, isCut],
    ),
  );
  // Kept once the user stops typing, for the next popup to open with. A layout effect ends with the next keystroke's
  // render: an effect ends after its paint, by when an answer to the former query might have replaced what was typed.
  const settled = first.value;
  useLayoutEffect(() => {
    if (!settled) return undefined;
    const state = { query, sort };
    const timer = setTimeout(
      () => void write(state, settled, draw && (() => draw(state, settled))),
      REST_AFTER,
    );
    return () => clearTimeout(timer);
  }, [settled, query, sort, draw, write]);
  return query ? (whole.value ?? first.value ?? first.last ?? (isLeft ? left : undefined)) : undefined;
}

/** The popup's search, which continues from the stored state; what is typed before there is a finder waits for it. */
export function useSearch(
  finder: Finder | undefined,
  { state: remembered, answer: left, recent }: SearchMemory,
  draw?: DrawFound,
): Search {
  const [state, setState] = useState(remembered);
  const [write] = useState(createSearchWriter);
  const change = (next: SearchState) => {
    setState(next);
    void write(next);
  };
  // Prepared while the user looks at the first view, not before it is rendered.
  useEffect(() => {
    if (!finder) return undefined;
    const timer = setTimeout(() => void finder.prepare(), PREPARE_AFTER);
    return () => clearTimeout(timer);
  }, [finder]);
  const query = state.query.trim();
  const { sort } = state;
  const answer = useAnswer(finder, { query, sort }, left, draw, write);
  return {
    state,
    setQuery: (next) => change({ sort, query: next }),
    toggleTag: (tagId) => change({ sort, query: toggleTagFilter(state.query, tagId) }),
    takeSuggestion: (suggestion) => change({ sort, query: applySuggestion(state.query, suggestion) }),
    setSort: (next) => change({ query: state.query, sort: next }),
    recent,
    remember: () => void rememberSearch(state.query),
    answer,
  };
}
