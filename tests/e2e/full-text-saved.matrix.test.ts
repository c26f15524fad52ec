import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readPage } from '@/lib/cli/bench/tables-pages';
import { references } from '@/lib/sites/latexml-references';
import { faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { textInClosed } from './support/closed';
import { countHosts, handleCentre, resetStorage } from './support/look';
import { rowsOf } from './support/matrix';
import { listSavedPages, SAVED_PAGES, webOf, type SavedPage } from './support/saved-pages';
import type { Web } from './support/web';

/** Saved full texts of every generation; those of ar5iv are served at the address of the same paper on arXiv. */
const saved = listSavedPages('D-html-full').map((page) => ({
  ...page,
  url: page.url.replace(/^https:\/\/ar5iv[^/]*/, 'https://arxiv.org'),
}));

/** What the reader finds in saved pages without a browser. */
function readSaved({ file }: SavedPage) {
  const html = readFileSync(join(SAVED_PAGES, file), 'utf8');
  const { tables } = readPage(html);
  const { document } = new JSDOM(html).window;
  const keys = new Map(references.findEntries(document).map((entry) => [entry.id, references.keyOf(entry)]));
  const count = (wanted: string): number => tables.filter(({ kind }) => kind === wanted).length;
  return {
    keys,
    references: keys.size,
    results: count('results'),
    unreadable: count('unreadable'),
  };
}

/**
 * Tables and references as the panel reports them after their places were visible: one of them per step, since what
 * is scrolled past at once is never visible.
 */
const tell = (panel: Frame, look: number) =>
  panel.evaluate((nth) => {
    const places = [...document.querySelectorAll('.when-near')];
    places[nth % Math.max(1, places.length)]?.scrollIntoView();
    const section = document.querySelector('[aria-labelledby="tables-title"]');
    const [, unreadable = '0'] = /(\d+) tables? cannot be read/.exec(section?.textContent ?? '') ?? [];
    const heading = document.querySelector('#references-title')?.textContent ?? '';
    return {
      results: section?.querySelectorAll('article').length ?? 0,
      unreadable: Number(unreadable),
      references: Number(heading.replace(/\D/g, '')),
    };
  }, look);

const CITATIONS = 'cite a.ltx_ref[href*="#bib.bib"]';

/** The targets of the page's citations. */
const anchorsOf = (tab: Page): Promise<readonly string[]> =>
  tab
    .locator(CITATIONS)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('#')[1] ?? ''));

/** The card of the first citation, by the keyboard; empty if the page has none, or if it is not open yet. */
async function openFirstCard(tab: Page, anchor: string | undefined): Promise<string> {
  if (anchor === undefined) return '';
  const shown = await textInClosed(tab, 'sidelight-citation', 'card');
  if (shown) return shown;
  await tab.locator(CITATIONS).first().focus();
  await tab.keyboard.press('p');
  return (await textInClosed(tab, 'sidelight-citation', 'card')) ?? '';
}

describe.skipIf(saved.length === 0)('saved full texts', () => {
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

  test.each(rowsOf(saved, 2).map((page) => [page.file, page] as const))(
    'are shown with tables, references and cards: %s',
    async (_, page) => {
      const { keys, ...counts } = readSaved(page);
      web = webOf(page);
      tab = await chromium.context.newPage();
      await tab.goto(page.url, { waitUntil: 'domcontentloaded' });
      // Papers outside the catalogue: the sidebar has to be opened.
      await tab.mouse.click(...(await handleCentre(tab)));
      const panel = await waitForPanel(tab);
      await panel.getByRole('heading', { level: 1 }).waitFor();
      let looks = 0;
      // Each place stays in sight until the browser has told the panel so.
      await expect.poll(() => tell(panel, looks++), { interval: 400 }).toEqual(counts);
      expect(await countHosts(tab)).toBe(1);
      const [anchor] = await anchorsOf(tab);
      const said = anchor === undefined ? '' : (keys.get(anchor) ?? 'no entry for');
      await expect.poll(() => openFirstCard(tab, anchor), { interval: 1000 }).toContain(said);
      expect(faultsOf(chromium).filter((fault) => /^asked|chrome-extension:/.test(fault))).toEqual([]);
    },
  );
});
