import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { faultsIn, overflowOf } from './support/axe';
import { launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { handleCentre, resetStorage, settle } from './support/look';
import { rowsOf } from './support/matrix';
import { KNOWN, UNKNOWN } from './support/pages';

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
});
afterEach(async () => {
  await page.close();
  await resetStorage(chromium);
});
afterAll(() => chromium.close());

async function openPage(address: string, size: { width: number; height: number }): Promise<void> {
  page = await chromium.context.newPage();
  await page.setViewportSize(size);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
}

/** The panel of a page, opened by the handle where the window has no room for it to open by itself. */
async function openPanel(id: string, size: { width: number; height: number }): Promise<Frame> {
  await openPage(`https://arxiv.org/abs/${id}`, size);
  if (id === UNKNOWN.id || size.width < 968) await page.mouse.click(...(await handleCentre(page)));
  const panel = await waitForPanel(page);
  await panel.getByRole('heading', { level: 1 }).waitFor();
  return panel;
}

const own = (name: string): string => `chrome-extension://${chromium.extensionId}/${name}`;

/** What axe finds, and that a page is wider than its window, in light colours and then in dark ones. */
async function faultsInBoth(shown: Page | Frame): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const faults = await faultsIn(shown, { ofColours: colorScheme === 'dark' });
    found.push(...faults.map((fault) => ({ colorScheme, fault })));
    const overflow = await overflowOf(shown);
    if (overflow > 0) found.push({ colorScheme, overflow });
  }
  return found;
}

/** Pages of the extension, and the windows that they are looked at in. */
const OWN_PAGES: readonly (readonly [name: string, width: number, height: number])[] = [
  ['popup.html', 600, 600],
  ['popup.html', 320, 600],
  ['options.html', 900, 800],
  ['options.html', 320, 800],
  ['library.html', 1280, 800],
  ['library.html', 320, 800],
  ['sidepanel.html', 320, 800],
  ['welcome.html', 1280, 800],
  ['welcome.html', 320, 800],
];

/** What finds papers, by words and by filters, what finds none, and what is a fault. */
const SEARCHES = ['chest x-ray report', 'modality:ct has:code', 'qqqq zzzz', 'modality:foo'];

describe('in light colours and in dark ones', () => {
  // 320: a phone; 640 by 400: a window of 1280 by 800 at twice the size.
  test.each([
    [KNOWN.id, 1280, 800],
    [UNKNOWN.id, 1280, 800],
    [KNOWN.id, 640, 400],
    [KNOWN.id, 320, 700],
  ])('the panel of %s in a window of %i by %i', async (id, width, height) => {
    const panel = await openPanel(id, { width, height });
    expect(await faultsInBoth(panel)).toEqual([]);
  });

  test('the panel with a result shown, a tag chosen, and a preview open', async () => {
    const panel = await openPanel(KNOWN.id, { width: 1280, height: 800 });
    await panel.locator('table button').first().click();
    await panel.getByRole('button', { name: 'Back to your place' }).waitFor();
    await panel.locator('.tag').first().click();
    await panel.locator('.papers a').first().focus();
    await panel.locator('.preview').waitFor();
    expect(await faultsInBoth(panel)).toEqual([]);
  });

  test.each(rowsOf(OWN_PAGES, 5))('%s in a window of %i by %i', async (name, width, height) => {
    await openPage(own(name), { width, height });
    await page.locator('h1').first().waitFor({ state: 'attached' });
    expect(await faultsInBoth(page)).toEqual([]);
  });

  test.each(rowsOf([600, 320], 1))(
    'the popup of width %i to which the side panel was refused',
    async (width) => {
      await openPage(own('popup.html'), { width, height: 600 });
      await page.evaluate(() => {
        Reflect.get(window, 'chrome').sidePanel.open = () => Promise.reject(new Error('no'));
      });
      await page.getByRole('button', { name: 'Open in side panel' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.popup-foot .note').waitFor();
      expect(await faultsInBoth(page)).toEqual([]);
    },
  );

  test.each(rowsOf(SEARCHES, 2))('the popup that searches for %s', async (query) => {
    await openPage(own('popup.html'), { width: 600, height: 600 });
    await page.getByRole('combobox').first().fill(query);
    await page.locator('.hit, .empty').first().waitFor();
    expect(await faultsInBoth(page)).toEqual([]);
  });
});

describe('the keyboard', () => {
  test('reaches every control of the panel, each of which has a name', async () => {
    const panel = await openPanel(KNOWN.id, { width: 1280, height: 800 });
    // Related papers are listed after the rest.
    await panel.locator('.papers a').first().waitFor();
    await settle(page);
    const controls = 'a[href], button, input, select, textarea, [tabindex="0"]';
    await panel.locator(controls).first().focus();
    /** Marks the control in focus as reached; undefined once there is none that was not reached before. */
    const reach = () =>
      panel.evaluate((selector) => {
        const at = document.activeElement;
        if (!at?.matches(`:is(${selector}):not([data-reached])`)) return undefined;
        at.setAttribute('data-reached', '');
        // What a field holds is not its name.
        const isField = at.matches('input, select, textarea');
        const label: unknown = isField ? Reflect.get(at, 'labels')?.[0]?.textContent : at.textContent;
        return { name: at.getAttribute('aria-label') ?? label, markup: at.outerHTML };
      }, controls);
    const nameless: string[] = [];
    for (let at = await reach(); at; at = await reach()) {
      if (typeof at.name !== 'string' || at.name.trim() === '') nameless.push(at.markup);
      await page.keyboard.press('Tab');
    }
    const missed = await panel.evaluate(
      (selector) =>
        [...document.querySelectorAll(`:is(${selector}):not([data-reached])`)]
          // A row is one stop: a key on it does what such a button does for the pointer, and its title names the key.
          .filter(
            (each) =>
              !each.matches('[tabindex="-1"]') || !/\([A-Z]\)$/.test(each.getAttribute('title') ?? ''),
          )
          .map((each) => each.outerHTML),
      controls,
    );
    expect({ nameless, missed }).toEqual({ nameless: [], missed: [] });
    expect(await panel.locator('select[data-reached]').count()).toBeGreaterThan(0);
  });
});
