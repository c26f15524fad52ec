import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { catalogueTitle, KNOWN, OTHER, UNKNOWN } from '../support/pages';
import { FIXTURE_WEB, type Web } from '../support/web';
import {
  EXTENSION,
  findOwnFrame,
  launchFirefox,
  ORIGIN,
  waitFor,
  waitForOwnFrame,
  type Firefox,
  WIDGET_ID,
} from './support/firefox';
import { evaluateInPopup, openPopup } from './support/popup';

/** A listing that names a paper of the catalogue and one that it does not hold. */
const LISTING = `<!doctype html><title>Computer Vision</title><div id="content"><div id="dlpage"><h1>CV</h1><dl id="articles">${[
  KNOWN,
  UNKNOWN,
]
  .map(
    ({
      id,
      title,
      abstract,
    }) => `<dt><a name="item1">[1]</a> <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a></dt>
<dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div><p class="mathjax">${abstract}</p></div></dd>`,
  )
  .join('')}</dl></div></div>`;
const WEB: Web = (url) =>
  url.pathname === '/list/cs.CV/recent'
    ? { contentType: 'text/html; charset=utf-8', body: LISTING }
    : FIXTURE_WEB(url);

let firefox: Firefox;
let page: Page;
beforeAll(async () => {
  firefox = await launchFirefox({ web: WEB });
  page = await firefox.openTab();
});
afterAll(async () => {
  await firefox.close();
});

const settle = (milliseconds = 800) => new Promise((resume) => setTimeout(resume, milliseconds));
const countHosts = () => page.evaluate(() => document.querySelectorAll('sidelight-sidebar').length);
/** What the sidebar leaves of the window's width; scroll bars differ between systems. */
const widthTaken = () =>
  page.evaluate(() => document.documentElement.clientWidth - document.body.getBoundingClientRect().width);

const marked = () => page.evaluate(() => [...(CSS.highlights.get('sidelight-mark') ?? [])].map(String));

/** Runs an expression in one of the extension's pages, which has all of its API. */
async function inExtension(expression: string): Promise<unknown> {
  const own = await firefox.openOwn('options.html');
  try {
    return await own.evaluate(expression);
  } finally {
    await own.close();
    await page.bringToFront();
  }
}

/** What the toolbar shows for the tab at an address. */
const badgeOf = (address: string): Promise<unknown> =>
  inExtension(
    `browser.tabs.query({ url: '${address}*' }).then(([tab]) => browser.browserAction.getBadgeText({ tabId: tab.id }))`,
  );

const clickIn = (text: string) => `[...document.querySelectorAll('button, a')].find((each) =>
  (each.getAttribute('aria-label') ?? each.title ?? '').includes('${text}') || each.textContent.includes('${text}')).click()`;

test('Firefox opens no sidebar by itself when the extension is installed', async () => {
  await settle(300);
  expect(await firefox.window.evaluate('SidebarController.isOpen')).toBe(false);
});

describe('a catalogue paper in Firefox', () => {
  test.each([
    `https://arxiv.org/abs/${KNOWN.id}?policy=strict`,
    `https://arxiv.org/abs/${KNOWN.id}`,
    `https://arxiv.org/html/${KNOWN.id}v1`,
    `https://huggingface.co/papers/${KNOWN.id}`,
  ])('has its sidebar beside %s', async (address) => {
    await page.goto(address);
    await waitForOwnFrame(page, catalogueTitle(KNOWN));
    expect(await countHosts()).toBe(1);
    expect(await widthTaken()).toBe(368);
  });

  test('is followed when the page changes its paper without loading', async () => {
    await page.evaluate(`goTo('${OTHER.id}')`);
    await waitForOwnFrame(page, catalogueTitle(OTHER));
    expect(await countHosts()).toBe(1);
  });

  test('shows on the page where a figure stands, and the way back', async () => {
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    const panel = await waitForOwnFrame(page, 'Reported results');
    await panel.evaluate(() => document.querySelector<HTMLElement>('table button')?.click());
    await waitFor(async () => (await marked()).length > 0);
    expect(await marked()).toEqual(['disease staging (F1 score of $0.63']);
    // The panel learns of the mark after the page shows it.
    await waitFor(() => panel.evaluate(() => document.body.innerText.includes('Back to your place')));
    await panel.evaluate(clickIn('Back to your place'));
    await waitFor(async () => (await marked()).length === 0);
  });

  test('outside the catalogue is read from its page when its reader asks', async () => {
    await page.goto(`https://arxiv.org/abs/${UNKNOWN.id}`);
    await waitFor(async () => (await countHosts()) === 1);
    expect(await findOwnFrame(page)).toBeUndefined();
    const [x, y] = await page.evaluate(() => {
      const { clientWidth } = document.documentElement;
      const tops = Array.from({ length: window.innerHeight }, (_, top) => top).filter(
        (top) => document.elementFromPoint(clientWidth - 22, top)?.localName === 'sidelight-sidebar',
      );
      return [clientWidth - 22, ((tops[0] ?? 0) + (tops.at(-1) ?? 0)) / 2] as const;
    });
    await page.mouse.click(x, y);
    await waitForOwnFrame(page, UNKNOWN.title);
  });

  test('leads to a related paper in the same tab, and back by the trail', async () => {
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
    await waitFor(async () => page.url() === target);
    expect(await inExtension('browser.storage.session.get().then(JSON.stringify)')).toContain(KNOWN.id);
  });

  test('stays folded on a site where it was folded', async () => {
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    const panel = await waitForOwnFrame(page, catalogueTitle(KNOWN));
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
    await inExtension('browser.storage.local.clear()');
  });
});

