/**
 * Detects that the extension was reloaded or removed. Browsers do not tell content scripts, but they close their
 * ports, so one is kept open. A stopped service worker closes it as well; after that, validity is checked when the
 * tab becomes visible.
 */
import { browser } from 'wxt/browser';

/** In milliseconds; the next task is enough in practice. */
const SOON = 50;

/** `isValid` ends the script itself if the extension is gone; this only calls it at the right moments. */
export function watchExtension(isValid: () => boolean, { signal }: { signal: AbortSignal }): void {
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  const check = (): void => {
    if (signal.aborted || !isValid() || port || document.hidden) return;
    port = browser.runtime.connect({ name: 'life' });
    port.onDisconnect.addListener(() => {
      port = undefined;
      // If the worker stopped during the call, the browser logs an error to the page's console unless lastError is
      // read.
      void browser.runtime.lastError;
      // Chromium closes the port first and clears `runtime.id` in a later task.
      setTimeout(isValid, SOON);
    });
  };
  check();
  document.addEventListener('visibilitychange', check, { signal });
  window.addEventListener('focus', check, { signal });
  window.addEventListener('pageshow', check, { signal });
  signal.addEventListener('abort', () => port?.disconnect(), { once: true });
}

/** The other end: the background accepts the connection and sends nothing. */
export function acceptConnections(): void {
  browser.runtime.onConnect.addListener(() => undefined);
}
