/** Whether what happens here happens in a private window: then nothing of it is kept. */
import { browser } from 'wxt/browser';

/** Firefox says it of every context, Chromium of scripts on pages only: to its pages of ours all windows look alike. */
function isPrivateContext(): boolean {
  return browser.extension?.inIncognitoContext ?? false;
}

/**
 * Asks the context, the tab that it stands in and the window round it. True also where the browser does
 * not answer: better to forget. The background stands in no window; it has to look at the tab it works for.
 */
export async function isPrivate(): Promise<boolean> {
  if (isPrivateContext()) return true;
  try {
    const tab = await browser.tabs?.getCurrent?.();
    if (tab?.incognito) return true;
    // Toolbar popups and side panels are in no tab.
    const around = await browser.windows?.getCurrent?.();
    return around?.incognito ?? false;
  } catch {
    // A window that is closing is no longer there to ask.
    return true;
  }
}
