import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FULL_TEXT, fullTextWeb, WITH_TABLES } from '../support/full-texts';
import { catalogueTitle, KNOWN } from '../support/pages';
import { launchFirefox, waitFor, waitForOwnFrame, type Firefox } from './support/firefox';

const HOST = 'sidelight-citation';

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await launchFirefox({ web: fullTextWeb });
  page = await firefox.openTab();
  await page.goto(FULL_TEXT);
});
afterAll(() => firefox.close());

const active = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.localName);
const focusFirst = (): Promise<void> =>
  page.evaluate(() => document.querySelector<HTMLElement>('cite a')?.focus());

describe('a full text in Firefox', () => {
  test('has its references in the panel, with what the catalogue knows of them', async () => {
    const panel = await waitForOwnFrame(page, catalogueTitle(KNOWN));
    // They are read when their place comes into view.
    const readToEnd = (): Promise<string | null> =>
      panel.evaluate(() => {
        window.scrollTo({ top: document.body.scrollHeight });
        return document.body.textContent;
      });
    await expect.poll(readToEnd).toContain('BibTeX of 3');
    await expect.poll(readToEnd).toContain('In the catalogue · 2');
  });

  test('has a card that rests open at a citation, is entered by P and left by Escape', async () => {
    const [x, y] = await page.evaluate(() => {
      const { left, top, width, height } =
        document.querySelector('cite a')?.getBoundingClientRect() ?? new DOMRect();
      return [left + width / 2, top + height / 2] as const;
    });
    await page.mouse.move(x - 40, y);
    await page.mouse.move(x, y);
    await waitFor(() => page.evaluate((host) => document.querySelector(host)?.localName, HOST));
    await page.mouse.move(5, 5);
    await focusFirst();
    await page.keyboard.press('p');
    await waitFor(async () => (await active()) === HOST || undefined);
    await page.keyboard.press('Escape');
    expect(await active()).toBe('a');
  });

  test('opens the cited paper by O', async () => {
    await focusFirst();
    await page.keyboard.press('p');
    await waitFor(async () => (await active()) === HOST || undefined);
    await page.keyboard.press('o');
    await expect.poll(() => page.url()).toBe('https://arxiv.org/abs/2010.00747');
  });
});

/** Presses the first button of the panel that says this; false until there is one. */
const press = (panel: Frame, name: string): Promise<boolean> =>
  panel.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent.includes(wanted));
    button?.click();
    return button !== undefined;
  }, name);

describe('the tables of a full text in Firefox', () => {
  test('stand in the panel, lead to their cells, and open whole over the page', async () => {
    await page.goto(WITH_TABLES);
    const panel = await waitForOwnFrame(page, catalogueTitle(KNOWN));
    const readToTables = (): Promise<string | undefined> =>
      panel.evaluate(() => {
        document.querySelector('.when-near')?.scrollIntoView();
        return document.querySelector('section[aria-labelledby="tables-title"]')?.textContent ?? undefined;
      });
    await expect.poll(readToTables).toContain('LumSeg (ours)');
    await expect.poll(readToTables).toContain('1 table cannot be read');

    const marked = (): Promise<string> =>
      page.evaluate(() => [...(CSS.highlights.get('sidelight-mark') ?? [])].map(String).join());
    await expect.poll(() => press(panel, '82.36')).toBe(true);
    await expect.poll(marked).toContain('82.36');
    await expect.poll(() => press(panel, 'Back to your place')).toBe(true);
    await expect.poll(marked).toBe('');

    const width = (): Promise<number> => panel.evaluate(() => innerWidth);
    const before = await width();
    await expect.poll(() => press(panel, 'Whole table')).toBe(true);
    await expect.poll(width).toBeGreaterThan(800);
    const names = (): Promise<string> =>
      panel.evaluate(() =>
        [...document.querySelectorAll('dialog tbody th')].map(({ textContent }) => textContent).join(),
      );
    await expect.poll(names).toBe('U-Net,Swin-Unet,nnU-Net,LumSeg (ours)');
    await expect.poll(() => press(panel, 'Params (M)')).toBe(true);
    await expect.poll(names).toBe('nnU-Net,Swin-Unet,U-Net,LumSeg (ours)');
    // A key that is pressed before the sheet has the keyboard is lost; one after the sheet is gone folds the sidebar.
    const leave = async (): Promise<number> => {
      if (await panel.evaluate(() => document.querySelector('dialog') !== null))
        await page.keyboard.press('Escape');
      return width();
    };
    await expect.poll(leave, { interval: 2000 }).toBe(before);
  });
});
