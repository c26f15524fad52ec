/** Asks the browser not to delete my papers when disk space runs low. */
import { browser } from 'wxt/browser';

/** Whether this is an extension page: in a script on a page the call would concern the site's storage. */
const isOwnContext = (): boolean =>
  globalThis.location?.href.startsWith(browser.runtime.getURL('/')) ?? false;

/**
 * Asks for persistent storage (https://developer.mozilla.org/docs/Web/API/StorageManager/persist); asking
 * again has no effect. False if the browser refuses or lacks the function, as in Chromium's workers, so
 * extension pages ask too.
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
