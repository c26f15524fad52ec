import { describe, expect, test } from 'vitest';
import { badgeOf, ownMarkup, spokenOn, toggleTools, waitForBadges, waitForCard } from './support/badges';
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
import { whenStill } from './support/still';

const RECENT = 'https://arxiv.org/list/cs.CV/recent';

startListingBrowser();

const openWhole = async (address: string): Promise<void> => {
  await open(address);
  await waitForBadges(page, ALL);
  await settle(page, 400);
};

const toggle = (): Promise<void> => toggleTools(chromium, page);

/** Presses a control of the toolbar, which is closed to the page, by its name. */
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
const markup = (): Promise<string> => ownMarkup(page);
const focusedPaper = (): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('href')?.split('/').at(-1));

describe('the toolbar', () => {
  test('appears on request only, and is remembered until it is hidden', async () => {
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

  test('can be opened from a card', async () => {
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

  test('can be opened by the button on the page’s own line, and works without abstracts', async () => {
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

  test('has its button behind the links to sections where the heading fills its line', async () => {
    const entry = `<dt><a href="/abs/${KNOWN.id}" title="Abstract" id="${KNOWN.id}">arXiv:${KNOWN.id}</a></dt><dd><div class="list-title">A title</div></dd>`;
    const body = `<!doctype html><div id="dlpage" style="width: 600px"><h1 style="white-space: nowrap">${'Catch-up results of a day '.repeat(9)}</h1>
<ul><li><a href="#new">New submissions</a></li><li><a href="#old">Replacements</a></li></ul><dl>${entry}</dl></div>`;
    const address = 'https://arxiv.org/catchup/cs.CV/2026-08-20';
    await chromium.context.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
    await open(address);
    await expect.poll(() => page.locator('li:last-child > sidelight-list-button').count()).toBe(1);
    await chromium.context.unroute(address);
  });

  test('filters by a tag of a card', async () => {
    await openWhole(NEW);
    await badgeOf(page, UNKNOWN.id).click();
    const { frame } = await waitForCard(page);
    await frame.getByRole('list', { name: 'Tags' }).getByRole('button').first().click();
    await expect.poll(() => page.locator('sidelight-tools').count()).toBe(1);
    await expect.poll(folded).toBeGreaterThan(0);
    await expect.poll(() => page.locator(`dt:not([hidden]) a[id="${UNKNOWN.id}"]`).count()).toBe(1);
  });

  test('leaves J, K and O to the list after a click in it', async () => {
    await openWhole(NEW);
    await toggle();
    await expect.poll(() => page.locator('sidelight-tools').count()).toBe(1);
    const box = await whenStill(() => page.locator('sidelight-tools').boundingBox());
    await page.mouse.click(box.x + 60, box.y + box.height / 2);
    await expect.poll(folded).toBeGreaterThan(0);
    await page.keyboard.press('j');
    await expect.poll(focusedPaper).toBe(KNOWN.id);
    await page.keyboard.press('o');
    await waitForCard(page);
  });

  test('ignores synthetic key events of the page', async () => {
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

  test.each([NEW, SEARCH, DAILY])('keeps folded text of %s available to find-in-page', async (address) => {
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
    // A text fragment uses the same search as the user's own.
    const words = encodeURIComponent(SILENT.title);
    await page.goto(`${address}#:~:text=${words}`);
    await expect.poll(folded).toBe(2);
    await expect.poll(() => page.getByText(SILENT.title).first().isVisible()).toBe(true);
  });

  test('moves by J and K, opens by Enter and O, and skips folded entries', async () => {
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

  test('ignores keys while it is off, while the user types, or with modifier keys', async () => {
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

describe('the watch list', () => {
  test('marks entries by words and by authors, and a switch shows only those', async () => {
    // A word of an entry without any other data, a word prefix in another, and an author in no entry.
    const watch = 'matter, count*, author:Kaiming He';
    await store(chromium, { settings: { version: 1, values: { watch } } });
    await newPage();
    await page.goto(NEW);
    await waitForBadges(page, { badges: 5, known: 2 });
    await expect.poll(said).toContain('watched: matter');
    await expect.poll(said).toContain('watched: count*');
    expect(await said()).not.toContain('Kaiming');
    await toggle();
    await press('Watched');
    await expect.poll(folded).toBe(3);
    await press('Watched');
    await expect.poll(folded).toBe(0);
    // A change of the watch list is shown immediately.
    await store(chromium, { settings: { version: 1, values: { watch: 'author:J. Doe' } } });
    await expect.poll(said).toContain('watched: J. Doe');
    expect(faultsOf(chromium)).toEqual([]);
  });
});
