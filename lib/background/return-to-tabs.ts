/**
 * Chromium runs content scripts in pages that open from now on; in those that are open when the extension is
 * switched on, installed or updated, it does not (https://crbug.com/40451113). Firefox does by itself.
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

/** What the build put there; the manifest knows its files as texts. */
const isScript = (file: string): file is ScriptPublicPath => file.endsWith('.js');

async function runScripts(): Promise<void> {
  for (const { matches, js } of browser.runtime.getManifest().content_scripts ?? []) {
    const files = js?.filter(isScript) ?? [];
    if (!matches || files.length === 0) continue;
    const tabs = await browser.tabs.query({ url: matches, status: 'complete', discarded: false });
    // A tab that closes or goes elsewhere meanwhile needs none; a script that runs already ends there.
    await Promise.allSettled(
      tabs.flatMap(({ id }) =>
        id === undefined ? [] : [browser.scripting.executeScript({ target: { tabId: id }, files })],
      ),
    );
  }
}

/** Runs the scripts in the tabs that are open, once after the extension was switched on. */
export function returnToOpenTabs(): void {
  let isBrowserStart = false;
  browser.runtime.onStartup.addListener(() => {
    // The browser opens the tabs of the last time itself, scripts and all.
    isBrowserStart = true;
  });
  isFirstStart()
    .then((isFirst) => (isFirst && !isBrowserStart ? runScripts() : undefined))
    .catch((error: unknown) => reportFailure('return to open tabs', error));
}
