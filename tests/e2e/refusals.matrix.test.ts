import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { faultsOf, waitForPanel } from './support/chromium';
import { ABSTRACT, chromium, open, own, stored, useChromium } from './support/faulty-browser';
import { countHosts, handleCentre, settle, store, widthOfPage } from './support/look';
import { rowsOf } from './support/matrix';
import { catalogueTitle, KNOWN } from './support/pages';
import { attachToTarget } from './support/target';

const SHAPES = [
  ['in another shape', { version: 1, values: { sidebar: 'wide' } }, true],
  ['of a later release', { version: 99, values: { everything: 'new' } }, false],
  ['that are no object', 'open, please', true],
] as const;

describe('the storage', () => {
  useChromium();

  test.each(rowsOf(SHAPES, 1))(
    'keeps settings %s until they are saved over, and the defaults apply',
    async (_, settings, isUnreadable) => {
      const memory = { width: 'wide', open: [] };
      await store(chromium, { settings, sidebar: memory, 'recent-searches': { 0: 1 } });
      const page = await open(ABSTRACT);
      const panel = await waitForPanel(page);
      await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
      await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
      const form = await own('options.html');
      const handle = form.locator('input[value=handle]').first();
      await handle.waitFor();
      await expect.poll(() => form.getByText('could not be read').count()).toBe(isUnreadable ? 1 : 0);
      expect([await stored('settings'), await stored('settings-unreadable')]).toEqual([settings, undefined]);
      await own('popup.html').then((popup) => popup.getByRole('combobox').waitFor());
      await form.bringToFront();
      await handle.check();
      await expect.poll(() => stored('settings')).toMatchObject({ values: { sidebar: { arxiv: 'handle' } } });
      const aside = await stored('settings-unreadable');
      const kept: unknown = typeof aside === 'string' ? JSON.parse(aside) : aside;
      expect(kept).toEqual(isUnreadable ? settings : undefined);
      expect(faultsOf(chromium)).toEqual([]);
    },
  );

  test('loses no setting if it is full, and the settings page says so', async () => {
    const form = await own('options.html');
    await form.locator('input[value=handle]').first().check();
    await expect.poll(() => stored('settings')).toMatchObject({ values: { sidebar: { arxiv: 'handle' } } });
    const before = await stored('settings');
    // To the last byte of the available room.
    const worker = await chromium.worker();
    await worker.evaluate(async () => {
      const { local } = Reflect.get(globalThis, 'chrome').storage;
      await local.set({ most: 'x'.repeat(local.QUOTA_BYTES - 60_000) });
      let length = 0;
      for (let step = 2 ** 15; step >= 1; step /= 2) {
        const isKept = await local.set({ fill: 'x'.repeat(length + step) }).then(
          () => true,
          () => false,
        );
        if (isKept) length += step;
      }
    });
    // Longer than the stored value, so that it does not fit.
    await form.locator('input[value=handle]').nth(1).click();
    await form.getByText('did not save this change').waitFor();
    expect(await stored('settings')).toEqual(before);
    await expect.poll(() => form.locator('input[value=handle]').nth(1).isChecked()).toBe(false);

    const page = await open(ABSTRACT);
    await expect.poll(() => countHosts(page)).toBe(1);
    await settle(page);
    expect(await widthOfPage(page)).toBe(1280);
    // It opens nevertheless; only the fact that it was opened is forgotten.
    const memory = await stored('sidebar');
    await page.mouse.click(...(await handleCentre(page)));
    await waitForPanel(page).then((panel) =>
      panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor(),
    );
    await settle(page);
    expect([await stored('settings'), await stored('sidebar')]).toEqual([before, memory]);
    const popup = await own('popup.html');
    await popup.getByRole('combobox').fill('chest x-ray');
    await popup.locator('mark').first().waitFor();

    // Once there is room, settings are stored again.
    await (
      await chromium.worker()
    ).evaluate(() => Reflect.get(globalThis, 'chrome').storage.local.remove(['most', 'fill']));
    await form.bringToFront();
    await form.locator('input[value=handle]').nth(1).check();
    await expect
      .poll(() => stored('settings'))
      .toMatchObject({ values: { sidebar: { huggingFace: 'handle' } } });
    expect(faultsOf(chromium)).toEqual([]);
  });
});

