import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS } from '@/lib/shared/settings/fields';
import { SETTINGS_VERSION } from '@/lib/extension/settings/stored';
import { ownMarkup } from '../support/badges';
import { ENTRIES, listingWeb } from '../support/listings';
import { catalogueTitle, KNOWN, OTHER } from '../support/pages';
import { whenStill } from '../support/still';
import { FIXTURE_WEB } from '../support/web';
import { launchFirefox, waitFor, waitForOwnFrame, type Firefox } from './support/firefox';
import { inOwnPage } from './support/own-page';
import { clickOn, whenAtRest } from './support/places';

const NEW = 'https://arxiv.org/list/cs.CV/new';
const SEARCH = 'https://arxiv.org/search/?query=ct&searchtype=all';
const DAILY = 'https://huggingface.co/papers/date/2026-08-03';

/** Complete settings: the page that stores them here would otherwise treat half of them as unreadable. */
const WITHOUT_BADGES = {
  version: SETTINGS_VERSION,
  values: { ...DEFAULT_SETTINGS, badges: { arxiv: false, huggingFace: false } },
};

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await launchFirefox({ hasPacks: false, web: listingWeb(ENTRIES, FIXTURE_WEB) });
  page = await firefox.openTab();
});
afterAll(() => firefox.close());

const settle = (milliseconds = 800) => new Promise((resume) => setTimeout(resume, milliseconds));
const count = (selector: string): Promise<number> =>
  page.evaluate((each) => document.querySelectorAll(each).length, selector);
const boxes = (): Promise<number[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('dt, dd, li, article, body')].map(
      (element) => element.getBoundingClientRect().height,
    ),
  );
const folded = (): Promise<number> => count('dd[hidden], li[hidden], div[hidden]:has(> article)');

/** Evaluates an expression in one of the extension's pages. */
const inExtension = (expression: string): Promise<unknown> =>
  inOwnPage(firefox, page, (own) => own.evaluate(expression));

const tellListing = (name: string): Promise<unknown> =>
  inExtension(`browser.tabs.query({ url: ['https://arxiv.org/*', 'https://huggingface.co/*'] }).then(([tab]) =>
    browser.tabs.sendMessage(tab.id, { protocol: 'sidelight/1', to: 'listing', name: '${name}' }, { frameId: 0 })).then(String)`);

/** Opens a listing with the settings of a new user, and waits for its badges. */
async function openList(address: string): Promise<void> {
  await inExtension('browser.storage.local.clear()');
  await page.goto(address);
  await whenAtRest(page);
  await waitFor(async () => (await count('sidelight-badge')) === 4);
}

describe.each([NEW, SEARCH, DAILY])('%s in Firefox', (address) => {
  test('has four badges, two of them from the catalogue, and no entry becomes higher', async () => {
    await inExtension(`browser.storage.local.set(${JSON.stringify({ settings: WITHOUT_BADGES })})`);
    await page.goto(address);
    await whenAtRest(page);
    await settle();
    expect(await count('sidelight-badge')).toBe(0);
    const before = await whenStill(boxes);
    await inExtension('browser.storage.local.clear()');
    await waitFor(async () => (await count('sidelight-badge')) === 4);
    expect(await count('sidelight-badge[data-known]')).toBe(2);
    expect(await whenStill(boxes)).toEqual(before);
  });

  test('opens a card that is completely visible', async () => {
    await openList(address);
    await clickOn(page, 'sidelight-badge[data-known]');
    const card = await waitForOwnFrame(page, catalogueTitle(KNOWN), 'card.html');
    await waitFor(async () => (await count('sidelight-card[data-shown]')) === 1);
    await expect.poll(() => card.evaluate(() => document.body.innerText)).toMatch(/related papers/i);
    const box = await whenStill(() =>
      page.evaluate(() => {
        const { left, top, right, bottom } =
          document.querySelector('sidelight-card')?.getBoundingClientRect() ?? new DOMRect();
        return { left, top, right: window.innerWidth - right, bottom: window.innerHeight - bottom };
      }),
    );
    for (const distance of Object.values(box)) expect(distance).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Escape');
    await waitFor(async () => (await count('sidelight-card[data-shown]')) === 0);
  });

  test('has a toolbar on request, with keys, and hiding it restores the page', async () => {
    await openList(address);
    const before = await ownMarkup(page);
    await tellListing('toggleTools');
    await waitFor(async () => (await count('sidelight-tools')) === 1);
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('href')?.split('/').at(-1));
    for (const { id } of ENTRIES.slice(0, 3)) {
      await page.keyboard.press('j');
      await expect.poll(focused).toBe(id);
    }
    expect(await focused()).toBe(OTHER.id);
    // The first control of the toolbar, by the keyboard: the page has no access to it.
    await page.evaluate(() => {
      const end = document.createElement('button');
      end.id = 'end';
      document.body.append(end);
      end.focus();
    });
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-tools');
    await page.keyboard.press('Enter');
    await waitFor(async () => (await folded()) === 3);
    await page.evaluate(() => document.querySelector('#end')?.remove());
    await tellListing('toggleTools');
    await waitFor(async () => (await folded()) === 0);
    await expect.poll(() => count('sidelight-tools')).toBe(0);
    await expect.poll(() => ownMarkup(page)).toBe(before);
  });
});

describe('listings in Firefox', () => {
  test('raise no error, and cause no request', async () => {
    expect(firefox.outgoing()).toEqual([]);
    expect(await firefox.faults()).toEqual([]);
  });
});
