/** Asking the browser not to clear my papers when it runs short of disk. */
import { browser } from 'wxt/browser';

/** Whether this is an extension page: in a script on a page the call would concern the site's storage. */
const isOwnContext = (): boolean =>
  globalThis.location?.href.startsWith(browser.runtime.getURL('/')) ?? false;

/**
 * Asks for storage that the browser does not clear by itself; asked again, it changes nothing. False where the
 * browser
 * refuses or has no such thing, as in Chromium's workers: pages of ours ask too.
 */
export async function askForDurability(): Promise<boolean> {
  if (!isOwnContext()) return false;
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    // Papers are stored anyway, with the browser's default persistence.
    return false;
  }
}
