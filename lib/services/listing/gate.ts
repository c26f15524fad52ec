/** What the script on a listing needs to know before it begins: the reader's settings for the page's site. */
import { browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';
import { readSettingValues } from '@/lib/services/settings/fields';
import { keepStored, readStored } from '@/lib/services/storage';
import { LISTING_KEY, SETTINGS_KEY } from '@/lib/services/storage-keys';
import type { SiteId } from '@/lib/sites/pages';

/** What the reader wants on listings of this site. */
export interface ListingState {
  readonly badges: boolean;
  readonly readings: boolean;
  /** Whether the reader asked for the toolbar; it stays until put away. */
  readonly tools: boolean;
}

/** Settings and memory; the defaults where storage cannot be read. */
export async function loadListingState(site: SiteId): Promise<ListingState> {
  const values = await readStored('local', [SETTINGS_KEY, LISTING_KEY]);
  const { badges, readings } = readSettingValues(values[SETTINGS_KEY]);
  const memory = values[LISTING_KEY];
  return {
    badges: badges[site],
    readings: readings.shown,
    tools: isRecord(memory) && memory['tools'] === true,
  };
}

/** A full or broken storage only forgets. */
export async function rememberTools(tools: boolean): Promise<void> {
  await keepStored('local', { [LISTING_KEY]: { tools } });
}

/** Calls after the reader changed a setting, in this tab or elsewhere. */
export function watchSettingsChanged(onChange: () => void, { signal }: { signal: AbortSignal }): void {
  const listener = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'local' && SETTINGS_KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
