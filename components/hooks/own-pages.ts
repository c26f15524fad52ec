import { openSearch, openSettings } from '@/lib/services/extension-pages';

/** Opens the search. */
export const showSearch = (): void => void openSearch();

/** Opens the search with a query; where the browser opens no popup, in a tab beside the reader's. */
export const showSearchFor = (query: string, tabId?: number): void => void openSearch({ query, tabId });

/** Opens the settings page. */
export const showSettings = (): void => void openSettings();
