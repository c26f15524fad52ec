/**
 * How Firefox's page script gets its later stages. Mozilla's linter refuses the
 * import of a made-up address, which is Chromium's way; here the background
 * runs the file in the tab instead, by its right to the host. The file only
 * leaves its stage (`handover.ts`), and the caller starts it: a document
 * that came in between is left alone.
 */
import { browser } from 'wxt/browser';
import { askOwn } from '@/lib/messages';
import { STAGE_LOADER } from './index';
import type { StageName } from './handover';

/**
 * Delays between attempts, in milliseconds: a page that Firefox restores at startup can run before our background.
 */
const WAITS = [0, 200, 1000, 5000];

/**
 * Has a stage's file run in this document, where `takeStage` finds what it left.
 * False: the background did not do it, or `isWanted` turned false meanwhile.
 */
export async function fetchStage(stage: StageName, isWanted: () => boolean): Promise<boolean> {
  for (const wait of WAITS) {
    if (wait > 0) await new Promise((resume) => setTimeout(resume, wait));
    if (!isWanted()) return false;
    const answer = await askOwn(STAGE_LOADER, 'inject', { stage });
    if (answer?.done) return true;
  }
  return false;
}

/** The background's side: runs the file in the tab's top document, where the two hosts allow it. */
export async function injectStage(
  stage: StageName,
  tabId: number | undefined,
): Promise<{ readonly done: boolean }> {
  if (tabId === undefined) return { done: false };
  return browser.tabs.executeScript(tabId, { file: `/${stage}.js`, frameId: 0 }).then(
    () => ({ done: true }),
    // The tab has gone elsewhere, or Firefox is not ready yet: the page's script asks again.
    () => ({ done: false }),
  );
}
