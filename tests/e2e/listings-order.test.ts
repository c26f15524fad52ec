import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OURS, spokenOn, toggleTools } from './support/badges';
import { faultsOf, launchChromium, type Chromium } from './support/chromium';
import { listingWeb, manyEntries, type FakeEntry } from './support/listings';
import { settle } from './support/look';
import { FIXTURE_WEB } from './support/web';

const glaucoma = (id: string, title: string): FakeEntry => ({
  id,
  title,
  abstract: `${title}: the optic nerve of glaucoma patients is seen in retinal photographs, and graded.`,
});
const SAVED = ['2408.10001', '2408.10002', '2408.10003'];
const NEAR = ['2408.10008', '2408.10009'];
const ENTRIES = [
  ...SAVED.map((id, at) => glaucoma(id, `Glaucoma from photographs ${at}`)),
  ...manyEntries(40).slice(1),
  ...NEAR.map((id, at) => glaucoma(id, `Grading of glaucoma ${at}`)),
];

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium({ web: listingWeb(ENTRIES, FIXTURE_WEB) });
});
afterAll(() => chromium.close());

/** Works on a control of the toolbar, which is closed to the page, by what it is called. */
async function onControl(page: Page, role: string, name: string, work: string): Promise<void> {
  const session = await chromium.context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const found = nodes.find((node) => node.role?.value === role && node.name?.value === name);
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: found?.backendDOMNodeId ?? 0 });
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

const order = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...document.querySelectorAll('dt a[title=Abstract]')].map(({ id }) => id));
const markup = (page: Page): Promise<string> =>
  page.evaluate((ours) => {
    const copy = document.body.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const each of copy.querySelectorAll(ours)) each.remove();
    return copy.outerHTML;
  }, OURS);

test('a day in the order of three saved papers: nearest first with the reason, numbers and anchors kept, and back', async () => {
  const page = await chromium.context.newPage();
  await page.goto('https://arxiv.org/list/cs.CV/new');
  // Those near the window; the toolbar has all of them read.
  await page.locator('sidelight-badge').first().waitFor({ state: 'attached' });
  await settle(page, 400);
  const [before, was] = [await markup(page), await order(page)];
  await toggleTools(chromium, page);
  await choose(page, 'nearest');
  await expect.poll(() => spokenOn(page)).toContain('This needs three saved papers. Saved so far: 0.');
  expect(await order(page)).toEqual(was);

  // Saved by the keyboard; the order follows by itself.
  for (const id of SAVED) {
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
    await page.keyboard.press('s');
  }
  await expect
    .poll(async () => new Set((await order(page)).slice(0, 5)))
    .toEqual(new Set([...SAVED, ...NEAR]));
  await expect.poll(() => spokenOn(page)).toMatch(/near your ‘Glaucoma from photographs \d’: .*glaucoma/i);
  const [number] = await page.locator(`dt:has([id="${NEAR[0]}"]) a[name]`).allTextContents();
  expect(number).toBe(`[${ENTRIES.length - 1}]`);
  // Each title stands under its own number.
  const titles = await page.locator('dd .list-title').allTextContents();
  expect(titles.slice(0, 5).every((title) => title.includes('laucoma'))).toBe(true);

  await choose(page, 'page');
  await expect.poll(() => order(page)).toEqual(was);
  await expect.poll(() => markup(page)).toBe(before);
  expect(faultsOf(chromium)).toEqual([]);
});
