import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FULL_TEXT, fullTextWeb, WITH_TABLES } from '../support/full-texts';
import { catalogueTitle, KNOWN } from '../support/pages';
import { whenStill } from '../support/still';
import { launchFirefox, waitForOwnFrame, type Firefox } from './support/firefox';

const HOST = 'sidelight-citation';

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await launchFirefox({ hasPacks: false, web: fullTextWeb });
});
// A tab of its own for each test, sent to one address: one that was just sent elsewhere may take no other.
beforeEach(async () => {
  page = await firefox.openTab();
});
afterEach(() => page.close());
afterAll(() => firefox.close());

const active = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.localName);
/** Enters the card of the first citation by its key, as soon as the page listens to keys. */
async function enterFirst(): Promise<void> {
  const press = async (): Promise<string | undefined> => {
    if ((await active()) === HOST) return HOST;
    await page.evaluate(() => document.querySelector<HTMLElement>('cite a')?.focus());
    await page.keyboard.press('p');
    return active();
  };
  await expect.poll(press, { interval: 1000 }).toBe(HOST);
}

describe('a full text in Firefox', () => {
  test('has its references in the panel, with what the catalogue knows about them', async () => {
    await page.goto(FULL_TEXT);
    const panel = await waitForOwnFrame(page, catalogueTitle(KNOWN));
    // They are read when their section becomes visible.
    const readToEnd = (): Promise<string | null> =>
      panel.evaluate(() => {
        window.scrollTo({ top: document.body.scrollHeight });
        return document.body.textContent;
      });
    await expect.poll(readToEnd).toContain('BibTeX of 3');
    await expect.poll(readToEnd).toContain('In the catalogue · 2');
  });
});

/** Presses the first button of the panel with this text; false until there is one. */
const press = (panel: Frame, name: string): Promise<boolean> =>
  panel.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent.includes(wanted));
    button?.click();
    return button !== undefined;
  }, name);

describe('the tables of a full text in Firefox', () => {
  test('are in the panel, lead to their cells, and open across the window', async () => {
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
    const before = await whenStill(width);
    await expect.poll(() => press(panel, 'Whole table')).toBe(true);
    await expect.poll(width).toBeGreaterThan(800);
    const names = (): Promise<string> =>
      panel.evaluate(() =>
        [...document.querySelectorAll('dialog tbody th')].map(({ textContent }) => textContent).join(),
      );
    await expect.poll(names).toBe('U-Net,Swin-Unet,nnU-Net,LumSeg (ours)');
    await expect.poll(() => press(panel, 'Params (M)')).toBe(true);
    await expect.poll(names).toBe('nnU-Net,Swin-Unet,U-Net,LumSeg (ours)');
    // A key pressed before the dialog has focus is lost; one pressed after the dialog has closed folds the sidebar.
    const leave = async (): Promise<number> => {
      if (await panel.evaluate(() => document.querySelector('dialog') !== null))
        await page.keyboard.press('Escape');
      return width();
    };
    await expect.poll(leave, { interval: 2000 }).toBe(before);
  });
});

// Last: where a card is already closed, Escape folds the sidebar, which the tests above need.
describe('a citation of a full text in Firefox', () => {
  test('has a card that opens under a resting pointer, is entered by P and left by Escape', async () => {
    await page.goto(FULL_TEXT);
    const place = (): Promise<readonly [x: number, y: number] | undefined> =>
      page.evaluate(() => {
        const { left, top, width, height } =
          document.querySelector('cite a')?.getBoundingClientRect() ?? new DOMRect();
        return width > 0 ? ([left + width / 2, top + height / 2] as const) : undefined;
      });
    // What listens to the pointer may start after the page, and the sidebar may still move the text.
    const rest = async (): Promise<boolean> => {
      if (await page.evaluate((host) => document.querySelector(host) !== null, HOST)) return true;
      const [x, y] = await whenStill(place);
      await page.mouse.move(x - 40, y);
      await page.mouse.move(x, y);
      return false;
    };
    await expect.poll(rest, { interval: 2000 }).toBe(true);
    await page.mouse.move(5, 5);
    await enterFirst();
    await page.keyboard.press('Escape');
    await expect.poll(active).toBe('a');
  });

  test('opens the cited paper by O', async () => {
    await page.goto(FULL_TEXT);
    await enterFirst();
    await page.keyboard.press('o');
    await expect.poll(() => page.evaluate(() => location.href)).toBe('https://arxiv.org/abs/2010.00747');
  });
});
