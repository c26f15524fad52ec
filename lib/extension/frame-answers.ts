/**
 * The background's side of `firefox-frame-api.ts`. A frame can only act on its own tab, whatever it asks: the
 * tab is the one that the browser names as the sender's.
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

/** Marks a frame's call, which is not part of the protocol in `index.ts`. */
export const FRAME_PROTOCOL = 'sidelight/frame';

/** Addresses of the web, of mail and of the extension's pages; nothing that runs code or reads files. */
const isOpenable: Guard<string> = (value): value is string =>
  typeof value === 'string' &&
  (/^(?:https?:\/\/|mailto:)/.test(value) || value.startsWith(browser.runtime.getURL('/')));

/** The calls that a frame in this tab may make; it can store only its own tab's trail and readings. */
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

/** A call of a frame. */
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

/** An extension page of ours in a frame on a page, as the browser (not the message) says. */
function isOurFrame(sender: Browser.runtime.MessageSender): boolean {
  const isOurs = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/'));
  return isOurs === true && sender.frameId !== undefined && sender.frameId > 0;
}

/** Answers frames as long as the background runs; registers synchronously. */
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
