/**
 * The background's side of `frame-stand-in.ts`. A frame can act on its own tab
 * only, whatever it says: the tab is the one that the browser names as sender.
 */
import { browser, type Browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';
import { TRAIL_PREFIX } from '@/lib/services/storage-keys';

/** Marks a frame's call, apart from the protocol of `index.ts`. */
export const FRAME_PROTOCOL = 'sidelight/frame';

/** What a frame may ask to be done for it. */
export type FrameCall =
  | { readonly call: 'get-tab' }
  | { readonly call: 'ask-page'; readonly message: unknown }
  | { readonly call: 'go'; readonly url: string }
  | { readonly call: 'open'; readonly url: string; readonly active: boolean }
  | { readonly call: 'recall'; readonly key: string }
  | { readonly call: 'remember'; readonly items: Readonly<Record<string, unknown>> }
  | { readonly call: 'open-settings' };

/** Addresses of the web and of our own pages; nothing that runs or reads files. */
function isOpenable(url: string): boolean {
  return /^https?:\/\//.test(url) || url.startsWith(browser.runtime.getURL('/'));
}

/** The only thing that a frame keeps for the session is how its reader came to the tab's paper. */
const isOwnKey = (key: string, tabId: number): boolean => key === `${TRAIL_PREFIX}${tabId}`;

/** The call in a message, or undefined where it is none, or is one that we refuse. */
function parseFrameCall(message: unknown, tabId: number): FrameCall | undefined {
  if (!isRecord(message) || message['protocol'] !== FRAME_PROTOCOL) return undefined;
  const { call, url, active, key, items } = message;
  if (call === 'get-tab' || call === 'open-settings') return { call };
  if (call === 'ask-page') return { call, message: message['message'] };
  if (call === 'go' && typeof url === 'string' && isOpenable(url)) return { call, url };
  if (call === 'open' && typeof url === 'string' && isOpenable(url)) {
    return { call, url, active: active !== false };
  }
  if (call === 'recall' && typeof key === 'string' && isOwnKey(key, tabId)) return { call, key };
  if (call === 'remember' && isRecord(items)) {
    return Object.keys(items).every((each) => isOwnKey(each, tabId)) ? { call, items } : undefined;
  }
  return undefined;
}

async function answer(call: FrameCall, tabId: number): Promise<unknown> {
  switch (call.call) {
    case 'get-tab': {
      const { id, url, index, windowId } = await browser.tabs.get(tabId);
      return { id, url, index, windowId };
    }
    case 'ask-page':
      return browser.tabs.sendMessage(tabId, call.message, { frameId: 0 });
    case 'go':
      await browser.tabs.update(tabId, { url: call.url });
      return undefined;
    case 'open': {
      const { index, windowId } = await browser.tabs.get(tabId);
      const { url, active } = call;
      await browser.tabs.create({ url, active, index: index + 1, windowId });
      return undefined;
    }
    case 'recall':
      return browser.storage.session.get(call.key);
    case 'remember':
      await browser.storage.session.set(call.items);
      return undefined;
    case 'open-settings':
      await browser.runtime.openOptionsPage();
      return undefined;
    default:
      return undefined;
  }
}

/** An extension page of ours inside someone's page, as the browser (not the message) says it. */
function isOurFrame(sender: Browser.runtime.MessageSender): boolean {
  const isOurs = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/'));
  return isOurs === true && sender.frameId !== undefined && sender.frameId > 0;
}

/** Answers frames, for as long as the background lives; registers at once. */
export function answerFrames(): void {
  browser.runtime.onMessage.addListener(
    (message: unknown, sender: Browser.runtime.MessageSender, respond: (value: unknown) => void) => {
      const tabId = sender.tab?.id;
      const call = tabId !== undefined && isOurFrame(sender) ? parseFrameCall(message, tabId) : undefined;
      if (!call || tabId === undefined) return undefined;
      answer(call, tabId).then(respond, () => respond(undefined));
      return true;
    },
  );
}
