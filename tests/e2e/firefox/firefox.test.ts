import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { catalogueTitle, KNOWN, OTHER, UNKNOWN } from '../support/pages';
import {
  findOwnFrame,
  launchFirefox,
  ORIGIN,
  waitFor,
  waitForOwnFrame,
  type Firefox,
  WIDGET_ID,
} from './support/firefox';
import { copyThatAsks } from './support/asking-copy';
import { badgeText, inOwnPage } from './support/own-page';
import { clickOn, clickOnHandle, waitForDocument } from './support/places';
import { closePopup, evaluateInPopup, openPopup, waitForNoPopup } from './support/popup';
import { SHORT_LISTING_WEB } from './support/short-listing';

let firefox: Firefox;
let page: Page;
/** The last test puts another copy in the extension's place, which has no pages of ours. */
let isReplaced = false;
beforeAll(async () => {
  firefox = await launchFirefox({ web: SHORT_LISTING_WEB });
  page = await firefox.openTab();
});
/** Each test begins as the first does, also after one that failed half-way. */
afterEach(async () => {
  if (isReplaced) return;
  await closePopup(firefox);
  await firefox.window.evaluate('SidebarController.hide()');
  await inExtension('Promise.all([browser.storage.local.clear(), browser.storage.session.clear()])');
});
afterAll(() => firefox.close());

const settle = (milliseconds = 800) => new Promise((resume) => setTimeout(resume, milliseconds));
const countHosts = () => page.evaluate(() => document.querySelectorAll('sidelight-sidebar').length);
/** The page's width beside the sidebar; scroll bars differ between systems. */
const widthTaken = () =>
  page.evaluate(() => document.documentElement.clientWidth - document.body.getBoundingClientRect().width);

const marked = () => page.evaluate(() => [...(CSS.highlights.get('sidelight-mark') ?? [])].map(String));

const inPopup = (expression: string) => evaluateInPopup(firefox, expression);

/** Evaluates an expression in one of the extension's pages. */
const inExtension = (expression: string): Promise<unknown> =>
  inOwnPage(firefox, page, (own) => own.evaluate(expression));

const clickIn = (text: string) => `[...document.querySelectorAll('button, a')].find((each) =>
  (each.getAttribute('aria-label') ?? each.title ?? '').includes('${text}') || each.textContent.includes('${text}')).click()`;

test('Firefox opens no sidebar by itself when the extension is installed', async () => {
  await settle(300);
  expect(await firefox.window.evaluate('SidebarController.isOpen')).toBe(false);
});

