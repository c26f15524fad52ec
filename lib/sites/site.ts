/** What every adapter of a site offers: from its documents to data, nothing kept and nothing changed. */
import type { ListingEntry, PageFacts } from '@/lib/domain/page';

/** Reader of the faces of papers on one kind of page. */
export interface FaceReader {
  /** What the document states, or undefined where it is no such page (an error page, a foreign layout). */
  readonly readFacts: (root: ParentNode) => PageFacts | undefined;
}

/** One paper of a listing with its place in the document. */
export interface FoundEntry {
  readonly entry: ListingEntry;
  /** The element that stands for the entry: a `dt`, a search result, a card. */
  readonly element: Element;
  /** Where a badge goes, at the end of its children. A Hugging Face card is positioned, its badge should be too. */
  readonly mount: Element;
  /** The title's element, where a badge may have to stand above it. */
  readonly heading?: Element | undefined;
  /** All elements that the entry consists of, in order: `dt` and `dd` of a list, the cell that holds a card, else the element. */
  readonly parts: readonly Element[];
}

/** Reader of one kind of listing. Finding is cheap, reading is not: long lists are read in slices. */
export interface ListingReader {
  readonly findElements: (root: ParentNode) => Element[];
  /** The entry of an element that `findElements` gave, or undefined where it names no paper. */
  readonly readEntry: (element: Element) => FoundEntry | undefined;
}
