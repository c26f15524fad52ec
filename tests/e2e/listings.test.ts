import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { badgeOf, countBadges, waitForBadges, waitForCard, waitForNoCard } from './support/badges';
import { faultsOf, launchChromium, type Chromium } from './support/chromium';
import { ENTRIES, LISTINGS, listingWeb, SILENT } from './support/listings';
import { resetStorage, settle } from './support/look';
import { catalogueTitle, KNOWN, OTHER, UNKNOWN } from './support/pages';
import { FIXTURE_WEB } from './support/web';

const NEW = 'https://arxiv.org/list/cs.CV/new';
const SEARCH = 'https://arxiv.org/search/?query=ct&searchtype=all';
const DAILY = 'https://huggingface.co/papers/date/2026-08-03';
const ALL = { badges: 4, known: 2 };

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium({ web: listingWeb(ENTRIES, FIXTURE_WEB) });
});
afterEach(async () => {
  if (!page.isClosed()) await page.close();
  await resetStorage(chromium);
});
afterAll(() => chromium.close());

const open = async (address: string): Promise<Page> => {
  page = await chromium.context.newPage();
  await page.goto(address);
  return page;
};

const store = async (values: object): Promise<void> => {
  const worker = await chromium.worker();
  await worker.evaluate((items) => Reflect.get(globalThis, 'chrome').storage.local.set(items), {
    settings: { version: 1, values },
  });
};

/** The page's own markup, with what is ours taken out. */
const ownMarkup = (): Promise<string> =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const each of copy.querySelectorAll('sidelight-badge, sidelight-card')) each.remove();
    return copy.outerHTML;
  });

