import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countBadges, scrollThrough } from './support/badges';
import { EXTENSION, faultsOf, launchChromium, type Chromium } from './support/chromium';
import { copyExtension, removeCopy } from './support/extension-copy';
import { resetStorage, settle } from './support/look';
import { rowsOf } from './support/matrix';
import { listSavedPages, webOf } from './support/saved-pages';
import { whenStill } from './support/still';

/**
 * Saved listing and search pages: the number of entries, and how many of them get a badge. None of these papers is
 * in the catalogue; on pages without abstracts, the titles are read.
 */
const EXPECTED: readonly (readonly [file: string, entries: number, badges: number])[] = [
  ['B-list/list-astro-ph-2009-09-skip25-show25.html', 25, 0],
  ['B-list/list-astro-ph-2009-year.html', 50, 0],
  ['B-list/list-cs-new.html', 34, 34],
  ['B-list/list-cs.CV-2026-07.html', 50, 46],
  ['B-list/list-cs.CV-new.html', 34, 34],
  ['B-list/list-cs.CV-recent-skip50-show50.html', 50, 45],
  ['B-list/list-cs.CV-recent.html', 50, 45],
  ['B-list/list-eess.IV-recent.html', 5, 4],
  ['B-list/list-math.AG-new.html', 2, 0],
  ['B-list/list-q-fin.ST-new.html', 8, 4],
  ['B-list/old2025-list-cs.CV-recent.html', 25, 23],
  ['C-search/REAL-2025-search-first30.html', 30, 14],
  ['C-search/author-a-example_e_1.html', 7, 5],
  ['C-search/catchup-cs.CV-2026-08-19.html', 35, 30],
  ['C-search/catchup-form.html', 0, 0],
  ['C-search/search-advanced-form.html', 0, 0],
  ['C-search/search-empty-form.html', 0, 0],
  ['C-search/search-hide-abstracts.html', 18, 18],
  ['C-search/search-medical-all.html', 27, 27],
  ['C-search/search-no-results.html', 0, 0],
  ['G-hf-list/hf-papers-2024-08-01-REAL.html', 13, 13],
  ['G-hf-list/hf-papers-date-2026-08-03-layout2026.html', 12, 12],
  ['G-hf-list/hf-papers-month-2026-08-layout2026.html', 24, 24],
  ['G-hf-list/hf-papers-trending-layout2026.html', 25, 25],
];
const ENTRIES = 'dl > dt:has(a[title=Abstract]), li.arxiv-result, article:has(h3 a[href*="/papers/"])';

const saved = new Map(listSavedPages().map((page) => [page.file, page]));

/** Boxes of all elements of an entry, if they have any. */
const measure = (tab: Page) =>
  tab.evaluate(
    (selector) => [
      document.documentElement.scrollHeight,
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll(`${selector}, dd`)].map(
        (entry) => entry.getBoundingClientRect().height,
      ),
    ],
    ENTRIES,
  );

describe.skipIf(saved.size === 0)('saved listings', () => {
  let chromium: Chromium;
  let shown = saved.values().next().value;
  let extension = '';
  beforeAll(async () => {
    // The counts are those of the pages alone, whichever packs ship.
    extension = copyExtension(EXTENSION);
    chromium = await launchChromium({
      extension,
      web: (url) => (shown ? webOf(shown)(url) : undefined),
      pagesLoadFiles: true,
    });
  });
  afterAll(async () => {
    await chromium.close();
    removeCopy(extension);
  });

  const open = async (file: string) => {
    const page = saved.get(file);
    if (!page) throw new Error(`${file} is not there`);
    shown = page;
    const tab = await chromium.context.newPage();
    await tab.goto(page.url, { waitUntil: 'load' });
    await settle(tab, 500);
    await scrollThrough(tab);
    await settle(tab, 400);
    return tab;
  };

  test.each(rowsOf(EXPECTED, 4))(
    'have unchanged heights: %s: %i entries, %i badges, no entry higher than before',
    async (file, entries, badges) => {
      const worker = await chromium.worker();
      await worker.evaluate(() =>
        Reflect.get(globalThis, 'chrome').storage.local.set({
          settings: { version: 1, values: { badges: { arxiv: false, huggingFace: false } } },
        }),
      );
      const without = await open(file);
      expect((await countBadges(without)).badges).toBe(0);
      const boxes = await whenStill(() => measure(without));
      await without.close();
      await resetStorage(chromium);

      const tab = await open(file);
      expect(await tab.locator(ENTRIES).count()).toBe(entries);
      const wanted = { badges, known: 0 };
      // Entries passed before the script had started are read when the user returns to them.
      const readAgain = async () => {
        await tab.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
        await scrollThrough(tab);
        return countBadges(tab);
      };
      await expect.poll(readAgain).toEqual(wanted);
      await settle(tab, 400);
      expect(await countBadges(tab)).toEqual(wanted);
      expect(await whenStill(() => measure(tab))).toEqual(boxes);
      const asked = faultsOf(chromium).filter(
        (fault) => fault.startsWith('asked') || fault.includes('chrome-extension:'),
      );
      expect(asked).toEqual([]);
      await tab.close();
    },
  );
});
