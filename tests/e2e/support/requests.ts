/** Who asked the web for something: a page of the web, or the extension. */
import type { BrowserContext, Page, Request } from 'playwright-core';

export interface Asked {
  readonly url: string;
  readonly from: 'page' | 'extension';
}

/** What Chromium itself asks for, whatever is switched off. */
export const CHROMIUM_OWN = /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com)(?::\d+|\/|$)/;

/** Host and port of an address, as a proxy is asked for them. */
export function hostOf(address: string): string {
  const { protocol, hostname, port } = new URL(address);
  return `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`;
}

/**
 * Whether a request can only be a page's own. A script of ours on a page asks in the page's name: what a
 * page that loads no files did not need is taken for ours.
 */
export function isOfPage(request: Request, pagesLoadFiles: boolean): boolean {
  if (request.serviceWorker() !== null) return false;
  const frame = request.frame();
  if (request.isNavigationRequest() && frame.parentFrame() === null) return true;
  if (frame.url().startsWith('chrome-extension:')) return false;
  return pagesLoadFiles || new URL(request.url()).pathname === '/favicon.ico';
}

interface Stack {
  readonly callFrames: readonly { readonly url: string }[];
  readonly parent?: Stack;
}

interface Initiator {
  readonly url?: string;
  readonly stack?: Stack;
}

/** Addresses of the scripts that led to a request, innermost first. */
function scriptsOf({ url, stack }: Initiator): readonly string[] {
  const own = stack?.callFrames.map((frame) => frame.url) ?? [];
  const before = stack?.parent ? scriptsOf({ stack: stack.parent }) : [];
  return [...(url === undefined ? [] : [url]), ...own, ...before];
}

/** Tells what scripts of ours ask for on pages, by the browser's own word for who began it. */
export function hearOurScripts(context: BrowserContext, tell: (asked: Asked) => void): void {
  const listen = async (page: Page): Promise<void> => {
    const session = await context.newCDPSession(page);
    session.on('Network.requestWillBeSent', ({ request: { url }, initiator, documentURL }) => {
      const isOurs = scriptsOf(initiator).some((script) => script.startsWith('chrome-extension:'));
      // In pages of ours the interception hears what the policy let pass; this would hear what it refused, too.
      const isOnPage = !documentURL.startsWith('chrome-extension:');
      if (isOurs && isOnPage && /^https?:/.test(url)) tell({ url, from: 'extension' });
    });
    await session.send('Network.enable');
  };
  // A page that closes meanwhile has nothing more to say.
  const start = (page: Page): void => void listen(page).catch(() => undefined);
  context.on('page', start);
  context.pages().forEach(start);
}
