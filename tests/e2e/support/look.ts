/** Looking at a page as a reader would: what is there, and where. */
import type { Page } from 'playwright-core';
import type { Chromium } from './chromium';

/** How many sidebars the page has. A locator counts in a world of its own, whatever the page redefined. */
export function countHosts(page: Page): Promise<number> {
  return page.locator('sidelight-sidebar').count();
}

/** Time for whatever is going to happen to happen; for tests that nothing does. */
export async function settle(page: Page, milliseconds = 700): Promise<void> {
  await page.waitForTimeout(milliseconds);
}

/** Width that the page's own layout has, in CSS pixels. */
export function widthOfPage(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.getBoundingClientRect().width);
}

/** The middle of the handle; it lies in a closed shadow root, so the host tells where only by hits. */
export async function handleCentre(page: Page): Promise<[x: number, y: number]> {
  await page.locator('sidelight-sidebar').waitFor({ state: 'attached' });
  const y = await page.evaluate(() => {
    const tops = Array.from({ length: window.innerHeight }, (_, top) => top).filter(
      (top) => document.elementFromPoint(window.innerWidth - 22, top)?.localName === 'sidelight-sidebar',
    );
    return ((tops[0] ?? 0) + (tops.at(-1) ?? 0)) / 2;
  });
  const width = page.viewportSize()?.width ?? 0;
  return [width - 22, y];
}

/** Forgets what earlier tests made the extension remember. */
export async function resetStorage(chromium: Chromium): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate(() => Reflect.get(globalThis, 'chrome').storage.local.clear());
}

/** Links, buttons and fields of the page that lie under the handle. */
export async function controlsUnderHandle(page: Page): Promise<string[]> {
  return page.evaluate(
    ([x, y]) =>
      [-22, -11, 0, 11, 22].flatMap((offset) =>
        document
          .elementsFromPoint(x, y + offset)
          .filter((element) => element.matches('a, button, input, select, summary, [role=button]'))
          .map((element) => element.outerHTML.slice(0, 80)),
      ),
    await handleCentre(page),
  );
}

/** Links, buttons and fields in the window that reach under a sidebar of this width, seen or not. */
export function controlsUnderSidebar(page: Page, width: number): Promise<string[]> {
  return page.evaluate(
    (edge) =>
      [...document.querySelectorAll('a, button, input, select, summary, [role=button]')]
        .filter((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const isInWindow = left < right && top < bottom && bottom > 0 && top < window.innerHeight;
          return isInWindow && right > window.innerWidth - edge && element.checkVisibility();
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    width,
  );
}
