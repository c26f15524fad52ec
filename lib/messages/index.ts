/**
 * The one protocol between our contexts: scripts on pages, the background, and the extension pages (panel,
 * card, popup, options). Nothing else calls `runtime.sendMessage` or `onMessage`, and `window.postMessage` is
 * never used, since a page can forge it.
 *
 * Every message names its receiver, so that no context answers another's. Shape and sender are checked on
 * receipt, because a message may come from a page's process or from an older copy of the extension.
 */
import { browser, type Browser } from 'wxt/browser';
import { isInteger, oneOf, optional, shape, text, isAnything, type Guarded } from '@/lib/domain/guard';
import { reportFailure } from '@/lib/shared/failures';
import {
  BACKGROUND,
  CARD,
  LIBRARY,
  PANEL,
  type Message,
  type PageChange,
  type Receiver,
  type Speaker,
} from './table';
import { envelope, PROTOCOL, type Envelope } from './envelope';
import { RELATED } from './related';

export type { EntryReport, PageReport, Theme } from './table';

type Messages<Table> = { readonly [Name in keyof Table]: Message<unknown, unknown> };
type DataOf<One> = One extends { readonly data: infer Guards } ? Guarded<Guards> : never;
type AnswerOf<One> = One extends { readonly answer: infer Guards } ? Guarded<Guards> : never;

/** The sender of a message: its tab and frame, if it is in one. */
export interface Sender {
  readonly tabId?: number | undefined;
  readonly frameId?: number | undefined;
  /** Whether the tab is in a private window; absent if the sender is not in a tab, such as a popup. */
  readonly isPrivate?: boolean | undefined;
}

/** A handler for each message of a receiver; a missing one is a compile error. */
export type Handlers<Table> = {
  readonly [Name in keyof Table]: (
    data: DataOf<Table[Name]>,
    sender: Sender,
  ) => AnswerOf<Table[Name]> | Promise<AnswerOf<Table[Name]>>;
};

const isEnvelope = shape<Envelope>({
  protocol: oneOf([PROTOCOL]),
  to: text(),
  name: text(),
  data: isAnything,
  passedOnFrom: optional(isInteger),
});

const isEnvelopeFor = (receiver: Receiver<unknown>, value: unknown): value is Envelope =>
  isEnvelope(value) && value.to === receiver.name;

/** Our own script in a tab's top document, as the browser (not the message) says. */
function isFromPageScript(sender: Browser.runtime.MessageSender): boolean {
  return sender.tab !== undefined && sender.frameId === 0 && !isFromExtension(sender);
}

/** An extension context of ours. */
function isFromExtension(sender: Browser.runtime.MessageSender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL('/')) ?? false;
}

const SPEAKERS: Readonly<Record<Speaker, (sender: Browser.runtime.MessageSender) => boolean>> = {
  extension: isFromExtension,
  page: isFromPageScript,
  'page-or-background': (sender) =>
    isFromPageScript(sender) || (sender.tab === undefined && isFromExtension(sender)),
};

/**
 * Registers the one listener of a receiver, synchronously, so that a starting service worker misses nothing.
 * Answers with `sendResponse`, which works in every browser; promises from
 * listeners do not.
 */
export function handleMessages<Table extends Messages<Table>>(
  receiver: Receiver<Table>,
  handlers: Handlers<Table>,
  signal?: AbortSignal,
): void {
  const isHandled = (name: PropertyKey): name is keyof Table => Object.hasOwn(receiver.messages, name);
  const call = <Name extends keyof Table>(name: Name, data: unknown, sender: Sender) =>
    isDataOf(receiver.messages[name], data) ? handlers[name](data, sender) : undefined;
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    respond: (answer: unknown) => void,
  ): true | undefined => {
    if (sender.id !== browser.runtime.id || !isEnvelopeFor(receiver, message)) return undefined;
    const { name, data } = message;
    if (!SPEAKERS[receiver.hears](sender) || !isHandled(name)) return undefined;
    Promise.resolve()
      .then(() =>
        call(name, data, {
          tabId: sender.tab?.id ?? message.passedOnFrom,
          frameId: sender.frameId,
          isPrivate: sender.tab?.incognito,
        }),
      )
      .then(respond, (error: unknown) => {
        respond(undefined);
        reportFailure(`${receiver.name}: ${name}`, error);
      });
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener), { once: true });
}

function isDataOf<One extends Message<unknown, unknown>>(one: One, data: unknown): data is DataOf<One> {
  return one.data(data);
}

