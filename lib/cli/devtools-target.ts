/** What of the browser Playwright does not know as a page, spoken to by its protocol: popup, side panel, service worker. */
import type { BrowserContext, CDPSession } from 'playwright-core';

/** A protocol's answer, its members of unknown shape. */
export interface Reply {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: unknown;
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
  throw new Error(`Nothing in the browser shows ${urlPart}`);
}

/** Waits for what shows an address and takes hold of it; the answer sends it a command. */
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
