/** What the search remembers: where the reader left off, and what was searched before. */
import { browser } from 'wxt/browser';

export const SORT_ORDERS = ['relevance', 'date', 'discussion'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

export interface SearchState {
  readonly query: string;
  readonly sort: SortOrder;
}

/** In `storage.session`: gone when the browser closes. */
const STATE_KEY = 'search';
/** In `storage.local`, newest first. */
const RECENT_KEY = 'recent-searches';
const MOST_RECENT = 6;

const EMPTY: SearchState = { query: '', sort: 'relevance' };

function parseState(value: unknown): SearchState {
  if (typeof value !== 'object' || value === null || !('query' in value) || !('sort' in value)) return EMPTY;
  const sort = SORT_ORDERS.find((order) => order === value.sort);
  return typeof value.query === 'string' && sort ? { query: value.query, sort } : EMPTY;
}

/** The search as it was when the popup last closed. */
export async function readSearchState(): Promise<SearchState> {
  const stored = await browser.storage.session.get(STATE_KEY);
  return parseState(stored[STATE_KEY]);
}

export async function writeSearchState(state: SearchState): Promise<void> {
  await browser.storage.session.set({ [STATE_KEY]: state });
}

export async function readRecentSearches(): Promise<readonly string[]> {
  const stored = await browser.storage.local.get(RECENT_KEY);
  const recent: unknown = stored[RECENT_KEY];
  return Array.isArray(recent) ? recent.filter((query) => typeof query === 'string') : [];
}

/** Puts a search first; called when it led somewhere, not at every keystroke. */
export async function rememberSearch(query: string): Promise<void> {
  const wanted = query.trim();
  if (!wanted) return;
  const others = (await readRecentSearches()).filter((old) => old !== wanted);
  await browser.storage.local.set({ [RECENT_KEY]: [wanted, ...others].slice(0, MOST_RECENT) });
}

export async function forgetRecentSearches(): Promise<void> {
  await browser.storage.local.remove(RECENT_KEY);
}
