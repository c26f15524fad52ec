/** One Chromium over our listings for all tests of a file, and one page for each test. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium, type Chromium } from './chromium';
import { ENTRIES, listingWeb } from './listings';
import { resetStorage } from './look';
import { FIXTURE_WEB } from './web';

export const NEW = 'https://arxiv.org/list/cs.CV/new';
export const SEARCH = 'https://arxiv.org/search/?query=ct&searchtype=all';
export const DAILY = 'https://huggingface.co/papers/date/2026-08-03';
/** The badges of each of these. */
export const ALL = { badges: 4, known: 2 };

export let chromium: Chromium;
/** The page of the test that runs. */
export let page: Page;

/** Starts the browser before a file's tests; after each its page is closed and what it stored is forgotten. */
export function startListingBrowser(): void {
  beforeAll(async () => {
    chromium = await launchChromium({ web: listingWeb(ENTRIES, FIXTURE_WEB) });
  });
  afterEach(async () => {
    if (!page.isClosed()) await page.close();
    await resetStorage(chromium);
  });
  afterAll(() => chromium.close());
}

/** Gives the test an empty page. */
export async function newPage(): Promise<void> {
  page = await chromium.context.newPage();
}

/** Gives the test a page at an address. */
export async function open(address: string): Promise<void> {
  await newPage();
  await page.goto(address);
}
