import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { closeOwnWindows } from './support/chromium-renew';
import { settle, widthOfPage } from './support/look';
import { attachToTarget, type Target } from './support/target';
import { catalogueTitle, KNOWN, OTHER, UNKNOWN } from './support/pages';

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.context.newPage();
});
afterAll(async () => {
  await chromium.close();
});

/** Opens the toolbar popup like a click on the icon, once an earlier one has closed. */
async function openPopup(): Promise<Target> {
  await closeOwnWindows(chromium.context, chromium.extensionId, 'popup.html');
  await expect.poll(() => countContexts('POPUP')).toBe(0);
  await page.bringToFront();
  const worker = await chromium.worker();
  await worker.evaluate(() => Reflect.get(globalThis, 'chrome').action.openPopup());
  return attachToTarget(chromium.context, '/popup.html');
}

const countOptions = (popup: Target): Promise<unknown> =>
  popup.evaluate("document.querySelectorAll('[role=option]').length");

/** The toolbar badge of the page's tab. */
async function badgeText(): Promise<string> {
  const worker = await chromium.worker();
  return worker.evaluate(async () => {
    const { action, tabs } = Reflect.get(globalThis, 'chrome');
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    return action.getBadgeText({ tabId: tab.id });
  });
}

describe('the toolbar badge', () => {
  test.each([
    [`https://arxiv.org/abs/${KNOWN.id}`, true],
    [`https://arxiv.org/pdf/${KNOWN.id}`, true],
    [`https://huggingface.co/papers/${OTHER.id}`, true],
    [`https://arxiv.org/abs/${UNKNOWN.id}`, false],
    [`https://arxiv.org/abs/${KNOWN.id}?states=1706.03762`, false],
    ['https://arxiv.org/list/cs.CV/recent', false],
  ])('is shown on %s: %s', async (address, shows) => {
    await page.goto(address);
    await settle(page, 400);
    await expect.poll(badgeText).toBe(shows ? '●' : '');
  });
});

