import { describe, expect, test } from 'vitest';
import { faultsOf, findPanel, waitForPanel } from './support/chromium';
import {
  controlsUnderSidebar,
  countHosts,
  handleCentre,
  settle,
  widthOfPage,
  lookAtSidebar,
  storedUnder,
} from './support/look';
import { chromium, newPage, open, page, startBrowser } from './support/page-browser';
import { KNOWN, UNKNOWN } from './support/pages';
import { whenStill } from './support/still';

startBrowser();

describe('a catalogue paper', () => {
  test.each([
    `https://arxiv.org/abs/${KNOWN.id}`,
    `https://arxiv.org/abs/${KNOWN.id}v2`,
    `https://arxiv.org/html/${KNOWN.id}v1`,
    `https://arxiv.org/pdf/${KNOWN.id}`,
    `https://arxiv.org/pdf/${KNOWN.id}v1.pdf`,
    `https://huggingface.co/papers/${KNOWN.id}`,
    `https://arxiv.org/abs/${KNOWN.id}?policy=strict`,
  ])('has its sidebar on %s', async (address) => {
    await open(address);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: 'Specialist vision-language models' }).waitFor();
    await panel.getByText('RobbieHolland/SpecialistVLMs').waitFor();
    expect(await countHosts(page)).toBe(1);
  });
});

describe('other pages', () => {
  test.each([
    'https://arxiv.org/list/cs.CV/recent',
    'https://arxiv.org/',
    `https://arxiv.org/html/${KNOWN.id}v1/x1.png`,
    'https://arxiv.org/abs/2499.99999',
    'https://huggingface.co/papers/date/2026-08-03',
  ])('do not change: %s', async (address) => {
    await open(address);
    await settle(page);
    expect(await countHosts(page)).toBe(0);
    expect(page.frames()).toHaveLength(1);
  });

  test('get no sidebar if the document states another paper than its address', async () => {
    await open(`https://arxiv.org/abs/${KNOWN.id}?states=1706.03762`);
    await settle(page);
    expect(await countHosts(page)).toBe(0);
  });

  test('get only a handle if their paper is outside the catalogue', async () => {
    await open(`https://arxiv.org/abs/${UNKNOWN.id}`);
    await expect.poll(() => countHosts(page)).toBe(1);
    await settle(page);
    expect(findPanel(page)).toBeUndefined();
    expect(await widthOfPage(page)).toBe(1280);
    await page.mouse.click(...(await handleCentre(page)));
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: UNKNOWN.title }).waitFor();
  });
});

const widthOfViewer = () => page.evaluate(() => document.body.getBoundingClientRect().width);

/** The right edge of the page's elements of a selector, the furthest of them, in CSS pixels of the window. */
const endOf = (selector: string): Promise<number> =>
  page.evaluate(
    (each) =>
      Math.max(...[...document.querySelectorAll(each)].map((found) => found.getBoundingClientRect().right)),
    selector,
  );

const hostsAndWidth = async () => [await countHosts(page), await widthOfPage(page)];

