import { useEffect, useMemo, useState } from 'react';
import type { Catalogue } from '@/lib/services/catalogue';
import {
  applySuggestion,
  createSearcher,
  findPastedPaper,
  findNewest,
  findTopics,
  toggleTagFilter,
  type FacetTerm,
  type SearchAnswer,
  type Searcher,
  type SearchHit,
} from '@/lib/services/search';
import {
  rememberSearch,
  writeSearchState,
  type SearchMemory,
  type SearchState,
  type SortOrder,
} from '@/lib/services/search/memory';
import type { PaperId } from '@/lib/domain/arxiv-id';

export { SORT_ORDERS, type SortOrder } from '@/lib/services/search/memory';

const MOST_TOPICS = 12;
const MOST_NEWEST = 5;

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
  /** Terms to browse by before anything is typed. */
  readonly topics: readonly FacetTerm[];
  /** The catalogue's last papers, for before anything is typed. */
  readonly newest: readonly SearchHit[];
  /** Notes that the search led somewhere. */
  readonly remember: () => void;
  readonly answer: SearchAnswer | undefined;
  /** The paper that the query is the address or id of. */
  readonly pasted: PaperId | undefined;
}

/** After the first picture, before the first word can be typed. */
const PREPARE_AFTER = 50;

function prepareSoon(searcher: Searcher): () => void {
  const timer = setTimeout(() => searcher.prepare(), PREPARE_AFTER);
  return () => clearTimeout(timer);
}

/** The search of the popup, which goes on from its memory. */
export function useSearch(
  catalogue: Catalogue | undefined,
  { state: remembered, recent }: SearchMemory,
): Search {
  const [state, setState] = useState(remembered);
  const change = (next: SearchState) => {
    setState(next);
    void writeSearchState(next);
  };
  const searcher = useMemo(() => catalogue && createSearcher(catalogue), [catalogue]);
  // The index is built while the reader looks at the start, not before it is drawn.
  useEffect(() => searcher && prepareSoon(searcher), [searcher]);
  // Answered with the keystroke, in the same frame: a search takes a small part of one.
  const query = state.query.trim();
  const { sort } = state;
  const answer = useMemo(
    () => (query && searcher ? searcher.search(query, sort) : undefined),
    [searcher, query, sort],
  );
  return {
    state,
    setQuery: (next) => change({ sort, query: next }),
    toggleTag: (tagId) => change({ sort, query: toggleTagFilter(state.query, tagId) }),
    takeSuggestion: (suggestion) => change({ sort, query: applySuggestion(state.query, suggestion) }),
    setSort: (next) => change({ query: state.query, sort: next }),
    recent,
    newest: useMemo(() => (catalogue ? findNewest(catalogue, MOST_NEWEST) : []), [catalogue]),
    topics: useMemo(() => (catalogue ? findTopics(catalogue, MOST_TOPICS) : []), [catalogue]),
    remember: () => void rememberSearch(state.query),
    answer,
    pasted: useMemo(() => findPastedPaper(query), [query]),
  };
}
