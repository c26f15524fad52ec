/** A user who has set a minimum size of text in the browser. https://github.com/openstyles/stylus/issues/1836 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, type Chromium } from './support/chromium';
import { listingWeb } from './support/listings';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium({ web: listingWeb(), minimumFontSize: 20 });
});
afterAll(() => chromium.close());

test.each([
  [480, 600],
  [600, 590],
])('in a popup of %i by %i no filter is cut at the side', async (width, height) => {
  const page = await chromium.context.newPage();
  await page.setViewportSize({ width, height });
  await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  await page.getByRole('combobox', { name: 'Search the catalogue' }).fill('segmentation ct');
  await page.locator('.facet-term').first().waitFor();
  const cut = await page.evaluate(() => {
    const box = document.querySelector('.facets')?.getBoundingClientRect();
    return [...document.querySelectorAll('.facet-term, .facet-count')]
      .filter((term) => {
        const { left, right } = term.getBoundingClientRect();
        return !box || left < box.left || right > box.right + 0.5 || term.scrollWidth > term.clientWidth + 1;
      })
      .map((term) => term.textContent);
  });
  expect(cut).toEqual([]);
  await page.close();
});

test('a badge is as high as its text', async () => {
  const page = await chromium.context.newPage();
  await page.goto('https://arxiv.org/list/cs.CV/new');
  const badge = page.locator('sidelight-badge').first();
  await badge.waitFor({ state: 'attached' });
  expect((await badge.boundingBox())?.height).toBeGreaterThan(24);
});
