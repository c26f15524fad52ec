/**
 * In Firefox, an extension page in a frame on a page has no more of the extension's API than a content
 * script: no tabs, no session storage, no way to open the settings. There the sidebar's panel and a listing's
 * card ask the background for the few calls that they need; this module defines them where they are missing.
 * A page with the full API is not changed.
 */
import { browser } from 'wxt/browser';
import { FRAME_PROTOCOL, type FrameCall } from '@/lib/extension/frame-answers';

async function ask(call: FrameCall): Promise<unknown> {
  return browser.runtime.sendMessage({ protocol: FRAME_PROTOCOL, ...call });
}

/** An event that never fires: changes of the frame's own tab arrive as messages, or unload the frame. */
const SILENT = { addListener: () => undefined, removeListener: () => undefined };

const TABS = {
  getCurrent: () => ask({ call: 'get-tab' }),
  get: () => ask({ call: 'get-tab' }),
  sendMessage: (_tabId: number, message: unknown) => ask({ call: 'ask-page', message }),
  update: (_tabId: number, { url }: { readonly url: string }) => ask({ call: 'go', url }),
  create: ({ url, active = true }: { readonly url: string; readonly active?: boolean }) =>
    ask({ call: 'open', url, active }),
  onUpdated: SILENT,
  onActivated: SILENT,
};

const SESSION = {
  get: (keys: readonly string[]) => ask({ call: 'recall', keys }),
  set: (items: Readonly<Record<string, unknown>>) => ask({ call: 'remember', items }),
};

/** Adds the missing APIs, if any. To be called before anything else of the page runs. */
export function fillGapsInFrame(): void {
  if (Reflect.has(browser, 'tabs')) return;
  Object.assign(browser, { tabs: TABS });
  Object.assign(browser.storage, { session: SESSION });
  Object.assign(browser.runtime, { openOptionsPage: () => ask({ call: 'open-settings' }) });
}
