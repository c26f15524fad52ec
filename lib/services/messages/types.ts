/** What our contexts say to each other, and what they answer; `index.ts` carries it. Types only. */
import type { EntryLine } from '@/lib/domain/entry';
import type { ListingEntry, Page, PageFacts } from '@/lib/domain/page';

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

/** The page that a tab shows now, and its colours. */
export interface PageChange {
  readonly page: Page;
  readonly theme?: Theme | undefined;
}

/** A message: what it carries and what it is answered with. */
export interface Message<Data, Answer> {
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
  /** Run the second stage of the page script in the asking document; only Firefox's first stage asks. */
  injectSidebar: Message<undefined, { readonly done: boolean }>;
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
