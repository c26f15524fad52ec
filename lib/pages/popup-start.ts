/** Loads everything for the popup's first render at once. */
import { readNews } from '@/lib/extension/news';
import { readSearchMemory, type SearchMemory } from '@/lib/extension/search/memory';
import { readSettings, type StoredSettings } from '@/lib/extension/settings';
import { findSidePanel, type SidePanel } from './side-panel';
import { openStore, type StoreOutcome } from '@/lib/extension/store';
import type { StoreStart } from '@/lib/domain/store';

/** The data of the popup's first render. */
export interface PopupStart {
  readonly outcome: StoreOutcome;
  /** What the search shows before a query; undefined if the store failed. */
  readonly browse: StoreStart | undefined;
  readonly settings: StoredSettings;
  readonly memory: SearchMemory;
  readonly sidePanel: SidePanel | undefined;
  /** The new version, if the user has not read the note about it. */
  readonly news: string | undefined;
}

/** How many tags and papers are offered for browsing. */
const LIMITS = { topics: 12, newest: 5 };

async function openWithStart(): Promise<Pick<PopupStart, 'outcome' | 'browse'>> {
  const outcome = await openStore();
  return { outcome, browse: outcome.ok ? await outcome.store.start(LIMITS) : undefined };
}

/** Never rejects: each part says what it could not read, or has its defaults. */
export async function readPopupStart(): Promise<PopupStart> {
  const [opened, settings, memory, sidePanel, news] = await Promise.all([
    openWithStart(),
    readSettings(),
    readSearchMemory(),
    findSidePanel(),
    readNews(),
  ]);
  return { ...opened, settings, memory, sidePanel, news };
}
