/** Takes screenshots of my papers, a comparison, and a list ordered by saved papers. */
import type { BrowserContext, Page } from 'playwright-core';
import { catalogueBackup, packLibrary } from '@/lib/cli/demo/library';

/** Papers about visual questions on medical images, which are near to some entries of the demo's list. */
const SAVED = ['2506.09958', '2504.10642', '2510.10052'];
const PAPERS = 5000;

async function addressOf(context: BrowserContext, path: string): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(path, worker.url()).href;
}

/** Imports a backup on the page of my papers, as a user does. */
async function importBackup(page: Page, text: string): Promise<void> {
  await page.goto(await addressOf(page.context(), '/library.html'));
  const file = { name: 'sidelight-papers.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Save them' }).click();
  await page
    .getByText(/new papers? saved/)
    .first()
    .waitFor();
}

/** Sets the order in storage, because the toolbar's shadow root is closed to scripts of the page. */
const SET_ORDER = `chrome.storage.local.set({ listing: { tools: true, order: 'nearest' } })`;
const RESET_ORDER = `chrome.storage.local.remove('listing')`;

/** Takes a screenshot of a list with its toolbar, ordered by three saved papers. */
export async function takeOrdered(context: BrowserContext, address: string, path: string): Promise<void> {
  const page = await context.newPage();
  await importBackup(page, catalogueBackup(SAVED));
  await page.evaluate(SET_ORDER);
  await page.goto(address);
  await page.locator('sidelight-tools').waitFor({ state: 'attached' });
  await page.locator('sidelight-badge').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(2500);
  await page.screenshot({ path });
  await page.goto(await addressOf(context, '/library.html'));
  await page.evaluate(RESET_ORDER);
  await page.close();
}

/**
 * Takes screenshots of my papers with thousands of them, and of a comparison; returns their number, which is 0
 * if the pack is missing.
 */
export async function takeLibrary(
  context: BrowserContext,
  pathOf: (name: string) => string,
): Promise<number> {
  const library = packLibrary(PAPERS);
  if (!library) return 0;
  const page = await context.newPage();
  await importBackup(page, library.backup);
  await page.goto(await addressOf(context, '/library.html'));
  await page.reload();
  await page.locator('.library-row [data-paper]').first().waitFor();
  await page.locator('.library-facets li').first().waitFor();
  await page.waitForTimeout(1000);
  await page.screenshot({ path: pathOf('library') });
  await page.goto(await addressOf(context, `/library.html#compare=${library.compared.join()}`));
  await page.reload();
  await page.locator('.compare-table').waitFor();
  await page.waitForTimeout(300);
  await page.screenshot({ path: pathOf('compare') });
  await page.close();
  return 2;
}
