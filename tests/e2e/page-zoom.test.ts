/** A user who enlarges pages in the browser, as many do with arXiv's small print. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { waitForBadges } from './support/badges';
import { launchChromium, type Chromium } from './support/chromium';
import { measureBadges, withButtons } from './support/enlarged';
import { ALL, NEW } from './support/listing-browser';
import { ENTRIES, listingWeb } from './support/listings';
import { handleCentre } from './support/look';
import { UNKNOWN } from './support/pages';
import { whenStill } from './support/still';
import { FIXTURE_WEB } from './support/web';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium({
    // The browser remembers the zoom of a site.
    isChangedForGood: true,
    web: withButtons(listingWeb(ENTRIES, FIXTURE_WEB)),
  });
});
afterAll(() => chromium.close());

/** Opens a page at twice its size. */
async function openLarge(address: string): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  const worker = await chromium.worker();
  await worker.evaluate(async (url) => {
    const { tabs } = Reflect.get(globalThis, 'chrome');
    for (const tab of await tabs.query({ url: `${url.split('?')[0]}*` })) await tabs.setZoom(tab.id, 2);
  }, address);
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThan(700);
  return page;
}

test('badges are one line high and make no page wider', async () => {
  const page = await openLarge(NEW);
  await page.waitForFunction(() => Reflect.get(window, 'isAtRest') === true);
  await waitForBadges(page, ALL);
  const { heights, width, inner } = await whenStill(() => page.evaluate(measureBadges));
  expect(heights).toHaveLength(ALL.badges);
  expect(Math.max(...heights)).toBeLessThanOrEqual(16);
  expect(width).toBe(inner);
  await page.close();
});

test('the handle covers none of the page’s buttons', async () => {
  const page = await openLarge(`https://arxiv.org/abs/${UNKNOWN.id}`);
  const [, y] = await handleCentre(page);
  const covered = await page.evaluate(
    (middle) =>
      [...document.querySelectorAll('a.button')].filter((button) => {
        const { top, bottom } = button.getBoundingClientRect();
        return top < middle + 22 && bottom > middle - 22;
      }).length,
    y,
  );
  expect(covered).toBe(0);
  await page.close();
});
