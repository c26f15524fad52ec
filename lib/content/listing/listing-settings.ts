/** The user's settings for listings of the page's site, which the script needs before it starts. */
import { browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';
import { findWatched, parseWatch, type WatchedText } from '@/lib/domain/watch';
import { readSettingValues } from '@/lib/shared/settings/fields';
import { writeStored, readStored } from '@/lib/shared/storage';
import { LISTING_KEY, SETTINGS_KEY } from '@/lib/shared/storage-keys';
import { ORDER_MODES, type OrderMode } from './ordering';
import type { SiteId } from '@/lib/sites/pages';

/** The user's settings for listings of this site. */
export interface ListingState {
  readonly badges: boolean;
  readonly readings: boolean;
  /** Returns the watched words and authors that an entry contains. */
  readonly findWatched: (entry: WatchedText) => readonly string[];
  /** Whether the toolbar is shown; it stays so until the user closes it. */
  readonly tools: boolean;
  /** The order that the user chose in the toolbar. */
  readonly order: OrderMode;
}

/** Settings and stored state; the defaults if storage cannot be read. */
export async function loadListingState(site: SiteId): Promise<ListingState> {
  const values = await readStored('local', [SETTINGS_KEY, LISTING_KEY]);
  const { badges, readings, watch } = readSettingValues(values[SETTINGS_KEY]);
  const { items } = parseWatch(watch);
  return {
    badges: badges[site],
    readings: readings.shown,
    findWatched: (entry) => findWatched(items, entry),
    ...readMemory(values[LISTING_KEY]),
  };
}

/** The stored state of the toolbar; the defaults for anything invalid. */
function readMemory(memory: unknown): Pick<ListingState, 'tools' | 'order'> {
  const { tools, order } = isRecord(memory) ? memory : {};
  return { tools: tools === true, order: ORDER_MODES.find((mode) => mode === order) ?? 'page' };
}

/** If storing fails, the choice is not remembered. */
export async function rememberTools({ tools, order }: Pick<ListingState, 'tools' | 'order'>): Promise<void> {
  await writeStored('local', { [LISTING_KEY]: { tools, order } });
}

/** Calls back after the user changed a setting, in this tab or elsewhere. */
export function watchSettingsChanged(onChange: () => void, { signal }: { signal: AbortSignal }): void {
  const listener = (changes: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'local' && SETTINGS_KEY in changes) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