describe('the clipboard', () => {
  useChromium();

  test('is reported as refused if the browser refuses it', async () => {
    const page = await open(ABSTRACT);
    const panel = await waitForPanel(page);
    await panel.getByRole('heading', { name: catalogueTitle(KNOWN) }).waitFor();
    await panel.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
      });
      document.execCommand = () => false;
    });
    await panel.getByRole('button', { name: 'BibTeX' }).click();
    await panel.getByText('Not copied: the browser refused access to the clipboard.').waitFor();
    expect(faultsOf(chromium)).toEqual([]);
  });
});

const REFUSALS = [
  ['refused', "() => Promise.reject(new Error('No active side panel'))"],
  ['that fails', "() => { throw new TypeError('Error in invocation'); }"],
] as const;

/** Waits until the popup says, visibly and to a screen reader, how else the side panel opens. */
const saysSo = async (popup: Page): Promise<void> => {
  await popup.locator('.note').getByText('choose “Open side panel”').waitFor();
  await popup.getByRole('status').getByText('did not open its side panel').waitFor();
};

describe('the side panel', () => {
  useChromium();

  test.each(rowsOf(REFUSALS, 1))(
    'is explained in the popup, which stays usable, if the browser refuses it: %s',
    async (_, answer) => {
      const page = await open(ABSTRACT);
      await waitForPanel(page);
      await expect.poll(() => widthOfPage(page)).toBe(1280 - 368);
      const popup = await chromium.context.newPage();
      await popup.addInitScript(`chrome.sidePanel.open = ${answer};`);
      await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
      const field = popup.getByRole('combobox', { name: 'Search papers' });
      await field.fill('chest x-ray');
      // The number of results is announced too, and would replace the announcement of the refusal.
      await popup.getByRole('status').getByText(/^\d/).waitFor();
      await popup.getByRole('button', { name: 'Open in side panel' }).click();
      await saysSo(popup);
      expect(await field.inputValue()).toBe('chest x-ray');
      // The sidebar on the page has not been closed.
      expect(await widthOfPage(page)).toBe(1280 - 368);
      // What was typed last is kept at once, whatever was found by then.
      await field.fill('report');
      await popup.reload();
      await expect.poll(() => field.inputValue()).toBe('report');
      expect(await popup.locator('.note').count()).toBe(0);
      expect(faultsOf(chromium)).toEqual([]);
    },
  );

  test('is explained in the popup if Chromium itself refuses, as it does without a user’s click', async () => {
    const popup = await own('popup.html');
    // Until the refusal is shown, only this evaluates in the page: Chromium counts the test driver's evaluations as user
    // activation for a while, and a click before the app is there is repeated when it is.
    const session = await chromium.context.newCDPSession(popup);
    const click = `(() => {
      [...document.querySelectorAll('button')].find((each) => each.textContent === 'Open in side panel')?.click();
      return document.querySelector('.note')?.textContent ?? '';
    })()`;
    await expect
      .poll(async () => {
        const asked = { expression: click, userGesture: false, returnByValue: true };
        return (await session.send('Runtime.evaluate', asked)).result.value;
      })
      .toContain('Open side panel');
    await saysSo(popup);
    // A real click on the same button opens it, and the popup closes.
    const gone = popup.waitForEvent('close');
    await popup.getByRole('button', { name: 'Open in side panel' }).click();
    await gone;
    await attachToTarget(chromium.context, '/sidepanel.html');
    expect(faultsOf(chromium)).toEqual([]);
  });

  test('is not offered if the browser does not support it', async () => {
    const popup = await chromium.context.newPage();
    await popup.addInitScript('delete chrome.sidePanel.open;');
    await popup.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
    await popup.getByRole('button', { name: 'Settings' }).waitFor();
    expect(await popup.getByRole('button', { name: /side panel/ }).count()).toBe(0);
    expect(faultsOf(chromium)).toEqual([]);
  });
});
