/** A user who sets a minimum text size in the browser. https://github.com/openstyles/stylus/issues/1836 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, type Chromium } from './support/chromium';
import { findCutFilters } from './support/enlarged';
import { listingWeb } from './support/listings';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium({ web: listingWeb(), minimumFontSize: 20 });
});
afterAll(() => chromium.close());

test.each([
  [480, 600],
  [600, 590],
])('in a popup of %i by %i no filter is cut off, and none of its words is broken', async (width, height) => {
  const page = await chromium.context.newPage();
  await page.setViewportSize({ width, height });
  await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  await page.getByRole('combobox', { name: 'Search papers' }).fill('segmentation ct');
  await page.locator('.facet-term').first().waitFor();
  await expect.poll(() => page.evaluate(findCutFilters)).toEqual([]);
  const broken = await page.evaluate(() =>
    [...document.querySelectorAll('.facet-term .clip')].flatMap(({ firstChild: text }) =>
      [...(text?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        if (!text || word.includes('-')) return [];
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        return range.getClientRects().length > 1 ? [word] : [];
      }),
    ),
  );
  expect(broken).toEqual([]);
  await page.close();
});

test('a badge is as high as its text', async () => {
  const page = await chromium.context.newPage();
  await page.goto('https://arxiv.org/list/cs.CV/new');
  const badge = page.locator('sidelight-badge').first();
  await badge.waitFor({ state: 'attached' });
  await expect.poll(async () => (await badge.boundingBox())?.height).toBeGreaterThan(24);
});
