/** A user who has enlarged the page in the browser, as many do with arXiv's small print. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { waitForBadges } from './support/badges';
import { launchChromium, type Chromium } from './support/chromium';
import { ALL, NEW } from './support/listing-browser';
import { ENTRIES, listingWeb } from './support/listings';
import { handleCentre } from './support/look';
import { UNKNOWN } from './support/pages';
import { FIXTURE_WEB } from './support/web';

/** An abstract page with its buttons at the right edge, where the handle usually stands. */
const BUTTONS = Array.from(
  { length: 5 },
  (
    _,
    at,
  ) => `<a href="/pdf/${UNKNOWN.id}" class="button" style="position:absolute;right:0;top:${180 + 60 * at}px;
    width:120px;height:30px;background:#eee">View ${at}</a>`,
).join('');

let chromium: Chromium;
beforeAll(async () => {
  const web = listingWeb(ENTRIES, FIXTURE_WEB);
  chromium = await launchChromium({
    // The browser remembers how large a site's pages are.
    isSpoiled: true,
    web: (url) => {
      const answer = web(url);
      return answer && url.pathname === `/abs/${UNKNOWN.id}`
        ? { ...answer, body: String(answer.body).replace('</body>', `${BUTTONS}</body>`) }
        : answer;
    },
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
  await waitForBadges(page, ALL);
  const { heights, width, inner } = await page.evaluate(() => ({
    heights: [...document.querySelectorAll('sidelight-badge')].map(
      (badge) => badge.getBoundingClientRect().height,
    ),
    width: document.documentElement.scrollWidth,
    inner: document.documentElement.clientWidth,
  }));
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
