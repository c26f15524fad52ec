/** Copying from the background, which has no clipboard of its own: in the tab that the user has just clicked in. */
import { browser } from 'wxt/browser';
import { withoutControls } from '@/lib/domain/text/controls';

/** Runs in the page, beside its scripts: nothing from here but its argument is at hand. */
const write = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

/** What the last frame that ran a script gave; undefined where there was none. */
const isDone = (results: readonly unknown[] | undefined, read: (result: unknown) => unknown): boolean =>
  results?.some((result) => read(result) === true) ?? false;

/** Puts text on the clipboard; false where the page or the browser does not let us. */
export async function writeInPage(tabId: number, unsafe: string): Promise<boolean> {
  const text = withoutControls(unsafe);
  try {
    // Firefox's manifest 2 has the older way, and no permission to ask for the newer one.
    if (browser.scripting === undefined) {
      const code = `(${write.toString()})(${JSON.stringify(text)})`;
      return isDone(await browser.tabs.executeScript(tabId, { code }), (result) => result);
    }
    const results = await browser.scripting.executeScript({ target: { tabId }, func: write, args: [text] });
    return isDone(results, (each) =>
      typeof each === 'object' && each !== null ? Reflect.get(each, 'result') : false,
    );
  } catch {
    // A page of the browser's, or one that has gone: whoever asked shows the paper instead.
    return false;
  }
}
