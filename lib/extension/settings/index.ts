/** Settings in the browser's storage: one item, read leniently, saved with care, watched with a signal. */
import { browser } from 'wxt/browser';
import {
  RESET_KEYS,
  SEARCH_KEY,
  SETTINGS_ASIDE_KEY,
  SETTINGS_KEY,
  TRAIL_PREFIX,
} from '@/lib/shared/storage-keys';
import { forgetRecentSearches } from '@/lib/extension/search/memory';
import { readStored } from '@/lib/shared/storage';
import { readSettingValues, type Settings } from '@/lib/shared/settings/fields';
import { replaceItem, unreadableIn } from './stored';

export { DEFAULT_SETTINGS, type Settings } from '@/lib/shared/settings/fields';

/** The settings as they hold now. */
export interface StoredSettings {
  readonly settings: Settings;
  /** Names of stored settings that cannot be read: their defaults hold. `all`: not one can. */
  readonly unreadable: readonly string[];
  /** What could not be read and was saved over, as text; absent where there is no such thing. */
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

/** Reads the settings and changes nothing. The defaults, where the browser's storage cannot be read. */
export async function readSettings(): Promise<StoredSettings> {
  return describeItems(await readStored('local', [SETTINGS_KEY, SETTINGS_ASIDE_KEY]));
}

/**
 * Keeps the settings; false where the browser refused, as when its storage is full: then the old ones
 * hold. A value that could not be read and is replaced by this is kept aside in the same step.
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

/** Drops what was kept aside. */
export async function forgetAside(): Promise<void> {
  await browser.storage.local.remove(SETTINGS_ASIDE_KEY);
}

/** Back to the first day: settings, widths, what was open where, recent searches. Nothing else is removed. */
export async function resetSettings(): Promise<void> {
  await browser.storage.local.remove([...RESET_KEYS]);
  await forgetRecentSearches();
  const { session } = browser.storage;
  const trails = Object.keys(await session.get(null)).filter((key) => key.startsWith(TRAIL_PREFIX));
  await session.remove([SEARCH_KEY, ...trails]);
}

/** Calls with the settings each time that any context of ours changes them. */
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
