import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf, findPanel, waitForPanel } from './support/chromium';
import { countHosts, handleCentre, settle } from './support/look';
import { chromium, newPage, page, startBrowser } from './support/page-browser';
import { catalogueTitle, KNOWN, OTHER } from './support/pages';
import { whenStill } from './support/still';

const TITLES = { [KNOWN.id]: catalogueTitle(KNOWN), [OTHER.id]: catalogueTitle(OTHER) };

startBrowser({ hasPacks: false, backForwardCache: true });

/** Waits until the page's own script has rendered it again, as it does after loading. */
const whenHydrated = async (): Promise<void> => {
  await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
};

const openOnHuggingFace = async (): Promise<Page> => {
  await newPage();
  await page.goto(`https://huggingface.co/papers/${KNOWN.id}`);
  await whenHydrated();
  await waitForPanel(page);
  return page;
};

const shownTitle = async (): Promise<string> =>
  (await findPanel(page)?.locator('h1').first().textContent()) ?? '';
const countPanels = (): number => page.frames().filter((frame) => frame.url().includes('/panel.html')).length;
const goTo = (id: string, lag?: number): Promise<void> =>
  page.evaluate(([to, wait]) => Reflect.get(window, 'goTo')(to, wait), [id, lag] as const);

describe('navigation within a page', () => {
  test('shows another paper in the same sidebar', async () => {
    await openOnHuggingFace();
    await expect.poll(shownTitle).toContain(TITLES[KNOWN.id]);
    await goTo(OTHER.id);
    await expect.poll(shownTitle).toContain(TITLES[OTHER.id]);
    expect(await countHosts(page)).toBe(1);
    await page.goBack();
    await expect.poll(shownTitle).toContain(TITLES[KNOWN.id]);
    expect(await countHosts(page)).toBe(1);
  });

  test('to a page without a paper removes the sidebar, and the next paper restores it', async () => {
    await openOnHuggingFace();
    await page.evaluate(() => history.pushState({}, '', '/papers/date/2026-08-03'));
    await expect.poll(() => countHosts(page)).toBe(0);
    await goTo(OTHER.id);
    await expect.poll(() => countHosts(page)).toBe(1);
    await waitForPanel(page);
    await expect.poll(shownTitle).toContain(TITLES[OTHER.id]);
  });

  test('leads from a listing to a paper without a new document', async () => {
    await newPage();
    await page.goto('https://huggingface.co/papers/date/2026-08-03');
    await whenHydrated();
    await settle(page, 300);
    expect(await countHosts(page)).toBe(0);
    await goTo(OTHER.id);
    await waitForPanel(page);
    await expect.poll(shownTitle).toContain(TITLES[OTHER.id]);
  });

  test('to a hash changes nothing', async () => {
    await openOnHuggingFace();
    const address = findPanel(page)?.url();
    await page.evaluate(() => (location.hash = 'community'));
    await settle(page);
    expect(findPanel(page)?.url()).toBe(address);
    expect(await countHosts(page)).toBe(1);
  });

  test('repeated 20 times quickly ends with the last paper and one sidebar', async () => {
    await openOnHuggingFace();
    for (let step = 0; step < 20; step += 1) {
      await goTo(step % 2 === 0 ? OTHER.id : KNOWN.id, step % 5 === 0 ? 200 : 0);
      await page.waitForTimeout(15);
    }
    await expect.poll(shownTitle).toContain(TITLES[KNOWN.id]);
    await settle(page, 500);
    await expect.poll(shownTitle).toContain(TITLES[KNOWN.id]);
    await expect.poll(() => countHosts(page)).toBe(1);
    await expect.poll(countPanels).toBe(1);
  });
});

