import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Frame, Page } from 'playwright-core';
import { faultsInBothThemes } from './support/axe';
import { launchChromium, waitForPanel, type Chromium } from './support/chromium';
import { handleCentre, resetStorage, settle } from './support/look';
import { rowsOf } from './support/matrix';
import { KNOWN, UNKNOWN } from './support/pages';
import { whenStill } from './support/still';

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

/** The panel of a page, opened by the handle if the window has no room for it to open by itself. */
async function openPanel(id: string, size: { width: number; height: number }): Promise<Frame> {
  await openPage(`https://arxiv.org/abs/${id}`, size);
  if (id === UNKNOWN.id || size.width < 968) await page.mouse.click(...(await handleCentre(page)));
  const panel = await waitForPanel(page);
  await panel.getByRole('heading', { level: 1 }).waitFor();
  return panel;
}

const own = (name: string): string => `chrome-extension://${chromium.extensionId}/${name}`;

/** Pages of the extension, and the windows in which they are checked. */
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

/** Queries that find papers by words and by filters, one that finds none, and one with an error. */
const SEARCHES = ['chest x-ray report', 'modality:ct has:code', 'qqqq zzzz', 'modality:foo'];

describe('accessibility in light and dark colours:', () => {
  // 320: a phone; 640 by 400: a window of 1280 by 800, enlarged twice.
  test.each([
    [KNOWN.id, 1280, 800],
    [UNKNOWN.id, 1280, 800],
    [KNOWN.id, 640, 400],
    [KNOWN.id, 320, 700],
  ])('the panel of %s in a window of %i by %i has no violations', async (id, width, height) => {
    const panel = await openPanel(id, { width, height });
    expect(await faultsInBothThemes(page, panel)).toEqual([]);
  });

  test('the panel with a result marked, a tag chosen, and a preview open has no violations', async () => {
    const panel = await openPanel(KNOWN.id, { width: 1280, height: 800 });
    await panel.locator('table button').first().click();
    await panel.getByRole('button', { name: 'Back to your place' }).waitFor();
    await panel.locator('.tag').first().click();
    await panel.locator('.papers a').first().focus();
    await panel.locator('.preview').waitFor();
    expect(await faultsInBothThemes(page, panel)).toEqual([]);
  });

  test.each(rowsOf(OWN_PAGES, 5))(
    '%s in a window of %i by %i has no violations',
    async (name, width, height) => {
      await openPage(own(name), { width, height });
      await page.locator('h1').first().waitFor({ state: 'attached' });
      expect(await faultsInBothThemes(page, page)).toEqual([]);
    },
  );

  test.each(rowsOf([600, 320], 1))(
    'the popup of width %i whose side panel was refused has no violations',
    async (width) => {
      await openPage(own('popup.html'), { width, height: 600 });
      await page.evaluate(() => {
        Reflect.get(window, 'chrome').sidePanel.open = () => Promise.reject(new Error('no'));
      });
      await page.getByRole('button', { name: 'Open in side panel' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('.popup-foot .note').waitFor();
      expect(await faultsInBothThemes(page, page)).toEqual([]);
    },
  );

  test.each(rowsOf(SEARCHES, 2))('the popup that searches for %s has no violations', async (query) => {
    await openPage(own('popup.html'), { width: 600, height: 600 });
    await page.getByRole('combobox').first().fill(query);
    await page.locator('.hit, .empty').first().waitFor();
    expect(await faultsInBothThemes(page, page)).toEqual([]);
  });
});

describe('the keyboard', () => {
  test('reaches every control of the panel, and each has a name', async () => {
    const panel = await openPanel(KNOWN.id, { width: 1280, height: 800 });
    // Related papers are loaded after the rest.
    await panel.locator('.papers a').first().waitFor();
    const controls = 'a[href], button, input, select, textarea, [tabindex="0"]';
    await settle(page);
    await whenStill(() => panel.locator(controls).count());
    await panel.locator(controls).first().focus();
    /** Marks the control in focus as reached; undefined once all of them were reached before. */
    const reach = () =>
      panel.evaluate((selector) => {
        const at = document.activeElement;
        if (!at?.matches(`:is(${selector}):not([data-reached])`)) return undefined;
        at.setAttribute('data-reached', '');
        // The content of a field is not its name.
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
          // A row is a single tab stop: a key on it does the same as its button does for the pointer, and its title
          // names the key.
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
