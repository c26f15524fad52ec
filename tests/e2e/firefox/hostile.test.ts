import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Frame, Page } from 'puppeteer-core';
import { HOSTILE_WEB, LAYER } from '../support/hostile-pages';
import { ask, COVERING, FIND_TAB, HARMLESS, REMOVE_LAYER } from '../support/layers';
import { KNOWN } from '../support/pages';
import { FIXTURE_WEB } from '../support/web';
import { launchFirefox, waitFor, waitForOwnFrame, type Firefox } from './support/firefox';

/** Whether Firefox shows extensions what a closed shadow tree has in the top layer is not tried here. */
const LAYERS = COVERING.filter(({ name }) => !name.includes('closed shadow tree'));

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await launchFirefox({ web: (url) => HOSTILE_WEB(url) ?? FIXTURE_WEB(url) });
  page = await firefox.openTab();
});
afterAll(() => firefox.close());

async function open(attack: string): Promise<Frame> {
  await page.goto(`https://arxiv.org/abs/${KNOWN.id}?attack=${attack}`);
  return waitForOwnFrame(page, 'Save');
}

/** Clicks at an element of the panel by the mouse, whatever lies over it. */
async function clickAt(panel: Frame, selector: string): Promise<void> {
  const box = await waitFor(() =>
    panel.evaluate((each) => {
      const { left, top, width, height } =
        document.querySelector(each)?.getBoundingClientRect() ?? new DOMRect();
      return width > 0 ? { x: left + width / 2, y: top + height / 2 } : undefined;
    }, selector),
  );
  const start = await page.evaluate(() => document.documentElement.clientWidth - 368 + 9);
  await page.mouse.click(start + box.x, box.y);
}

const isSaved = (panel: Frame): Promise<boolean> =>
  panel.evaluate(() => document.querySelector('.keep-button')?.getAttribute('aria-pressed') === 'true');
const isRefused = (panel: Frame): Promise<boolean> =>
  panel.evaluate(() => document.querySelector('.click-refused') !== null);

describe('a page in Firefox', () => {
  test.each([
    ['before the sidebar opens', 'layered'],
    ['later', 'none'],
  ])('by a layer that clicks pass through, laid %s, saves nothing', async (_, attack) => {
    const panel = await open(attack);
    if (attack === 'none') await page.evaluate(LAYER);
    await clickAt(panel, '.keep-button');
    await waitFor(() => isRefused(panel));
    expect(await isSaved(panel)).toBe(false);
  });

  test('that lays nothing over the panel takes no click from it', async () => {
    const panel = await open('none');
    await clickAt(panel, '.keep-button');
    await waitFor(() => isSaved(panel));
    expect(await isRefused(panel)).toBe(false);
  });

  test('is found out whatever it lays over the panel, and what is harmless is not taken for it', async () => {
    const panel = await open('none');
    const own = await firefox.openOwn('options.html');
    const question = ask(await own.evaluate(FIND_TAB));
    await own.close();
    await page.bringToFront();
    const found: string[] = [];
    for (const { name, script } of [...LAYERS, ...HARMLESS]) {
      await page.evaluate(script);
      if (await panel.evaluate(question)) found.push(name);
      await page.evaluate(REMOVE_LAYER);
    }
    expect(found).toEqual(LAYERS.map(({ name }) => name));
  });
});
