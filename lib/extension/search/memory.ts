/**
 * What the search remembers: its last state and recent queries. If storage is full or broken, they are lost.
 */
import { oneOf, shape, text } from '@/lib/domain/guard';
import { isPrivate } from '@/lib/shared/private-window';
import { dropStored, writeStored, readStored } from '@/lib/shared/storage';
import { RECENT_SEARCHES_KEY, SEARCH_KEY } from '@/lib/shared/storage-keys';
import type { SearchAnswer } from './index';
import { isKeepable, readLeftAnswer } from './left-answer';
import { SORT_ORDERS, type SearchState } from './state';

export { SORT_ORDERS, type SearchState, type SortOrder } from './state';

const MOST_RECENT = 6;

/** The longest query that is remembered, in UTF-16 code units, since whole abstracts may be pasted. */
const LONGEST_QUERY = 2000;

const EMPTY: SearchState = { query: '', sort: 'relevance' };

const isQuery = text(LONGEST_QUERY);
const isState = shape<SearchState>({ query: isQuery, sort: oneOf(SORT_ORDERS) });

/** The parameter with the query in the address of the search page, when that is opened as a tab. */
export const QUERY_PARAMETER = 'query';

/** The last search, with its first results if they were stored. */
interface LeftSearch {
  readonly state: SearchState;
  readonly answer: SearchAnswer | undefined;
}

/** The search in the page's own address, otherwise the one with which the popup was last closed. */
export async function readLeftSearch(): Promise<LeftSearch> {
  const asked = globalThis.location && new URL(globalThis.location.href).searchParams.get(QUERY_PARAMETER);
  if (asked && isQuery(asked)) return { state: { query: asked, sort: 'relevance' }, answer: undefined };
  const { [SEARCH_KEY]: stored } = await readStored('session', [SEARCH_KEY]);
  if (!isState(stored)) return { state: EMPTY, answer: undefined };
  const state = { query: stored.query, sort: stored.sort };
  return { state, answer: readLeftAnswer(Reflect.get(stored, 'answer'), state) };
}

/** Stores the search, with its first results if there are any, for the next popup; not in a private window. */
export async function writeSearchState(state: SearchState, answer?: SearchAnswer): Promise<void> {
  const query = state.query.slice(0, LONGEST_QUERY);
  const kept = answer && isKeepable(answer) ? { answer } : {};
  await writeStored('session', { [SEARCH_KEY]: { ...state, query, ...kept } });
}

const queriesIn = (stored: unknown): readonly string[] =>
  Array.isArray(stored) ? stored.filter(isQuery).slice(0, MOST_RECENT) : [];

function parseQueries(json: string | null): readonly string[] | undefined {
  try {
    const stored: unknown = json === null ? undefined : JSON.parse(json);
    return stored === undefined ? undefined : queriesIn(stored);
  } catch {
    // The stored value may be anything; an invalid list counts as empty.
    return undefined;
  }
}

/** False if the browser is set to refuse storage. */
function writeOwn(recent: readonly string[]): boolean {
  try {
    localStorage.setItem(RECENT_SEARCHES_KEY, JSON.stringify(recent));
    return true;
  } catch {
    // If this fails, recent queries are lost and everything else works.
    return false;
  }
}

function readOwn(): readonly string[] | undefined {
  try {
    return parseQueries(localStorage.getItem(RECENT_SEARCHES_KEY));
  } catch {
    // As above.
    return undefined;
  }
}

/** The last queries that led to a paper, newest first; empty if they cannot be read. */
export async function readRecentSearches(): Promise<readonly string[]> {
  const own = readOwn();
  if (own) return own;
  // Earlier releases stored them where scripts on pages can read them, so they are moved.
  const { [RECENT_SEARCHES_KEY]: stored } = await readStored('local', [RECENT_SEARCHES_KEY]);
  const recent = queriesIn(stored);
  if (stored !== undefined && writeOwn(recent)) await dropStored('local', [RECENT_SEARCHES_KEY]);
  return recent;
}

/** Deletes recent queries, including those stored by earlier releases. */
export async function forgetRecentSearches(): Promise<void> {
  writeOwn([]);
  await dropStored('local', [RECENT_SEARCHES_KEY]);
}

/** All that the search remembers. */
export interface SearchMemory extends LeftSearch {
  readonly recent: readonly string[];
}

/** Both together, for the popup's first render. */
export async function readSearchMemory(): Promise<SearchMemory> {
  const [left, recent] = await Promise.all([readLeftSearch(), readRecentSearches()]);
  return { ...left, recent };
}

/**
 * Adds a query as the most recent; called when it led to a paper, not for every key press. Not in a private
 * window.
 */
export async function rememberSearch(query: string): Promise<void> {
  const wanted = query.trim().slice(0, LONGEST_QUERY);
  if (!wanted || (await isPrivate())) return;
  const known = await readRecentSearches();
  // Read again in the task that writes, because another popup may have stored a search meanwhile.
  const others = (readOwn() ?? known).filter((old) => old !== wanted);
  writeOwn([wanted, ...others].slice(0, MOST_RECENT));
}
