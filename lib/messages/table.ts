/**
 * All messages between our contexts, in one table for each receiver: what a message contains and its answer,
 * as guards that both ends check on receipt. To add one, add its line here and its handler at the receiver.
 */
import {
  anyOf,
  isAbsent,
  isBoolean,
  isNumber,
  list,
  oneOf,
  optional,
  shape,
  text,
  type Guard,
} from '@/lib/domain/guard';
import { isPaperId } from '@/lib/domain/arxiv-id';
import { isOrderAnswer, isOrderPreparation, isOrderQuestion } from '@/lib/messages/order-guards';
import {
  MOST_ENTRIES,
  isTheme,
  isPage,
  isEntry,
  isFacts,
  isLine,
  isFilter,
  isReport,
  isPageChange,
  isDone,
  isOpen,
  isNonce,
  isOwnFrame,
  isIds,
  isMarksList,
  isMarksChange,
  isSavedMark,
  isUserMarks,
  isLibraryAnswer,
} from '@/lib/messages/guards';
import type { PageReport, EntryReport } from './reports';

export { isLine } from '@/lib/messages/guards';
export type { EntryReport, PageChange, PageReport, Theme } from './reports';

/** A message: what it contains, and its answer. */
export interface Message<Data, Answer> {
  readonly data: Guard<Data>;
  readonly answer: Guard<Answer>;
}

/** Who may send messages to a receiver; `index.ts` checks it with what the browser says about the sender. */
export type Speaker = 'extension' | 'page' | 'page-or-background';

/** A receiver: its name in the envelope, its senders, and its messages. */
export interface Receiver<Messages> {
  readonly name: string;
  readonly hears: Speaker;
  readonly messages: Messages;
}

/** A message in a receiver's table. */
// @__NO_SIDE_EFFECTS__
export function message<Data, Answer>(data: Guard<Data>, answer: Guard<Answer>): Message<Data, Answer> {
  return { data, answer };
}

const isPageReport = /* @__PURE__ */ shape<PageReport>({
  page: isPage,
  theme: isTheme,
  confirmed: isBoolean,
  facts: isFacts,
});

/** The script on a paper's page; extension contexts ask it. */
export const PAGE_SCRIPT = {
  name: 'page',
  hears: 'extension',
  messages: {
    /** The facts on the page, read when asked. */
    readFacts: message(isAbsent, isPageReport),
    /** Scroll to the anchor's words in the abstract and mark them, without changing the page's nodes. */
    showOnPage: message(shape({ anchor: text(500) }), shape({ found: isBoolean })),
    /** Remove the mark and scroll back. */
    backFromPage: message(isAbsent, isDone),
    /** Fold the sidebar and restore the focus. `done` is false if none was open. */
    closeSidebar: message(isAbsent, isDone),
    /** Open or fold the sidebar; with `focus` the panel gets the focus when it opens. */
    toggleSidebar: message(shape({ focus: isBoolean }), isOpen),
    /** Widen an open sidebar to the window, over the page, or restore its width; false if none is open. */
    widenSidebar: message(shape({ isWide: isBoolean }), isDone),
    /** Is there an element of the page over this point of the sidebar's frame through which clicks pass? */
    isCovered: message(shape({ x: isNumber, y: isNumber }), shape({ covered: isBoolean })),
    /**
     * Did this page's script make the frame with the nonce? If so, the facts on the page too, which the panel asks for next.
     * A panel that a page framed itself stays inert.
     */
    vouch: message(isOwnFrame, shape({ vouched: isBoolean, report: optional(isPageReport) })),
  },
} as const satisfies Receiver<unknown>;

