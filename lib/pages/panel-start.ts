/**
 * What the sidebar's panel begins with: the tab's page and the files of the store. Its opening script asks for them while the
 * app's script is loaded, which takes longer than the answers.
 */
import { isRecord } from '@/lib/domain/is-record';
import { PACK_LIST } from '@/lib/domain/pack/list-name';
import { askAheadFor } from '@/lib/extension/own-files';
import { leaveAhead, takeAhead } from '@/lib/shared/ahead';
import { askForTab, type FramedTab } from './framed-tab';

const NAME = 'tab';

const isFramedTab = (value: unknown): value is FramedTab =>
  isRecord(value) && value['asked'] instanceof Promise && typeof value['release'] === 'function';

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