function isAnswerTo<One extends Message<unknown, unknown>>(
  one: One,
  answer: unknown,
): answer is AnswerOf<One> {
  return one.answer(answer);
}

/** An answer to a message, if it has the right shape. */
export function readAnswer<Table extends Messages<Table>, Name extends keyof Table>(
  receiver: Receiver<Table>,
  name: Name,
  answer: unknown,
): AnswerOf<Table[Name]> | undefined {
  return isAnswerTo(receiver.messages[name], answer) ? answer : undefined;
}

/**
 * For Firefox, where a message from a page's script reaches no frame in a page: the background passes it on
 * to the frames of the same tab. Registers synchronously.
 */
export function passOnToFrames(): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender) => {
    const tabId = sender.tab?.id;
    if (sender.id !== browser.runtime.id || tabId === undefined || !isFromPageScript(sender))
      return undefined;
    if (!isEnvelopeFor(PANEL, message) && !isEnvelopeFor(CARD, message)) return undefined;
    // A tab without a frame of ours has no receiver.
    browser.tabs.sendMessage(tabId, { ...message, passedOnFrom: tabId }).catch(() => undefined);
    return undefined;
  });
}

type Data<Table, Name extends keyof Table> =
  DataOf<Table[Name]> extends undefined ? [] : [data: DataOf<Table[Name]>];

const envelopeOf = (receiver: Receiver<unknown>, name: PropertyKey, data: readonly unknown[]): Envelope =>
  envelope(receiver.name, String(name), data[0]);

/** Sends a message to all listening contexts. */
async function broadcast(sent: Envelope): Promise<unknown> {
  // No listener, or a service worker that was stopped during the question, is not a fault: callers handle undefined.
  return browser.runtime.sendMessage(sent).catch(() => undefined);
}

/** Tells the background and all open extension pages which page a tab shows. */
export async function announcePageChange(change: PageChange): Promise<void> {
  await Promise.all([BACKGROUND, PANEL].map((to) => broadcast(envelopeOf(to, 'pageChanged', [change]))));
}

/** Tells the listing's card to show another entry; a card that is not loaded yet asks by itself. */
export async function announceEntry(nonce: string): Promise<void> {
  await broadcast(envelopeOf(CARD, 'entryChanged', [{ nonce }]));
}

/** Asks the extension context that is the receiver. `undefined` as for `askBackground`. */
export async function askOwn<Table extends Messages<Table>, Name extends keyof Table>(
  receiver: Receiver<Table>,
  name: Name,
  ...data: Data<Table, Name>
): Promise<AnswerOf<Table[Name]> | undefined> {
  return readAnswer(receiver, name, await broadcast(envelopeOf(receiver, name, data)));
}

/**
 * Asks the background. `undefined`: the service worker was stopped, or its answer had an unexpected shape.
 */
export function askBackground<Name extends keyof typeof BACKGROUND.messages>(
  name: Name,
  ...data: Data<typeof BACKGROUND.messages, Name>
): Promise<AnswerOf<(typeof BACKGROUND.messages)[Name]> | undefined> {
  return askOwn(BACKGROUND, name, ...data);
}

/** Asks the background about my papers. `undefined` as for `askBackground`. */
export function askLibrary<Name extends keyof typeof LIBRARY.messages>(
  name: Name,
  ...data: Data<typeof LIBRARY.messages, Name>
): Promise<AnswerOf<(typeof LIBRARY.messages)[Name]> | undefined> {
  return askOwn(LIBRARY, name, ...data);
}

/** Asks the background for related papers. `undefined` as for `askBackground`. */
export function askRelated<Name extends keyof typeof RELATED.messages>(
  name: Name,
  ...data: Data<typeof RELATED.messages, Name>
): Promise<AnswerOf<(typeof RELATED.messages)[Name]> | undefined> {
  return askOwn(RELATED, name, ...data);
}

/**
 * Asks the script on a tab's page or listing. `undefined`: no script of ours runs there (another site, a page
 * from before installation, Firefox's PDF viewer), or its answer had an unexpected shape.
 */
export async function askTab<Table extends Messages<Table>, Name extends keyof Table>(
  tabId: number,
  receiver: Receiver<Table>,
  name: Name,
  ...data: Data<Table, Name>
): Promise<AnswerOf<Table[Name]> | undefined> {
  // Most tabs have no script of ours.
  const answer: unknown = await browser.tabs
    .sendMessage(tabId, envelopeOf(receiver, name, data), { frameId: 0 })
    .catch(() => undefined);
  return readAnswer(receiver, name, answer);
}
