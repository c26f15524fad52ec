/**
 * How Firefox's page script gets its second stage. Mozilla's linter refuses the
 * import of a made-up address, which is Chromium's way; here the background
 * runs the file in the tab instead, by its right to the host. The file only
 * leaves the module under a name in the script's own world, which no page sees,
 * and whoever asked starts it: a document that came in between is left alone.
 */
import { browser } from 'wxt/browser';
import { hasFlag } from '@/lib/services/messages/guards';
import { askBackground } from '@/lib/services/messages';

/** The name under which the file leaves its module. */
export const SECOND_STAGE_NAME = 'sidelightSidebar';

/** In milliseconds: a page that Firefox restores at its start can be there before our background is. */
const WAITS = [0, 200, 1000, 5000];

/**
 * Has the second stage brought to this document: its module, of whatever shape it is there.
 * `undefined`: the background did not do it, or `isWanted` turned false meanwhile.
 */
export async function fetchSecondStage(isWanted: () => boolean): Promise<unknown> {
  for (const wait of WAITS) {
    if (wait > 0) await new Promise((resume) => setTimeout(resume, wait));
    if (!isWanted()) return undefined;
    const answer = await askBackground('injectSidebar', undefined, hasFlag('done'));
    if (answer?.done) return Reflect.get(globalThis, SECOND_STAGE_NAME);
  }
  return undefined;
}

/** The background's side: runs the file in the tab's top document, where the two hosts allow it. */
export async function injectSecondStage(tabId: number | undefined): Promise<{ readonly done: boolean }> {
  if (tabId === undefined) return { done: false };
  return browser.tabs.executeScript(tabId, { file: '/sidebar.js', frameId: 0 }).then(
    () => ({ done: true }),
    () => ({ done: false }),
  );
}
