import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf, findPanel, launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { handleCentre, resetStorage, settle, widthOfPage } from './support/look';
import { KNOWN } from './support/pages';

const ABSTRACT = `https://arxiv.org/abs/${KNOWN.id}`;

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
});
afterEach(async () => {
  await page.close();
  await resetStorage(chromium);
});
afterAll(() => chromium.close());

const open = async (address: string): Promise<Page> => {
  page = await chromium.context.newPage();
  await page.goto(address);
  return page;
};
const marked = (): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('sidelight-mark') ?? [])].map(String));

describe('a result on the page', () => {
  test.each([ABSTRACT, `https://arxiv.org/html/${KNOWN.id}v1`, `https://huggingface.co/papers/${KNOWN.id}`])(
    'is marked and scrolled to on %s, and left again',
    async (address) => {
      await open(address);
      const panel = await waitForPanel(page);
      await settle(page, 300);
      const before = await page.evaluate(() => document.body.innerHTML);
      await page.evaluate(() => window.scrollTo(0, 900));
      await panel.locator('table button').first().click();
      await expect.poll(marked).toEqual(['disease staging (F1 score of $0.63']);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeLessThan(300);
      await panel.getByRole('button', { name: 'Back to your place' }).click();
      await expect.poll(marked).toEqual([]);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(900);
      expect(await page.evaluate(() => document.body.innerHTML)).toBe(before);
    },
  );

  test('is said to be missing where the page has no abstract', async () => {
    await open(`https://arxiv.org/pdf/${KNOWN.id}`);
    const panel = await waitForPanel(page);
    await panel.locator('table button').first().click();
    await expect.poll(() => panel.getByRole('button', { name: 'Open the abstract' }).count()).toBe(1);
  });
});

describe('the keyboard', () => {
  test('opens the sidebar from the handle, goes in, and comes back on Escape', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name: 'Fold the sidebar' }).click();
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    // The host is the last thing on the page.
    await page.locator('#typing').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-sidebar');
    await page.keyboard.press('Enter');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    await expect.poll(() => findPanel(page)?.evaluate(() => document.hasFocus())).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    await page.keyboard.press('Enter');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
  });

  test('resizes by the separator’s keys', async () => {
    await open(ABSTRACT);
    await waitForPanel(page);
    await page.mouse.click(1280 - 368, 60);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 384);
    await page.keyboard.press('Home');
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 300);
  });
});

describe('colours', () => {
  test('follow Hugging Face while it is open', async () => {
    await open(`https://huggingface.co/papers/${KNOWN.id}`);
    const panel = await waitForPanel(page);
    const ink = (): Promise<string> => panel.evaluate(() => getComputedStyle(document.body).color);
    const light = await ink();
    await page.evaluate(() => document.documentElement.classList.add('dark'));
    await expect.poll(ink).not.toBe(light);
    await page.evaluate(() => document.documentElement.classList.remove('dark'));
    await expect.poll(ink).toBe(light);
  });
});

describe('the handle', () => {
  test('opens what was loaded before', async () => {
    await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name: 'Fold the sidebar' }).click();
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    await page.mouse.click(...(await handleCentre(page)));
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    expect(findPanel(page)).toBe(panel);
  });
});

test('nothing was asked of the web, and nothing failed', () => {
  expect(chromium.requests.length).toBeGreaterThan(5);
  expect(faultsOf(chromium)).toEqual([]);
});