describe('every kind of listing', () => {
  test.each(LISTINGS)(
    '$url has $badges badges, $known of them from the catalogue',
    async ({ url, ...expected }) => {
      await open(url);
      await waitForBadges(page, expected);
      await settle(page);
      expect(await countBadges(page)).toEqual(expected);
    },
  );

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
    const measure = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('dt, dd, li, p, article, h1, dl, ol, body')].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [x, y, width, height];
        }),
      );
    await store({ badges: { arxiv: false, huggingFace: false } });
    await open(address);
    await settle(page, 900);
    expect(await countBadges(page)).toEqual({ badges: 0, known: 0 });
    const before = await measure();
    const markup = await ownMarkup();
    await page.close();
    await resetStorage(chromium);

    page = await chromium.context.newPage();
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
    page = await chromium.context.newPage();
    await page.setViewportSize({ width: 375, height: 700 });
    await page.goto(NEW);
    await waitForBadges(page, ALL);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('sidelight-badge')].map((badge) => badge.getBoundingClientRect().height),
    );
    expect(Math.max(...heights)).toBeLessThanOrEqual(15);
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
    expect(await countBadges(page)).toEqual(ALL);
    expect(await page.locator('header sidelight-badge').count()).toBe(0);
  });

  test('are read aloud with what they are and say', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    const session = await chromium.context.newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const names = nodes.flatMap(({ role, name }) =>
      role?.value === 'button' && String(name?.value).startsWith('Sidelight') ? [String(name?.value)] : [],
    );
    expect(names).toHaveLength(4);
    expect(names[0]).toContain('in the catalogue');
    expect(names[1]).toContain('read from this page: AUROC 0.91');
  });

  test('come back when something takes them out, but not for ever', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    const remove = () => page.evaluate(() => document.querySelector('dt sidelight-badge')?.remove());
    for (let round = 0; round < 4; round += 1) {
      await remove();
      await waitForBadges(page, ALL);
    }
    await remove();
    await settle(page);
    expect(await countBadges(page)).toEqual({ badges: 3, known: 1 });
  });

  test('let mathematics be typeset', async () => {
    await open(NEW);
    await page.waitForFunction(() => Reflect.get(window, 'typeset') === true);
    await settle(page);
    expect(await countBadges(page)).toEqual(ALL);
    expect(await page.locator('.MathJax').count()).toBeGreaterThan(0);
  });

  test('outlive hydration, and follow cards that are used for other papers', async () => {
    await open(DAILY);
    await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
    await waitForBadges(page, ALL);
    await page.evaluate((ids) => Reflect.get(window, 'reuse')(ids), [SILENT.id, KNOWN.id]);
    await waitForBadges(page, { badges: 2, known: 2 });
    expect(await badgeOf(page, SILENT.id).count()).toBe(0);
  });

  test('follow a navigation inside the page, to a paper and back', async () => {
    await open(DAILY);
    await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
    await waitForBadges(page, ALL);
    await page.evaluate((id) => Reflect.get(window, 'goTo')('/papers/date/2026-08-04', id), OTHER.id);
    await waitForBadges(page, { badges: 1, known: 1 });
    await page.evaluate((id) => Reflect.get(window, 'goTo')(`/papers/${id}`, id), UNKNOWN.id);
    await waitForBadges(page, { badges: 0, known: 0 });
    await page.evaluate((id) => Reflect.get(window, 'goTo')('/papers/trending', id), KNOWN.id);
    await settle(page);
    expect(await countBadges(page)).toEqual({ badges: 1, known: 1 });
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
    expect(await countBadges(page)).toEqual(ALL);
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

describe('the card', () => {
  test('is loaded when it is first wanted, and shows summary, results, links and related papers', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await settle(page);
    expect(page.frames()).toHaveLength(1);
    await badgeOf(page, KNOWN.id).hover();
    const { frame, box } = await waitForCard(page);
    await frame.getByRole('heading', { level: 1, name: catalogueTitle(KNOWN).slice(0, 30) }).waitFor();
    await frame.getByText('RobbieHolland/SpecialistVLMs').waitFor();
    expect(await frame.getByRole('row').count()).toBeGreaterThan(0);
    expect(await frame.getByRole('listitem').count()).toBeGreaterThan(3);
    expect(await frame.locator('.summary').textContent()).not.toBe('');
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(800);

    // Another badge, the same frame.
    await page.mouse.move(1200, 700);
    await waitForNoCard(page);
    await badgeOf(page, UNKNOWN.id).hover();
    await expect.poll(() => frame.getByRole('heading', { level: 1 }).textContent()).toBe(UNKNOWN.title);
    await frame.getByText('Read from this page').waitFor();
    expect(page.frames()).toHaveLength(2);
    await page.mouse.move(1200, 700);
    await waitForNoCard(page);
  });

  test('obeys the keyboard: focus shows it, Enter enters it, Escape returns to the badge', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await page.locator('dt a').first().focus();
    for (let presses = 0; presses < 6; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.localName === 'sidelight-badge')) break;
    }
    await waitForCard(page);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-badge');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-card');
    const { frame } = await waitForCard(page);
    await page.keyboard.press('Tab');
    expect(await frame.evaluate(() => document.activeElement?.localName)).toMatch(/^(a|button)$/);
    await page.keyboard.press('Escape');
    await waitForNoCard(page);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-badge');
    // The keyboard that comes back, from the card or from another tab, asks for no card.
    const other = await chromium.context.newPage();
    await other.bringToFront();
    await page.bringToFront();
    await other.close();
    await settle(page, 600);
    await waitForNoCard(page);
  });

  test('stays when clicked open, and closes with a click beside it', async () => {
    await open(SEARCH);
    await waitForBadges(page, ALL);
    await badgeOf(page, OTHER.id).click();
    await waitForCard(page);
    await page.mouse.move(1200, 700);
    await settle(page);
    expect(await page.locator('sidelight-card[data-shown]').count()).toBe(1);
    await page.mouse.click(1200, 700);
    await waitForNoCard(page);
  });

  test('is not clipped by the cards of Hugging Face, and a click on a badge opens no paper', async () => {
    await open(DAILY);
    await waitForBadges(page, ALL);
    await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
    await settle(page);
    await badgeOf(page, KNOWN.id).click();
    const { box } = await waitForCard(page);
    expect(page.url()).toBe(DAILY);
    const hits = await page.evaluate(
      ({ left, top, right, bottom }) =>
        [
          [left + 20, top + 20],
          [right - 20, top + 20],
          [left + 20, bottom - 20],
          [right - 20, bottom - 20],
        ].map(([x = 0, y = 0]) => document.elementFromPoint(x, y)?.localName),
      box,
    );
    expect(hits).toEqual(['sidelight-card', 'sidelight-card', 'sidelight-card', 'sidelight-card']);
  });

  test('stays inert in a frame that a page made itself', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    await page.evaluate((id) => {
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/card.html#guess`;
      document.body.append(frame);
    }, chromium.extensionId);
    await settle(page, 1200);
    const frame = page.frames().find((each) => each.url().includes('/card.html'));
    expect(await frame?.locator('main').count()).toBe(0);
  });

  test('and nothing else asked the web for anything or failed', async () => {
    await open(NEW);
    await waitForBadges(page, ALL);
    expect(faultsOf(chromium)).toEqual([]);
  });
});
