import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownMarkup, readOrder, spokenOn, toggleTools } from './support/badges';
import { faultsOf, launchChromium, type Chromium } from './support/chromium';
import { DAY, DAY_NEAR, DAY_TO_SAVE, listingWeb } from './support/listings';
import { resetLibrary, resetStorage, settle } from './support/look';
import { FIXTURE_WEB } from './support/web';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium({ web: listingWeb(DAY, FIXTURE_WEB) });
});
afterAll(() => chromium.close());

/** Uses a control of the toolbar, which is closed to the page, by its name. */
async function onControl(page: Page, role: string, name: string, work: string): Promise<void> {
  const session = await chromium.context.newCDPSession(page);
  const find = async (): Promise<number | undefined> => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes.find((node) => node.role?.value === role && node.name?.value === name)?.backendDOMNodeId;
  };
  let backendNodeId: number | undefined;
  await expect.poll(async () => (backendNodeId = await find())).toBeDefined();
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendNodeId ?? 0 });
  await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `function () { ${work} }`,
  });
  await session.detach();
}
const choose = (page: Page, mode: string): Promise<void> =>
  onControl(
    page,
    'combobox',
    'Order of the list',
    `this.value = '${mode}'; this.dispatchEvent(new Event('change'));`,
  );

const order = (page: Page): Promise<readonly string[]> => page.evaluate(readOrder);

test('a day is ordered by three saved papers: nearest first with the reason, with numbers and anchors, and back', async () => {
  // A first attempt may have saved papers and ordered the list.
  await resetLibrary(chromium);
  await resetStorage(chromium);
  const page = await chromium.context.newPage();
  await page.goto('https://arxiv.org/list/cs.CV/new');
  await page.waitForFunction(() => Reflect.get(window, 'isAtRest') === true);
  // Entries near the window; the toolbar requests all of them.
  await page.locator('sidelight-badge').first().waitFor({ state: 'attached' });
  await settle(page, 400);
  const [before, was] = [await ownMarkup(page), await order(page)];
  await toggleTools(chromium, page);
  await choose(page, 'nearest');
  await expect.poll(() => spokenOn(page)).toContain('This needs three saved papers. Saved so far: 0.');
  expect(await order(page)).toEqual(was);

  // A paper is saved by the keyboard; the order is updated automatically.
  for (const id of DAY_TO_SAVE) {
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
    await page.keyboard.press('s');
  }
  await expect
    .poll(async () => new Set((await order(page)).slice(0, 5)))
    .toEqual(new Set([...DAY_TO_SAVE, ...DAY_NEAR]));
  await expect.poll(() => spokenOn(page)).toMatch(/near your ‘Glaucoma from photographs \d’: .*glaucoma/i);
  const [number] = await page.locator(`dt:has([id="${DAY_NEAR[0]}"]) a[name]`).allTextContents();
  expect(number).toBe(`[${DAY.length - 1}]`);
  // Each title has its own number.
  const titles = await page.locator('dd .list-title').allTextContents();
  expect(titles.slice(0, 5).every((title) => title.includes('laucoma'))).toBe(true);

  await choose(page, 'page');
  await expect.poll(() => order(page)).toEqual(was);
  await expect.poll(() => ownMarkup(page)).toBe(before);
  expect(faultsOf(chromium)).toEqual([]);
});
