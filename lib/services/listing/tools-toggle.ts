/** Showing a listing's toolbar, from the browser's side: the keyboard command and our own pages. */
import { hasFlag } from '@/lib/services/messages/guards';
import { askListing } from '@/lib/services/messages';

/** Shows or puts away the toolbar of a tab's listing; undefined where the tab shows none. */
export function toggleListingTools(tabId: number): Promise<{ readonly open: boolean } | undefined> {
  return askListing(tabId, 'toggleTools', undefined, hasFlag('open'));
}
