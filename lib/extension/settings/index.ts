/** Settings in the browser's storage: one item, read leniently and saved without losing unknown values. */
import { browser } from 'wxt/browser';
import {
  RESET_KEYS,
  SEARCH_KEY,
  SEARCH_RESULTS_KEY,
  SETTINGS_ASIDE_KEY,
  SETTINGS_KEY,
  TRAIL_PREFIX,
} from '@/lib/shared/storage-keys';
import { forgetRecentSearches } from '@/lib/extension/search/memory';
import { readStored } from '@/lib/shared/storage';
import { readSettingValues, type Settings } from '@/lib/shared/settings/fields';
import { replaceItem, unreadableIn } from './stored';

export { DEFAULT_SETTINGS, type Settings } from '@/lib/shared/settings/fields';

/** The current settings. */
export interface StoredSettings {
  readonly settings: Settings;
  /**
   * Names of stored settings that cannot be read and have their defaults. `all` means that none can be read.
   */
  readonly unreadable: readonly string[];
  /** The text of an unreadable value that was replaced; absent if there is none. */
  readonly aside?: string | undefined;
}

function describeItems(items: Readonly<Record<string, unknown>>): StoredSettings {
  const item = items[SETTINGS_KEY];
  const aside = items[SETTINGS_ASIDE_KEY];
  return {
    settings: readSettingValues(item),
    unreadable: unreadableIn(item),
    aside: typeof aside === 'string' ? aside : undefined,
  };
}

/** Reads the settings without changing anything. The defaults if storage cannot be read. */
export async function readSettings(): Promise<StoredSettings> {
  return describeItems(await readStored('local', [SETTINGS_KEY, SETTINGS_ASIDE_KEY]));
}

/**
 * Stores the settings; false if the browser refused, for example because storage is full, and then the old
 * ones remain. An unreadable value that is replaced is set aside in the same step.
 */
export async function writeSettings(settings: Settings): Promise<boolean> {
  try {
    const items = await browser.storage.local.get([SETTINGS_KEY, SETTINGS_ASIDE_KEY]);
    const old: unknown = items[SETTINGS_KEY];
    const { item, lost } = replaceItem(old, settings);
    const aside = [describeItems(items).aside, JSON.stringify(old)].filter((text) => text !== undefined);
    await browser.storage.local.set({
      [SETTINGS_KEY]: item,
      ...(lost.length > 0 ? { [SETTINGS_ASIDE_KEY]: aside.join('\n') } : {}),
    });
    return true;
  } catch {
    // Storage is full or broken; the caller tells the user.
    return false;
  }
}

/** Deletes the value that was set aside. */
export async function forgetAside(): Promise<void> {
  await browser.storage.local.remove(SETTINGS_ASIDE_KEY);
}

/** Resets settings, widths, the state of sidebars and recent queries. Nothing else is deleted. */
export async function resetSettings(): Promise<void> {
  await browser.storage.local.remove([...RESET_KEYS]);
  await forgetRecentSearches();
  const { session } = browser.storage;
  const trails = Object.keys(await session.get(null)).filter((key) => key.startsWith(TRAIL_PREFIX));
  await session.remove([SEARCH_KEY, SEARCH_RESULTS_KEY, ...trails]);
}

/** Calls back with the settings whenever any context of the extension changes them. */
export function watchSettings(
  onChange: (stored: StoredSettings) => void,
  { signal }: { signal: AbortSignal },
): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local' || !(SETTINGS_KEY in changes || SETTINGS_ASIDE_KEY in changes)) return;
    void readSettings().then((stored) => {
      if (!signal.aborted) onChange(stored);
    });
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
