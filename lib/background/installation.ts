/** What happens once after Sidelight was installed or updated: the welcome page, and a word of news in the popup. */
import { browser } from 'wxt/browser';
import { openWelcomePage } from '@/lib/extension/extension-pages';
import { runTask } from '@/lib/shared/failures';
import { noteUpdate } from '@/lib/extension/news';

/** A developer loads an add-on like this into Firefox again and again. */
const isTemporary = (details: object): boolean => 'temporary' in details && details.temporary === true;

/** Listens at once. A new version opens no page: what is new waits in the popup until somebody looks. */
export function greet(): void {
  browser.runtime.onInstalled.addListener((details) => {
    const { reason, previousVersion } = details;
    if (reason === 'install' && !isTemporary(details)) runTask('welcome', openWelcomePage());
    const { version } = browser.runtime.getManifest();
    if (reason === 'update' && previousVersion !== version) runTask('news', noteUpdate(version));
  });
}
