/** The popup's first view: drawn by its opening script from the build's markup, then adopted by the app. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf, launchChromium, type Chromium } from './support/chromium';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium();
});
afterAll(() => chromium.close());
/** As after the browser's start: no search is left. */
beforeEach(async () => {
  const worker = await chromium.worker();
  await worker.evaluate(() => Reflect.get(globalThis, 'chrome').storage.session.remove('search'));
});

/**
 * Runs in the page before its scripts: notes what is drawn before the app's script is there, and all elements that
 * change places from then on. `early` runs once, as soon as papers are drawn.
 */
const watch = (early: string): string => `
  window.seen = { drawnBefore: undefined, changes: [], shift: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver((records) => {
    const root = document.getElementById('root');
    if (!root) return;
    if (window.seen.drawnBefore === undefined) {
      if (!document.querySelector('[role=option]')) return;
      window.seen.drawnBefore = document.querySelector('script[type=module]') === null;
      window.seen.field = root.querySelector('input');
      ${early};
      return;
    }
    for (const { target, addedNodes, removedNodes } of records) {
      if (!root.contains(target)) continue;
      for (const node of [...addedNodes, ...removedNodes])
        if (node.nodeType === 1) window.seen.changes.push(node.outerHTML.slice(0, 200));
    }
  }).observe(document, { childList: true, subtree: true });
`;

async function openPopup(early = ''): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.addInitScript({ content: watch(early) });
  await page.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
  // What the app alone does: it follows an arrow key. Then it loads the rest and looks for the tab's paper.
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.locator('[role=option][aria-selected=true]').count()).toBe(1);
  await page.keyboard.press('ArrowUp');
  return page;
}

const read = (page: Page, expression: string): Promise<unknown> => page.evaluate(expression);

describe('the popup’s first view', () => {
  test('is drawn before the app, which adopts all of it and shifts nothing', async () => {
    const page = await openPopup();
    expect(await read(page, 'seen.drawnBefore')).toBe(true);
    expect(await read(page, "document.querySelectorAll('.start [role=option]').length")).toBe(5);
    expect(await read(page, 'seen.changes')).toEqual([]);
    expect(await read(page, 'seen.shift')).toBe(0);
    expect(
      await read(
        page,
        "seen.field === document.activeElement && seen.field === document.querySelector('input')",
      ),
    ).toBe(true);
    await page.keyboard.type('chest x-ray');
    await expect
      .poll(() => read(page, "document.querySelector('.found-head')?.textContent"))
      .toMatch(/\d papers/);
    await page.close();
  });

  test('searches for what was typed before the app was there', async () => {
    const page = await openPopup("seen.field.value = 'chest x-ray'");
    await expect
      .poll(() => read(page, "document.querySelector('.found-head')?.textContent"))
      .toMatch(/\d papers/);
    expect(await read(page, 'seen.field.isConnected && seen.field.value')).toBe('chest x-ray');
    await page.close();
  });

  test('follows what was clicked before the app was there', async () => {
    const page = await openPopup("root.querySelector('.start-queries .tag').click()");
    await expect.poll(() => read(page, "document.querySelector('input').value")).toMatch(/^tag:/);
    await expect
      .poll(() => read(page, "document.querySelector('.found-head')?.textContent"))
      .toMatch(/\d papers/);
    await page.close();
  });

  test('is the last search’s results, which the app adopts and then searches again', async () => {
    const before = await openPopup();
    await before.keyboard.type('chest x-ray report');
    const worker = await chromium.worker();
    await expect
      .poll(() =>
        worker.evaluate(async () => {
          const { search } = await Reflect.get(globalThis, 'chrome').storage.session.get('search');
          return search?.view?.markup.includes('hit-title') && search.query;
        }),
      )
      .toBe('chest x-ray report');
    await before.close();
    const page = await openPopup();
    expect(await read(page, 'seen.drawnBefore')).toBe(true);
    expect(await read(page, 'seen.field.value')).toBe('chest x-ray report');
    expect(await read(page, "document.querySelectorAll('.found-list [role=option]').length")).toBeGreaterThan(
      5,
    );
    expect(await read(page, 'seen.changes')).toEqual([]);
    expect(await read(page, 'seen.shift')).toBe(0);
    // Selected as a whole: what is typed replaces it.
    await page.keyboard.type('glaucoma');
    await expect.poll(() => read(page, 'seen.field.value')).toBe('glaucoma');
    await expect
      .poll(() => read(page, "document.querySelector('[role=option]')?.textContent"))
      .toMatch(/glaucoma/i);
    await page.close();
  });

  test('failed nowhere', () => {
    expect(faultsOf(chromium)).toEqual([]);
  });
});
