/**
 * Firefox in dark mode, with large text, and with enlarged pages: what users set in the browser and not in the
 * extension.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Frame, Page } from 'puppeteer-core';
import { findCutFilters, measureBadges, withButtons } from '../support/enlarged';
import { ENTRIES, listingWeb } from '../support/listings';
import { catalogueTitle, KNOWN, UNKNOWN } from '../support/pages';
import { whenStill } from '../support/still';
import { FIXTURE_WEB } from '../support/web';
import { launchFirefox, waitFor, waitForOwnFrame, type Firefox } from './support/firefox';
import { clickOn, whenAtRest } from './support/places';

const ABSTRACT = `https://arxiv.org/abs/${KNOWN.id}`;
const LIST = 'https://arxiv.org/list/cs.CV/new';

/** Preferences that the tests set, by their names in `about:config`. */
const SCHEME = 'layout.css.prefers-color-scheme.content-override';
const DARK_SYSTEM = 'ui.systemUsesDarkTheme';
const LEAST_TEXT = 'font.minimum-size.x-western';

/** The current tab of the browser's window. */
const FRONT = "Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser";

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await launchFirefox({ web: withButtons(listingWeb(ENTRIES, FIXTURE_WEB)) });
  page = await firefox.openTab();
});
afterEach(async () => {
  await firefox.window.evaluate(`{
    for (const name of ${JSON.stringify([SCHEME, DARK_SYSTEM, LEAST_TEXT])}) Services.prefs.clearUserPref(name);
    ${FRONT}.fullZoom = ${FRONT}.textZoom = 1;
  }`);
});
afterAll(() => firefox.close());

const prefer = (name: string, value: number): Promise<unknown> =>
  firefox.window.evaluate(`Services.prefs.setIntPref('${name}', ${value})`);

/** Switches the system between dark and light, and notifies pages. */
async function darken(isDark: boolean): Promise<void> {
  await prefer(DARK_SYSTEM, isDark ? 1 : 0);
  await prefer(SCHEME, isDark ? 0 : 1);
  await waitFor(() =>
    page.evaluate((wanted) => matchMedia('(prefers-color-scheme: dark)').matches === wanted, isDark),
  );
}

const paperOf = (panel: Frame): Promise<string> =>
  panel.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
/** Makes the page dark in the same way as Dark Reader. */
const DARKEN = `(() => {
  document.documentElement.setAttribute('data-darkreader-scheme', 'dark');
  const style = document.createElement('style');
  style.className = 'darkreader';
  style.textContent = 'html, body { background: #181a1b !important }';
  document.head.append(style);
})()`;
const WHITE = 'rgb(255, 255, 255)';
const DARK = 'rgb(20, 24, 26)';

async function openPanel(): Promise<Frame> {
  await page.goto(ABSTRACT);
  return waitForOwnFrame(page, 'Save');
}

/** Opens the listing and waits for its badges. */
async function openList(): Promise<void> {
  await page.goto(LIST);
  await whenAtRest(page);
  await waitFor(() => page.evaluate(() => document.querySelectorAll('sidelight-badge').length === 4));
}

describe('the extension in dark mode', () => {
  test('has a light sidebar beside a page that is white whatever the system says', async () => {
    await darken(true);
    const panel = await openPanel();
    await expect.poll(() => paperOf(panel)).toBe(WHITE);
  });

  test('follows a page that the system or Dark Reader makes dark, and back', async () => {
    const panel = await openPanel();
    await darken(false);
    await expect.poll(() => paperOf(panel)).toBe(WHITE);
    await page.evaluate(() => (document.documentElement.style.colorScheme = 'light dark'));
    await darken(true);
    await expect.poll(() => paperOf(panel)).toBe(DARK);
    await darken(false);
    await expect.poll(() => paperOf(panel)).toBe(WHITE);
    await page.evaluate(DARKEN);
    await expect.poll(() => paperOf(panel)).toBe(DARK);
  });

  test('has badges and pages as dark as what surrounds them', async () => {
    await darken(true);
    await openList();
    const themes = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('sidelight-badge')].map((badge) => badge.getAttribute('data-theme')),
      );
    await expect.poll(async () => new Set(await themes())).toEqual(new Set(['light']));
    const own = await firefox.openOwn('popup.html');
    const paper = () => own.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await expect.poll(paper).toBe(DARK);
    await darken(false);
    await expect.poll(paper).toBe(WHITE);
    await own.close();
    await page.bringToFront();
  });

  test('has badges and a card as dark as a listing that Dark Reader darkened', async () => {
    await openList();
    await page.evaluate(DARKEN);
    const darkBadges = () =>
      page.evaluate(() => document.querySelectorAll('sidelight-badge[data-theme=dark]').length);
    await expect.poll(darkBadges).toBe(4);
    await clickOn(page, 'sidelight-badge[data-known]');
    const card = await waitForOwnFrame(page, catalogueTitle(KNOWN), 'card.html');
    await expect.poll(() => paperOf(card)).toBe(DARK);
  });
});

