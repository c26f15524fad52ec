/** What the popup's first picture takes, asked for all at once. */
import { loadCatalogue, type CatalogueOutcome } from './catalogue';
import { readSearchMemory, type SearchMemory } from './search/memory';
import { readSettings, type StoredSettings } from './settings';
import { findSidePanel, type SidePanel } from './side-panel';

/** What the popup is drawn from at first. */
export interface PopupStart {
  readonly catalogue: CatalogueOutcome;
  readonly settings: StoredSettings;
  readonly memory: SearchMemory;
  readonly sidePanel: SidePanel | undefined;
}

/** Never rejects: each of them says what it could not read, or takes its defaults. */
export async function readPopupStart(): Promise<PopupStart> {
  const [catalogue, settings, memory, sidePanel] = await Promise.all([
    loadCatalogue(),
    readSettings(),
    readSearchMemory(),
    findSidePanel(),
  ]);
  return { catalogue, settings, memory, sidePanel };
}
