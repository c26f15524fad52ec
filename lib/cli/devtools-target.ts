/**
 * Controls targets that Playwright does not expose as pages (popup, side panel, service worker), over the
 * DevTools protocol.
 */
import type { BrowserContext, CDPSession } from 'playwright-core';

/** A reply of the protocol; the shape of its fields depends on the method. */
interface Reply {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: unknown;
}

function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null;
}

async function findTargetId(session: CDPSession, urlPart: string): Promise<string> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const { targetInfos } = await session.send('Target.getTargets');
    const found = targetInfos.find(({ url }) => url.includes(urlPart));
    if (found) return found.targetId;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing in the browser shows ${urlPart}`);
}

/** Waits for the target with an address and attaches to it; returns a function that sends it a command. */
export async function attachTo(
  context: BrowserContext,
  urlPart: string,
): Promise<(method: string, params?: object) => Promise<Reply>> {
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
  return async (method, params = {}) => {
    count += 1;
    const id = count;
    const reply = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    return reply;
  };
}
