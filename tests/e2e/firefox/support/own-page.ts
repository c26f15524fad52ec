/** One of the extension's own pages in Firefox, which has access to its whole API. */
import type { Page } from 'puppeteer-core';
import type { Firefox } from './firefox';

/** Opens such a page, works in it, closes it, and returns to the page that was in front. */
export async function inOwnPage<Answer>(
  firefox: Firefox,
  page: Page,
  work: (own: Page) => Promise<Answer>,
): Promise<Answer> {
  const own = await firefox.openOwn('options.html');
  try {
    return await work(own);
  } finally {
    await own.close();
    await page.bringToFront();
  }
}

/** An expression for it: the text on the toolbar's icon for the tab at an address. */
export const badgeText = (address: string): string =>
  `browser.tabs.query({ url: '${address}*' }).then(([tab]) => browser.browserAction.getBadgeText({ tabId: tab.id }))`;
