import { describe, expect, test } from 'vitest';
import { badgeOf, countBadges, OURS, toggleTools, waitForBadges } from './support/badges';
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
} from './support/listing-browser';
import { resetStorage, settle } from './support/look';
import { KNOWN, OTHER, UNKNOWN } from './support/pages';

const TRENDING = 'https://huggingface.co/papers/trending';

startListingBrowser();

const store = async (values: object): Promise<void> => {
  const worker = await chromium.worker();
  await worker.evaluate((items) => Reflect.get(globalThis, 'chrome').storage.local.set(items), {
    settings: { version: 1, values },
  });
};

/** The page's own markup, with what is ours taken out. */
const ownMarkup = (): Promise<string> =>
  page.evaluate((ours) => {
    const copy = document.documentElement.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const each of copy.querySelectorAll(ours)) each.remove();
    return copy.outerHTML;
  }, OURS);

/** The boxes of the page's own elements. */
const measure = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('dt, dd, li, p, article, h1, dl, ol, body')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height];
    }),
  );

const widthOfContent = () => page.evaluate(() => document.documentElement.scrollWidth);

/** What the page's own links and keys are. */
const links = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('a, [accesskey]')].map((link) => [
      link.getAttribute('href'),
      link.getAttribute('accesskey'),
      link.getAttribute('tabindex'),
    ]),
  );

const removeBadge = () => page.evaluate(() => document.querySelector('dt sidelight-badge')?.remove());

describe('other pages', () => {
  test.each([
    'https://arxiv.org/',
    'https://arxiv.org/abs/2499.99999',
    'https://huggingface.co/papers/2499.99999',
  ])('%s has none', async (address) => {
    await open(address);
    await settle(page);
    expect(await countBadges(page)).toEqual({ badges: 0, known: 0 });
  });
});

describe('badges', () => {
  test.each([NEW, SEARCH, DAILY])('leave every box of %s as it was, and shift nothing', async (address) => {
    await store({ badges: { arxiv: false, huggingFace: false } });
    await open(address);
    await settle(page, 900);
    expect(await countBadges(page)).toEqual({ badges: 0, known: 0 });
    const before = await measure();
    const markup = await ownMarkup();
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
    await waitForBadges(page, ALL);
    await settle(page, 900);
    expect(await measure()).toEqual(before);
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
    expect(await ownMarkup()).toBe(markup);
  });

  test('are one line high, also in a window as narrow as a phone', async () => {
    await newPage();
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto(NEW);
    await waitForBadges(page, ALL);
    expect(await widthOfContent()).toBe(375);
    // The button that saves shows itself to the pointer, past the end of a badge that fills its line.
    for (const badge of await page.locator('sidelight-badge').all()) {
      await badge.hover();
      expect(await widthOfContent()).toBe(375);
    }
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('sidelight-badge')].map((badge) => badge.getBoundingClientRect().height),
    );
    expect(Math.max(...heights)).toBeLessThanOrEqual(15);
  });

  test.each([1280, 700])('show parts whole or not at all on cards, in a window %i px wide', async (width) => {
    await newPage();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(DAILY);
    await waitForBadges(page, ALL);
    await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
    await settle(page);
    const boxes = await page.evaluate(() =>
      [...document.querySelectorAll('article sidelight-badge')].map((badge) => {
        const outer = badge.parentElement?.getBoundingClientRect() ?? new DOMRect();
        const { left, right, height } = badge.getBoundingClientRect();
        return { inside: left >= outer.left && right <= outer.right, height };
      }),
    );
    expect(boxes).toEqual(boxes.map(() => ({ inside: true, height: 18 })));
  });

  test('stand above the text of cards that begin with it, and cover none', async () => {
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

  test('leave keys and links of the page alone, and the hidden trap for crawlers unread', async () => {
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

  test('speak of the paper that the link names, never of what stands in its text', async () => {
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

  test('are read aloud with what they are and say', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    const session = await chromium.context.newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const names = nodes.flatMap(({ role, name }) =>
      role?.value === 'button' && String(name?.value).startsWith('Sidelight, ') ? [String(name?.value)] : [],
    );
    expect(names).toHaveLength(4);
    expect(names[0]).toContain('in the catalogue');
    expect(names[1]).toContain('read from this page: AUROC 0.91');
  });

  test('come back when something takes them out, but not for ever', async () => {
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

  test('stand once where others rewrite the list: in another order, as copies, as markup', async () => {
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

  test('let mathematics be typeset', async () => {
    await open(NEW);
    await page.waitForFunction(() => Reflect.get(window, 'typeset') === true);
    await settle(page);
    await waitForBadges(page, ALL);
    expect(await page.locator('.MathJax').count()).toBeGreaterThan(0);
  });

  test('outlive hydration, and follow cards that are used for other papers', async () => {
    await open(DAILY);
    await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
    await waitForBadges(page, ALL);
    await page.evaluate((ids) => Reflect.get(window, 'reuse')(ids), [SILENT.id, KNOWN.id]);
    await waitForBadges(page, { badges: 2, known: 2 });
    await expect.poll(() => badgeOf(page, SILENT.id).count()).toBe(0);
  });

  test('follow a navigation inside the page, to a paper and back', async () => {
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

  test('stand once however often the script runs, and leave with the extension', async () => {
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

describe('settings', () => {
  test('switch badges off and on, also under an open page', async () => {
    await store({ badges: { arxiv: false, huggingFace: true } });
    await open(NEW);
    await settle(page);
    expect((await countBadges(page)).badges).toBe(0);
    await resetStorage(chromium);
    await waitForBadges(page, ALL);
    await store({ badges: { arxiv: false, huggingFace: true } });
    await waitForBadges(page, { badges: 0, known: 0 });
    await page.goto(DAILY);
    await waitForBadges(page, ALL);
  });

  test('without readings only the catalogue speaks', async () => {
    await store({ readings: { shown: false, open: false } });
    await open(NEW);
    await waitForBadges(page, { badges: 2, known: 2 });
    await settle(page);
    expect(await countBadges(page)).toEqual({ badges: 2, known: 2 });
  });
});
