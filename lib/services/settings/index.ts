/** Settings in the browser's storage: one item, read with care, watched with a signal. */
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, parseSettings, SETTINGS_VERSION, type Settings } from './schema';
import { SETTINGS_KEY } from './lite';

export { DEFAULT_SETTINGS, type Settings } from './schema';

/** A stored value that could not be read is kept here, so that nothing a reader chose is lost. */
export const SETTINGS_ASIDE_KEY = 'settings-unreadable';

/** The settings as they hold now. */
export interface StoredSettings {
  readonly settings: Settings;
  /** The unreadable value as text, where one lies aside; the settings page says so. */
  readonly unreadable?: string | undefined;
}

/** The stored items; none where the browser's storage cannot be read at all. */
async function readItems(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.local.get([SETTINGS_KEY, SETTINGS_ASIDE_KEY]);
  } catch {
    return {};
  }
}

/** Reads the settings. An unreadable value is moved aside and the defaults take its place. */
export async function readSettings(): Promise<StoredSettings> {
  const stored = await readItems();
  const value: unknown = stored[SETTINGS_KEY];
  const aside: unknown = stored[SETTINGS_ASIDE_KEY];
  const unreadable = typeof aside === 'string' ? aside : undefined;
  if (value === undefined || value === null) return { settings: DEFAULT_SETTINGS, unreadable };
  const settings = parseSettings(value);
  if (settings) return { settings, unreadable };
  const text = JSON.stringify(value) ?? 'undefined';
  try {
    await browser.storage.local.set({ [SETTINGS_ASIDE_KEY]: text });
    await browser.storage.local.remove(SETTINGS_KEY);
  } catch {
    // No room to move it: it stays where it is, and is as little used there.
  }
  return { settings: DEFAULT_SETTINGS, unreadable: text };
}

/** Keeps the settings; false where the browser refused, as when its storage is full: then the old ones hold. */
export async function writeSettings(settings: Settings): Promise<boolean> {
  try {
    await browser.storage.local.set({ [SETTINGS_KEY]: { version: SETTINGS_VERSION, values: settings } });
    return true;
  } catch {
    return false;
  }
}

/** Drops the value that was kept aside. */
export async function forgetUnreadable(): Promise<void> {
  await browser.storage.local.remove(SETTINGS_ASIDE_KEY);
}

/** Back to the first day: settings, widths, what was open where, recent searches. */
export async function resetEverything(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session?.clear();
}

/** Calls with the settings each time that any context of ours changes them. */
export function watchSettings(
  onChange: (stored: StoredSettings) => void,
  { signal }: { signal: AbortSignal },
): void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area !== 'local' || !(SETTINGS_KEY in changes || SETTINGS_ASIDE_KEY in changes)) return;
    readSettings().then(
      (stored) => {
        if (!signal.aborted) onChange(stored);
      },
      // Storage goes away with the extension; then so does this context.
      () => undefined,
    );
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
