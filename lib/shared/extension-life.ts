/**
 * Whether our extension is still there. Browsers do not tell a page's script
 * that the extension was reloaded or removed, but they close its connections,
 * so one is held; a service worker that fell asleep closes them too, so after
 * that the reader's return to the tab asks again.
 */
import { browser } from 'wxt/browser';

/** In milliseconds; the next task is enough in practice. */
const SOON = 50;

/** `isValid` ends the script by itself where the extension is gone; here it is only asked at the right moments. */
export function watchExtension(isValid: () => boolean, { signal }: { signal: AbortSignal }): void {
  let port: ReturnType<typeof browser.runtime.connect> | undefined;
  const check = (): void => {
    if (signal.aborted || !isValid() || port || document.hidden) return;
    port = browser.runtime.connect({ name: 'life' });
    port.onDisconnect.addListener(() => {
      port = undefined;
      // Where the worker ended as we called, the browser complains in the page's console unless this is read.
      void browser.runtime.lastError;
      // Chromium closes the connection first and takes the extension's name away in a later task.
      setTimeout(isValid, SOON);
    });
  };
  check();
  document.addEventListener('visibilitychange', check, { signal });
  window.addEventListener('focus', check, { signal });
  window.addEventListener('pageshow', check, { signal });
  signal.addEventListener('abort', () => port?.disconnect(), { once: true });
}

/** The other end: the background accepts the connection and says nothing. */
export function acceptConnections(): void {
  browser.runtime.onConnect.addListener(() => undefined);
}
