import { describe, expect, test } from 'vitest';
import { waitForBadges } from './support/badges';
import { faultsOf } from './support/chromium';
import { chromium, DAILY, NEW, open, page, startListingBrowser } from './support/listing-browser';
import { attachToTarget, type Target } from './support/target';

startListingBrowser();

/** Opens the toolbar popup over the page, like a click on the icon. */
async function openPopup(): Promise<Target> {
  await page.bringToFront();
  const worker = await chromium.worker();
  await worker.evaluate(() => Reflect.get(globalThis, 'chrome').action.openPopup());
  return attachToTarget(chromium.context, '/popup.html');
}

/** Closes the popup, which another one replaces. */
async function closePopup(popup: Target): Promise<void> {
  // It closes before it could answer.
  void popup.evaluate('window.close()').catch(() => undefined);
  const worker = await chromium.worker();
  const count = (): Promise<number> =>
    worker.evaluate(
      async () =>
        (await Reflect.get(globalThis, 'chrome').runtime.getContexts({ contextTypes: ['POPUP'] })).length,
    );
  await expect.poll(count).toBe(0);
}

/** What the popup says about the list, and its controls: "name, pressed or not, enabled or not". */
const countIn = (popup: Target): Promise<unknown> =>
  popup.evaluate("document.querySelector('.list-count')?.textContent");
const switchIn = (popup: Target, name: string): Promise<unknown> =>
  popup.evaluate(`(() => {
    const found = [...document.querySelectorAll('.list-switches button')].find((each) => each.textContent.startsWith(${JSON.stringify(name)}));
    return found && [found.textContent, found.getAttribute('aria-pressed'), found.disabled].join();
  })()`);

const hiddenPapers = (): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('dd[hidden], div[hidden]:has(> article)').length);

describe('the popup over a list', () => {
  test.each([NEW, DAILY])(
    'counts its papers first, filters it and clears the filter: %s',
    async (address) => {
      await open(address);
      await waitForBadges(page, { badges: 4, known: 2 });
      const popup = await openPopup();
      await expect.poll(() => countIn(popup)).toBe('5 papers');
      await expect.poll(() => switchIn(popup, 'In the catalogue')).toBe('In the catalogue 2,false,false');
      await popup.click('In the catalogue 2');
      await expect.poll(() => countIn(popup)).toBe('2 of 5 papers');
      await expect.poll(() => switchIn(popup, 'In the catalogue')).toBe('In the catalogue 2,true,false');
      await expect.poll(hiddenPapers).toBe(3);
      // The page shows the toolbar, which says the same.
      await expect.poll(() => page.locator('sidelight-tools').count()).toBe(1);
      await popup.click('Clear');
      await expect.poll(hiddenPapers).toBe(0);
      await expect.poll(() => countIn(popup)).toBe('5 papers');
      await closePopup(popup);
    },
  );

  test('offers no switch that would leave nothing, and its tags filter', async () => {
    await open(NEW);
    await waitForBadges(page, { badges: 4, known: 2 });
    const popup = await openPopup();
    await expect.poll(() => countIn(popup)).toBe('5 papers');
    const choose = (at: number): Promise<unknown> =>
      popup.evaluate(`(() => {
        const choice = document.querySelector('.list-tag');
        choice.selectedIndex = ${at};
        choice.dispatchEvent(new Event('change', { bubbles: true }));
        return choice.options[${at}].textContent;
      })()`);
    const [, times = ''] = /\((\d+)\)$/.exec(String(await choose(1))) ?? [];
    expect(Number(times)).toBeGreaterThan(0);
    await expect.poll(() => countIn(popup)).toBe(`${times} of 5 papers`);
    await expect.poll(hiddenPapers).toBe(5 - Number(times));
    const switches = (): Promise<unknown> =>
      popup.evaluate(
        "[...document.querySelectorAll('.list-switches button[aria-pressed]')].every((each) => each.disabled === / 0$/.test(each.textContent))",
      );
    await expect.poll(switches).toBe(true);
    await closePopup(popup);
    // The filter stays when the popup closes, and the next popup shows it.
    const again = await openPopup();
    await expect.poll(() => countIn(again)).toBe(`${times} of 5 papers`);
    await expect.poll(hiddenPapers).toBe(5 - Number(times));
    await closePopup(again);
    expect(faultsOf(chromium)).toEqual([]);
  });
});
