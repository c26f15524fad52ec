import { describe, expect, test } from 'vitest';
import { badgeOf, countBadges, ownMarkup, toggleTools, waitForBadges, spokenBadges } from './support/badges';
import { SILENT } from './support/listings';
import {
  ALL,
  chromium,
  DAILY,
  NEW,
  newPage,
  open,
  page,
  SEARCH,
  startListingBrowser,
  whenAtRest,
} from './support/listing-browser';
import { resetStorage, settle, store } from './support/look';
import { KNOWN, OTHER, UNKNOWN } from './support/pages';
import { whenStill } from './support/still';

const TRENDING = 'https://huggingface.co/papers/trending';

startListingBrowser();

const choose = (values: object): Promise<void> => store(chromium, { settings: { version: 1, values } });

/** The boxes of the page's own elements. */
const measure = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('dt, dd, li, p, article, h1, dl, ol, body')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height];
    }),
  );

const widthOfContent = () => page.evaluate(() => document.documentElement.scrollWidth);

/** The page's own links and key handlers. */
const links = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, [accesskey]')].map((link) => [
      link.getAttribute('href'),
      link.getAttribute('accesskey'),
      link.getAttribute('tabindex'),
    ]),
  );

const removeBadge = () => page.evaluate(() => document.querySelector('dt sidelight-badge')?.remove());

describe('badges on other pages', () => {
  test.each([
    'https://arxiv.org/',
    'https://arxiv.org/abs/2499.99999',
    'https://huggingface.co/papers/2499.99999',
  ])('are absent: %s', async (address) => {
    await open(address);
    await settle(page);
    expect(await countBadges(page)).toEqual({ badges: 0, known: 0 });
  });
});

