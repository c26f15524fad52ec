/**
 * Every message between our contexts, in one table a receiver: what it carries
 * and what it is answered with, as guards that both ends check on receipt.
 * To add one, add its line here and its handler where the receiver's are.
 */
import {
  anyOf,
  isAbsent,
  isBoolean,
  isNumber,
  list,
  oneOf,
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

/** A message: what it carries and what it is answered with. */
export interface Message<Data, Answer> {
  readonly data: Guard<Data>;
  readonly answer: Guard<Answer>;
}

/** Who may say something to a receiver; `index.ts` checks it by what the browser says of the sender. */
export type Speaker = 'extension' | 'page' | 'page-or-background';

/** A context that listens: its name in the envelope, whom it hears, and the messages that it takes. */
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

/** The script on a paper's page; our extension contexts ask it. */
export const PAGE_SCRIPT = {
  name: 'page',
  hears: 'extension',
  messages: {
    /** What stands on the page, read when asked. */
    readFacts: message(
      isAbsent,
      shape<PageReport>({ page: isPage, theme: isTheme, confirmed: isBoolean, facts: isFacts }),
    ),
    /** Scroll to the anchor's words in the abstract and mark them; the page's nodes stay untouched. */
    showOnPage: message(shape({ anchor: text(500) }), shape({ found: isBoolean })),
    /** Take the mark away and scroll back to where the user was. */
    backFromPage: message(isAbsent, isDone),
    /** Fold the sidebar to its handle; focus returns to where it was. `done` is false where none was open. */
    closeSidebar: message(isAbsent, isDone),
    /** Open or fold the sidebar; with `focus` the panel takes the keyboard as it opens. */
    toggleSidebar: message(shape({ focus: isBoolean }), isOpen),
    /** Give an open sidebar the width of the window, over the page, or its own again; false where none is open. */
    widenSidebar: message(shape({ isWide: isBoolean }), isDone),
    /** Does something of the page lie over this point of the sidebar's frame, through which clicks pass? */
    isCovered: message(shape({ x: isNumber, y: isNumber }), shape({ covered: isBoolean })),
    /** Did this page's script make the frame with the nonce? A panel that a page framed itself stays inert. */
    vouch: message(isOwnFrame, shape({ vouched: isBoolean })),
  },
} as const satisfies Receiver<unknown>;

/** The script on a listing; our extension contexts ask it. */
export const LISTING_SCRIPT = {
  name: 'listing',
  hears: 'extension',
  messages: {
    /** The entry whose card is open, asked by the card; null where this script did not make the asking frame. */
    readEntry: message(
      isOwnFrame,
      anyOf(shape<EntryReport>({ entry: isEntry, theme: isTheme }), oneOf([null])),
    ),
    /** The card of an entry is drawn and this many CSS pixels high: show it. */
    sizeCard: message(
      shape({ nonce: text(64), asker: text(64), paperId: text(40), height: isNumber }),
      isDone,
    ),
    /** Close the card; the keyboard returns to where it was. */
    closeCard: message(isOwnFrame, isDone),
    /** Show or hide the listing's toolbar, and remember it. */
    toggleTools: message(isAbsent, isOpen),
    /** The listing under its filter, in figures; all of it is read from then on. */
    readTools: message(isAbsent, isReport),
    /** Filter the listing; the toolbar comes up, so that the page says what is done to it. */
    filterList: message(shape({ filter: isFilter }), isReport),
  },
} as const satisfies Receiver<unknown>;

/** The background; the scripts on pages ask it. */
export const BACKGROUND = {
  name: 'background',
  hears: 'page',
  messages: {
    /** The page refused its address, or shows another paper: look at the tab's badge again. */
    pageChanged: message(isPageChange, isDone),
    /** What to say beside these entries of a listing, in their order; null: nothing. */
    readEntries: message(
      shape({ entries: list(isEntry, MOST_ENTRIES) }),
      shape({ lines: list(anyOf(isLine, oneOf([null]))) }),
    ),
    /**
     * Whether any pack holds a paper (pages know the catalogue's ids alone), and whether a jump of ours led to it.
     */
    isHeld: message(shape({ paperId: text(40) }), shape({ held: isBoolean, jumped: isBoolean })),
    /** What the user did with these papers. */
    readMarks: message(shape({ ids: isIds }), isMarksList),
    /** The page of this paper is open: it is remembered where the user wants papers met remembered. */
    meetPage: message(shape({ id: isPaperId, facts: isFacts }), isDone),
    /** Save the paper of an entry, or take it out. */
    keepEntry: message(shape({ isSaved: isBoolean, entry: isEntry }), isLibraryAnswer),
    /** Make entries ready to be ordered. */
    prepareOrder: message(isOrderPreparation, isDone),
    /** Order entries by nearness to the user's papers. */
    orderEntries: message(isOrderQuestion, isOrderAnswer),
  },
} as const satisfies Receiver<unknown>;

/** My papers, which the background keeps; panel, card and popup ask it. */
export const LIBRARY = {
  name: 'library',
  hears: 'extension',
  messages: {
    /** Save a paper, with what its page states of it where available. */
    save: message(shape({ id: isPaperId, facts: isFacts }), isLibraryAnswer),
    /** Bring up to date what is known of a paper, where it is saved. */
    refresh: message(shape({ id: isPaperId, facts: isFacts }), isLibraryAnswer),
    /** Take papers out; for thirty days they can be brought back. */
    takeOut: message(shape({ ids: isIds }), isLibraryAnswer),
    /** Bring back papers that were taken out. */
    restore: message(shape({ ids: isIds }), isLibraryAnswer),
    /** Change status, own tags or note of saved papers. */
    update: message(shape({ ids: isIds, change: isMarksChange }), isLibraryAnswer),
    /** What the user did with these papers. */
    readMarks: message(shape({ ids: isIds }), isMarksList),
    /** What the user says of every saved paper, for searches. */
    listMarks: message(isAbsent, shape({ marks: list(isSavedMark) })),
    /** What the user says of a saved paper; null where it is not saved. */
    readUserMarks: message(shape({ id: isPaperId }), anyOf(isUserMarks, oneOf([null]))),
  },
} as const satisfies Receiver<unknown>;

/** The card of a listing's entry; the script on the listing tells it. */
export const CARD = {
  name: 'card',
  hears: 'page-or-background',
  messages: {
    /** Another entry's card is wanted in the frame with the nonce. */
    entryChanged: message(isNonce, isDone),
  },
} as const satisfies Receiver<unknown>;

/** Every extension page that is open; scripts on pages tell them, and the answer says only that one was. */
export const PANEL = {
  name: 'panel',
  hears: 'page-or-background',
  messages: {
    /** The tab shows another paper, or the same one in other colours. */
    pageChanged: message(isPageChange, isDone),
  },
} as const satisfies Receiver<unknown>;
