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

/** Saved full texts of every generation; ar5iv's stand at arXiv's address of the same paper. */
const saved = listSavedPages('D-html-full').map((page) => ({
  ...page,
  url: page.url.replace(/^https:\/\/ar5iv[^/]*/, 'https://arxiv.org'),
}));

/** What the reader of saved pages finds, without a browser. */
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
 * Tables and references as the panel tells them once their places were looked at: one of them each time, since what
 * is scrolled past at once is not seen.
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

/** What the page's citations point at. */
const anchorsOf = (tab: Page): Promise<readonly string[]> =>
  tab
    .locator(CITATIONS)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('#')[1] ?? ''));

/** The card of the first citation, by the keyboard; empty where the page has none, or it is not open. */
async function openFirstCard(tab: Page, anchor: string | undefined): Promise<string> {
  if (anchor === undefined) return '';
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

  test.each(rowsOf(saved, 2).map((page) => [page.file, page] as const))('%s', async (_, page) => {
    const { keys, ...counts } = readSaved(page);
    web = webOf(page);
    tab = await chromium.context.newPage();
    await tab.goto(page.url, { waitUntil: 'domcontentloaded' });
    // Papers outside the catalogue: the sidebar waits to be opened.
    await tab.mouse.click(...(await handleCentre(tab)));
    const panel = await waitForPanel(tab);
    await panel.getByRole('heading', { level: 1 }).waitFor();
    let looks = 0;
    await expect.poll(() => tell(panel, looks++)).toEqual(counts);
    expect(await countHosts(tab)).toBe(1);
    const [anchor] = await anchorsOf(tab);
    const said = anchor === undefined ? '' : (keys.get(anchor) ?? 'no entry for');
    await expect.poll(() => openFirstCard(tab, anchor)).toContain(said);
    expect(faultsOf(chromium).filter((fault) => /^asked|chrome-extension:/.test(fault))).toEqual([]);
  });
});
