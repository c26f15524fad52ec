import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { translate } from '@/tests/fixtures/translate';
import { scrollThrough, spokenBadges } from './support/badges';
import { faultsOf, findPanel, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { countHosts, handleCentre, resetStorage } from './support/look';
import { KNOWN } from './support/pages';
import { listSavedPages, webOf, type SavedPage } from './support/saved-pages';
import { whenStill } from './support/still';
import type { Web } from './support/web';

/** Saved pages: a real list, a reconstructed one, papers in two layouts, and a full text with a long abstract. */
const LISTS = ['G-hf-list/hf-papers-2024-08-01-REAL.html', 'G-hf-list/hf-papers-trending-layout2026.html'];
const PAPERS = [
  'F-hf-paper/hf-paper-2310.03714-layout2025.html',
  'F-hf-paper/hf-paper-2407.08410-layout2026.html',
];
const FULL_TEXTS = ['D-html-full/COMPOSED-old2024-2403.90004v1-translation.html'];

const all = [...listSavedPages(), ...listSavedPages('D-html-full')];
const named = (files: readonly string[]) =>
  all.filter(({ file }) => files.includes(file)).map((page) => [page.file, page] as const);

describe.skipIf(all.length === 0)('saved pages translated by the browser', () => {
  let chromium: Chromium;
  let web: Web | undefined;
  let tab: Page;
  beforeAll(async () => {
    chromium = await launchChromium({ web: (url) => web?.(url), pagesLoadFiles: true });
  });
  afterAll(() => chromium.close());
  afterEach(async () => {
    await tab.close();
    await resetStorage(chromium);
  });

  const ours = (): readonly string[] =>
    faultsOf(chromium).filter((fault) => /^asked|chrome-extension:/.test(fault));

  const open = async (page: SavedPage, isTranslated: boolean) => {
    web = webOf(page);
    tab = await chromium.context.newPage();
    await tab.goto(page.url, { waitUntil: 'load' });
    if (isTranslated) await tab.evaluate(`void (${translate.toString()})(document)`);
  };

  const badges = async (): Promise<readonly string[]> => {
    await tab.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
    await scrollThrough(tab);
    return spokenBadges(tab);
  };

  test.each(named(LISTS))('have the badges of the original: %s', async (_, page) => {
    await open(page, false);
    const entries = await tab.locator('article:has(h3 a[href*="/papers/"])').count();
    await expect.poll(async () => (await badges()).length).toBe(entries);
    const original = await badges();
    await tab.close();
    await open(page, true);
    await expect.poll(badges).toEqual(original);
    expect(ours()).toEqual([]);
  });

  const openPanel = async () => {
    await expect.poll(() => countHosts(tab)).toBe(1);
    // The panel of a paper of the catalogue opens by itself.
    if (!tab.url().includes(KNOWN.id) && !findPanel(tab)) await tab.mouse.click(...(await handleCentre(tab)));
    const panel = await waitForPanel(tab);
    await panel.locator('#related-title').waitFor();
    return panel;
  };

  const tell = async (): Promise<string> =>
    (await (await openPanel()).locator('main').first().textContent()) ?? '';

  test.each(named(PAPERS))('have the panel of the original: %s', async (_, page) => {
    await open(page, false);
    const original = await whenStill(tell);
    await tab.close();
    await resetStorage(chromium);
    await open(page, true);
    await expect.poll(tell).toBe(original);
    expect(ours()).toEqual([]);
  });

  test.each(named(FULL_TEXTS))('have no number of a translated abstract: %s', async (_, page) => {
    await open(page, true);
    const panel = await openPanel();
    expect(await panel.locator('[aria-labelledby="results-title"] .result').count()).toBe(0);
    expect(ours()).toEqual([]);
  });
});