describe('the sidebar in Firefox', () => {
  test.each([
    `https://arxiv.org/abs/${KNOWN.id}?policy=strict`,
    `https://arxiv.org/abs/${KNOWN.id}`,
    `https://arxiv.org/html/${KNOWN.id}v1`,
    `https://huggingface.co/papers/${KNOWN.id}`,
  ])('opens on %s', async (address) => {
    await page.goto(address);
    await waitForOwnFrame(page, catalogueTitle(KNOWN));
    await expect.poll(widthTaken).toBe(368);
    expect(await countHosts()).toBe(1);
  });

  test('shows another paper when the page changes without loading', async () => {
    await page.goto(`https://huggingface.co/papers/${KNOWN.id}`);
    await waitForOwnFrame(page, catalogueTitle(KNOWN));
    await page.waitForFunction('window.hydrated === true');
    await page.evaluate(`goTo('${OTHER.id}')`);
    await waitForOwnFrame(page, catalogueTitle(OTHER));
    expect(await countHosts()).toBe(1);
  });

  test('shows a result on the page, and returns', async () => {
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    const panel = await waitForOwnFrame(page, 'Reported results');
    await waitFor(() =>
      panel.evaluate(() => {
        const value = document.querySelector<HTMLElement>('table button');
        value?.click();
        return value !== null;
      }),
    );
    await expect.poll(marked).toEqual(['disease staging (F1 score of $0.63']);
    // The panel is informed of the mark after the page shows it.
    await waitFor(() => panel.evaluate(() => document.body.innerText.includes('Back to your place')));
    await panel.evaluate(clickIn('Back to your place'));
    await waitFor(async () => (await marked()).length === 0);
  });

  test('reads a paper outside the catalogue from its page on request', async () => {
    await page.goto(`https://arxiv.org/abs/${UNKNOWN.id}`);
    await waitFor(async () => (await countHosts()) === 1);
    expect(await findOwnFrame(page)).toBeUndefined();
    await clickOnHandle(page);
    await waitForOwnFrame(page, UNKNOWN.title);
  });

  test('leads to a related paper in the same tab, and back along the trail', async () => {
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    const panel = await waitForOwnFrame(page, catalogueTitle(KNOWN));
    const target = await waitFor(() =>
      panel.evaluate(() => {
        const links = [...document.querySelectorAll<HTMLAnchorElement>('section a[href*="arxiv.org/abs/"]')];
        const link = links.find((each) => /related/i.test(each.closest('section')?.textContent ?? ''));
        link?.click();
        return link?.href;
      }),
    );
    expect(target).toMatch(/^https:\/\/arxiv\.org\/abs\//);
    await waitForDocument(page, target);
    await expect
      .poll(() => inExtension('browser.storage.session.get().then(JSON.stringify)'))
      .toContain(KNOWN.id);
  });

  test('stays folded on a site where it was folded', async () => {
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    const panel = await waitForOwnFrame(page, catalogueTitle(KNOWN));
    await expect.poll(widthTaken).toBe(368);
    await panel.evaluate(clickIn('Fold the sidebar'));
    await waitFor(async () => (await widthTaken()) === 0);
    await waitFor(async () =>
      String(await inExtension("browser.storage.local.get('sidebar').then(JSON.stringify)")).includes(
        '"arxiv":false',
      ),
    );
    await page.reload();
    await waitFor(async () => (await countHosts()) === 1);
    await settle(300);
    expect(await findOwnFrame(page)).toBeUndefined();
  });
});

describe('a listing in Firefox', () => {
  test('has badges on its entries, which open a card', async () => {
    await page.goto('https://arxiv.org/list/cs.CV/recent');
    await waitFor(() => page.evaluate(() => document.querySelectorAll('sidelight-badge').length === 2));
    await clickOn(page, 'sidelight-badge');
    expect(await waitForOwnFrame(page, catalogueTitle(KNOWN), 'card.html')).toBeDefined();
  });
});

describe('other pages in Firefox', () => {
  test.each([
    `https://arxiv.org/abs/${KNOWN.id}?states=1706.03762`,
    'https://arxiv.org/abs/2499.99999',
    `https://arxiv.org/html/${KNOWN.id}v1/x1.png`,
  ])('have no sidebar: %s', async (address) => {
    await page.goto(address);
    await settle();
    expect(await countHosts()).toBe(0);
  });
});

describe('a page in Firefox that knows the panel’s address', () => {
  test('gets an empty frame', async () => {
    // With manifest version 2, Firefox cannot restrict which sites may frame an extension page.
    await page.goto(`https://arxiv.org/abs/2499.99999`);
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `${ORIGIN}/panel.html#guess`);
    const frame = await waitFor(() => findOwnFrame(page));
    await settle();
    expect(await frame.evaluate(() => document.body.innerText.trim())).toBe('');
  });
});

describe('a PDF in Firefox, in whose viewer no script can run', () => {
  test('has the badge, the popup and the browser’s own sidebar', async () => {
    // The viewer never reports that it has loaded.
    void page.goto(`https://arxiv.org/pdf/${KNOWN.id}`).catch(() => undefined);
    await waitFor(async () => (await inExtension(badgeText('https://arxiv.org/pdf/'))) === '●');

    await firefox.window.evaluate(`SidebarController.show('${WIDGET_ID}-sidebar-action')`);
    await waitFor(async () =>
      (await firefox.window.evaluateIn('sidepanel.html', 'document.body.innerText'))?.includes(
        catalogueTitle(KNOWN),
      ),
    );
    await firefox.window.evaluate('SidebarController.hide()');

    await openPopup(firefox);
    await waitFor(async () =>
      (await firefox.window.evaluateIn('popup.html', 'document.body.innerText'))?.includes(
        catalogueTitle(KNOWN),
      ),
    );
    await expect.poll(() => inPopup('window.innerWidth')).toBe('600');
  });
});

