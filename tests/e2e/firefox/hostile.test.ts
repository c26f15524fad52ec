import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Frame, Page } from 'puppeteer-core';
import { HOSTILE_WEB, LAYER } from '../support/hostile-pages';
import { ask, COVERING, FIND_TAB, findLayers } from '../support/layers';
import { KNOWN } from '../support/pages';
import { whenStill } from '../support/still';
import { FIXTURE_WEB } from '../support/web';
import { launchFirefox, waitFor, waitForOwnFrame, type Firefox } from './support/firefox';

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await launchFirefox({ hasPacks: false, web: (url) => HOSTILE_WEB(url) ?? FIXTURE_WEB(url) });
  page = await firefox.openTab();
});
afterAll(() => firefox.close());

async function open(attack: string): Promise<Frame> {
  await page.goto(`https://arxiv.org/abs/${KNOWN.id}?attack=${attack}`);
  const panel = await waitForOwnFrame(page, 'Save');
  await expect.poll(() => page.evaluate(WIDTH)).toBe(1280 - 368);
  return panel;
}

/** Clicks with the mouse on an element of the panel, whatever is over it. */
async function clickAt(panel: Frame, selector: string): Promise<void> {
  const box = await whenStill(() =>
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
  panel.evaluate(() => document.querySelector('.save-button')?.getAttribute('aria-pressed') === 'true');
const isRefused = (panel: Frame): Promise<boolean> =>
  panel.evaluate(() => document.querySelector('.click-refused') !== null);

/** Resolves after the page was painted with all previous changes. */
const drawTwice = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const WIDTH = 'document.documentElement.getBoundingClientRect().width';

describe('a hostile page in Firefox', () => {
  test.each([
    ['before the sidebar opens', 'layered'],
    ['later', 'none'],
  ])('saves nothing with a layer that clicks pass through, laid %s', async (_, attack) => {
    const panel = await open(attack);
    if (attack === 'none') await page.evaluate(LAYER);
    await clickAt(panel, '.save-button');
    await waitFor(() => isRefused(panel));
    expect(await isSaved(panel)).toBe(false);
  });

  test('does not affect clicks if it lays nothing over the panel', async () => {
    const panel = await open('none');
    // A first attempt may have saved it.
    const before = await isSaved(panel);
    await clickAt(panel, '.save-button');
    await waitFor(async () => (await isSaved(panel)) !== before);
    expect(await isRefused(panel)).toBe(false);
  });

  test('cannot move or restyle the sidebar through its host', async () => {
    await open('none');
    await page.evaluate(() => {
      const host = document.querySelector('sidelight-sidebar');
      if (!(host instanceof HTMLElement)) throw new Error('No host');
      for (const name of ['data-open', 'data-over', 'data-beside', 'data-known', 'data-theme', 'hidden'])
        host.toggleAttribute(name);
      const moved = '--right: 300px; --top: 300px; --width: 149px; opacity: .1; transform: scale(.2);';
      host.style.cssText = moved.replaceAll(';', ' !important;');
      const sheet = document.createElement('style');
      sheet.textContent = `sidelight-sidebar { ${moved} display: none !important; right: 300px !important; }`;
      document.head.append(sheet);
    });
    await page.evaluate(drawTwice);
    expect(await page.evaluate(() => document.elementFromPoint(1100, 400)?.localName)).toBe(
      'sidelight-sidebar',
    );
    expect(await page.evaluate(() => document.elementFromPoint(600, 400)?.localName)).not.toBe(
      'sidelight-sidebar',
    );
    expect(await page.evaluate(WIDTH)).toBe(1280 - 368);
  });

  test('cannot fold the sidebar by synthetic keys, and nothing is stored', async () => {
    await open('none');
    await page.evaluate(() => {
      const host = document.querySelector('sidelight-sidebar');
      host?.setAttribute('data-over', '');
      for (const target of [document, window, document.body, host])
        target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    });
    await page.evaluate(drawTwice);
    expect(await page.evaluate(WIDTH)).toBe(1280 - 368);
    const own = await firefox.openOwn('options.html');
    const stored = await own.evaluate("browser.storage.local.get('sidebar').then(JSON.stringify)");
    await own.close();
    expect(stored).toBe('{}');
  });

  test('is detected whatever it lays over the panel, and harmless elements are not reported', async () => {
    const panel = await open('none');
    const own = await firefox.openOwn('options.html');
    const question = ask(await own.evaluate(FIND_TAB));
    await own.close();
    await page.bringToFront();
    expect(await findLayers(page, panel, question)).toEqual(COVERING.map(({ name }) => name));
  });
});
