import { describe, expect, test } from 'vitest';
import { badgeOf, OURS, spokenOn, toggleTools, waitForBadges, waitForCard } from './support/badges';
import { faultsOf } from './support/chromium';
import { SILENT } from './support/listings';
import {
  ALL,
  chromium,
  DAILY,
  NEW,
  open,
  page,
  SEARCH,
  newPage,
  startListingBrowser,
} from './support/listing-browser';
import { settle, store, storedUnder } from './support/look';
import { KNOWN, OTHER, UNKNOWN } from './support/pages';

const RECENT = 'https://arxiv.org/list/cs.CV/recent';

startListingBrowser();

const openWhole = async (address: string): Promise<void> => {
  await open(address);
  await waitForBadges(page, ALL);
  if (address === DAILY) await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
  await settle(page, 400);
};

const toggle = (): Promise<void> => toggleTools(chromium, page);

/** Presses a control of the toolbar, which is closed to the page, by what it is called. */
const press = async (name: string): Promise<void> => {
  const session = await chromium.context.newCDPSession(page);
  const find = async (): Promise<number | undefined> => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes.find(
      (node) => node.role?.value === 'button' && String(node.name?.value).replace(/ \d+$/, '') === name,
    )?.backendDOMNodeId;
  };
  let backendNodeId: number | undefined;
  await expect.poll(async () => (backendNodeId = await find())).toBeDefined();
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: backendNodeId ?? 0 });
  await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: 'function () { this.click(); }',
  });
  await session.detach();
};

const folded = (): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('dd[hidden], li[hidden], div[hidden]:has(> article)').length);
const markup = (): Promise<string> =>
  page.evaluate((ours) => {
    const copy = document.documentElement.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const each of copy.querySelectorAll(ours)) each.remove();
    return copy.outerHTML;
  }, OURS);
const focusedPaper = (): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('href')?.split('/').at(-1));

