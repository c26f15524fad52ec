import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsIn, overflowOf } from './support/axe';
import { launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { handleCentre, resetLibrary, settle } from './support/look';
import { KNOWN, OTHER } from './support/pages';
import { whenStill } from './support/still';
import { FIXTURE_WEB, type Web } from './support/web';

const ADDRESS = 'https://arxiv.org/html/2501.00002v1';
const BODY = readFileSync('tests/fixtures/pages/arxiv-html-tables.html', 'utf8');

/** The same page without title and abstract, as after a failed conversion, at the address of an unknown paper. */
const UNTITLED = 'https://arxiv.org/html/2501.00009v1';
const UNTITLED_BODY = BODY.replace(/<div id="infobox">.*/, '')
  .replace(/<h1[^]*?<\/h1>/, '')
  .replace(/<div class="ltx_abstract">[^]*?<\/div>/, '');

/** Full texts of catalogue papers, with the sidebar open. HD95 is in no abstract. */
const READ = [
  { id: KNOWN.id, own: '12.33' },
  { id: OTHER.id, own: '11.87' },
];
const addressOf = (id: string): string => `https://arxiv.org/html/${id}v1`;

const PAGES = new Map([
  ...READ.map(
    ({ id, own }) => [addressOf(id), BODY.replaceAll('2501.00002', id).replaceAll('12.33', own)] as const,
  ),
  [ADDRESS, BODY],
  [UNTITLED, UNTITLED_BODY],
]);

const web: Web = (url) => {
  const body = PAGES.get(url.href.split(/[?#]/)[0] ?? '');
  return body === undefined ? FIXTURE_WEB(url) : { contentType: 'text/html; charset=utf-8', body };
};

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium({ hasPacks: false, web });
  page = await chromium.context.newPage();
  await page.goto(ADDRESS);
  // A paper outside the catalogue: its sidebar has to be opened.
  await page.mouse.click(...(await handleCentre(page)));
});
afterAll(() => chromium.close());

const marked = (): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('sidelight-mark') ?? [])].map(String));

describe('the tables of a full text', () => {
  test('show the paper’s own numbers with the best of the others, each with a link to its cell and back', async () => {
    const panel = await waitForPanel(page);
    await settle(page, 300);
    const before = await page.evaluate(() => document.body.innerHTML);
    const section = panel.getByRole('region', { name: 'Tables' });
    await expect.poll(() => section.getByRole('article').count()).toBe(2);
    const [first, second] = await section.getByRole('article').all();
    await expect
      .poll(() => first?.getByRole('row').allInnerTexts())
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining('LumSeg (ours)'),
          expect.stringContaining('nnU-Net'),
        ]),
      );
    await expect.poll(() => second?.innerText()).toContain('132');
    await expect.poll(() => section.innerText()).toContain('1 table cannot be read');

    await first?.getByRole('button', { name: /82\.36/ }).click();
    await expect.poll(marked).toEqual([expect.stringContaining('82.36')]);
    await section.getByRole('button', { name: 'Back to your place' }).click();
    await expect.poll(marked).toEqual([]);
    await section.getByRole('button', { name: '84.91%: Table 1, row 6' }).click();
    await expect.poll(marked).toEqual([expect.stringContaining('84.91')]);
    await section.getByRole('button', { name: 'Back to your place' }).click();
    await expect.poll(() => page.evaluate(() => document.body.innerHTML)).toBe(before);
  });

  test('open across the window, can be sorted by any column and copied; the page does not change', async () => {
    const panel = await waitForPanel(page);
    const widths = async (): Promise<readonly number[]> => [
      await panel.evaluate(() => innerWidth),
      await page.evaluate(() => document.body.clientWidth),
    ];
    const [panelBefore, pageBefore] = await whenStill(widths);
    await panel.getByRole('article').first().getByRole('button', { name: 'Whole table' }).click();
    const sheet = panel.getByRole('dialog', { name: /Table 1/ });
    await expect.poll(async () => (await widths())[0]).toBeGreaterThan(800);
    expect((await widths())[1]).toBe(pageBefore);
    const names = (): Promise<string[]> => sheet.locator('tbody th').allInnerTexts();
    await expect.poll(names).toEqual(['U-Net', 'Swin-Unet', 'nnU-Net', 'LumSeg (ours)']);
    await sheet.getByRole('button', { name: 'Params (M)' }).click();
    await expect.poll(names).toEqual(['nnU-Net', 'Swin-Unet', 'U-Net', 'LumSeg (ours)']);
    await sheet.getByRole('button', { name: 'TSV' }).click();
    await expect.poll(() => sheet.getByRole('button', { name: 'TSV' }).innerHTML()).toContain('svg');
    expect(await faultsIn(panel)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await widths())[0]).toBe(panelBefore);
    await expect.poll(() => sheet.count()).toBe(0);
  });

  test('are in the panel even on a page without a title, whose paper is unknown', async () => {
    await page.goto(UNTITLED);
    await page.mouse.click(...(await handleCentre(page)));
    const panel = await waitForPanel(page);
    const section = panel.getByRole('region', { name: 'Tables' });
    await expect.poll(() => section.getByRole('article').count()).toBe(2);
    expect(await panel.getByRole('heading', { level: 1 }).innerText()).toContain('2501.00009');
    await section.getByRole('button', { name: /82\.36/ }).click();
    await expect.poll(marked).toEqual([expect.stringContaining('82.36')]);
    expect(await faultsIn(panel)).toEqual([]);
    // They have the panel's own margin, and nothing is wider than the panel.
    const edges = await panel
      .locator('.section')
      .evaluateAll((found) => found.map((each) => each.getBoundingClientRect().left));
    expect(Math.min(...edges)).toBeGreaterThanOrEqual(12);
    expect(await overflowOf(panel)).toBe(0);
  });
});

describe('the tables of saved papers', () => {
  test('are added to a comparison once they were read on their pages, each number with its table, and the best is marked', async () => {
    // A first attempt may have saved them.
    await resetLibrary(chromium);
    for (const { id } of READ) {
      await page.goto(addressOf(id));
      const panel = await waitForPanel(page);
      await panel.getByRole('button', { name: 'Save', exact: true }).click();
      const tables = panel.getByRole('region', { name: 'Tables' });
      // They are read when their section becomes visible.
      await expect
        .poll(async () => {
          await panel.evaluate(() => document.querySelector('.when-near')?.scrollIntoView());
          return tables.getByRole('article').count();
        })
        .toBe(2);
    }
    const library = await chromium.context.newPage();
    const compare = async (): Promise<string[]> => {
      await library.goto(`chrome-extension://${chromium.extensionId}/library.html`);
      for (const { id } of READ)
        await library.locator(`.library-row:has([data-paper="${id}"]) input[type=checkbox]`).check();
      await library.getByRole('button', { name: 'Compare', exact: true }).click();
      await library.getByRole('row', { name: /^Dice/ }).first().waitFor();
      return library
        .getByRole('row', { name: /^HD95 .*LampSeg/ })
        .getByRole('cell')
        .allInnerTexts();
    };
    // The tables are stored asynchronously: the comparison has them once they are. The paper saved last is the first
    // column.
    await expect
      .poll(compare, { timeout: 120_000 })
      .toEqual([expect.stringMatching(/^11\.87 best Table 1/), expect.stringMatching(/^12\.33 Table 1/)]);
    expect(await faultsIn(library.mainFrame())).toEqual([]);
    await library.close();
  });
});