describe('the popup in Firefox', () => {
  test('finds papers by words', async () => {
    const search = `(() => {
      const field = document.querySelector('[role=combobox]');
      field.focus();
      field.setUserInput('chest x-ray');
    })()`;
    await openPopup(firefox);
    await inPopup(search);
    await expect
      .poll(async () => Number(await inPopup("document.querySelectorAll('mark').length")))
      .toBeGreaterThan(1);
  });
});

const BUTTON =
  "[...document.querySelectorAll('button')].find((each) => each.textContent === 'Open in sidebar')";
/** Code with these rights can simulate a user's click; with the page's rights it cannot. */
const CLICK = `${BUTTON}.click()`;
const CLICK_OF_NO_HAND = `Components.utils.evalInSandbox(${JSON.stringify(CLICK)},
  Components.utils.Sandbox(window, { sandboxPrototype: window }))`;
/** Opens the popup over a paper's page with its sidebar. */
async function openPopupOverPaper(): Promise<void> {
  await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
  await waitForOwnFrame(page, catalogueTitle(KNOWN));
  await expect.poll(widthTaken).toBe(368);
  await openPopup(firefox);
  await waitFor(async () => (await inPopup(`${BUTTON} !== undefined`)) === 'true');
}

const isSidebarOpen = () => firefox.window.evaluate('SidebarController.isOpen');

describe('the browser’s own sidebar in Firefox', () => {
  test('is explained in the popup, which stays usable, if the browser refuses it', async () => {
    await openPopupOverPaper();
    await inPopup(CLICK_OF_NO_HAND);
    await waitFor(async () =>
      (await inPopup("document.querySelector('.note')?.textContent"))?.includes(
        'choose View, Sidebar, Sidelight',
      ),
    );
    await waitFor(async () =>
      (await inPopup("document.querySelector('[role=status]')?.textContent"))?.includes('did not open'),
    );
    expect(await isSidebarOpen()).toBe(false);
    expect(await widthTaken()).toBe(368);
  });

  test('opens by a click in the popup, which closes, and replaces the sidebar on the page', async () => {
    await openPopupOverPaper();
    await inPopup(CLICK);
    await waitFor(async () =>
      (await firefox.window.evaluateIn('sidepanel.html', 'document.body.innerText'))?.includes(
        catalogueTitle(KNOWN),
      ),
    );
    await waitForNoPopup(firefox);
    await waitFor(async () => (await widthTaken()) === 0);
    expect(await isSidebarOpen()).toBe(true);
  });
});

describe('the settings in Firefox', () => {
  test('survive a reload, and the sidebar follows them', async () => {
    const own = await firefox.openOwn('options.html');
    await waitFor(() => own.evaluate(() => document.querySelector('input[value=off]') !== null));
    await own.evaluate(() => document.querySelector<HTMLInputElement>('input[value=off]')?.click());
    await waitFor(async () =>
      String(await own.evaluate("browser.storage.local.get('settings').then(JSON.stringify)")).includes(
        '"off"',
      ),
    );
    await own.close();
    await page.bringToFront();
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await settle();
    expect(await countHosts()).toBe(0);
  });
});

describe('a whole run in Firefox', () => {
  test('sends no request from the extension', () => {
    expect(firefox.outgoing()).toEqual([]);
  });

  test('causes no error, and nothing is refused by the policy', async () => {
    expect(await firefox.faults()).toEqual([]);
  });

  test('would show a request: a copy whose background makes one is detected', async () => {
    isReplaced = true;
    const copy = copyThatAsks('https://asked.example/');
    await firefox.uninstall();
    await firefox.install(copy);
    await waitFor(async () => firefox.outgoing().length > 0);
    expect(firefox.outgoing()).toContain('asked.example:443');
    rmSync(copy, { recursive: true });
  });
});
