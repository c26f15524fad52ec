/**
 * The sidebar's stored state: its width, and for each site whether the user left it open. Read together with
 * the settings in one storage call, so that a page waits once. Uses the storage API directly, because a
 * wrapper would be too large for the script on every page.
 */
import { browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';
import { AMPLE_PAGE_WIDTH, hasRoom } from '@/lib/dom/make-room';
import { readSettingValues, type Settings } from '@/lib/shared/settings/fields';
import { readStart } from '@/lib/shared/settings/start';
import { writeStored, readStored } from '@/lib/shared/storage';
import { SETTINGS_KEY, SIDEBAR_KEY } from '@/lib/shared/storage-keys';
import type { SiteId } from '@/lib/sites/pages';
import { WITH_SCRIPTS } from '@/lib/sites/scripted';

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
  const known = WITH_SCRIPTS.flatMap(({ id: site }) =>
    typeof open[site] === 'boolean' ? [[site, open[site]]] : [],
  );
  return { width: limitWidth(value['width']), open: Object.fromEntries(known) };
}

/** Stored state and settings. */
interface SidebarState {
  readonly memory: SidebarMemory;
  readonly settings: Settings;
}

/** A page on which a sidebar starts; the window's width is in CSS pixels. */
interface StartPage {
  readonly site: SiteId;
  readonly isInCatalogue: boolean;
  readonly windowWidth: number;
}

/** The stored items of both, as they are. */
export type SidebarItems = Readonly<Record<string, unknown>>;

/** Reads the items; none if storage cannot be read. */
export const readSidebarItems = (): Promise<SidebarItems> => readStored('local', [SIDEBAR_KEY, SETTINGS_KEY]);

/** What the items say; the defaults for what they do not. */
export const sidebarStateOf = (items: SidebarItems): SidebarState => ({
  memory: readMemory(items[SIDEBAR_KEY]),
  settings: readSettingValues(items[SETTINGS_KEY]),
});

/** Stored state and settings; the defaults if storage cannot be read. */
export const loadSidebarState = async (): Promise<SidebarState> => sidebarStateOf(await readSidebarItems());

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
  items: SidebarItems,
  { site, isInCatalogue, windowWidth }: StartPage,
): 'open' | 'folded' | undefined {
  const { sidebar, readings } = readStart(items[SETTINGS_KEY], site);
  if (sidebar === 'off') return undefined;
  if (!isInCatalogue && !readings.shown) return undefined;
  const { width, open } = readMemory(items[SIDEBAR_KEY]);
  if (sidebar === 'handle' || !hasRoom(width, windowWidth)) return 'folded';
  if (!isInCatalogue && !readings.open) return 'folded';
  return (open[site] ?? hasRoom(width, windowWidth, AMPLE_PAGE_WIDTH)) ? 'open' : 'folded';
}
