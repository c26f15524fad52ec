/** Identifies the source of a web request: a page of the web, or the extension. */
import type { BrowserContext, Page, Request } from 'playwright-core';

/** A request, with who made it. */
export interface Asked {
  readonly url: string;
  readonly from: 'page' | 'extension';
}

/** Requests that Chromium itself makes regardless of its switches. */
export const CHROMIUM_OWN = /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com)(?::\d+|\/|$)/;

/** Host and port of an address, as they are requested from a proxy. */
export function hostOf(address: string): string {
  const { protocol, hostname, port } = new URL(address);
  return `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`;
}

/**
 * Whether a request can only be a page's own. Requests of our scripts on pages are attributed to the page: if a page
 * loads no files, any request that it does not need is attributed to the extension.
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

/** Reports the requests of our scripts on pages, by the initiator that the browser states. */
export function hearOurScripts(context: BrowserContext, tell: (asked: Asked) => void): void {
  const listen = async (page: Page): Promise<void> => {
    const session = await context.newCDPSession(page);
    session.on('Network.requestWillBeSent', ({ request: { url }, initiator, documentURL }) => {
      const isOurs = scriptsOf(initiator).some((script) => script.startsWith('chrome-extension:'));
      // For extension pages the interception sees what the policy allowed; this would also see what it refused.
      const isOnPage = !documentURL.startsWith('chrome-extension:');
      if (isOurs && isOnPage && /^https?:/.test(url)) tell({ url, from: 'extension' });
    });
    await session.send('Network.enable');
  };
  // A page that closes meanwhile sends no more reports.
  const start = (page: Page): void => void listen(page).catch(() => undefined);
  context.on('page', start);
  context.pages().forEach(start);
}
