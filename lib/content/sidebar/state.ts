/**
 * The sidebar's stored state: its width, and for each site whether the user left it open. Read together with
 * the settings in one storage call, so that a page waits once. Uses the storage API directly, because a
 * wrapper would be too large for the script on every page.
 */
import { browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';
import { readSettingValues, type Settings } from '@/lib/shared/settings/fields';
import { writeStored, readStored } from '@/lib/shared/storage';
import { SETTINGS_KEY, SIDEBAR_KEY } from '@/lib/shared/storage-keys';
import { SITE_IDS, type SiteId } from '@/lib/sites/pages';

/** Widths in CSS pixels. */
export const WIDTH = { least: 300, usual: 368, most: 720 } as const;

/** State that is stored from page to page. */
interface SidebarMemory {
  readonly width: number;
  /** Absent until the user opened or folded the sidebar on that site. */
  readonly open: { readonly [Site in SiteId]?: boolean };
}

/** A width within the limits, whatever was stored or dragged. */
export function limitWidth(width: unknown): number {
  return typeof width === 'number' && Number.isFinite(width)
    ? Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width)))
    : WIDTH.usual;
}

/** Reads the stored value, which may be anything. */
export function readMemory(stored: unknown): SidebarMemory {
  const value = isRecord(stored) ? stored : {};
  const open = isRecord(value['open']) ? value['open'] : {};
  const known = SITE_IDS.flatMap((site) => (typeof open[site] === 'boolean' ? [[site, open[site]]] : []));
  return { width: limitWidth(value['width']), open: Object.fromEntries(known) };
}

/** Stored state and settings; the defaults if storage cannot be read. */
export async function loadSidebarState(): Promise<{
  readonly memory: SidebarMemory;
  readonly settings: Settings;
}> {
  const values = await readStored('local', [SIDEBAR_KEY, SETTINGS_KEY]);
  return {
    memory: readMemory(values[SIDEBAR_KEY]),
    settings: readSettingValues(values[SETTINGS_KEY]),
  };
}

interface MemoryChange {
  readonly width?: number;
  readonly open?: SidebarMemory['open'];
}

async function writeChange(change: MemoryChange): Promise<void> {
  const { memory } = await loadSidebarState();
  const next: SidebarMemory = {
    width: change.width ?? memory.width,
    open: { ...memory.open, ...change.open },
  };
  await writeStored('local', { [SIDEBAR_KEY]: next });
}

let saving: Promise<void> = Promise.resolve();

/**
 * Merges a change into what other tabs have written since. If storage is full or broken, the change is lost.
 * One at a time, so that no change overwrites another with an older value.
 */
export function saveMemory(change: MemoryChange): Promise<void> {
  saving = saving.then(() => writeChange(change));
  return saving;
}

/** Calls back with the new and the previous settings whenever they change. */
export function watchSettingValues(
  onChange: (now: Settings, before: Settings) => void,
  { signal }: { signal: AbortSignal },
): void {
  const listener = (
    changes: Readonly<Record<string, { newValue?: unknown; oldValue?: unknown }>>,
    area: string,
  ): void => {
    const change = area === 'local' ? changes[SETTINGS_KEY] : undefined;
    if (change) onChange(readSettingValues(change.newValue), readSettingValues(change.oldValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}

/** Whether two versions of the settings start a site's sidebar in the same way. */
export function startAlike(one: Settings, other: Settings, site: SiteId): boolean {
  return (
    one.sidebar[site] === other.sidebar[site] &&
    one.readings.shown === other.readings.shown &&
    one.readings.open === other.readings.open
  );
}

/** The theme from the settings; undefined to follow the page. */
export function wantedTheme({ theme }: Settings): 'light' | 'dark' | undefined {
  return theme === 'page' ? undefined : theme;
}

/**
 * How the sidebar starts on a page; undefined if it is off. Where the user last opened or folded it themselves on
 * the site, that takes precedence over the setting "open". The setting "handle" always starts folded, and so does
 * a window without room beside the page; one with little room starts open only if the user left it open.
 */
export function startsAs(
  { memory, settings }: { readonly memory: SidebarMemory; readonly settings: Settings },
  page: {
    readonly site: SiteId;
    readonly isInCatalogue: boolean;
    readonly hasRoom: boolean;
    readonly hasAmpleRoom: boolean;
  },
): 'open' | 'folded' | undefined {
  const setting = settings.sidebar[page.site];
  if (setting === 'off') return undefined;
  if (!page.isInCatalogue && !settings.readings.shown) return undefined;
  if (setting === 'handle' || !page.hasRoom) return 'folded';
  if (!page.isInCatalogue && !settings.readings.open) return 'folded';
  return (memory.open[page.site] ?? page.hasAmpleRoom) ? 'open' : 'folded';
}