describe('the extension with a minimum text size', () => {
  test('has badges as high as their text', async () => {
    await prefer(LEAST_TEXT, 20);
    await page.goto(LIST);
    const height = () =>
      page.evaluate(() => document.querySelector('sidelight-badge')?.getBoundingClientRect().height ?? 0);
    await expect.poll(height).toBeGreaterThan(24);
  });

  test('cuts off no filter in the popup', async () => {
    await prefer(LEAST_TEXT, 20);
    const own = await firefox.openOwn('popup.html');
    await own.setViewport({ width: 480, height: 600 });
    await waitFor(() => own.evaluate(() => document.querySelector('[role=combobox]') !== null));
    await own.type('[role=combobox]', 'segmentation ct');
    await waitFor(() => own.evaluate(() => document.querySelector('.facet-term') !== null));
    await expect.poll(() => own.evaluate(findCutFilters)).toEqual([]);
    await own.close();
    await page.bringToFront();
  });
});

/** Enlarges the current page, or only its text, as the browser's menu does. */
async function enlarge(by: 'full' | 'text'): Promise<void> {
  await page.bringToFront();
  const ratio = await page.evaluate(() => window.devicePixelRatio);
  const height = await page.evaluate(() => document.body.getBoundingClientRect().height);
  await firefox.window.evaluate(`{
    ${FRONT}.${by}Zoom = 2;
  }`);
  if (by === 'full')
    await waitFor(() => page.evaluate((before) => window.devicePixelRatio > before * 1.5, ratio));
  else
    await waitFor(() =>
      page.evaluate((before) => document.body.getBoundingClientRect().height > before * 1.2, height),
    );
}

describe('the extension on a page enlarged twice', () => {
  test.each(['full', 'text'] as const)(
    'has badges that make no listing wider and no line higher (%s)',
    async (by) => {
      await openList();
      await enlarge(by);
      const { heights, width, inner } = await whenStill(() => page.evaluate(measureBadges));
      expect(heights).toHaveLength(4);
      expect(Math.max(...heights)).toBeLessThanOrEqual(by === 'full' ? 16 : 32);
      expect(width).toBe(inner);
    },
  );

  test('has a handle that covers none of the page’s buttons', async () => {
    await page.goto(`https://arxiv.org/abs/${UNKNOWN.id}`);
    await waitFor(() => page.evaluate(() => document.querySelector('sidelight-sidebar') !== null));
    await enlarge('full');
    const covered = (): Promise<number | undefined> =>
      page.evaluate(() => {
        const right = window.innerWidth - 22;
        const tops = Array.from({ length: window.innerHeight }, (_, top) => top).filter(
          (top) => document.elementFromPoint(right, top)?.localName === 'sidelight-sidebar',
        );
        const [first, last] = [tops[0], tops.at(-1)];
        if (first === undefined || last === undefined) return undefined;
        return [...document.querySelectorAll('a.button')].filter((button) => {
          const { top, bottom } = button.getBoundingClientRect();
          return top < last && bottom > first;
        }).length;
      });
    await expect.poll(covered).toBe(0);
  });
});

test('all tests of this file ran without a failure of the extension', async () => {
  expect(await firefox.faults()).toEqual([]);
  expect(firefox.outgoing()).toEqual([]);
});
