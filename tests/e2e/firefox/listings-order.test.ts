import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownMarkup, readOrder } from '../support/badges';
import { DAY, DAY_NEAR, DAY_TO_SAVE, listingWeb } from '../support/listings';
import { FIXTURE_WEB } from '../support/web';
import { badgesOf, READ_BADGES } from './support/closed-badges';
import { launchFirefox, waitFor, type Firefox } from './support/firefox';
import { inOwnPage } from './support/own-page';

const NEW = 'https://arxiv.org/list/cs.CV/new';

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await launchFirefox({ web: listingWeb(DAY, FIXTURE_WEB) });
  page = await firefox.openTab();
});
afterAll(() => firefox.close());

/** Evaluates an expression in one of the extension's pages. */
const inExtension = (expression: string): Promise<unknown> =>
  inOwnPage(firefox, page, (own) => own.evaluate(expression));

/** Opens the list after its own script has rewritten it. */
async function openList(): Promise<void> {
  await page.goto(NEW);
  await page.waitForFunction('window.typeset === true');
  await waitFor(() => page.evaluate(() => document.querySelector('sidelight-badge') !== null));
}

const order = (): Promise<readonly string[]> => page.evaluate(readOrder);
const markup = (): Promise<string> => ownMarkup(page);

test('a day is ordered by three saved papers in Firefox: nearest first, with its numbers, and back', async () => {
  // A first attempt may have saved papers and ordered the list.
  await inExtension(
    `browser.storage.local.clear().then(() => browser.runtime.sendMessage(${JSON.stringify({
      protocol: 'sidelight/1',
      to: 'library',
      name: 'remove',
      data: { ids: DAY_TO_SAVE },
    })})).then(String)`,
  );
  await openList();
  const [before, was] = [await markup(), await order()];
  // As if another page had stored it: the toolbar's control is closed to this one.
  await inExtension('browser.storage.local.set({ listing: { tools: true, order: "nearest" } })');
  await openList();
  await waitFor(() => page.evaluate(() => document.querySelector('sidelight-tools') !== null));
  for (const [at, id] of DAY_TO_SAVE.entries()) {
    expect(await order()).toEqual(was);
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(id);
    await page.keyboard.press('s');
    await expect
      .poll(
        async () => badgesOf(await inExtension(READ_BADGES)).filter(({ status }) => status !== null).length,
      )
      .toBe(at + 1);
  }
  await expect
    .poll(async () => new Set((await order()).slice(0, 5)))
    .toEqual(new Set([...DAY_TO_SAVE, ...DAY_NEAR]));
  const shown = await page.evaluate(
    (id) => [
      document.getElementById(id)?.closest('dt')?.querySelector('a[name]')?.textContent,
      ...[...document.querySelectorAll('dd .list-title')].slice(0, 5).map(({ textContent }) => textContent),
    ],
    DAY_NEAR[0] ?? '',
  );
  expect(shown[0]).toBe(`[${DAY.length - 1}]`);
  for (const title of shown.slice(1)) expect(title).toContain('laucoma');

  await inExtension(`browser.tabs.query({ url: 'https://arxiv.org/*' }).then(([tab]) => browser.tabs.sendMessage(
    tab.id, { protocol: 'sidelight/1', to: 'listing', name: 'toggleTools' }, { frameId: 0 })).then(String)`);
  await expect.poll(order).toEqual(was);
  await expect.poll(markup).toBe(before);
  expect(firefox.outgoing()).toEqual([]);
  expect(await firefox.faults()).toEqual([]);
});
