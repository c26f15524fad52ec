/**
 * What the search remembers: where the reader left off, and what was searched before. A full or broken
 * storage only forgets.
 */
import { browser, type Browser } from 'wxt/browser';
import { oneOf, shape, text } from '@/lib/domain/guard';
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

/** One stored item; nothing where the browser's storage cannot be read. */
async function readItem(area: Browser.storage.StorageArea, key: string): Promise<unknown> {
  try {
    const items: Readonly<Record<string, unknown>> = await area.get(key);
    return items[key];
  } catch {
    return undefined;
  }
}

/** The search as it was when the popup last closed. */
export async function readSearchState(): Promise<SearchState> {
  const stored = await readItem(browser.storage.session, SEARCH_KEY);
  return isState(stored) ? { query: stored.query, sort: stored.sort } : EMPTY;
}

/** Keeps the search for when the popup opens again. */
export async function writeSearchState(state: SearchState): Promise<void> {
  await browser.storage.session.set({ [SEARCH_KEY]: state }).catch(() => undefined);
}

/** The last searches that led somewhere, newest first; none where they cannot be read. */
export async function readRecentSearches(): Promise<readonly string[]> {
  const recent = await readItem(browser.storage.local, RECENT_SEARCHES_KEY);
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
  await browser.storage.local
    .set({ [RECENT_SEARCHES_KEY]: [wanted, ...others].slice(0, MOST_RECENT) })
    .catch(() => undefined);
}
