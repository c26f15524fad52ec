/** Opening our own pages. */
import type { OwnList } from '@/lib/domain/library/own-pack';
import { isPaperId, type PaperId } from '@/lib/domain/arxiv-id';
import { MOST_COMPARED } from '@/lib/domain/compare';
import { browser } from 'wxt/browser';
import { openAddress } from './navigation';
import { QUERY_PARAMETER, writeSearchState } from './search/memory';

/** In the address of the page of my papers, before the ids of the papers to compare. */
const COMPARE = 'compare=';

/** Opens the settings page, or shows it where it is open. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the page of my papers in a tab of its own, or its list of papers met. */
export const openLibraryPage = (view: OwnList = 'saved'): Promise<void> =>
  openAddress(new URL(`library.html#${view}`, browser.runtime.getURL('/')).href, 'new-tab');

/** Opens a comparison of papers, saved or not, in a tab of its own. */
export const openComparison = (ids: readonly PaperId[]): Promise<void> =>
  openAddress(new URL(`library.html#${COMPARE}${ids.join()}`, browser.runtime.getURL('/')).href, 'new-tab');

/** The papers of the comparison that an address asks for; none for other addresses. */
export const comparedIn = (hash: string): readonly PaperId[] =>
  hash.startsWith(`#${COMPARE}`)
    ? hash
        .slice(COMPARE.length + 1)
        .split(',')
        .filter(isPaperId)
        .slice(0, MOST_COMPARED)
    : [];

/** Opens the page that opens by itself when Sidelight is installed. */
export const openWelcomePage = (): Promise<void> =>
  openAddress(new URL('welcome.html', browser.runtime.getURL('/')).href, 'new-tab');

/** What to search for, and the tab that it is asked from. */
interface SearchWish {
  readonly query?: string | undefined;
  readonly tabId?: number | undefined;
}

/** Opens the search: the toolbar's popup where the browser allows that, else the same page in a tab. */
export async function openSearch({ query, tabId }: SearchWish = {}): Promise<void> {
  // The popup continues with the stored search; nothing is stored in a private window.
  if (query !== undefined) await writeSearchState({ query, sort: 'relevance' });
  try {
    await browser.action.openPopup();
  } catch {
    // Older browsers open no popup from a page, and none does without a window in front.
    const address = new URL('popup.html', browser.runtime.getURL('/'));
    if (query !== undefined) address.searchParams.set(QUERY_PARAMETER, query);
    await openAddress(address.href, 'new-tab', tabId);
  }
}
