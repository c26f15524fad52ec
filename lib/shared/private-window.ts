/** Whether this context is in a private window; then nothing is stored. */
import { browser } from 'wxt/browser';

/**
 * Firefox says so in every context, Chromium only in scripts on pages: its extension pages cannot tell
 * windows apart by it.
 */
function isPrivateContext(): boolean {
  return browser.extension?.inIncognitoContext ?? false;
}

/**
 * Asks the context, its tab and its window. Also true if the browser does not answer, since storing nothing
 * is safer. The background is in no window and must check the tab for which it works.
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
