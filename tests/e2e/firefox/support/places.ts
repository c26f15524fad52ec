/** Places on a page in Firefox, found once they rest: on a busy machine a layout is final later than it exists. */
import type { Page } from 'puppeteer-core';
import { whenStill } from '../../support/still';
import { waitFor } from './firefox';

/** Clicks with the mouse on the first element of a selector, in the middle of the window. */
export async function clickOn(page: Page, selector: string): Promise<void> {
  const [x, y] = await whenStill(() =>
    page.evaluate((each) => {
      const element = document.querySelector(each);
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
      const centre = [left + width / 2, top + height / 2] as const;
      return element && document.elementFromPoint(...centre) === element ? centre : undefined;
    }, selector),
  );
  await page.mouse.click(x, y);
}

/** Clicks on the handle of a folded sidebar. */
export async function clickOnHandle(page: Page): Promise<void> {
  const [x, y] = await whenStill(() =>
    page.evaluate(() => {
      const { clientWidth } = document.documentElement;
      const tops = Array.from({ length: window.innerHeight }, (_, top) => top).filter(
        (top) => document.elementFromPoint(clientWidth - 22, top)?.localName === 'sidelight-sidebar',
      );
      const [first, last] = [tops[0], tops.at(-1)];
      return first === undefined || last === undefined
        ? undefined
        : ([clientWidth - 22, (first + last) / 2] as const);
    }),
  );
  await page.mouse.click(x, y);
}

/** Waits until a listing's own scripts have changed what they change after loading: badges are placed again then. */
export async function whenAtRest(page: Page): Promise<void> {
  await page.waitForFunction('window.isAtRest === true', { timeout: 40_000 });
}

/** Waits until a document has loaded that the page went to by itself: the tab takes no other address meanwhile. */
export const waitForDocument = (page: Page, address: string): Promise<boolean> =>
  waitFor(() => page.evaluate((to) => location.href === to && document.readyState === 'complete', address));
