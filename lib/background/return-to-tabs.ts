/**
 * Chromium runs content scripts only in pages that are opened after the extension was switched on, installed
 * or updated, not in those that are open already (https://crbug.com/40451113). Firefox runs them there by
 * itself.
 */
import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { reportFailure } from '@/lib/shared/failures';
import { STARTED_KEY } from '@/lib/shared/storage-keys';

/** Whether this is the first start since the extension was switched on; the session's storage forgets with it. */
async function isFirstStart(): Promise<boolean> {
  const { [STARTED_KEY]: started } = await browser.storage.session.get(STARTED_KEY);
  if (started === true) return false;
  await browser.storage.session.set({ [STARTED_KEY]: true });
  return true;
}

/** The build adds the scripts; in the manifest they are file names. */
const isScript = (file: string): file is ScriptPublicPath => file.endsWith('.js');

async function runScripts(): Promise<void> {
  for (const { matches, js } of browser.runtime.getManifest().content_scripts ?? []) {
    const files = js?.filter(isScript) ?? [];
    if (!matches || files.length === 0) continue;
    const tabs = await browser.tabs.query({ url: matches, status: 'complete', discarded: false });
    // A tab that was closed or navigated meanwhile needs no script; a script that runs twice ends the earlier
    // one.
    await Promise.allSettled(
      tabs.flatMap(({ id }) =>
        id === undefined ? [] : [browser.scripting.executeScript({ target: { tabId: id }, files })],
      ),
    );
  }
}

/** Runs the scripts in the open tabs, once after the extension was switched on. */
export function returnToOpenTabs(): void {
  let isBrowserStart = false;
  browser.runtime.onStartup.addListener(() => {
    // Tabs restored at the browser's start get their scripts from the browser.
    isBrowserStart = true;
  });
  isFirstStart()
    .then((isFirst) => (isFirst && !isBrowserStart ? runScripts() : undefined))
    .catch((error: unknown) => reportFailure('return to open tabs', error));
}
