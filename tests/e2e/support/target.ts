/** Popup and side panel: windows of the browser that Playwright does not know as pages, driven by its protocol. */
import type { BrowserContext } from 'playwright-core';
import { attachTo } from '@/lib/cli/protocol-target';

export interface Target {
  /** Evaluates an expression there, awaiting promises. */
  evaluate(expression: string): Promise<unknown>;
  /** Types text where the keyboard is. */
  type(text: string): Promise<void>;
  press(key: 'Enter' | 'ArrowDown' | 'Escape'): Promise<void>;
}

/** Waits for the window that shows an address and takes hold of it. */
export async function attachToTarget(context: BrowserContext, urlPart: string): Promise<Target> {
  const send = await attachTo(context, urlPart);
  return {
    evaluate: async (expression) => {
      const { result } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      });
      const { exceptionDetails, result: found } = result ?? {};
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return typeof found === 'object' && found !== null && 'value' in found ? found.value : undefined;
    },
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
  };
}
