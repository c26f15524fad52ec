import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf, findPanel, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { countHosts, handleCentre, resetStorage, settle } from './support/look';
import { catalogueTitle, KNOWN, OTHER } from './support/pages';

const TITLES = { [KNOWN.id]: catalogueTitle(KNOWN), [OTHER.id]: catalogueTitle(OTHER) };

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium({ backForwardCache: true });
});
afterEach(async () => {
  if (!page.isClosed()) await page.close();
  await resetStorage(chromium);
});
afterAll(async () => {
  await chromium.close();
});

const openOnHuggingFace = async (): Promise<Page> => {
  page = await chromium.context.newPage();
  await page.goto(`https://huggingface.co/papers/${KNOWN.id}`);
  await waitForPanel(page);
  return page;
};

const shownTitle = async (): Promise<string> =>
  (await findPanel(page)?.locator('h1').first().textContent()) ?? '';
const countPanels = (): number => page.frames().filter((frame) => frame.url().includes('/panel.html')).length;
const goTo = (id: string, lag?: number): Promise<void> =>
  page.evaluate(([to, wait]) => Reflect.get(window, 'goTo')(to, wait), [id, lag] as const);

describe('inside a page', () => {
  test('another paper is shown in the same sidebar', async () => {
    await openOnHuggingFace();
    await expect.poll(shownTitle).toContain(TITLES[KNOWN.id]);
    await goTo(OTHER.id);
    await expect.poll(shownTitle).toContain(TITLES[OTHER.id]);
    expect(await countHosts(page)).toBe(1);
    await page.goBack();
    await expect.poll(shownTitle).toContain(TITLES[KNOWN.id]);
    expect(await countHosts(page)).toBe(1);
  });

  test('a page that is no paper takes the sidebar away, and the next paper brings it back', async () => {
    await openOnHuggingFace();
    await page.evaluate(() => history.pushState({}, '', '/papers/date/2026-08-03'));
    await expect.poll(() => countHosts(page)).toBe(0);
    await goTo(OTHER.id);
    await expect.poll(() => countHosts(page)).toBe(1);
    await waitForPanel(page);
    await expect.poll(shownTitle).toContain(TITLES[OTHER.id]);
  });

  test('from a listing to a paper without a new document', async () => {
    page = await chromium.context.newPage();
    await page.goto('https://huggingface.co/papers/date/2026-08-03');
    await settle(page, 300);
    expect(await countHosts(page)).toBe(0);
    await goTo(OTHER.id);
    await waitForPanel(page);
    await expect.poll(shownTitle).toContain(TITLES[OTHER.id]);
  });

  test('a hash is no change of place', async () => {
    await openOnHuggingFace();
    const address = findPanel(page)?.url();
    await page.evaluate(() => (location.hash = 'community'));
    await settle(page);
    expect(findPanel(page)?.url()).toBe(address);
    expect(await countHosts(page)).toBe(1);
  });

  test('20 quick navigations end with the last paper and one sidebar', async () => {
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

  test('does not get it back when it removes it again and again', async () => {
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

  test('a copy of our host that the page makes does nothing', async () => {
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
  page = await chromium.context.newPage();
  await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
  await page.locator('sidelight-sidebar').waitFor({ state: 'attached' });
  await settle(page, 500);
  await page.evaluate(() => Object.assign(window, { kept: true }));
  await page.evaluate((id) => (location.href = `/abs/${id}`), OTHER.id);
  await page.waitForURL(`**/abs/${OTHER.id}`);
  await page.locator('sidelight-sidebar').waitFor({ state: 'attached' });
  await settle(page, 500);
  await page.evaluate(() => history.back());
  // A page from the cache does not load: there is no such event to wait for.
  await expect.poll(() => page.url()).toBe(`https://arxiv.org/abs/${KNOWN.id}`);
  await settle(page, 1000);
};

const isFromCache = (): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'kept'));

const leave = (): Promise<void> => page.evaluate(() => history.pushState({}, '', '/papers/date/2026-08-03'));

describe('from page to page', () => {
  // Chromium keeps no page in its cache that holds a frame of an extension: this one is loaded again.
  test('each page has its own paper beside it, also on the way back', async () => {
    await goAndComeBack();
    await expect.poll(() => countHosts(page)).toBe(1);
    await waitForPanel(page);
    await expect.poll(shownTitle).toContain(TITLES[KNOWN.id]);
  });

  test('a page with a folded sidebar comes back from the cache, and its sidebar opens', async () => {
    const worker = await chromium.worker();
    await worker.evaluate(() =>
      Reflect.get(globalThis, 'chrome').storage.local.set({
        sidebar: { width: 368, open: { arxiv: false } },
      }),
    );
    await goAndComeBack();
    expect(await isFromCache()).toBe(true);
    await expect.poll(() => countHosts(page)).toBe(1);
    await page.mouse.click(...(await handleCentre(page)));
    await waitForPanel(page);
    await expect.poll(shownTitle).toContain(TITLES[KNOWN.id]);
  });

  test('leaves no listener behind, however often papers come and go in one page', async () => {
    await openOnHuggingFace();
    const rounds: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await leave();
      await expect.poll(() => countHosts(page)).toBe(0);
      await settle(page, 200);
      rounds.push(await countListeners(page));
      await goTo(KNOWN.id);
      await expect.poll(() => countHosts(page)).toBe(1);
      await waitForPanel(page);
    }
    expect(rounds[0]).toBeGreaterThan(0);
    expect(new Set(rounds).size).toBe(1);
  });
});

/** Listeners of all scripts in the page's process, ours among them. */
async function countListeners(tab: Page): Promise<number> {
  const session = await chromium.context.newCDPSession(tab);
  const { metrics } = await session
    .send('Performance.enable')
    .then(() => session.send('HeapProfiler.collectGarbage'))
    .then(() => session.send('Performance.getMetrics'));
  await session.detach();
  return metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? 0;
}

test('nothing was asked of the web, and nothing failed', () => {
  expect(chromium.requests.length).toBeGreaterThan(5);
  expect(faultsOf(chromium)).toEqual([]);
});
