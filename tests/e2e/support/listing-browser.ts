/** A browser whose web has our listings, for all tests of a file. */
import type { Page } from 'playwright-core';
import { ENTRIES, listingWeb } from './listings';
import { open as openPage, page, startBrowser } from './page-browser';
import { FIXTURE_WEB } from './web';

export { chromium, newPage, page } from './page-browser';

/** Waits until a listing's own scripts have changed what they change after loading: badges are placed again then. */
export async function whenAtRest(): Promise<void> {
  await page.waitForFunction(
    () =>
      Reflect.get(window, 'isAtRest') === true ||
      ![...document.scripts].some(({ textContent }) => textContent.includes('isAtRest')),
  );
}

/** Gives the test a page at an address, after its own scripts have changed it. */
export async function open(address: string): Promise<Page> {
  await openPage(address);
  await whenAtRest();
  return page;
}

/** A day's list of arXiv. */
export const NEW = 'https://arxiv.org/list/cs.CV/new';
/** A page of search results of arXiv. */
export const SEARCH = 'https://arxiv.org/search/?query=ct&searchtype=all';
/** A day of Hugging Face's daily papers. */
export const DAILY = 'https://huggingface.co/papers/date/2026-08-03';
/** The number of badges on each of these. */
export const ALL = { badges: 4, known: 2 };

/** Starts the browser before a file's tests, without packs unless they need them. */
export function startListingBrowser({ hasPacks = false } = {}): void {
  startBrowser({ hasPacks, web: listingWeb(ENTRIES, FIXTURE_WEB) });
}
