/** Opens papers, their pages and links in the user's tabs. */
import { browser } from 'wxt/browser';
import type { PaperId } from '@/lib/domain/arxiv-id';
import { addressOf, type PaperPageKind } from '@/lib/sites/pages';
import { recordJump } from './trail';

/** `here`: the user's tab; `new-tab`: a new active tab beside it; `background`: a new tab that is not activated. */
export type Place = 'here' | 'new-tab' | 'background';

/** The address of a paper's page, with a version if the site has versions. */
export function addressOfPage(paperId: PaperId, kind: PaperPageKind, version?: number): string {
  return addressOf({ kind, paperId, version });
}

/** Opens an address in or beside the tab; without a tab, in a new one. */
export async function openAddress(url: string, place: Place, tabId?: number): Promise<void> {
  if (place === 'here' && tabId !== undefined) {
    await browser.tabs.update(tabId, { url });
    return;
  }
  // If the tab was closed meanwhile, the new one is the last.
  const opener = tabId === undefined ? undefined : await browser.tabs.get(tabId).catch(() => undefined);
  await browser.tabs.create({
    url,
    active: place !== 'background',
    ...(opener ? { index: opener.index + 1, windowId: opener.windowId } : {}),
  });
}

/** Opens a paper from another; in the same tab the jump is recorded, so that the user can go back. */
export async function jumpToPaper(
  to: { readonly paperId: PaperId; readonly kind: PaperPageKind },
  place: Place,
  from: { readonly tabId?: number | undefined; readonly paperId?: PaperId | undefined },
): Promise<void> {
  if (
    place === 'here' &&
    from.tabId !== undefined &&
    from.paperId !== undefined &&
    from.paperId !== to.paperId
  ) {
    // If the step cannot be stored, the paper opens without a way back.
    await recordJump(from.tabId, { from: from.paperId, to: to.paperId });
  }
  await openAddress(addressOfPage(to.paperId, to.kind), place, from.tabId);
}