/** The script on a listing; extension contexts ask it. */
export const LISTING_SCRIPT = {
  name: 'listing',
  hears: 'extension',
  messages: {
    /** The entry whose card is open, asked by the card; null if this script did not make the asking frame. */
    readEntry: message(
      isOwnFrame,
      anyOf(shape<EntryReport>({ entry: isEntry, theme: isTheme }), oneOf([null])),
    ),
    /** The card of an entry is rendered and this many CSS pixels high: show it. */
    sizeCard: message(
      shape({ nonce: text(64), asker: text(64), paperId: text(40), height: isNumber }),
      isDone,
    ),
    /** Close the card and restore the focus. */
    closeCard: message(isOwnFrame, isDone),
    /** Show or hide the listing's toolbar, and store that. */
    toggleTools: message(isAbsent, isOpen),
    /** Numbers about the filtered listing; all of it is read from then on. */
    readTools: message(isAbsent, isReport),
    /** Filter the listing, and show the toolbar, so that the page says that it is filtered. */
    filterList: message(shape({ filter: isFilter }), isReport),
  },
} as const satisfies Receiver<unknown>;

/** The background; scripts on pages ask it. */
export const BACKGROUND = {
  name: 'background',
  hears: 'page',
  messages: {
    /** The page rejected its address, or shows another paper: update the tab's badge. */
    pageChanged: message(isPageChange, isDone),
    /** The lines of these entries, in their order; null if there is nothing to show. */
    readEntries: message(
      shape({ entries: list(isEntry, MOST_ENTRIES) }),
      shape({ lines: list(anyOf(isLine, oneOf([null]))) }),
    ),
    /**
     * Whether any pack has a paper (pages only know the catalogue's ids), and whether one of our links led to
     * it.
     */
    isHeld: message(shape({ paperId: text(40) }), shape({ held: isBoolean, jumped: isBoolean })),
    /** The user's marks on these papers. */
    readMarks: message(shape({ ids: isIds }), isMarksList),
    /** The page of this paper is open; it is remembered if the user wants papers met to be remembered. */
    meetPage: message(shape({ id: isPaperId, facts: isFacts }), isDone),
    /** Save the paper of an entry, or remove it. */
    saveEntry: message(shape({ isSaved: isBoolean, entry: isEntry }), isLibraryAnswer),
    /** Prepare entries for ordering. */
    prepareOrder: message(isOrderPreparation, isDone),
    /** Order entries by nearness to the user's papers. */
    orderEntries: message(isOrderQuestion, isOrderAnswer),
  },
} as const satisfies Receiver<unknown>;

/** My papers, which the background stores; panel, card and popup ask it. */
export const LIBRARY = {
  name: 'library',
  hears: 'extension',
  messages: {
    /** Save a paper, with the facts on its page where available. */
    save: message(shape({ id: isPaperId, facts: isFacts }), isLibraryAnswer),
    /** Update the facts about a paper if it is saved. */
    refresh: message(shape({ id: isPaperId, facts: isFacts }), isLibraryAnswer),
    /** Remove papers; they can be restored for thirty days. */
    remove: message(shape({ ids: isIds }), isLibraryAnswer),
    /** Restore removed papers. */
    restore: message(shape({ ids: isIds }), isLibraryAnswer),
    /** Change status, own tags or note of saved papers. */
    update: message(shape({ ids: isIds, change: isMarksChange }), isLibraryAnswer),
    /** The user's marks on these papers. */
    readMarks: message(shape({ ids: isIds }), isMarksList),
    /** The user's marks on all saved papers, for searches. */
    listMarks: message(isAbsent, shape({ marks: list(isSavedMark) })),
    /** The user's tags, note and status of a saved paper; null if it is not saved. */
    readUserMarks: message(shape({ id: isPaperId }), anyOf(isUserMarks, oneOf([null]))),
  },
} as const satisfies Receiver<unknown>;

/** The card of a listing's entry; the script on the listing tells it. */
export const CARD = {
  name: 'card',
  hears: 'page-or-background',
  messages: {
    /** Show another entry's card in the frame with the nonce. */
    entryChanged: message(isNonce, isDone),
  },
} as const satisfies Receiver<unknown>;

/** All open extension pages; scripts on pages tell them, and the answer only says that one is open. */
export const PANEL = {
  name: 'panel',
  hears: 'page-or-background',
  messages: {
    /** The tab shows another paper, or the same one in another theme. */
    pageChanged: message(isPageChange, isDone),
  },
} as const satisfies Receiver<unknown>;
