/**
 * What the search remembers: where the reader left off, and what was searched before. A full or broken
 * storage only forgets.
 */
import { oneOf, shape, text } from '@/lib/domain/guard';
import { keepStored, readStored } from '@/lib/services/storage';
import { RECENT_SEARCHES_KEY, SEARCH_KEY } from '@/lib/services/storage-keys';

/** The orders that the popup offers, the usual one first. */
export const SORT_ORDERS = ['relevance', 'date', 'discussion'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** Where the reader left off. */
export interface SearchState {
  readonly query: string;
  readonly sort: SortOrder;
}

const MOST_RECENT = 6;

const EMPTY: SearchState = { query: '', sort: 'relevance' };

const isState = shape<SearchState>({ query: text(), sort: oneOf(SORT_ORDERS) });

/** The search as it was when the popup last closed. */
export async function readSearchState(): Promise<SearchState> {
  const { [SEARCH_KEY]: stored } = await readStored('session', [SEARCH_KEY]);
  return isState(stored) ? { query: stored.query, sort: stored.sort } : EMPTY;
}

/** Keeps the search for when the popup opens again. */
export async function writeSearchState(state: SearchState): Promise<void> {
  await keepStored('session', { [SEARCH_KEY]: state });
}

/** The last searches that led somewhere, newest first; none where they cannot be read. */
export async function readRecentSearches(): Promise<readonly string[]> {
  const { [RECENT_SEARCHES_KEY]: recent } = await readStored('local', [RECENT_SEARCHES_KEY]);
  return Array.isArray(recent) ? recent.filter((query) => typeof query === 'string') : [];
}

/** All that the search remembers. */
export interface SearchMemory {
  readonly state: SearchState;
  readonly recent: readonly string[];
}

/** Both memories at once, for the popup's first picture. */
export async function readSearchMemory(): Promise<SearchMemory> {
  const [state, recent] = await Promise.all([readSearchState(), readRecentSearches()]);
  return { state, recent };
}

/** Puts a search first; called when it led somewhere, not at every keystroke. */
export async function rememberSearch(query: string): Promise<void> {
  const wanted = query.trim();
  if (!wanted) return;
  const others = (await readRecentSearches()).filter((old) => old !== wanted);
  await keepStored('local', { [RECENT_SEARCHES_KEY]: [wanted, ...others].slice(0, MOST_RECENT) });
}
