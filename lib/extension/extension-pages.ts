/** Opens the extension's own pages. */
import type { OwnList } from '@/lib/domain/library/own-list-names';
import { isPaperId, type PaperId } from '@/lib/domain/arxiv-id';
import { MOST_COMPARED } from '@/lib/domain/compare/limits';
import { browser } from 'wxt/browser';
import { openAddress } from './navigation';
import { QUERY_PARAMETER, writeSearchState } from './search/memory';

/** Precedes the ids of the papers to compare, in the address of the page of my papers. */
const COMPARE = 'compare=';

/** Opens the settings page, or shows it if it is open. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the page of my papers in its own tab, or its list of papers met. */
export const openLibraryPage = (view: OwnList = 'saved'): Promise<void> =>
  openAddress(new URL(`library.html#${view}`, browser.runtime.getURL('/')).href, 'new-tab');

/** Opens a comparison of papers, saved or not, in its own tab. */
export const openComparison = (ids: readonly PaperId[]): Promise<void> =>
  openAddress(new URL(`library.html#${COMPARE}${ids.join()}`, browser.runtime.getURL('/')).href, 'new-tab');

/** The papers to compare in an address; empty for other addresses. */
export const comparedIn = (hash: string): readonly PaperId[] =>
  hash.startsWith(`#${COMPARE}`)
    ? hash
        .slice(COMPARE.length + 1)
        .split(',')
        .filter(isPaperId)
        .slice(0, MOST_COMPARED)
    : [];

/** Opens the welcome page, which also opens after installation. */
export const openWelcomePage = (): Promise<void> =>
  openAddress(new URL('welcome.html', browser.runtime.getURL('/')).href, 'new-tab');

/** What to search for, and the tab from which the user asked. */
interface SearchWish {
  readonly query?: string | undefined;
  readonly tabId?: number | undefined;
}

/** Opens the search: the toolbar popup if the browser allows it, otherwise the same page in a tab. */
export async function openSearch({ query, tabId }: SearchWish = {}): Promise<void> {
  // The popup continues with the stored search; nothing is stored in a private window.
  if (query !== undefined) await writeSearchState({ query, sort: 'relevance' });
  try {
    await browser.action.openPopup();
  } catch {
    // Older browsers cannot open the popup from a page, and no browser can without a focused window.
    const address = new URL('popup.html', browser.runtime.getURL('/'));
    if (query !== undefined) address.searchParams.set(QUERY_PARAMETER, query);
    await openAddress(address.href, 'new-tab', tabId);
  }
}
