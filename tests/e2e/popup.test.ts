import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { settle } from './support/look';
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

/** Opens the toolbar popup as a click on the icon does. */
async function openPopup(): Promise<Target> {
  await page.bringToFront();
  const worker = await chromium.worker();
  await worker.evaluate(() => Reflect.get(globalThis, 'chrome').action.openPopup());
  return attachToTarget(chromium.context, '/popup.html');
}

const countOptions = (popup: Target): Promise<unknown> =>
  popup.evaluate("document.querySelectorAll('[role=option]').length");

/** What the toolbar shows for the page's tab. */
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
  ])('on %s: %s', async (address, shows) => {
    await page.goto(address);
    await settle(page, 400);
    await expect.poll(badgeText).toBe(shows ? '●' : '');
  });
});

describe('the popup', () => {
  test('finds a paper as the reader types, and jumps to it', async () => {
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    const popup = await openPopup();
    await expect.poll(() => popup.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
    await popup.type('chest x-ray');
    await expect.poll(() => countOptions(popup)).toBeGreaterThan(1);
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

  test('is as wide as it was made, however narrow the browser begins it', async () => {
    const popup = await openPopup();
    await expect.poll(() => popup.evaluate("document.querySelector('.popup')?.clientWidth")).toBe(600);
    expect(await popup.evaluate('innerWidth')).toBeGreaterThanOrEqual(600);
    await popup.press('Escape');
  });

  test('says so when nothing is found', async () => {
    const popup = await openPopup();
    await expect.poll(() => popup.evaluate('document.activeElement.getAttribute("role")')).toBe('combobox');
    await popup.type('qqqq zzzz xxxx');
    await expect.poll(() => countOptions(popup)).toBe(0);
    expect(await popup.evaluate('document.body.innerText')).toMatch(/no(thing| paper)/i);
    await popup.press('Escape');
  });
});

describe('a related paper', () => {
  test('opens in the same tab by a click', async () => {
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    const panel = await waitForPanel(page);
    await panel.getByText('Related papers').waitFor();
    const links = await panel.locator('section', { hasText: 'Related' }).last().locator('a').all();
    expect(links.length).toBeGreaterThanOrEqual(6);
    await links[0]?.click();
    await page.waitForURL((url) => url.pathname.startsWith('/abs/') && !url.pathname.includes(KNOWN.id));
  });
});

describe('the side panel', () => {
  test('shows the paper of a PDF in the active tab', async () => {
    await page.goto(`https://arxiv.org/pdf/${KNOWN.id}`);
    await page.bringToFront();
    const own = await chromium.context.newPage();
    await own.goto(`chrome-extension://${chromium.extensionId}/options.html`);
    await own.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'opens-the-side-panel';
      button.textContent = 'Open';
      button.addEventListener('click', () => {
        const { sidePanel, windows } = Reflect.get(globalThis, 'chrome');
        void sidePanel.open({ windowId: windows.WINDOW_ID_CURRENT });
      });
      document.body.prepend(button);
    });
    await own.locator('#opens-the-side-panel').click();
    const panel = await attachToTarget(chromium.context, '/sidepanel.html');
    await own.close();
    await page.bringToFront();
    await expect
      .poll(() => panel.evaluate('document.querySelector("h1")?.textContent'), { timeout: 10_000 })
      .toContain('Specialist vision-language models');
  });
});

describe('in all this the extension', () => {
  test('asked the web for nothing, and nothing failed', () => {
    expect(chromium.requests.length).toBeGreaterThan(5);
    expect(faultsOf(chromium)).toEqual([]);
  });
});
