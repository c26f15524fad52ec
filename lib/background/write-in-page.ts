/**
 * Copies text from the background, which has no clipboard access, by a function that runs in the tab of the click.
 */
import { browser } from 'wxt/browser';
import { withoutControls } from '@/lib/domain/text/controls';

/** Runs in the page's isolated world, so it can use nothing of this module but its argument. */
const write = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** The value returned in the last frame in which the script ran; undefined if there was none. */
const isDone = (results: readonly unknown[] | undefined, read: (result: unknown) => unknown): boolean =>
  results?.some((result) => read(result) === true) ?? false;

/** Puts text on the clipboard; false if the page or the browser does not allow it. */
export async function writeInPage(tabId: number, unsafe: string): Promise<boolean> {
  const text = withoutControls(unsafe);
  try {
    // Manifest V2 (Firefox) has `tabs.executeScript` instead of `scripting`.
    if (browser.scripting === undefined) {
      const code = `(${write.toString()})(${JSON.stringify(text)})`;
      return isDone(await browser.tabs.executeScript(tabId, { code }), (result) => result);
    }
    const results = await browser.scripting.executeScript({ target: { tabId }, func: write, args: [text] });
    return isDone(results, (each) =>
      typeof each === 'object' && each !== null ? Reflect.get(each, 'result') : false,
    );
  } catch {
    // A browser page, or a closed tab: the caller shows the paper instead.
    return false;
  }
}
