/**
 * What the sidebar's panel begins with: the tab's page and the files of the store. Its opening script asks for them while the
 * app's script is loaded, which takes longer than the answers.
 */
import { isRecord } from '@/lib/domain/is-record';
import { PACK_LIST } from '@/lib/domain/pack/pack-list';
import { askAheadFor } from '@/lib/extension/own-files';
import { handleMessages } from '@/lib/messages';
import { PANEL } from '@/lib/messages/table';
import { leaveAhead, takeAhead } from '@/lib/shared/ahead';
import { readFramedTab, type TabPage } from './tab-page';

/** The tab of the panel's frame, asked for early. */
export interface FramedTab {
  /** `inert` in a frame that no script of ours made. */
  readonly page: Promise<TabPage | 'inert'>;
  /**
   * To be called when changes of the page are listened to: ends listening here. True if one came before, so that the page
   * has to be asked again.
   */
  readonly release: () => boolean;
}

const NAME = 'tab';

const isFramedTab = (value: unknown): value is FramedTab =>
  isRecord(value) && value['page'] instanceof Promise && typeof value['release'] === 'function';

/** Asks for the page of the frame's tab, and notices its changes from then on. */
function askForTab(): FramedTab {
  const listening = new AbortController();
  let hasChanged = false;
  const pageChanged = () => {
    hasChanged = true;
    return { done: false };
  };
  handleMessages(PANEL, { pageChanged }, listening.signal);
  return {
    page: readFramedTab(window.location.hash.slice(1)),
    release: () => {
      listening.abort();
      return hasChanged;
    },
  };
}

/** The opening script's part. */
export function askAhead(): void {
  leaveAhead(NAME, askForTab());
  askAheadFor(['catalogue.ndjson', 'taxonomy.json', PACK_LIST]);
}

/** The app's part: the tab that was asked for, or that is asked for now. */
export function takeFramedTab(): FramedTab {
  const left = takeAhead(NAME);
  return isFramedTab(left) ? left : askForTab();
}
