/** What happens once after an installation or update: the welcome page, and a note in the popup. */
import { browser } from 'wxt/browser';
import { openWelcomePage } from '@/lib/extension/extension-pages';
import { runTask } from '@/lib/shared/failures';
import { noteUpdate } from '@/lib/extension/news';

/** Whether this is a temporary installation, which a developer repeats often. */
const isTemporary = (details: object): boolean => 'temporary' in details && details.temporary === true;

/** Registers the listener. An update opens no page: a note waits in the popup. */
export function greet(): void {
  browser.runtime.onInstalled.addListener((details) => {
    const { reason, previousVersion } = details;
    if (reason === 'install' && !isTemporary(details)) runTask('welcome', openWelcomePage());
    const { version } = browser.runtime.getManifest();
    if (reason === 'update' && previousVersion !== version) runTask('news', noteUpdate(version));
  });
}
