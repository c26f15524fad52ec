import { openSearch, openSettings } from '@/lib/services/extension-pages';

/** Opens the search. */
export const showSearch = (): void => void openSearch();

/** Opens the settings page. */
export const showSettings = (): void => void openSettings();
