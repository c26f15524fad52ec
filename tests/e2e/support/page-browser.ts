/** One Chromium for all tests of a file, and one page for each test. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchChromium, type Chromium, type LaunchOptions } from './chromium';
import { resetStorage } from './look';

/** The browser of the current file. */
export let chromium: Chromium;
/** The page of the current test. */
export let page: Page;

/**
 * Starts the browser before a file's tests; after each test its page is closed and what the test stored is reset.
 */
export function startBrowser(
  options: LaunchOptions = {},
  reset: (browser: Chromium) => Promise<void> = resetStorage,
): void {
  beforeAll(async () => {
    chromium = await launchChromium(options);
  });
  afterEach(async () => {
    if (!page.isClosed()) await page.close();
    await reset(chromium);
  });
  afterAll(() => chromium.close());
}

/** Gives the test an empty page. */
export async function newPage(): Promise<Page> {
  page = await chromium.context.newPage();
  return page;
}

/** Gives the test a page at an address. */
export async function open(address: string): Promise<Page> {
  await newPage();
  await page.goto(address);
  return page;
}

/** The ranges that are marked on the page of the current test, as their texts. */
export const marked = (): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('sidelight-mark') ?? [])].map(String));
