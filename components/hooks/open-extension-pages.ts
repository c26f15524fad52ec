import type { PaperId } from '@/lib/domain/arxiv-id';
import {
  comparedIn,
  openComparison,
  openLibraryPage,
  openSearch,
  openSettings,
  openWelcomePage,
} from '@/lib/extension/extension-pages';
import { addressOfPage } from '@/lib/extension/navigation';

/** Opens the search. */
export const showSearch = (): void => void openSearch();

/** Opens the search with a query; if the browser opens no popup, in a new tab beside the user's. */
export const showSearchFor = (query: string, tabId?: number): void => void openSearch({ query, tabId });

/** Opens the settings page. */
export const showSettings = (): void => void openSettings();

/** Opens the page of my papers. */
export const showLibrary = (): void => void openLibraryPage();

/** Opens the welcome page, as at installation. */
export const showWelcome = (): void => void openWelcomePage();

/** Opens the list of papers met. */
export const showMet = (): void => void openLibraryPage('met');

/** Opens a comparison of papers. */
export const showComparison = (ids: readonly PaperId[]): void => void openComparison(ids);

/** The papers to compare, from this page's address. */
export const comparedHere = (): readonly PaperId[] => comparedIn(location.hash);

/** The address of a paper's full text. */
export const addressOfFullText = (id: PaperId): string => addressOfPage(id, 'html');

/** The address of a paper's abstract page. */
export const addressOfPaper = (id: PaperId): string => addressOfPage(id, 'abs');