describe('the sidebar', () => {
  test('does not cover the page, which is restored afterwards', async () => {
    await open(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    const before = await page.evaluate(() => document.documentElement.getAttribute('style'));
    await page.evaluate(() => window.scrollTo(0, 500));
    const line = await page.evaluate(() => document.elementFromPoint(100, 80)?.textContent);
    await page.keyboard.press('Alt+Shift+S');
    await findPanel(page)?.getByRole('button', { name: 'Fold the sidebar' }).click();
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    expect(await page.evaluate(() => document.elementFromPoint(100, 80)?.textContent)).toBe(line);
    await expect.poll(() => page.evaluate(() => document.documentElement.getAttribute('style'))).toBe(before);
    await expect.poll(() => page.evaluate(() => document.querySelectorAll('html > style').length)).toBe(0);
  });

  test('is folded if there is no room, covers the page on request, and is folded by Escape', async () => {
    await newPage();
    await page.setViewportSize({ width: 700, height: 700 });
    await page.goto(`https://arxiv.org/abs/${KNOWN.id}`);
    await settle(page);
    expect(findPanel(page)).toBeUndefined();
    await page.mouse.click(...(await handleCentre(page)));
    await waitForPanel(page);
    expect(await widthOfPage(page)).toBe(700);
    await page.locator('#typing').focus();
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.elementFromPoint(500, 300)?.localName))
      .not.toBe('sidelight-sidebar');
  });

  test('remembers that it was folded on this site, and only there', async () => {
    await open(`https://arxiv.org/abs/${KNOWN.id}`);
    const panel = await waitForPanel(page);
    await panel.getByRole('button', { name: 'Fold the sidebar' }).click();
    await expect.poll(() => widthOfPage(page)).toBe(1280);
    await expect.poll(() => storedUnder(chromium, 'sidebar')).toMatchObject({ open: { arxiv: false } });
    await page.reload();
    await expect.poll(() => countHosts(page)).toBe(1);
    await settle(page);
    expect(findPanel(page)).toBeUndefined();
    await page.goto(`https://huggingface.co/papers/${KNOWN.id}`);
    await waitForPanel(page);
  });

  test('can be resized by mouse and keyboard, and keeps the width', async () => {
    await open(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
    await page.mouse.move(1280 - 368, 200);
    await page.mouse.down();
    await page.mouse.move(1280 - 420, 210, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 420);
    await page.keyboard.press('Tab');
    await expect.poll(() => storedUnder(chromium, 'sidebar')).toMatchObject({ width: 420 });
    await page.reload();
    await waitForPanel(page);
    await expect.poll(() => widthOfPage(page)).toBe(1280 - 420);
  });

  test('moves controls that the page fixes to the right edge', async () => {
    await open(`https://arxiv.org/html/${KNOWN.id}v1`);
    await waitForPanel(page);
    await expect.poll(() => endOf('#openForm')).toBe(1280 - 368 - 20);
  });

  test.each([1280, 1000])(
    'keeps all controls of a full text visible in a window of %i pixels',
    async (width) => {
      await newPage();
      await page.setViewportSize({ width, height: 700 });
      await page.goto(`https://arxiv.org/html/${KNOWN.id}v1?scaffold`);
      await waitForPanel(page);
      await expect.poll(() => widthOfPage(page)).toBe(width - 368);
      await expect.poll(() => controlsUnderSidebar(page, 368)).toEqual([]);
      const { x, width: textWidth } = await whenStill(() => page.locator('.ltx_abstract').boundingBox());
      expect(x + textWidth).toBeLessThanOrEqual(width - 368);
    },
  );

  test('keeps all links of Hugging Face’s header visible in a window of 1100 pixels', async () => {
    await newPage();
    await page.setViewportSize({ width: 1100, height: 700 });
    await page.goto(`https://huggingface.co/papers/${KNOWN.id}`);
    // The site's own layout: by the window's width, one line, nothing shrinks.
    await page.evaluate(() => {
      const links = 'Models Datasets Spaces Community Docs Enterprise Pricing LogIn SignUp'
        .split(' ')
        .map((name) => `<li style="padding:0 12px"><a href="#${name}">${name}</a></li>`);
      document.body.insertAdjacentHTML(
        'afterbegin',
        `<div data-target="MainHeader"><header><div class="container" style="display:flex;height:4rem;align-items:center">
        <input style="width:260px;flex:none"><nav><ul style="display:flex;list-style:none">${links.join('')}</ul></nav></div></header></div>`,
      );
    });
    await waitForPanel(page);
    await expect.poll(() => widthOfPage(page)).toBe(1100 - 368);
    await expect.poll(() => endOf('header a')).toBeLessThanOrEqual(1100 - 368);
  });

  test('is placed beside a PDF, which keeps its own toolbar', async () => {
    await open(`https://arxiv.org/pdf/${KNOWN.id}`);
    await waitForPanel(page);
    await expect.poll(widthOfViewer).toBe(1280 - 368);
    await findPanel(page)?.getByRole('button', { name: 'Fold the sidebar' }).click();
    await expect.poll(widthOfViewer).toBe(1280);
    // Folded, the handle covers neither the viewer's toolbar nor its scroll bar.
    const [x, y] = await handleCentre(page);
    expect(y).toBeGreaterThan(56 + 22);
    expect(
      await page.evaluate(([, top]) => document.elementFromPoint(1270, top)?.localName, [x, y] as const),
    ).not.toBe('sidelight-sidebar');
  });

  test('moves nothing before it is opened', async () => {
    await newPage();
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(Reflect.get(entry, 'value'));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`https://arxiv.org/abs/${UNKNOWN.id}`);
    const [x, y] = await handleCentre(page);
    await page.mouse.move(x, y);
    await waitForPanel(page);
    await settle(page, 500);
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
  });

  test('follows the settings while the page is open', async () => {
    await open(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    const settings = await chromium.context.newPage();
    await settings.goto(`chrome-extension://${chromium.extensionId}/options.html`);
    const choose = (site: string, value: string) =>
      settings.getByRole('group', { name: site }).locator(`input[value=${value}]`).check();
    await choose('On arXiv', 'off');
    await expect.poll(hostsAndWidth).toEqual([0, 1280]);
    await choose('On arXiv', 'handle');
    await expect.poll(hostsAndWidth).toEqual([1, 1280]);
    await choose('On arXiv', 'open');
    await expect.poll(hostsAndWidth).toEqual([1, 1280 - 368]);
    await page.bringToFront();
    // Folded by the user: a change on another site must not open it again.
    await (await waitForPanel(page)).getByRole('button', { name: 'Fold the sidebar' }).click();
    await expect.poll(hostsAndWidth).toEqual([1, 1280]);
    await choose('On Hugging Face', 'off');
    await settle(page);
    expect(await hostsAndWidth()).toEqual([1, 1280]);
    await settings.close();
  });

  test('is not printed', async () => {
    await open(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.evaluate(
        () => getComputedStyle(document.querySelector('sidelight-sidebar') ?? document.body).display,
      ),
    ).toBe('none');
    await expect.poll(() => widthOfPage(page)).toBe(1280);
  });

  test('is hidden in full screen', async () => {
    await open(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    await page.evaluate(() => document.documentElement.requestFullscreen());
    await expect.poll(async () => (await lookAtSidebar(page))?.isHidden).toBe(true);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(async () => (await lookAtSidebar(page))?.isHidden).toBe(false);
  });

  test('does not pass its keys to the page, and restores the focus', async () => {
    await open(`https://arxiv.org/abs/${KNOWN.id}`);
    await waitForPanel(page);
    await page.evaluate(() => {
      const keys: string[] = [];
      Object.assign(window, { keys });
      for (const type of ['keydown', 'keyup'])
        window.addEventListener(type, (event) => keys.push(event.type), true);
    });
    const panel = findPanel(page);
    await panel?.getByText('Catalogue from').click();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => Reflect.get(window, 'keys'))).toEqual([]);
  });
});

describe('a page that frames the panel itself', () => {
  test('gets nothing', async () => {
    await open(`https://arxiv.org/abs/${UNKNOWN.id}`);
    await settle(page);
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
    }, `chrome-extension://${chromium.extensionId}/panel.html#guess`);
    await settle(page, 1200);
    expect(findPanel(page)).toBeUndefined();
    // The only error in this file: the browser's, about the page's own attempt.
    await expect.poll(() => chromium.errors.length).toBeGreaterThan(0);
    expect(chromium.errors.splice(0)).toEqual([expect.stringContaining('Denying load of')]);
  });
});

test('all tests of this file ran without a web request and without a failure', () => {
  expect(chromium.requests.length).toBeGreaterThan(5);
  expect(faultsOf(chromium)).toEqual([]);
});
