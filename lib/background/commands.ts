/** Implements the keyboard commands of the manifest. */
import { browser } from 'wxt/browser';
import { askTab } from '@/lib/messages';
import { LISTING_SCRIPT, PAGE_SCRIPT } from '@/lib/messages/table';

/** Name of the command in the manifest; the search opens by the browser's own command for the popup. */
const TOGGLE_COMMAND = 'toggle-sidebar';

/**
 * Registers the listener. A tab without a script of ours has no sidebar to toggle; Firefox for Android has no
 * commands.
 */
export function handleCommands(): void {
  if (browser.commands === undefined) return;
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== TOGGLE_COMMAND) return;
    void (async () => {
      const tabId = tab?.id ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
      if (tabId === undefined) return;
      // A listing has no sidebar: there the same keys show its toolbar.
      if (!(await askTab(tabId, LISTING_SCRIPT, 'toggleTools')))
        await askTab(tabId, PAGE_SCRIPT, 'toggleSidebar', { focus: true });
    })();
  });
}