describe('badges', () => {
  test.each([NEW, SEARCH, DAILY])(
    'leave every box of %s as it was, and cause no layout shift',
    async (address) => {
      await choose({ badges: { arxiv: false, huggingFace: false } });
      await open(address);
      await settle(page, 900);
      expect(await countBadges(page)).toEqual({ badges: 0, known: 0 });
      const before = await whenStill(measure);
      const markup = await ownMarkup(page);
      await page.close();
      await resetStorage(chromium);

      await newPage();
      await page.addInitScript(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address);
      await whenAtRest();
      await waitForBadges(page, ALL);
      await settle(page, 900);
      expect(await whenStill(measure)).toEqual(before);
      expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
      expect(await ownMarkup(page)).toBe(markup);
    },
  );

  test('are one line high, also in a window as narrow as a phone', async () => {
    await newPage();
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto(NEW);
    await whenAtRest();
    await waitForBadges(page, ALL);
    expect(await widthOfContent()).toBe(375);
    // On hover, the save button appears after the end of a badge that fills its line; an open card would cover the next.
    for (const badge of await page.locator('sidelight-badge').all()) {
      await badge.hover();
      expect(await widthOfContent()).toBe(375);
      await page.keyboard.press('Escape');
    }
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('sidelight-badge')].map((badge) => badge.getBoundingClientRect().height),
    );
    expect(Math.max(...heights)).toBeLessThanOrEqual(15);
  });

  test.each([1280, 700])(
    'show parts completely or not at all on cards, in a window %i px wide',
    async (width) => {
      await newPage();
      await page.setViewportSize({ width, height: 800 });
      await page.goto(DAILY);
      await whenAtRest();
      await waitForBadges(page, ALL);
      await settle(page);
      const boxes = await whenStill(() =>
        page.evaluate(() =>
          [...document.querySelectorAll('article sidelight-badge')].map((badge) => {
            const outer = badge.parentElement?.getBoundingClientRect() ?? new DOMRect();
            const { left, right, height } = badge.getBoundingClientRect();
            return { inside: left >= outer.left && right <= outer.right, height };
          }),
        ),
      );
      expect(boxes).toEqual(Array.from({ length: ALL.badges }, () => ({ inside: true, height: 18 })));
    },
  );

  test('are above the text of cards that begin with it, and cover none', async () => {
    await open(TRENDING);
    await waitForBadges(page, ALL);
    await settle(page);
    const gaps = await page.evaluate(() =>
      [...document.querySelectorAll('article')].flatMap((card) => {
        const badge = card.querySelector('sidelight-badge')?.getBoundingClientRect();
        const title = card.querySelector('h3')?.getBoundingClientRect();
        return badge && title ? [[title.top - badge.bottom, Math.abs(title.left - badge.left)]] : [];
      }),
    );
    expect(gaps).toHaveLength(4);
    for (const [above = -1, aside = 99] of gaps) {
      expect(above).toBeGreaterThanOrEqual(0);
      expect(aside).toBeLessThanOrEqual(4);
    }
  });

  test('do not affect the page’s keys and links, and the hidden trap for crawlers is not read', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await settle(page);
    const before = await links();
    expect(before.flat()).toContain('https://arxiv.org/IgnoreMe');
    expect(before.flat()).toContain('n');
    await toggleTools(chromium, page);
    await settle(page);
    expect(await links()).toEqual(before);
    expect(chromium.requests.filter(({ url }) => url.includes('IgnoreMe'))).toEqual([]);
  });

  test('describe the paper in the link, never one mentioned in the text', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await page.evaluate(
      ([silent, known]) => {
        const link = document.querySelector(`a[id="${silent}"]`);
        if (link) link.textContent = `arXiv:${known}`;
      },
      [SILENT.id, KNOWN.id] as const,
    );
    await settle(page);
    await waitForBadges(page, ALL);
    expect(await page.locator('header sidelight-badge').count()).toBe(0);
  });

  test('are read aloud with what they are and what they show', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await expect
      .poll(() => spokenBadges(page))
      .toEqual([
        expect.stringContaining('annotated by hand'),
        expect.stringContaining('read from this page: AUROC 0.91'),
        expect.any(String),
        expect.any(String),
      ]);
  });

  test('are restored when something removes them, but not forever', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    for (let round = 0; round < 4; round += 1) {
      await removeBadge();
      await waitForBadges(page, ALL);
    }
    await removeBadge();
    await settle(page);
    expect(await countBadges(page)).toEqual({ badges: 3, known: 1 });
  });

  test('appear once if others rewrite the list: in another order, as copies, as markup', async () => {
    await open(NEW);
    await page.waitForFunction(() => Reflect.get(window, 'typeset') === true);
    await waitForBadges(page, ALL);
    await page.evaluate(() => {
      const list = document.querySelector('dl#articles');
      for (const first of [...document.querySelectorAll('dt')].toReversed()) {
        const second = first.nextElementSibling;
        list?.append(first);
        if (second) list?.append(second);
      }
    });
    await waitForBadges(page, ALL);
    await page.evaluate(() => {
      for (const entry of document.querySelectorAll('dt')) entry.replaceWith(entry.cloneNode(true));
    });
    await waitForBadges(page, ALL);
    await page.evaluate(() => {
      const list = document.querySelector('dl#articles');
      if (list) list.innerHTML = list.innerHTML.replaceAll('<dd>', '<dd><button>Another extension</button>');
    });
    await waitForBadges(page, ALL);
    await expect.poll(() => page.locator('dt sidelight-badge').count()).toBe(ALL.badges);
    await badgeOf(page, KNOWN.id).click();
    await page.locator('sidelight-card[data-shown]').waitFor({ state: 'attached' });
  });

  test('do not disturb the typesetting of mathematics', async () => {
    await open(NEW);
    await page.waitForFunction(() => Reflect.get(window, 'typeset') === true);
    await settle(page);
    await waitForBadges(page, ALL);
    expect(await page.locator('.MathJax').count()).toBeGreaterThan(0);
  });

  test('survive hydration, and follow cards that are reused for other papers', async () => {
    await open(DAILY);
    await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
    await waitForBadges(page, ALL);
    await page.evaluate((ids) => Reflect.get(window, 'reuse')(ids), [SILENT.id, KNOWN.id]);
    await waitForBadges(page, { badges: 2, known: 2 });
    await expect.poll(() => badgeOf(page, SILENT.id).count()).toBe(0);
  });

  test('follow a navigation within the page, to a paper and back', async () => {
    await open(DAILY);
    await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
    await waitForBadges(page, ALL);
    await page.evaluate((id) => Reflect.get(window, 'goTo')('/papers/date/2026-08-04', id), OTHER.id);
    await waitForBadges(page, { badges: 1, known: 1 });
    await expect.poll(() => page.locator('main h1 > sidelight-list-button').count()).toBe(1);
    await page.evaluate((id) => Reflect.get(window, 'goTo')(`/papers/${id}`, id), UNKNOWN.id);
    await waitForBadges(page, { badges: 0, known: 0 });
    await page.evaluate((id) => Reflect.get(window, 'goTo')('/papers/trending', id), KNOWN.id);
    await settle(page);
    await waitForBadges(page, { badges: 1, known: 1 });
  });

  test('appear once however often the script runs, and are removed with the extension', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    const worker = await chromium.worker();
    const session = await chromium.context.newCDPSession(page);
    const contexts: { id: number; origin: string }[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
    await session.send('Runtime.enable');
    const own = contexts.find(({ origin }) => origin.startsWith('chrome-extension:'));
    const script = await worker.evaluate(async () => (await fetch('/content-scripts/listing.js')).text());
    for (let copy = 0; copy < 2; copy += 1)
      await session.send('Runtime.evaluate', { expression: script, contextId: own?.id ?? 0 });
    await settle(page, 1200);
    await expect.poll(() => countBadges(page)).toEqual(ALL);
  });
});

describe('the settings', () => {
  test('switch badges off and on, also on an open page', async () => {
    await choose({ badges: { arxiv: false, huggingFace: true } });
    await open(NEW);
    await settle(page);
    expect((await countBadges(page)).badges).toBe(0);
    await resetStorage(chromium);
    await waitForBadges(page, ALL);
    await choose({ badges: { arxiv: false, huggingFace: true } });
    await waitForBadges(page, { badges: 0, known: 0 });
    await page.goto(DAILY);
    await waitForBadges(page, ALL);
  });

  test('without readings leave only badges of the catalogue', async () => {
    await choose({ readings: { shown: false, open: false } });
    await open(NEW);
    await waitForBadges(page, { badges: 2, known: 2 });
    await settle(page);
    expect(await countBadges(page)).toEqual({ badges: 2, known: 2 });
  });
});
