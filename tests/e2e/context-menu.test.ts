/**
 * The context menu in Chromium's service worker. The system draws the menu, which the browser's protocol cannot
 * reach; a click on an item is simulated by the browser's own event.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { findPanel, faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { KNOWN, OTHER, UNKNOWN } from './support/pages';

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
  await chromium.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterEach(async () => {
  if (!page.isClosed()) await page.close();
});
afterAll(async () => {
  await chromium.close();
});

const open = async (id: string): Promise<void> => {
  page = await chromium.context.newPage();
  await page.goto(`https://arxiv.org/abs/${id}`);
  await page.bringToFront();
  // The page's script answers the menu, and may start after the page has loaded.
  await page.locator('sidelight-sidebar').waitFor({ state: 'attached' });
};

/** Sends the event that the browser sends when an item is clicked on the open page. */
async function click(item: {
  readonly menuItemId: string;
  readonly linkUrl?: string;
  readonly selectionText?: string;
}): Promise<void> {
  const worker = await chromium.worker();
  await worker.evaluate(
    async ([data, address]) => {
      const { contextMenus, tabs } = Reflect.get(globalThis, 'chrome');
      const [tab] = await tabs.query({ url: `${address}*` });
      contextMenus.onClicked.dispatch({ editable: false, pageUrl: address, ...data }, tab);
    },
    [item, page.url()] as const,
  );
}

const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('the browser has every item of the menu', async () => {
  await open(KNOWN.id);
  const worker = await chromium.worker();
  // An item that does not exist cannot be changed.
  const held = () =>
    worker.evaluate(
      async (ids) => {
        const { contextMenus } = Reflect.get(globalThis, 'chrome');
        const found = await Promise.allSettled(ids.map((id) => contextMenus.update(id, {})));
        return found.map(({ status }) => status === 'fulfilled');
      },
      ['button:open', 'button:bibtex', 'button:markdown', 'link:open', 'link:bibtex', 'link:markdown'].concat(
        ['find', 'find-button', 'unheard of'],
      ),
    );
  await expect.poll(held).toEqual([...Array.from({ length: 8 }, () => true), false]);
});

test('the menu copies the BibTeX of a link to a paper, and the Markdown of the paper in the tab', async () => {
  await open(KNOWN.id);
  await click({ menuItemId: 'link:bibtex', linkUrl: `https://arxiv.org/pdf/${OTHER.id}v1` });
  await expect.poll(copied).toMatch(new RegExp(`^@\\w+\\{[^]*${OTHER.id}`));
  await click({ menuItemId: 'button:markdown' });
  await expect.poll(copied).toContain(`](https://arxiv.org/abs/${KNOWN.id}`);
});

test('the menu opens the folded panel of a paper', async () => {
  await open(UNKNOWN.id);
  expect(findPanel(page)).toBeUndefined();
  await click({ menuItemId: 'button:open' });
  const panel = await waitForPanel(page);
  await panel.getByText(UNKNOWN.title).first().waitFor({ state: 'attached' });
});

test('the menu searches for selected words', async () => {
  await open(KNOWN.id);
  await click({ menuItemId: 'find', selectionText: 'glioma' });
  const worker = await chromium.worker();
  const sought = () =>
    worker.evaluate(async () => {
      const { search } = await Reflect.get(globalThis, 'chrome').storage.session.get('search');
      return search?.query;
    });
  await expect.poll(sought).toBe('glioma');
  expect(faultsOf(chromium)).toEqual([]);
});
