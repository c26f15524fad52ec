/** Popup and side panel: windows of the browser that Playwright does not know as pages, driven by its protocol. */
import type { BrowserContext } from 'playwright-core';
import { attachTo } from '@/lib/cli/devtools-target';

export interface Target {
  /** Evaluates an expression there, awaiting promises. */
  evaluate(expression: string): Promise<unknown>;
  /** Types text where the keyboard is. */
  type(text: string): Promise<void>;
  press(key: 'Enter' | 'ArrowDown' | 'Escape'): Promise<void>;
  /** Clicks the button of this name with the mouse, which counts as the user's own act. */
  click(name: string): Promise<void>;
}

/** Waits for the window that shows an address and takes hold of it. */
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
      // The popup may close on the key; then there is nothing left to release it in.
      void send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }).catch(() => undefined);
    },
    click: async (name) => {
      const centre = await evaluate(`(() => {
        const button = [...document.querySelectorAll('button')].find((each) => each.textContent === ${JSON.stringify(name)});
        button.scrollIntoView();
        const { x, y, width, height } = button.getBoundingClientRect();
        return [x + width / 2, y + height / 2].join();
      })()`);
      const [x, y] = String(centre).split(',').map(Number);
      // The popup may close on it, and then nothing answers.
      for (const type of ['mousePressed', 'mouseReleased']) {
        void send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 }).catch(
          () => undefined,
        );
      }
    },
  };
}
