/** Popup and side panel: browser windows that Playwright does not know as pages, controlled through its protocol. */
import type { BrowserContext } from 'playwright-core';
import { attachTo } from '@/lib/cli/devtools-target';

/** Such a window, as far as tests control it. */
export interface Target {
  /** Evaluates an expression there, awaiting promises. */
  evaluate(expression: string): Promise<unknown>;
  /** Types text into the focused element. */
  type(text: string): Promise<void>;
  press(key: 'Enter' | 'ArrowDown' | 'Escape'): Promise<void>;
  /** Clicks the button with this name with the mouse, which counts as user activation. */
  click(name: string): Promise<void>;
}

/** Frames in which a button has to stay where it is before it is clicked. */
const STILL_FRAMES = 10;

/**
 * An expression for the centre of a button, as "x,y", once the button has stayed there: a popup still loads, takes
 * its size and scrolls to its search field, and a click at an earlier place would open a paper instead.
 */
const whereToClick = (name: string): string => `new Promise((resolve) => {
  let last = '';
  let frames = 0;
  const look = () => {
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent === ${JSON.stringify(name)});
    button?.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = button?.getBoundingClientRect() ?? new DOMRect();
    const centre = [x + width / 2, y + height / 2];
    const isHit = button !== undefined && button.contains(document.elementFromPoint(...centre));
    frames = isHit && last === centre.join() ? frames + 1 : 0;
    last = centre.join();
    if (frames >= ${STILL_FRAMES}) resolve(last);
    else requestAnimationFrame(look);
  };
  look();
})`;

/** Waits for the window that shows an address and attaches to it. */
export async function attachToTarget(context: BrowserContext, urlPart: string): Promise<Target> {
  const send = await attachTo(context, urlPart);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result } = await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    const { exceptionDetails, result: found } = result ?? {};
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return typeof found === 'object' && found !== null && 'value' in found ? found.value : undefined;
  };
  return {
    evaluate,
    type: async (text) => {
      await send('Input.insertText', { text });
    },
    press: async (key) => {
      const code = { Enter: 13, ArrowDown: 40, Escape: 27 }[key];
      const text = key === 'Enter' ? { text: '\r' } : {};
      const event = { key, code: key, windowsVirtualKeyCode: code, ...text };
      await send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
      // The key may close the popup; then its release cannot be sent.
      void send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }).catch(() => undefined);
    },
    click: async (name) => {
      const [x, y] = String(await evaluate(whereToClick(name)))
        .split(',')
        .map(Number);
      // The click may close the popup, and then there is no response.
      for (const type of ['mousePressed', 'mouseReleased']) {
        void send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 }).catch(
          () => undefined,
        );
      }
    },
  };
}
