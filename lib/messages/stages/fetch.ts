/**
 * How Firefox's page script gets its later stages. Mozilla's linter rejects an import with a computed
 * address, which is what Chromium's does; here the background runs the file in the tab instead, by its
 * permission for the host. The file only stores its stage (`handover.ts`), and the caller starts it, so that
 * a document loaded meanwhile is not affected.
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
 * Has a stage's file run in this document, where `takeStage` finds it. False if the background could not do
 * it, or `isWanted` returned false meanwhile.
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

/** The background's side: runs the file in the tab's top document, if that is on one of the two hosts. */
export async function injectStage(
  stage: StageName,
  tabId: number | undefined,
): Promise<{ readonly done: boolean }> {
  if (tabId === undefined) return { done: false };
  return browser.tabs.executeScript(tabId, { file: `/${stage}.js`, frameId: 0 }).then(
    () => ({ done: true }),
    // The tab was navigated, or Firefox is not ready yet; the page's script asks again.
    () => ({ done: false }),
  );
}
