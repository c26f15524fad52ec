/** What the sidebar's panel draws first. */
import { openStore, type StoreOutcome } from '@/lib/extension/store';
import { readSettings, type StoredSettings } from '@/lib/extension/settings';
import { loadPaperView, type PaperView } from './current-paper';
import type { FramedTab } from './framed-tab';
import { takeFramedTab } from './panel-start';
import { checkFramedTab, type TabPage } from './tab-page';

/** All that it depends on. The last three are undefined if they were not there in time; the app waits for them. */
export interface PanelView {
  readonly tab: TabPage;
  /** See `FramedTab`. */
  readonly release: FramedTab['release'];
  readonly stored: StoredSettings | undefined;
  readonly outcome: StoreOutcome | undefined;
  readonly view: PaperView | undefined;
}

/** How long drawing waits for the view, in milliseconds: then the panel says that it is loading. */
const LONGEST_WAIT = 150;

/** Reads it; undefined if nothing may be drawn in this frame. */
export async function readPanelView(): Promise<PanelView | undefined> {
  const { asked, release } = takeFramedTab();
  const page = asked.then(checkFramedTab);
  const reading = Promise.all([readSettings(), openStore(), page]);
  const tab = await page;
  if (tab === 'inert') {
    release();
    return undefined;
  }
  const read = async (): Promise<PanelView> => {
    const [stored, outcome] = await reading;
    const question = { page: tab.page, report: tab.report, readingsShown: stored.settings.readings.shown };
    return { tab, release, stored, outcome, view: await loadPaperView(question, outcome) };
  };
  const late = new Promise<PanelView>((resolve) => {
    setTimeout(resolve, LONGEST_WAIT, {
      tab,
      release,
      stored: undefined,
      outcome: undefined,
      view: undefined,
    });
  });
  return Promise.race([read(), late]);
}
