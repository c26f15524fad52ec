/**
 * The one protocol between our contexts: the script on the page, the
 * background, and the extension pages (panel, popup, options). Nothing else
 * calls `runtime.sendMessage` or `onMessage`, and nothing of ours ever uses
 * `window.postMessage`, which a page can forge.
 *
 * Every message says whom it is for, so that no context answers another's. The
 * shape of what arrives and its sender are checked on receipt, because a
 * message may come from a page's process or from an older copy of ourselves.
 */
import { browser, type Browser } from 'wxt/browser';
import { isRecord } from '@/lib/domain/is-record';
import {
  isAbsent,
  isAnchor,
  isCardSize,
  isEntries,
  isNonce,
  isPageChange,
  isToggle,
  type Guard,
} from './guards';
import type {
  BackgroundMessages,
  CardMessages,
  ListingMessages,
  Message,
  PageChange,
  PageMessages,
  PanelMessages,
  Sender,
} from './types';

export type { EntryReport, PageMessages, PageReport, Theme } from './types';

type Messages<Map> = { [Name in keyof Map]: Message<unknown, unknown> };
type Handlers<Map extends Messages<Map>> = {
  readonly [Name in keyof Map]?: (
    data: Map[Name]['data'],
    sender: Sender,
  ) => Map[Name]['answer'] | Promise<Map[Name]['answer']>;
};
type DataGuards<Map extends Messages<Map>> = { readonly [Name in keyof Map]: Guard<Map[Name]['data']> };
type Receiver = 'page' | 'listing' | 'background' | 'panel' | 'card';

const PROTOCOL = 'sidelight/1';

interface Envelope {
  readonly protocol: typeof PROTOCOL;
  readonly to: Receiver;
  readonly name: string;
  readonly data?: unknown;
  /** The tab whose script said it, where the background passed it on. */
  readonly passedOnFrom?: number;
}

function isEnvelopeFor(receiver: Receiver, value: unknown): value is Envelope {
  return (
    isRecord(value) &&
    value['protocol'] === PROTOCOL &&
    value['to'] === receiver &&
    typeof value['name'] === 'string' &&
    (value['passedOnFrom'] === undefined || Number.isSafeInteger(value['passedOnFrom']))
  );
}

/** Our own script in a tab's top document, as the browser (not the message) says it. */
function isFromPageScript(sender: Browser.runtime.MessageSender): boolean {
  return sender.tab !== undefined && sender.frameId === 0 && !isFromExtension(sender);
}

/** One of our extension contexts. */
function isFromExtension(sender: Browser.runtime.MessageSender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
}

/** A page's script, or the background for it. */
function isFromPageOrBackground(sender: Browser.runtime.MessageSender): boolean {
  return isFromPageScript(sender) || (sender.tab === undefined && isFromExtension(sender));
}

/**
 * Registers the one listener of a context, at once, so that a waking service
 * worker misses nothing. Answers by `sendResponse`, which works in every
 * browser with and without the polyfill; promises from listeners do not.
 */
