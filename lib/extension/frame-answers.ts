/**
 * The background's side of `frame-stand-in.ts`. A frame can act on its own tab
 * only, whatever it says: the tab is the one that the browser names as sender.
 */
import { browser, type Browser } from 'wxt/browser';
import {
  anyOf,
  isAnything,
  isBoolean,
  list,
  oneOf,
  shape,
  type Guard,
  type Guarded,
} from '@/lib/domain/guard';
import { isRecord } from '@/lib/domain/is-record';
import { READINGS_KEY, TRAIL_PREFIX } from '@/lib/shared/storage-keys';

/** Marks a frame's call, apart from the protocol of `index.ts`. */
export const FRAME_PROTOCOL = 'sidelight/frame';

/** Addresses of the web and of our own pages; nothing that runs or reads files. */
const isOpenable: Guard<string> = (value): value is string =>
  typeof value === 'string' && (/^https?:\/\//.test(value) || value.startsWith(browser.runtime.getURL('/')));

/** What a frame in this tab may ask to be done for it; it keeps nothing but its own tab's trail and what was read. */
// @__NO_SIDE_EFFECTS__
function frameCallIn(tabId: number) {
  const trail = `${TRAIL_PREFIX}${tabId}`;
  const isOwnItems: Guard<Readonly<Record<string, unknown>>> = (
    value,
  ): value is Readonly<Record<string, unknown>> =>
    isRecord(value) && Object.keys(value).every((key) => key === trail || key === READINGS_KEY);
  return anyOf(
    shape({ call: oneOf(['get-tab', 'open-settings']) }),
    shape({ call: oneOf(['ask-page']), message: isAnything }),
    shape({ call: oneOf(['go']), url: isOpenable }),
    shape({ call: oneOf(['open']), url: isOpenable, active: isBoolean }),
    shape({ call: oneOf(['recall']), keys: list(oneOf([trail, READINGS_KEY])) }),
    shape({ call: oneOf(['remember']), items: isOwnItems }),
  );
}

/** A call that a frame asks to be made for it. */
export type FrameCall = Guarded<ReturnType<typeof frameCallIn>>;

const isOfProtocol = shape({ protocol: oneOf([FRAME_PROTOCOL]) });

async function answer(call: FrameCall, tabId: number): Promise<unknown> {
  switch (call.call) {
    case 'get-tab': {
      const { id, url, index, windowId, incognito } = await browser.tabs.get(tabId);
      return { id, url, index, windowId, incognito };
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
      return browser.storage.session.get([...call.keys]);
    case 'remember':
      await browser.storage.session.set(call.items);
      return undefined;
    default:
      call.call satisfies 'open-settings';
      await browser.runtime.openOptionsPage();
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
      if (tabId === undefined || !isOurFrame(sender)) return undefined;
      if (!isOfProtocol(message) || !frameCallIn(tabId)(message)) return undefined;
      // The tab was closed in the meantime, and the frame with it.
      answer(message, tabId).then(respond, () => respond(undefined));
      return true;
    },
  );
}
