/** Loads everything for the popup's first render at once. */
import { browser } from 'wxt/browser';
import type { FirstPapers } from '@/lib/domain/store/first-papers';
import { readNews } from '@/lib/extension/news';
import { hasAddedPacks } from '@/lib/extension/packs/has-added';
import { readSearchMemory, type SearchMemory } from '@/lib/extension/search/memory';
import { readSettings, type StoredSettings } from '@/lib/extension/settings';
import { findSidePanel, type SidePanel } from './side-panel';

/** The data of the popup's first render. */
export interface PopupStart {
  /** What the search shows before a query; undefined if the store failed. */
  readonly first: FirstPapers | undefined;
  /** The tab that the user is viewing; undefined if the browser does not say. */
  readonly tabId: number | undefined;
  readonly settings: StoredSettings;
  readonly memory: SearchMemory;
  readonly sidePanel: SidePanel | undefined;
  /** The new version, if the user has not read the note about it. */
  readonly news: string | undefined;
}

/** The first papers of the packs that ship, unless the user added others: then the store is opened first. */
async function readFirst(shipped: FirstPapers | undefined): Promise<FirstPapers | undefined> {
  if (shipped && !(await hasAddedPacks())) return shipped;
  const { readFirstOfStore } = await import('./first-of-store');
  return readFirstOfStore();
}

async function findTab(): Promise<number | undefined> {
  // A window that is closing has no tab.
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  return tab?.id;
}

/**
 * Never rejects: each part says what it could not read, or has its defaults. `shipped` is what the build compiled from
 * the packs that ship.
 */
export async function readPopupStart(shipped?: FirstPapers): Promise<PopupStart> {
  const [first, tabId, settings, memory, sidePanel, news] = await Promise.all([
    readFirst(shipped),
    findTab(),
    readSettings(),
    readSearchMemory(),
    findSidePanel(),
    readNews(),
  ]);
  return { first, tabId, settings, memory, sidePanel, news };
}