function handle<Map extends Messages<Map>>(
  receiver: Receiver,
  guards: DataGuards<Map>,
  handlers: Handlers<Map>,
  accepts: (sender: Browser.runtime.MessageSender) => boolean,
  signal?: AbortSignal,
): void {
  const isHandled = (name: PropertyKey): name is keyof Map => Object.hasOwn(handlers, name);
  const call = <Name extends keyof Map>(name: Name, data: unknown, sender: Sender) => {
    const guard = guards[name];
    return guard(data) ? handlers[name]?.(data, sender) : undefined;
  };
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    respond: (answer: unknown) => void,
  ): true | undefined => {
    if (sender.id !== browser.runtime.id || !isEnvelopeFor(receiver, message)) return undefined;
    const { name, data } = message;
    if (!accepts(sender) || !isHandled(name)) return undefined;
    Promise.resolve()
      .then(() =>
        call(name, data, { tabId: sender.tab?.id ?? message.passedOnFrom, frameId: sender.frameId }),
      )
      .then(respond, (error: unknown) => {
        respond(undefined);
        throw error;
      });
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

/** Listens as the script on a page. */
export function handlePageMessages(handlers: Handlers<PageMessages>, signal: AbortSignal): void {
  handle<PageMessages>(
    'page',
    {
      readFacts: isAbsent,
      showOnPage: isAnchor,
      backFromPage: isAbsent,
      closeSidebar: isAbsent,
      toggleSidebar: isToggle,
      vouch: isNonce,
    },
    handlers,
    isFromExtension,
    signal,
  );
}

/** Listens as the background. */
export function handleBackgroundMessages(handlers: Handlers<BackgroundMessages>): void {
  handle<BackgroundMessages>(
    'background',
    { pageChanged: isPageChange, readEntries: isEntries, injectSidebar: isAbsent },
    handlers,
    isFromPageScript,
  );
}

/** Listens as the script on a listing. */
export function handleListingMessages(handlers: Handlers<ListingMessages>, signal: AbortSignal): void {
  handle<ListingMessages>(
    'listing',
    { readEntry: isNonce, sizeCard: isCardSize, closeCard: isNonce, toggleTools: isAbsent },
    handlers,
    isFromExtension,
    signal,
  );
}

/** Listens as the card of a listing's entry. */
export function handleCardMessages(handlers: Handlers<CardMessages>, signal: AbortSignal): void {
  handle<CardMessages>('card', { entryChanged: isNonce }, handlers, isFromPageOrBackground, signal);
}

/** Listens as an extension page; the sender's `tabId` says whose page changed. */
export function handlePanelMessages(handlers: Handlers<PanelMessages>, signal: AbortSignal): void {
  handle<PanelMessages>('panel', { pageChanged: isPageChange }, handlers, isFromPageOrBackground, signal);
}

/**
 * For Firefox, where what a page's script tells everyone reaches no frame in a page: the background
 * passes it on to the frames of the same tab. Registers at once.
 */
export function passOnToFrames(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender) => {
    const tabId = sender.tab?.id;
    if (sender.id !== browser.runtime.id || tabId === undefined || !isFromPageScript(sender))
      return undefined;
    if (!isEnvelopeFor('panel', message) && !isEnvelopeFor('card', message)) return undefined;
    browser.tabs.sendMessage(tabId, { ...message, passedOnFrom: tabId }).catch(() => undefined);
    return undefined;
  });
}

/** Tells the background and every open extension page; nobody listening is no fault. */
export async function announcePageChange(change: PageChange): Promise<void> {
  await Promise.all(
    (['background', 'panel'] as const).map((to) =>
      browser.runtime
        .sendMessage({ protocol: PROTOCOL, to, name: 'pageChanged', data: change } satisfies Envelope)
        .catch(() => undefined),
    ),
  );
}

/** Tells the listing's card that another entry is wanted; one that is not there yet asks by itself. */
export async function announceEntry(nonce: string): Promise<void> {
  const message: Envelope = { protocol: PROTOCOL, to: 'card', name: 'entryChanged', data: { nonce } };
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

/** Asks the background. `undefined`: it died over the question, or its answer had another shape. */
export async function askBackground<Name extends keyof BackgroundMessages>(
  name: Name,
  data: BackgroundMessages[Name]['data'],
  isAnswer: Guard<BackgroundMessages[Name]['answer']>,
): Promise<BackgroundMessages[Name]['answer'] | undefined> {
  const envelope: Envelope = { protocol: PROTOCOL, to: 'background', name, data };
  const answer: unknown = await browser.runtime.sendMessage(envelope).catch(() => undefined);
  return isAnswer(answer) ? answer : undefined;
}

async function askTab(tabId: number, envelope: Envelope): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, envelope, { frameId: 0 }).catch(() => undefined);
}

/**
 * Asks the script on a tab's page. `undefined` means that no script of ours
 * lives there (another site, a page from before the extension was installed,
 * Firefox's PDF viewer) or that its answer did not have the expected shape.
 */
export async function askPage<Name extends keyof PageMessages>(
  tabId: number,
  name: Name,
  data: PageMessages[Name]['data'],
  isAnswer: Guard<PageMessages[Name]['answer']>,
): Promise<PageMessages[Name]['answer'] | undefined> {
  const answer = await askTab(tabId, { protocol: PROTOCOL, to: 'page', name, data });
  return isAnswer(answer) ? answer : undefined;
}

/** Asks the script on a tab's listing; `undefined` as for `askPage`. */
export async function askListing<Name extends keyof ListingMessages>(
  tabId: number,
  name: Name,
  data: ListingMessages[Name]['data'],
  isAnswer: Guard<ListingMessages[Name]['answer']>,
): Promise<ListingMessages[Name]['answer'] | undefined> {
  const answer = await askTab(tabId, { protocol: PROTOCOL, to: 'listing', name, data });
  return isAnswer(answer) ? answer : undefined;
}
