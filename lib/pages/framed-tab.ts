/**
 * Asks for the tab of the sidebar's panel and for what the page's script says of the frame, unchecked: the panel's opening
 * script has no room for the checks, which `tab-page.ts` makes.
 */
import { browser, type Browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';
import { envelope } from '@/lib/messages/envelope';
import { askWith } from './frame-request';

/** The frame's tab, and the answer to `vouch`, whatever it is; both undefined if there is none. */
export interface AskedTab {
  readonly tab: Browser.tabs.Tab | undefined;
  readonly answer: unknown;
}

/** The tab of the panel's frame, asked for early. */
export interface FramedTab {
  readonly asked: Promise<AskedTab>;
  /**
   * To be called when changes of the page are listened to: ends listening here. True if one came before, so that the page
   * has to be asked again.
   */
  readonly release: () => boolean;
}

/**
 * Pauses before the page's script is asked again, in milliseconds. The first stage makes the frame while the second, which
 * answers, is being loaded.
 */
const PAUSES = [20, 40, 80, 160, 320, 640, 1280, 2560];

async function ask(nonce: string): Promise<AskedTab> {
  // In Firefox the background is asked; if it does not answer, the frame is not verified.
  const tab = await browser.tabs.getCurrent().catch(() => undefined);
  const tabId = tab?.id;
  if (tabId === undefined || nonce === '') return { tab, answer: undefined };
  const question = envelope('page', 'vouch', askWith(nonce));
  const send = (): Promise<unknown> =>
    // Nobody is there yet, or nobody at all.
    browser.tabs.sendMessage(tabId, question, { frameId: 0 }).catch(() => undefined);
  let answer = await send();
  for (const pause of PAUSES) {
    if (answer !== undefined) break;
    await new Promise((resume) => setTimeout(resume, pause));
    answer = await send();
  }
  return { tab, answer };
}

/** Asks with the nonce of the frame's address, and notices changes of the page from then on. */
export function askForTab(): FramedTab {
  let hasChanged = false;
  const listener = (message: unknown): void => {
    if (isRecord(message) && message['to'] === 'panel') hasChanged = true;
  };
  browser.runtime.onMessage.addListener(listener);
  return {
    asked: ask(window.location.hash.slice(1)),
    release: () => {
      browser.runtime.onMessage.removeListener(listener);
      return hasChanged;
    },
  };
}