describe('a listing in Firefox', () => {
  test('has badges beside its entries, and a card behind them', async () => {
    await page.goto('https://arxiv.org/list/cs.CV/recent');
    await waitFor(() => page.evaluate(() => document.querySelectorAll('sidelight-badge').length === 2));
    const box = await page.evaluate(() => {
      const { x, y, width, height } =
        document.querySelector('sidelight-badge')?.getBoundingClientRect() ?? new DOMRect();
      return [x + width / 2, y + height / 2] as const;
    });
    await page.mouse.click(...box);
    expect(await waitForOwnFrame(page, catalogueTitle(KNOWN), 'card.html')).toBeDefined();
  });
});

describe('other pages in Firefox', () => {
  test.each([
    `https://arxiv.org/abs/${KNOWN.id}?states=1706.03762`,
    'https://arxiv.org/abs/2499.99999',
    `https://arxiv.org/html/${KNOWN.id}v1/x1.png`,
  ])('%s has no sidebar', async (address) => {
    await page.goto(address);
    await settle();
    expect(await countHosts()).toBe(0);
  });
});

describe('a page in Firefox that knows our address', () => {
  test('sees an empty frame', async () => {
    // With manifest version 2, Firefox does not restrict which sites may frame a page of ours.
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

describe('a PDF in Firefox, whose viewer lets no script in', () => {
  test('has the badge, the popup and the sidebar of the browser', async () => {
    // The viewer never reports that it has loaded.
    void page.goto(`https://arxiv.org/pdf/${KNOWN.id}`).catch(() => undefined);
    await waitFor(async () => (await badgeOf('https://arxiv.org/pdf/')) === '●');

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
    expect(await firefox.window.evaluateIn('popup.html', 'window.innerWidth')).toBe('600');
  });
});

const inPopup = (expression: string) => evaluateInPopup(firefox, expression);

describe('the popup in Firefox', () => {
  test('finds papers by words', async () => {
    const search = `(() => {
      const field = document.querySelector('[role=combobox]');
      field.focus();
      field.setUserInput('chest x-ray');
    })()`;
    await waitFor(() => firefox.window.evaluateIn('popup.html', "document.querySelector('[role=combobox]')"));
    await firefox.window.evaluateIn('popup.html', search);
    const count = await waitFor(async () =>
      Number(await firefox.window.evaluateIn('popup.html', "document.querySelectorAll('mark').length")),
    );
    expect(count).toBeGreaterThan(1);
  });
});

const BUTTON =
  "[...document.querySelectorAll('button')].find((each) => each.textContent === 'Open in sidebar')";
/** With these rights a click counts as one of the mouse; with those of the page it does not. */
const CLICK = `${BUTTON}.click()`;
const CLICK_OF_NO_HAND = `Components.utils.evalInSandbox(${JSON.stringify(CLICK)},
  Components.utils.Sandbox(window, { sandboxPrototype: window }))`;
const isSidebarOpen = () => firefox.window.evaluate('SidebarController.isOpen');

describe('the sidebar of Firefox itself', () => {
  test('where it is refused, the popup says how else it opens, and goes on', async () => {
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForOwnFrame(page, catalogueTitle(KNOWN));
    // Results of a search that was left would be announced meanwhile, over what is waited for.
    await inExtension("browser.storage.session.remove('search')");
    await openPopup(firefox);
    await waitFor(async () => (await inPopup(`${BUTTON} !== undefined`)) === 'true');
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

  test('opens by a click in the popup, which goes, and the sidebar on the page makes way for it', async () => {
    await inPopup(CLICK);
    await waitFor(async () =>
      (await firefox.window.evaluateIn('sidepanel.html', 'document.body.innerText'))?.includes(
        catalogueTitle(KNOWN),
      ),
    );
    await waitFor(async () => (await inPopup('1')) === undefined);
    await waitFor(async () => (await widthTaken()) === 0);
    expect(await isSidebarOpen()).toBe(true);
    await firefox.window.evaluate('SidebarController.hide()');
    await inExtension('browser.storage.local.clear()');
  });
});

describe('the settings in Firefox', () => {
  test('hold over a reload, and the sidebar obeys', async () => {
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
    await inExtension('browser.storage.local.clear()');
  });
});

describe('in all this Firefox', () => {
  test('saw nothing of the extension go out', () => {
    expect(firefox.outgoing()).toEqual([]);
  });

  test('had nothing to say against it: no error, nothing refused by its policy', async () => {
    expect(await firefox.faults()).toEqual([]);
  });

  test('would have seen it: a copy that asks the web from its background is found out', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'sidelight-copy-'));
    cpSync(EXTENSION, copy, { recursive: true });
    const { content_security_policy: _, ...manifest } = JSON.parse(
      readFileSync(join(copy, 'manifest.json'), 'utf8'),
    );
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(copy, 'background.js'), "fetch('https://asked.example/').catch(() => undefined);");
    await firefox.uninstall();
    await firefox.install(copy);
    await waitFor(async () => firefox.outgoing().length > 0);
    expect(firefox.outgoing()).toContain('asked.example:443');
    rmSync(copy, { recursive: true });
  });
});
