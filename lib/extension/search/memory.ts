/**
 * What the search remembers: its last state and recent queries. If storage is full or broken, they are lost.
 */
import { oneOf, shape, text } from '@/lib/domain/guard';
import { isPrivate } from '@/lib/shared/private-window';
import { readStored, writeStored } from '@/lib/shared/storage';
import { SEARCH_KEY, SEARCH_RESULTS_KEY } from '@/lib/shared/storage-keys';
import type { SearchAnswer } from './index';
import { isKeepable, readLeftAnswer } from './left-answer';
import { keptView, readLeftView, type LeftView } from './left-view';
import { LONGEST_QUERY, readRecentSearches } from './recent';
import { SORT_ORDERS, type SearchState } from './state';

export { forgetRecentSearches, readRecentSearches, rememberSearch } from './recent';
export { SORT_ORDERS, type SearchState, type SortOrder } from './state';

const EMPTY: SearchState = { query: '', sort: 'relevance' };

const isQuery = text(LONGEST_QUERY);
const isState = shape<SearchState>({ query: isQuery, sort: oneOf(SORT_ORDERS) });

/** The parameter with the query in the address of the search page, when that is opened as a tab. */
export const QUERY_PARAMETER = 'query';

/** The last search, with its first results if they were stored. */
interface LeftSearch {
  readonly state: SearchState;
  readonly answer: SearchAnswer | undefined;
  /** These results as they were drawn; undefined if they were not, or in another language. */
  readonly view?: LeftView | undefined;
}

/** The search in the page's own address, otherwise the one with which the popup was last closed. */
export async function readLeftSearch(): Promise<LeftSearch> {
  const asked = globalThis.location && new URL(globalThis.location.href).searchParams.get(QUERY_PARAMETER);
  if (asked && isQuery(asked)) return { state: { query: asked, sort: 'relevance' }, answer: undefined };
  const { [SEARCH_KEY]: stored, [SEARCH_RESULTS_KEY]: results } = await readStored('session', [
    SEARCH_KEY,
    SEARCH_RESULTS_KEY,
  ]);
  if (!isState(stored)) return { state: EMPTY, answer: undefined };
  const state = { query: stored.query, sort: stored.sort };
  const answer = readLeftAnswer(results, state);
  return { state, answer, view: answer && readLeftView(stored) };
}

/**
 * Stores the search, with its first results if there are any, for the next popup; not in a private window. `draw` gives
 * the markup of the view with these results, if that can be shown again.
 */
type WriteSearch = (
  state: SearchState,
  answer?: SearchAnswer,
  draw?: () => string | undefined,
) => Promise<void>;

/**
 * Makes what stores the searches of one page, which stays in its window: whether that is private is asked once only, so
 * that what was typed last is on its way to storage when the popup closes.
 */
export function createSearchWriter(): WriteSearch {
  let asked: Promise<boolean> | undefined;
  return async (state, answer, draw) => {
    asked ??= isPrivate();
    const query = state.query.slice(0, LONGEST_QUERY);
    const isKept = answer && isKeepable(answer);
    const items = {
      [SEARCH_KEY]: { ...state, query, ...(isKept && keptView(draw?.())) },
      [SEARCH_RESULTS_KEY]: isKept ? answer : null,
    };
    await writeStored('session', items, asked);
  };
}

/** Stores one search. */
export const writeSearchState: WriteSearch = (...search) => createSearchWriter()(...search);

/** All that the search remembers. */
export interface SearchMemory extends LeftSearch {
  readonly recent: readonly string[];
}

/** Both together, for the popup's first render. */
export async function readSearchMemory(): Promise<SearchMemory> {
  const [left, recent] = await Promise.all([readLeftSearch(), readRecentSearches()]);
  return { ...left, recent };
}
