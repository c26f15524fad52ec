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
import type { EntryLine } from '@/lib/domain/entry-line';
import type { ListingEntry, Page, PageFacts } from '@/lib/domain/page';
import {
  isAbsent,
  isAnchor,
  isCardSize,
  isEntries,
  isNonce,
  isPageChange,
  isRecord,
  isToggle,
  type Guard,
} from './message-guards';

/** The page's own colours. */
export type Theme = 'light' | 'dark';

/** What the script on the page knows of it; everything in it is untrusted text. */
export interface PageReport {
  readonly page: Page;
  /** False where the document states another paper than its address: show nothing then. */
  readonly confirmed: boolean;
  readonly facts: PageFacts;
  /** Absent where the page has no colours of its own and the system's hold. */
  readonly theme?: Theme | undefined;
}

export interface PageChange {
  readonly page: Page;
  readonly theme?: Theme | undefined;
}

/** A message: what it carries and what it is answered with. */
interface Message<Data, Answer> {
  readonly data: Data;
  readonly answer: Answer;
}

/** Asked of the script on a page, by our extension contexts only. */
export interface PageMessages {
  /** What stands on the page, read when asked. */
  readFacts: Message<undefined, PageReport>;
  /** Scroll to the anchor's words in the abstract and mark them; the page's nodes stay untouched. */
  showOnPage: Message<{ readonly anchor: string }, { readonly found: boolean }>;
  /** Take the mark away and scroll back to where the reader was. */
  backFromPage: Message<undefined, { readonly done: boolean }>;
  /** Fold the sidebar to its handle; focus returns to where it was. `done` is false where none was open. */
  closeSidebar: Message<undefined, { readonly done: boolean }>;
  /** Open or fold the sidebar; with `focus` the panel takes the keyboard as it opens. */
  toggleSidebar: Message<{ readonly focus: boolean }, { readonly open: boolean }>;
  /** Did this page's script make the frame that bears the nonce? A panel that a page framed itself stays inert. */
  vouch: Message<{ readonly nonce: string }, { readonly vouched: boolean }>;
}

/** Asked of the background, by anyone of ours. */
export interface BackgroundMessages {
  /** The page refused its address, or shows another paper: look at the tab's badge again. */
  pageChanged: Message<PageChange, { readonly done: boolean }>;
  /** What to say beside these entries of a listing, in their order; null: nothing. */
  readEntries: Message<
    { readonly entries: readonly ListingEntry[] },
    { readonly lines: readonly (EntryLine | null)[] }
  >;
}

/** An entry of a listing as its card shows it; everything in it is untrusted text. */
export interface EntryReport {
  readonly entry: ListingEntry;
  readonly theme?: Theme | undefined;
}

/** Asked of the script on a listing, by our extension contexts only. */
export interface ListingMessages {
  /** The entry whose card is open, asked by the card; null where this script did not make the asking frame. */
  readEntry: Message<{ readonly nonce: string }, EntryReport | null>;
  /** The card of an entry is drawn and so many CSS pixels high: show it. */
  sizeCard: Message<
    { readonly nonce: string; readonly paperId: string; readonly height: number },
    { readonly done: boolean }
  >;
  /** Close the card; the keyboard returns to where it was. */
  closeCard: Message<{ readonly nonce: string }, { readonly done: boolean }>;
  /** Show or put away the listing's toolbar, and remember it. */
  toggleTools: Message<undefined, { readonly open: boolean }>;
}

/** Told by the script on a listing to its card. */
export interface CardMessages {
  /** Another entry's card is wanted in the frame that bears the nonce. */
  entryChanged: Message<{ readonly nonce: string }, { readonly done: boolean }>;
}

/** Told by the script on a page to every extension page that is open; the answer says only that one was. */
export interface PanelMessages {
  /** The tab shows another paper, or the same one in other colours. */
  pageChanged: Message<PageChange, { readonly done: boolean }>;
}

/** Who sent a message: the tab and frame it lives in, where it does in one. */
export interface Sender {
  readonly tabId?: number | undefined;
  readonly frameId?: number | undefined;
}

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
}

function isEnvelopeFor(receiver: Receiver, value: unknown): value is Envelope {
  return (
    isRecord(value) &&
    value['protocol'] === PROTOCOL &&
    value['to'] === receiver &&
    typeof value['name'] === 'string'
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
      .then(() => call(name, data, { tabId: sender.tab?.id, frameId: sender.frameId }))
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
    { pageChanged: isPageChange, readEntries: isEntries },
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
  handle<CardMessages>('card', { entryChanged: isNonce }, handlers, isFromPageScript, signal);
}

/** Listens as an extension page; the sender's `tabId` says whose page changed. */
export function handlePanelMessages(handlers: Handlers<PanelMessages>, signal: AbortSignal): void {
  handle<PanelMessages>('panel', { pageChanged: isPageChange }, handlers, isFromPageScript, signal);
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
