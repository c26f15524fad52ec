/**
 * Firefox gives an extension's page that stands inside someone's page no more
 * of the extension's API than a content script has: no tabs, no session
 * storage, no way to the settings. There, the sidebar's panel and the card of a
 * listing ask the background for the few calls that they make; this module puts
 * stand-ins of the same names where the browser left a gap. A page in full
 * possession of its API is left alone.
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