describe('a page that renders again', () => {
  test.each([
    'document.body.replaceWith(document.createElement("body"))',
    'document.documentElement.lastElementChild.remove()',
  ])('keeps one sidebar after %s', async (script) => {
    await openOnHuggingFace();
    await page.evaluate(script);
    await settle(page);
    await expect.poll(() => countHosts(page)).toBe(1);
    await waitForPanel(page);
  });

  test('does not get the sidebar back if it removes it repeatedly', async () => {
    await openOnHuggingFace();
    await page.evaluate(() => {
      let removals = 0;
      new MutationObserver(() => {
        const host = document.querySelector('sidelight-sidebar');
        if (!host) return;
        removals += 1;
        Object.assign(window, { removals });
        host.remove();
      }).observe(document.documentElement, { childList: true });
      document.querySelector('sidelight-sidebar')?.remove();
    });
    await settle(page);
    await expect.poll(() => countHosts(page)).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, 'removals'))).toBeLessThanOrEqual(4);
  });

  test('can copy our host without any effect', async () => {
    await openOnHuggingFace();
    await page.evaluate(() => {
      const host = document.querySelector('sidelight-sidebar');
      if (host) document.body.append(host.cloneNode(true));
    });
    await settle(page);
    expect(countPanels()).toBe(1);
  });
});

/** From one abstract to the next and back, as a user does. */
const goAndComeBack = async (): Promise<void> => {
  await newPage();
  await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
  await page.locator('sidelight-sidebar').waitFor({ state: 'attached' });
  await settle(page, 500);
  await page.evaluate(() => Object.assign(window, { kept: true }));
  await page.evaluate((id) => (location.href = `/abs/${id}`), OTHER.id);
  await page.waitForURL(`**/abs/${OTHER.id}`);
  await page.locator('sidelight-sidebar').waitFor({ state: 'attached' });
  await settle(page, 500);
  await page.evaluate(() => history.back());
  // A page from the back/forward cache does not load, so there is no load event to wait for.
  await expect.poll(() => page.url()).toBe(`https://arxiv.org/abs/${KNOWN.id}`);
  await settle(page, 1000);
};

const isFromCache = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'kept'));

const goAndComeBackFromCache = async (): Promise<unknown> => {
  await goAndComeBack();
  return isFromCache();
};

const leave = (): Promise<void> => page.evaluate(() => history.pushState({}, '', '/papers/date/2026-08-03'));

describe('navigation between pages', () => {
  // Chromium does not cache a page that contains an extension's frame: this one is loaded again.
  test('shows each page’s own paper, also on the way back', async () => {
    await goAndComeBack();
    await expect.poll(() => countHosts(page)).toBe(1);
    await waitForPanel(page);
    await expect.poll(shownTitle).toContain(TITLES[KNOWN.id]);
  });

  test('restores a page with a folded sidebar from the cache, and its sidebar opens', async () => {
    const worker = await chromium.worker();
    await worker.evaluate(() =>
      Reflect.get(globalThis, 'chrome').storage.local.set({
        sidebar: { width: 368, open: { arxiv: false } },
      }),
    );
    // The browser does not promise to keep a page: one that takes too long to be put away is loaded again.
    await expect.poll(goAndComeBackFromCache, { timeout: 160_000, interval: 10 }).toBe(true);
    await expect.poll(() => countHosts(page)).toBe(1);
    await page.mouse.click(...(await handleCentre(page)));
    await waitForPanel(page);
    await expect.poll(shownTitle).toContain(TITLES[KNOWN.id]);
  });

  test('leaves no listener behind, however many papers are shown in one page', async () => {
    await openOnHuggingFace();
    const rounds: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await leave();
      await expect.poll(() => countHosts(page)).toBe(0);
      await settle(page, 200);
      rounds.push(await whenStill(() => countListeners(page)));
      await goTo(KNOWN.id);
      await expect.poll(() => countHosts(page)).toBe(1);
      await waitForPanel(page);
    }
    expect(rounds[0]).toBeGreaterThan(0);
    expect(new Set(rounds).size).toBe(1);
  });
});

/** Listeners of all scripts in the page's process, including the extension's. */
async function countListeners(tab: Page): Promise<number> {
  const session = await chromium.context.newCDPSession(tab);
  const { metrics } = await session
    .send('Performance.enable')
    .then(() => session.send('HeapProfiler.collectGarbage'))
    .then(() => session.send('Performance.getMetrics'));
  await session.detach();
  return metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? 0;
}

test('all tests of this file ran without a web request and without a failure', () => {
  expect(chromium.requests.length).toBeGreaterThan(5);
  expect(faultsOf(chromium)).toEqual([]);
});
