import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchFirefox, waitFor, type Firefox } from './support/firefox';
import { evaluateInPopup, FRONT, openPopup, waitForNoPopup } from './support/popup';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await launchFirefox({ inPrivateWindows: true });
});
afterAll(() => firefox.close());

const inPopup = (expression: string) => evaluateInPopup(firefox, expression);

/** Everything that the extension stores, on disk or for the session, as text. */
async function allKept(): Promise<string> {
  const own = await firefox.openOwn('options.html');
  const kept = await own.evaluate(`Promise.all([browser.storage.local.get(), browser.storage.session.get()])
    .then((kept) => JSON.stringify([kept, Object.entries(localStorage)]))`);
  await own.close();
  return String(kept);
}

/** Types into the popup of a new window, and opens what is found. */
async function searchIn(isPrivate: boolean, words: string): Promise<void> {
  await firefox.window.evaluate(`void OpenBrowserWindow({ private: ${isPrivate} })`);
  await waitFor(() =>
    firefox.window.evaluate(
      `${FRONT} !== window && ${FRONT}.gBrowserInit?.delayedStartupFinished === true &&
        PrivateBrowsingUtils.isWindowPrivate(${FRONT}) === ${isPrivate}`,
    ),
  );
  await openPopup(firefox);
  await inPopup(`(() => {
    const field = document.querySelector('[role=combobox]');
    field.focus();
    field.setUserInput('${words}');
  })()`);
  await waitFor(async () => (await inPopup("document.querySelector('mark') !== null")) === 'true');
  await inPopup("document.querySelector('[role=option]').click()");
  await waitForNoPopup(firefox);
  await firefox.window.evaluate(`${FRONT} !== window && ${FRONT}.close()`);
  await waitFor(() => firefox.window.evaluate(`${FRONT} === window`));
}

describe('a search in a window of Firefox', () => {
  test('leaves nothing behind if the window is private', async () => {
    await searchIn(true, 'retina');
    expect(await allKept()).not.toContain('retina');
  });

  test('is stored in an ordinary window, so that the test above would have detected it', async () => {
    await searchIn(false, 'pathology');
    await expect.poll(allKept).toContain('pathology');
  });
});
