/**
 * How Firefox's page script gets its second stage. Mozilla's linter refuses the
 * import of a made-up address, which is Chromium's way; here the background
 * runs the file in the tab instead, by its right to the host. The file only
 * leaves its stage (`stage-handover.ts`), and whoever asked starts it: a document
 * that came in between is left alone.
 */
import { browser } from 'wxt/browser';
import { askBackground } from '@/lib/services/messages';

/** In milliseconds: a page that Firefox restores at its start can be there before our background is. */
const WAITS = [0, 200, 1000, 5000];

/**
 * Has the second stage's file run in this document, where `takeSecondStage` finds what it left.
 * False: the background did not do it, or `isWanted` turned false meanwhile.
 */
export async function fetchSecondStage(isWanted: () => boolean): Promise<boolean> {
  for (const wait of WAITS) {
    if (wait > 0) await new Promise((resume) => setTimeout(resume, wait));
    if (!isWanted()) return false;
    const answer = await askBackground('injectSidebar');
    if (answer?.done) return true;
  }
  return false;
}

/** The background's side: runs the file in the tab's top document, where the two hosts allow it. */
export async function injectSecondStage(tabId: number | undefined): Promise<{ readonly done: boolean }> {
  if (tabId === undefined) return { done: false };
  return browser.tabs.executeScript(tabId, { file: '/sidebar.js', frameId: 0 }).then(
    () => ({ done: true }),
    // The tab has gone elsewhere, or Firefox is not ready yet: the page's script asks again.
    () => ({ done: false }),
  );
}
