import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { DEFAULT_SETTINGS } from '@/lib/shared/settings/fields';
import { SETTINGS_VERSION } from '@/lib/extension/settings/stored';
import { ENTRIES, listingWeb } from '../support/listings';
import { catalogueTitle, KNOWN, OTHER } from '../support/pages';
import { FIXTURE_WEB } from '../support/web';
import { launchFirefox, waitFor, waitForOwnFrame, type Firefox } from './support/firefox';

const NEW = 'https://arxiv.org/list/cs.CV/new';
const SEARCH = 'https://arxiv.org/search/?query=ct&searchtype=all';
const DAILY = 'https://huggingface.co/papers/date/2026-08-03';

/** Whole settings: the page that stores them here would put half of them aside as unreadable. */
const WITHOUT_BADGES = {
  version: SETTINGS_VERSION,
  values: { ...DEFAULT_SETTINGS, badges: { arxiv: false, huggingFace: false } },
};

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await launchFirefox({ web: listingWeb(ENTRIES, FIXTURE_WEB) });
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

/** Runs an expression in one of the extension's pages, which has all of its API. */
async function inExtension(expression: string): Promise<void> {
  const own = await firefox.openOwn('options.html');
  await own.evaluate(expression);
  await own.close();
  await page.bringToFront();
}

const tellListing = (name: string): Promise<void> =>
  inExtension(`browser.tabs.query({ url: ['https://arxiv.org/*', 'https://huggingface.co/*'] }).then(([tab]) =>
    browser.tabs.sendMessage(tab.id, { protocol: 'sidelight/1', to: 'listing', name: '${name}' }, { frameId: 0 })).then(String)`);

describe.each([NEW, SEARCH, DAILY])('%s in Firefox', (address) => {
  test('has four badges, two of the catalogue, and no entry is higher for it', async () => {
    await inExtension(`browser.storage.local.set(${JSON.stringify({ settings: WITHOUT_BADGES })})`);
    await page.goto(address);
    await settle();
    expect(await count('sidelight-badge')).toBe(0);
    const before = await boxes();
    await inExtension('browser.storage.local.clear()');
    await waitFor(async () => (await count('sidelight-badge')) === 4);
    expect(await count('sidelight-badge[data-provenance=curated]')).toBe(2);
    expect(await boxes()).toEqual(before);
  });

  test('opens a card that the window shows whole', async () => {
    await settle(400);
    const [x, y] = await page.evaluate(() => {
      const badge = document.querySelector('sidelight-badge[data-provenance=curated]');
      badge?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = badge?.getBoundingClientRect() ?? new DOMRect();
      return [left + width / 2, top + height / 2] as const;
    });
    await page.mouse.click(x, y);
    const card = await waitForOwnFrame(page, catalogueTitle(KNOWN), 'card.html');
    await waitFor(async () => (await count('sidelight-card[data-shown]')) === 1);
    expect(await card.evaluate(() => document.body.innerText)).toMatch(/related papers/i);
    const box = await page.evaluate(() => {
      const { left, top, right, bottom } =
        document.querySelector('sidelight-card')?.getBoundingClientRect() ?? new DOMRect();
      return { left, top, right: window.innerWidth - right, bottom: window.innerHeight - bottom };
    });
    for (const distance of Object.values(box)) expect(distance).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Escape');
    await waitFor(async () => (await count('sidelight-card[data-shown]')) === 0);
  });

  test('has a toolbar when asked: keys move, and putting it away leaves no trace', async () => {
    const markup = () =>
      page.evaluate(() => {
        const copy = document.documentElement.cloneNode(true);
        if (!(copy instanceof Element)) return '';
        for (const each of copy.querySelectorAll('sidelight-badge, sidelight-card, sidelight-tools'))
          each.remove();
        return copy.outerHTML;
      });
    await inExtension('browser.storage.local.clear()');
    await settle(300);
    const before = await markup();
    await tellListing('toggleTools');
    await waitFor(async () => (await count('sidelight-tools')) === 1);
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('href')?.split('/').at(-1));
    const papers: (string | undefined)[] = [];
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('j');
      papers.push(await focused());
    }
    expect(papers).toContain(OTHER.id);
    // The first control of the strip, by the keyboard: the page cannot reach into it.
    await page.evaluate(() => {
      const end = document.createElement('button');
      end.id = 'end';
      document.body.append(end);
      end.focus();
    });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('sidelight-tools');
    await page.keyboard.press('Enter');
    await waitFor(async () => (await folded()) === 3);
    await page.evaluate(() => document.querySelector('#end')?.remove());
    await tellListing('toggleTools');
    await waitFor(async () => (await folded()) === 0);
    expect(await count('sidelight-tools')).toBe(0);
    expect(await markup()).toBe(before);
  });
});

describe('listings in Firefox', () => {
  test('raise no error, and nothing goes out', async () => {
    expect(firefox.outgoing()).toEqual([]);
    expect(await firefox.faults()).toEqual([]);
  });
});
