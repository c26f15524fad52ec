/** What the popup's first picture takes, asked for all at once. */
import { readNews } from '@/lib/extension/news';
import { readSearchMemory, type SearchMemory } from '@/lib/extension/search/memory';
import { readSettings, type StoredSettings } from '@/lib/extension/settings';
import { findSidePanel, type SidePanel } from './side-panel';
import { openStore, type StoreOutcome } from '@/lib/extension/store';
import type { StoreStart } from '@/lib/domain/store';

/** What the popup is drawn from at first. */
export interface PopupStart {
  readonly outcome: StoreOutcome;
  /** What the search shows before anything is typed; undefined where the store failed. */
  readonly browse: StoreStart | undefined;
  readonly settings: StoredSettings;
  readonly memory: SearchMemory;
  readonly sidePanel: SidePanel | undefined;
  /** The version that is new here, where nobody has read what is new in it. */
  readonly news: string | undefined;
}

/** How much there is to browse by. */
const LIMITS = { topics: 12, newest: 5 };

async function openWithStart(): Promise<Pick<PopupStart, 'outcome' | 'browse'>> {
  const outcome = await openStore();
  return { outcome, browse: outcome.ok ? await outcome.store.start(LIMITS) : undefined };
}

/** Never rejects: each of them says what it could not read, or takes its defaults. */
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
