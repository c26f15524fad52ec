/** A browser whose web has hostile pages, for all tests of a file. */
import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { faultsOf, waitForPanel } from './chromium';
import { HOSTILE_WEB, THIRD_PARTY } from './hostile-pages';
import { handleCentre, resetLibrary, resetStorage } from './look';
import { chromium, open, page, startBrowser } from './page-browser';
import { UNKNOWN } from './pages';
import { FIXTURE_WEB } from './web';

/** Starts the browser before a file's tests; after each, what it stored and saved is reset. */
export function startHostileBrowser(): void {
  startBrowser({ hasPacks: false, web: (url) => HOSTILE_WEB(url) ?? FIXTURE_WEB(url) }, async (browser) => {
    await resetStorage(browser);
    await resetLibrary(browser);
  });
}

/** Opens an abstract page that attacks in this way. */
export const attack = (name: string, { id } = UNKNOWN) => open(`https://arxiv.org/abs/${id}?attack=${name}`);

/** Opens the folded sidebar of a paper outside the catalogue. */
export async function unfold(): Promise<Frame> {
  await page.mouse.click(...(await handleCentre(page)));
  return waitForPanel(page);
}

/** Opens the card of the listing's first entry. */
export async function openCard(): Promise<Frame> {
  const shown = page.waitForEvent('framenavigated', (frame) => frame.url().includes('/card.html'));
  await page.locator('sidelight-badge').first().click();
  return shown;
}

/** The last tests of such a file. */
export const checkExtension = () =>
  describe('the extension, in all tests of this file,', () => {
    test('made no web request, and nothing was refused by its policy', () => {
      const faults = faultsOf(chromium).filter((fault) => fault.includes('chrome-extension:'));
      // Pages that a page may not frame are refused to that page, not to the extension.
      expect(
        faults.filter((fault) => !/Denying load of|web_accessible_resources|ERR_BLOCKED/.test(fault)),
      ).toEqual([]);
      // The third party's frame belongs to the page.
      const asked = chromium.requests.filter(({ from, url }) => from === 'extension' && url !== THIRD_PARTY);
      expect(asked).toEqual([]);
    });
  });
