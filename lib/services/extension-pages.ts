/** Opening our own pages. */
import { browser } from 'wxt/browser';

/** Opens the settings page, or shows it where it is open. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the search: the toolbar's popup where the browser allows that, else the same page in a tab. */
export async function openSearch(): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    // Older browsers open no popup from a page, and none does without a window in front.
    await browser.tabs.create({ url: new URL('popup.html', browser.runtime.getURL('/')).href });
  }
}
