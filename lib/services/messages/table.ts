/**
 * Every message between our contexts, in one table a receiver: what it carries
 * and what it is answered with, as guards that both ends check on receipt.
 * To add one, add its line here and its handler where the receiver's are.
 */
import type { EntryLine } from '@/lib/domain/entry';
import type { EntryFilter, ListingReport } from '@/lib/domain/entry/filter';
import {
  anyOf,
  isAbsent,
  isBoolean,
  isInteger,
  isNumber,
  list,
  oneOf,
  optional,
  shape,
  text,
  type Guard,
} from '@/lib/domain/guard';
import type { ListingEntry, PageFacts } from '@/lib/domain/page';
import type { Page } from '@/lib/sites/pages';
import { MOST_ITEMS } from '@/lib/services/messages/limits';
import { isOrderAnswer, isOrderPreparation, isOrderQuestion } from '@/lib/services/messages/order-guards';
import { isPaperId } from '@/lib/domain/arxiv-id';
import type { MarksChange, UserMarks } from '@/lib/domain/library/saved-paper';
import { PROVENANCES, READING_STATUSES, type Marks, type SavedMark } from '@/lib/domain/provenance';
import { isFault } from '@/lib/services/library/outcome';

/** The page's own colours. */
export type Theme = 'light' | 'dark';

/** The page that a tab shows now, and its colours. */
export interface PageChange {
  readonly page: Page;
  /** Absent where the page has no colours of its own and the system's hold. */
  readonly theme?: Theme | undefined;
}

/** What the script on the page knows of it; everything in it is untrusted text. */
export interface PageReport extends PageChange {
  /** False where the document states another paper than its address: show nothing then. */
  readonly confirmed: boolean;
  readonly facts: PageFacts;
}

/** An entry of a listing as its card shows it; everything in it is untrusted text. */
export interface EntryReport {
  readonly entry: ListingEntry;
  readonly theme?: Theme | undefined;
}

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

/** Longest text of a page's in one message, in UTF-16 units. */
const LONGEST_TEXT = 20_000;

/** Most entries of a listing in one message. */
const MOST_ENTRIES = 64;

const isTheme = optional(oneOf<Theme>(['light', 'dark']));
const isVersion: Guard<number> = (value): value is number => isInteger(value) && value > 0;
const isPageText = text(LONGEST_TEXT);

/** Kind and id are text here: whoever shows a paper looks its id up, and finds none where it is no id. */
const isPage = shape<Page>({
  kind: text(16),
  paperId: optional(text(40)),
  version: optional(isVersion),
});

const isEntry = shape<ListingEntry>({
  paperId: text(40),
  version: optional(isVersion),
  title: isPageText,
  abstract: optional(isPageText),
  authors: optional(list(isPageText, MOST_ITEMS.authors)),
  categories: optional(list(isPageText, MOST_ITEMS.categories)),
  comments: optional(isPageText),
  links: optional(list(isPageText)),
  status: optional(oneOf(['new', 'cross-list', 'replaced'])),
});

const isFacts = shape<PageFacts>({
  paperId: optional(text()),
  version: optional(isInteger),
  title: optional(text()),
  abstract: optional(text()),
  authors: optional(list(text(), MOST_ITEMS.authors)),
  familyNames: optional(list(text(), MOST_ITEMS.authors)),
  published: optional(text()),
  categories: optional(list(text(), MOST_ITEMS.categories)),
  doi: optional(text()),
  journalReference: optional(text()),
  comments: optional(text()),
  links: optional(list(text(), MOST_ITEMS.links)),
  withdrawn: optional(isBoolean),
  pages: optional(list(text(), MOST_ITEMS.pages)),
});

const isMarks = shape<Marks>({ saved: isBoolean, status: optional(oneOf(READING_STATUSES)) });

/** A line beside an entry. */
export const isLine = shape<EntryLine>({
  provenance: oneOf(PROVENANCES),
  isTitleOnly: optional(isBoolean),
  marks: optional(isMarks),
  // Said by the listing's own script.
  near: isAbsent,
  best: optional(text()),
  results: isNumber,
  hasCode: isBoolean,
  tags: list(shape({ id: text(), label: text() })),
  otherVersion: optional(isNumber),
});

/** Longest id and label of a tag, in UTF-16 units: ours are far shorter. */
const isTagText = text(80);

const isFilter = shape<EntryFilter>({
  catalogue: isBoolean,
  results: isBoolean,
  code: isBoolean,
  saved: isBoolean,
  unread: isBoolean,
  hideRead: isBoolean,
  tag: optional(isTagText),
});

const isReport = shape<ListingReport>({
  filter: isFilter,
  total: isInteger,
  shown: isInteger,
  unread: isInteger,
  marked: isInteger,
  counts: shape({
    catalogue: isInteger,
    results: isInteger,
    code: isInteger,
    saved: isInteger,
    unread: isInteger,
    hideRead: isInteger,
  }),
  tags: list(shape({ id: isTagText, label: isTagText, count: isInteger }), 64),
});

const isPageChange = shape<PageChange>({ page: isPage, theme: isTheme });
const isDone = shape({ done: isBoolean });
const isOpen = shape({ open: isBoolean });
/** A frame's nonce, as our script put it into the frame's address; a UUID has 36 characters. */
const isNonce = shape({ nonce: text(64) });
/** The same with the secret of the page that asks (`asker.ts`). */
const isOwnFrame = shape({ nonce: text(64), asker: text(64) });

/** Ids of papers whose marks are asked for at once, or that are changed at once. */
const isIds = list(isPaperId, 1000);

/** Marks of papers in the order of their ids; null: the user did nothing with it. */
const isMarksList = shape({ marks: list(anyOf(isMarks, oneOf([null]))) });

const isMarksChange = shape<MarksChange>({
  status: optional(oneOf(READING_STATUSES)),
  addTags: optional(list(text(200), 100)),
  dropTags: optional(list(text(200), 100)),
  note: optional(text(100_000)),
});

const isSavedMark = shape<SavedMark & { readonly id: string }>({
  id: text(40),
  status: oneOf(READING_STATUSES),
  ownTags: list(text()),
});

const isUserMarks = shape<UserMarks>({
  status: oneOf(READING_STATUSES),
  ownTags: list(text()),
  note: text(),
});

/** What came of a change of my papers: the papers that it changed, or why it was not made. */
const isLibraryAnswer = anyOf(
  shape({ ok: oneOf([true]), ids: isIds, isFirst: isBoolean }),
  shape({ ok: oneOf([false]), reason: isFault }),
);

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
    /** The card of an entry is drawn and so many CSS pixels high: show it. */
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
    /** Whether any pack holds a paper (pages know the catalogue's ids alone), and whether a jump of ours led to it. */
    isHeld: message(shape({ paperId: text(40) }), shape({ held: isBoolean, jumped: isBoolean })),
    /** What the user did with these papers. */
    readMarks: message(shape({ ids: isIds }), isMarksList),
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
    /** Save a paper, with what its page states of it where that is at hand. */
    save: message(shape({ id: isPaperId, facts: isFacts }), isLibraryAnswer),
    /** Bring up to date what is known of a paper, where it is saved. */
    refresh: message(shape({ id: isPaperId, facts: isFacts }), isLibraryAnswer),
    /** Take papers out; for some minutes they can be brought back. */
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
