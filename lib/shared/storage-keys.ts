/**
 * All keys under which Sidelight stores something in the browser. Page scripts use them too, so this file
 * imports nothing.
 */

/** Settings, as `{ version, values }`; in `storage.local`. */
export const SETTINGS_KEY = 'settings';

/** Texts of unreadable settings that were replaced; in `storage.local`. */
export const SETTINGS_ASIDE_KEY = 'settings-unreadable';

/** The sidebar's width and whether it was left open; in `storage.local`. */
export const SIDEBAR_KEY = 'sidebar';

/** Whether a listing shows its toolbar, and the order chosen in it; in `storage.local`. */
export const LISTING_KEY = 'listing';

/** The last searches, newest first; in `localStorage`, which no script on a page can read (once in `storage.local`). */
export const RECENT_SEARCHES_KEY = 'recent-searches';

/** The last state of the search in the popup; in `storage.session`. */
export const SEARCH_KEY = 'search';

/**
 * The first results of that search, or null; in `storage.session`. Apart from it, since the popup's opening script needs
 * only how they were drawn, and waits for all that it reads.
 */
export const SEARCH_RESULTS_KEY = 'search-results';

/** The papers through which a tab came, followed by the tab's id; in `storage.session`. */
export const TRAIL_PREFIX = 'trail:';

/** Readings of abstract pages, newest first; in `storage.session`. */
export const READINGS_KEY = 'readings';

/** True once the extension has started since it was switched on; in `storage.session`. */
export const STARTED_KEY = 'started';

/** A number that changes with each change of my papers, and says nothing about them; in `storage.local`. */
export const LIBRARY_REVISION_KEY = 'library-revision';

/** The version of an update, until the user has read the note about it; in `storage.local`. */
export const NEWS_KEY = 'news';

/** Names of the packs that the user added, which are in a database of their own; in `storage.local`. */
export const ADDED_PACKS_KEY = 'added-packs';

/** What a reset of the settings deletes from `storage.local`. Nothing else there is touched. */
export const RESET_KEYS = [
  SETTINGS_KEY,
  SETTINGS_ASIDE_KEY,
  SIDEBAR_KEY,
  LISTING_KEY,
  RECENT_SEARCHES_KEY,
  NEWS_KEY,
] as const;
