/** Popup and side panel: windows of the browser that Playwright does not know as pages, driven by its protocol. */
import type { BrowserContext, CDPSession } from 'playwright-core';

export interface Target {
  /** Evaluates an expression there, awaiting promises. */
  evaluate(expression: string): Promise<unknown>;
  /** Types text where the keyboard is. */
  type(text: string): Promise<void>;
  press(key: 'Enter' | 'ArrowDown' | 'Escape'): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null;
}

async function findTargetId(session: CDPSession, urlPart: string): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const { targetInfos } = await session.send('Target.getTargets');
    const found = targetInfos.find(({ url }) => url.includes(urlPart));
    if (found) return found.targetId;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No window shows ${urlPart}`);
}

/** Waits for the window that shows an address and takes hold of it. */
export async function attachToTarget(context: BrowserContext, urlPart: string): Promise<Target> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser takes no protocol session');
  const targetId = await findTargetId(session, urlPart);
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (reply: Reply) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message, sessionId: from }) => {
    const reply: unknown = JSON.parse(message);
    if (from !== sessionId || !isReply(reply) || reply.id === undefined) return;
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  let count = 0;
  const send = async (method: string, params: object): Promise<Reply> => {
    count += 1;
    const id = count;
    const reply = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    return reply;
  };
  return {
    evaluate: async (expression) => {
      const { result } = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      });
      if (result?.exceptionDetails) throw new Error(JSON.stringify(result.exceptionDetails));
      return result?.result?.value;
    },
    type: async (text) => {
      await send('Input.insertText', { text });
    },
    press: async (key) => {
      const code = { Enter: 13, ArrowDown: 40, Escape: 27 }[key];
      const text = key === 'Enter' ? { text: '\r' } : {};
      for (const type of ['keyDown', 'keyUp']) {
        await send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: code, ...text });
      }
    },
  };
}