describe('the popup', () => {
  test('finds a paper while the user types, and jumps to it', async () => {
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    const popup = await openPopup();
    await expect.poll(() => popup.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
    await popup.type('chest x-ray');
    // Before a query, the newest papers are listed.
    await expect
      .poll(() => popup.evaluate('document.querySelector(".found-head")?.textContent'))
      .toMatch(/\d papers/);
    expect(await countOptions(popup)).toBeGreaterThan(1);
    await popup.evaluate('document.activeElement.select()');
    await popup.type(`https://huggingface.co/papers/${OTHER.id}`);
    await expect
      .poll(() => popup.evaluate('document.querySelector("[role=option]")?.textContent'))
      .toContain(catalogueTitle(OTHER));
    const gone = page.waitForURL(`**/${OTHER.id}*`);
    await popup.press('Enter');
    await gone;
    await waitForPanel(page);
  });

  test('has its designed width, however narrow the browser makes it at first', async () => {
    const popup = await openPopup();
    await expect.poll(() => popup.evaluate("document.querySelector('.popup')?.clientWidth")).toBe(600);
    await expect.poll(() => popup.evaluate('innerWidth')).toBeGreaterThanOrEqual(600);
    await popup.press('Escape');
  });

  test('says so if nothing is found', async () => {
    const popup = await openPopup();
    await expect.poll(() => popup.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
    // "xxxx" would be found: there is a paper whose title starts with "XXX-X-XXXX".
    await popup.type('qqqq zzzz');
    await expect.poll(() => popup.evaluate('document.body.innerText')).toMatch(/nothing found/i);
    await expect.poll(() => countOptions(popup)).toBe(0);
    await popup.press('Escape');
  });
});

describe('a related paper', () => {
  test('opens in the same tab by a click', async () => {
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    const panel = await waitForPanel(page);
    await panel.getByText('Related papers').waitFor();
    const links = panel.locator('.papers .listed a');
    await expect.poll(() => links.count()).toBeGreaterThanOrEqual(6);
    await links.first().click();
    await page.waitForURL((url) => url.pathname.startsWith('/abs/') && !url.pathname.includes(KNOWN.id));
  });
});

/** Opens the side panel as users do, by the popup's button. */
async function openSidePanel(): Promise<Target> {
  const popup = await openPopup();
  await expect
    .poll(() => popup.evaluate('document.querySelector(".popup-foot")?.textContent'))
    .toContain('Open in side panel');
  await popup.click('Open in side panel');
  return attachToTarget(chromium.context, '/sidepanel.html');
}

async function countContexts(kind: 'POPUP' | 'SIDE_PANEL'): Promise<number> {
  const worker = await chromium.worker();
  return worker.evaluate(
    async (type) =>
      (await Reflect.get(globalThis, 'chrome').runtime.getContexts({ contextTypes: [type] })).length,
    kind,
  );
}

describe('the side panel', () => {
  let panel: Target;
  const shown = (): Promise<unknown> => panel.evaluate('document.querySelector("h1")?.textContent');

  test('opens by a click in the popup, which closes, and replaces the sidebar on the page', async () => {
    // A first attempt may have opened it.
    await closeOwnWindows(chromium.context, chromium.extensionId, 'sidepanel.html');
    await expect.poll(() => countContexts('SIDE_PANEL')).toBe(0);
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    panel = await openSidePanel();
    await expect.poll(shown).toBe(catalogueTitle(KNOWN));
    await expect.poll(() => countContexts('POPUP')).toBe(0);
    expect(await countContexts('SIDE_PANEL')).toBe(1);
    await expect.poll(() => widthOfPage(page)).toBe(1280);
  });

  test('is not opened again by a second click', async () => {
    const popup = await openPopup();
    await expect
      .poll(() => popup.evaluate('document.querySelector(".popup-foot")?.textContent'))
      .toContain('Open in side panel');
    await popup.click('Open in side panel');
    await expect.poll(() => countContexts('POPUP')).toBe(0);
    expect(await countContexts('SIDE_PANEL')).toBe(1);
    expect(await shown()).toBe(catalogueTitle(KNOWN));
  });

  test('follows the tab: to a PDF, within a page, and to another tab', async () => {
    await page.goto(`https://arxiv.org/pdf/${OTHER.id}`);
    await expect.poll(shown).toBe(catalogueTitle(OTHER));
    await page.goto(`https://huggingface.co/papers/${KNOWN.id}`);
    await page.waitForFunction(() => Reflect.get(window, 'hydrated') === true);
    await expect.poll(shown).toBe(catalogueTitle(KNOWN));
    await page.evaluate(`goTo('${OTHER.id}')`);
    await expect.poll(shown).toBe(catalogueTitle(OTHER));
    const beside = await chromium.context.newPage();
    await expect.poll(shown).toBe('No paper on this page');
    await beside.close();
    await expect.poll(shown).toBe(catalogueTitle(OTHER));
  });

  test('shows no paper of the previous page while another site is still loading', async () => {
    await chromium.context.route('https://slow.example/**', (route) =>
      route.request().url().endsWith('.png')
        ? undefined
        : route.fulfill({ contentType: 'text/html', body: '<h1>Slow</h1><img src="/never.png">' }),
    );
    await page.goto('https://slow.example/', { waitUntil: 'commit' });
    await expect.poll(shown).toBe('No paper on this page');
    expect(await page.evaluate(() => document.readyState)).not.toBe('complete');
    // The tab would never finish loading, and closing it would wait for that.
    await chromium.context.unroute('https://slow.example/**');
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await expect.poll(shown).toBe(catalogueTitle(KNOWN));
  });
});

describe('the extension, in all tests of this file,', () => {
  test('made no web request, and nothing failed', () => {
    expect(chromium.requests.length).toBeGreaterThan(5);
    expect(faultsOf(chromium)).toEqual([]);
  });
});
