/**
 * Every key under which Sidelight keeps something in the browser's storage.
 * Page scripts use them too, so this file imports nothing.
 */

/** Settings, as `{ version, values }`; in `storage.local`. */
export const SETTINGS_KEY = 'settings';

/** Texts of stored settings that could not be read and were then saved over; in `storage.local`. */
export const SETTINGS_ASIDE_KEY = 'settings-unreadable';

/** The sidebar's width and whether it was left open; in `storage.local`. */
export const SIDEBAR_KEY = 'sidebar';

/** Whether a listing shows its toolbar, and the order chosen in it; in `storage.local`. */
export const LISTING_KEY = 'listing';

/** The last searches, newest first; in `localStorage`, which no script on a page can read (once in `storage.local`). */
export const RECENT_SEARCHES_KEY = 'recent-searches';

/** The search as the popup left it; in `storage.session`. */
export const SEARCH_KEY = 'search';

/** The papers that a tab came through, followed by the tab's number; in `storage.session`. */
export const TRAIL_PREFIX = 'trail:';

/** What was read from abstract pages, newest first; in `storage.session`. */
export const READINGS_KEY = 'readings';

/** True once the extension has started since it was switched on; in `storage.session`. */
export const STARTED_KEY = 'started';

/** A number that is new after each change of my papers, and says nothing of them; in `storage.local`. */
export const LIBRARY_REVISION_KEY = 'library-revision';

/** The version that came as an update, until its line of news was read; in `storage.local`. */
export const NEWS_KEY = 'news';

/** Names of the packs that the user added, which lie in a database of their own; in `storage.local`. */
export const ADDED_PACKS_KEY = 'added-packs';

/** What a reset of the settings removes from `storage.local`. Nothing else there is touched. */
export const RESET_KEYS = [
  SETTINGS_KEY,
  SETTINGS_ASIDE_KEY,
  SIDEBAR_KEY,
  LISTING_KEY,
  RECENT_SEARCHES_KEY,
  NEWS_KEY,
] as const;