describe('the toolbar', () => {
  test('is not there until asked for, and is remembered until put away', async () => {
    await openWhole(NEW);
    expect(await page.locator('sidelight-tools').count()).toBe(0);
    await toggle();
    await expect.poll(() => page.locator('sidelight-tools').count()).toBe(1);
    await expect.poll(() => storedUnder(chromium, 'listing')).toMatchObject({ tools: true });
    await page.reload();
    await expect.poll(() => page.locator('sidelight-tools').count()).toBe(1);
    await press('Hide the toolbar');
    await expect.poll(() => storedUnder(chromium, 'listing')).toMatchObject({ tools: false });
    await page.reload();
    await waitForBadges(page, ALL);
    await settle(page);
    expect(await page.locator('sidelight-tools').count()).toBe(0);
  });

  test('can be asked for from a card', async () => {
    await openWhole(NEW);
    await badgeOf(page, KNOWN.id).click();
    const { frame } = await waitForCard(page);
    await frame.getByRole('button', { name: 'Filter this list' }).click();
    await expect.poll(() => page.locator('sidelight-tools').count()).toBe(1);
    await expect.poll(() => page.locator('sidelight-card[data-shown]').count()).toBe(0);
  });

  test.each([NEW, SEARCH, DAILY])('filters %s, and “Clear” restores the page exactly', async (address) => {
    await openWhole(address);
    await settle(page, 400);
    const before = await markup();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await toggle();
    await settle(page, 300);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
    await press('In the catalogue');
    await expect.poll(folded).toBe(3);
    await press('In the catalogue');
    await expect.poll(folded).toBe(0);
    await press('Has results');
    await expect.poll(folded).toBeGreaterThan(0);
    await press('Has code');
    await settle(page, 200);
    await press('Clear');
    await expect.poll(folded).toBe(0);
    await toggle();
    await expect.poll(markup).toBe(before);
  });

  test('can be asked for by the button on the page’s own line, and works where no abstracts stand', async () => {
    await open(RECENT);
    await waitForBadges(page, { badges: 3, known: 2 });
    await page.locator('.morefewer > sidelight-list-button').click();
    await expect.poll(() => page.locator('sidelight-tools').count()).toBe(1);
    await press('In the catalogue');
    await expect.poll(folded).toBe(3);
    await press('Has code');
    await settle(page, 200);
    await page.locator('.morefewer > sidelight-list-button').click();
    await expect.poll(folded).toBe(0);
    await expect.poll(() => page.locator('sidelight-tools').count()).toBe(0);
  });

  test('is filled by a tag of a card', async () => {
    await openWhole(NEW);
    await badgeOf(page, UNKNOWN.id).click();
    const { frame } = await waitForCard(page);
    await frame.getByRole('list', { name: 'Tags' }).getByRole('button').first().click();
    await expect.poll(() => page.locator('sidelight-tools').count()).toBe(1);
    await expect.poll(folded).toBeGreaterThan(0);
    expect(await page.locator(`dt:not([hidden]) a[id="${UNKNOWN.id}"]`).count()).toBe(1);
  });

  test('leaves J, K and O to the list after a click in it', async () => {
    await openWhole(NEW);
    await toggle();
    await expect.poll(() => page.locator('sidelight-tools').count()).toBe(1);
    const box = await page.locator('sidelight-tools').boundingBox();
    await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    await expect.poll(folded).toBeGreaterThan(0);
    await page.keyboard.press('j');
    await expect.poll(focusedPaper).toBe(KNOWN.id);
    await page.keyboard.press('o');
    await waitForCard(page);
  });

  test('takes no keys that the page pretends were pressed', async () => {
    await openWhole(NEW);
    await toggle();
    await page.evaluate(() => {
      for (const key of ['j', 'o'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });
    await settle(page, 300);
    expect(await focusedPaper()).toBeUndefined();
    expect(await page.locator('sidelight-card').count()).toBe(0);
  });

  test.each([NEW, SEARCH, DAILY])('leaves folded text of %s to find-in-page', async (address) => {
    await openWhole(address);
    await toggle();
    await press('In the catalogue');
    await expect.poll(folded).toBe(3);
    const heights = await page.evaluate(() =>
      [...document.querySelectorAll('dd[hidden], li[hidden], div[hidden]:has(> article)')].map(
        (part) => part.clientHeight,
      ),
    );
    expect(Math.max(...heights)).toBe(0);
    // A text fragment is found by the same search as the user's own.
    const words = encodeURIComponent(SILENT.title);
    await page.goto(`${address}#:~:text=${words}`);
    await expect.poll(folded).toBe(2);
    await expect.poll(() => page.getByText(SILENT.title).first().isVisible()).toBe(true);
  });

  test('moves by J and K, opens by Enter and O, and passes over what is folded', async () => {
    await openWhole(NEW);
    await toggle();
    await page.keyboard.press('j');
    await expect.poll(focusedPaper).toBe(KNOWN.id);
    await page.keyboard.press('j');
    await expect.poll(focusedPaper).toBe(UNKNOWN.id);
    await page.keyboard.press('k');
    await expect.poll(focusedPaper).toBe(KNOWN.id);
    await press('In the catalogue');
    await expect.poll(folded).toBe(3);
    await page.keyboard.press('j');
    await expect.poll(focusedPaper).toBe(OTHER.id);
    await page.keyboard.press('o');
    await waitForCard(page);
    await page.keyboard.press('Escape');
    await page.locator(`a[id="${OTHER.id}"]`).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/abs/${OTHER.id}`);
  });

  test('takes no key while it is off, while somebody types, or with other keys held', async () => {
    await openWhole(NEW);
    await page.keyboard.press('j');
    expect(await focusedPaper()).toBeUndefined();
    await toggle();
    await page.locator('#typing').focus();
    await page.keyboard.type('jko');
    expect(await page.locator('#typing').inputValue()).toBe('jko');
    await page.locator('#typing').blur();
    await page.keyboard.press('Alt+j');
    await page.keyboard.press('Shift+J');
    expect(await focusedPaper()).toBeUndefined();
    expect(faultsOf(chromium)).toEqual([]);
  });
});

const said = (): Promise<string> => spokenOn(page);

describe('what is watched', () => {
  test('is marked on entries, by words and by authors, and a switch leaves those alone', async () => {
    // A word of an entry that says nothing else, the beginning of one of another, and an author of none.
    const watch = 'matter, count*, author:Kaiming He';
    await store(chromium, { settings: { version: 1, values: { watch } } });
    await newPage();
    await page.goto(NEW);
    await waitForBadges(page, { badges: 5, known: 2 });
    await expect.poll(said).toContain('watched: matter');
    expect(await said()).toContain('watched: count*');
    expect(await said()).not.toContain('Kaiming');
    await toggle();
    await press('Watched');
    await expect.poll(folded).toBe(3);
    await press('Watched');
    await expect.poll(folded).toBe(0);
    // What is watched for is said at once when it changes.
    await store(chromium, { settings: { version: 1, values: { watch: 'author:J. Doe' } } });
    await expect.poll(said).toContain('watched: J. Doe');
    expect(faultsOf(chromium)).toEqual([]);
  });
});
