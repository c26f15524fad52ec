import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchChromium, type Chromium } from './support/chromium';
import { closeOwnWindows } from './support/chromium-renew';
import { attachToTarget } from './support/target';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium({ isChangedForGood: true });
  // The setting on the browser's page of extensions: allow this one in private windows.
  const manage = await chromium.context.newPage();
  await manage.goto('chrome://extensions/');
  await manage.evaluate(
    (extensionId) =>
      Reflect.get(globalThis, 'chrome').developerPrivate.updateExtensionConfiguration({
        extensionId,
        incognitoAccess: true,
      }),
    chromium.extensionId,
  );
  // The browser starts the extension again for that.
  const isAllowed = async (): Promise<unknown> => {
    const own = await chromium.context.newPage();
    try {
      await own.goto(`chrome-extension://${chromium.extensionId}/manifest.json`);
      return await own.evaluate(() => Reflect.get(globalThis, 'chrome').extension.isAllowedIncognitoAccess());
    } finally {
      await own.close();
    }
  };
  await vi.waitUntil(() => isAllowed().catch(() => false), { timeout: 40_000 });
  await manage.waitForTimeout(1000);
});
afterAll(() => chromium.close());

/** Everything that the extension stores, on disk or for the session, as text. */
async function allKept(): Promise<string> {
  const own = await chromium.context.newPage();
  try {
    await own.goto(`chrome-extension://${chromium.extensionId}/options.html`);
    return await own.evaluate(async () => {
      const { local, session } = Reflect.get(globalThis, 'chrome').storage;
      return JSON.stringify([await local.get(), await session.get(), Object.entries(localStorage)]);
    });
  } finally {
    await own.close();
  }
}

/** Types the words into the popup of a window, and opens what they find. */
async function searchIn(isPrivate: boolean, words: string): Promise<void> {
  const own = await chromium.context.newPage();
  await own.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  const found = await own.evaluate(async (incognito) => {
    const { windows, action } = Reflect.get(globalThis, 'chrome');
    const opened = await windows.create({ incognito, url: 'about:blank', focused: true });
    // It takes a while until the new window is in front, and has a toolbar.
    for (const end = Date.now() + 40_000; ;) {
      const refused = await action.openPopup({ windowId: opened.id }).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (refused === undefined) return opened.incognito;
      if (Date.now() > end) throw refused;
      await new Promise((resume) => setTimeout(resume, 200));
    }
  }, isPrivate);
  expect(found).toBe(isPrivate);
  const popup = await attachToTarget(chromium.context, '/popup.html');
  await expect.poll(() => popup.evaluate("document.activeElement?.localName ?? ''")).toBe('input');
  await popup.type(words);
  await expect.poll(() => popup.evaluate("document.querySelectorAll('[role=option]').length > 0")).toBe(true);
  await popup.press('Enter');
  await own.waitForTimeout(700);
  await own.close();
  // It closes by itself, but on a busy machine not before the next search, which would then be typed into it.
  await closeOwnWindows(chromium.context, chromium.extensionId, 'popup.html');
}

describe('a search in the popup', () => {
  test('of a private window is stored nowhere', async () => {
    await searchIn(true, 'retina');
    expect(await allKept()).not.toContain('retina');
  });

  test('of an ordinary window is stored, so that the test above would have detected it', async () => {
    await searchIn(false, 'pathology');
    await expect.poll(allKept).toContain('pathology');
  });
});
