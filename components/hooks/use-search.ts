import { useEffect, useMemo, useState } from 'react';
import { applySuggestion, toggleTagFilter } from '@/lib/domain/search/edit-query';
import type { PaperStore } from '@/lib/domain/store';
import { searchPapers, type SearchAnswer } from '@/lib/extension/search';
import {
  rememberSearch,
  writeSearchState,
  type SearchMemory,
  type SearchState,
  type SortOrder,
} from '@/lib/extension/search/memory';
import { useLoaded } from './use-loaded';

export { searchesElsewhere } from '@/lib/pages/search-elsewhere';
export { SORT_ORDERS, type SortOrder } from '@/lib/extension/search/memory';

/** The search as the popup drives it: what is typed, what it finds, and what it remembers. */
export interface Search {
  readonly state: SearchState;
  readonly setQuery: (query: string) => void;
  /** Adds a tag's filter to the query, or takes it out. */
  readonly toggleTag: (tagId: string) => void;
  /** Puts a suggested filter where the one stands that it is suggested for. */
  readonly takeSuggestion: (suggestion: string) => void;
  readonly setSort: (sort: SortOrder) => void;
  readonly recent: readonly string[];
  /** Notes that the search led somewhere. */
  readonly remember: () => void;
  /** What was found; while a new query is asked, what the one before found. Undefined where nothing is typed. */
  readonly answer: SearchAnswer | undefined;
}

/** After the first picture, before the first word can be typed. */
const PREPARE_AFTER = 50;

/** Rows in view and a few more, which a keystroke waits for. Marking the words of all rows would double its work. */
const FIRST_HITS = 14;
/** More than a user looks through. */
const MOST_HITS = 60;
/** Time since the last keystroke, in milliseconds, after which the rest of the list is rendered. */
const REST_AFTER = 150;

/** Waits; rejects with the signal's reason where nobody waits any more. */
function pause(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, time);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('The question was dropped', 'AbortError'));
    });
  });
}

/** What was found: the rows in sight at once, the rest when the typing pauses. */
function useAnswer(store: PaperStore | undefined, { query, sort }: SearchState): SearchAnswer | undefined {
  const ask = useMemo(
    () =>
      query && store
        ? (limit: number, signal: AbortSignal) => searchPapers(store, { query, sort }, { limit, signal })
        : undefined,
    [store, query, sort],
  );
  const first = useLoaded(useMemo(() => ask && ((signal: AbortSignal) => ask(FIRST_HITS, signal)), [ask]));
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
  return ask && (whole.value ?? first.value ?? first.last);
}

/** The search of the popup, which continues from the stored state. */
export function useSearch(
  store: PaperStore | undefined,
  { state: remembered, recent }: SearchMemory,
): Search {
  const [state, setState] = useState(remembered);
  const change = (next: SearchState) => {
    setState(next);
    void writeSearchState(next);
  };
  // Made ready while the user looks at the start, not before it is drawn.
  useEffect(() => {
    if (!store) return undefined;
    const timer = setTimeout(() => void store.prepare(), PREPARE_AFTER);
    return () => clearTimeout(timer);
  }, [store]);
  const query = state.query.trim();
  const { sort } = state;
  const answer = useAnswer(store, { query, sort });
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
