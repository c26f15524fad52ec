/** What our extension pages ask of the script within a full text: the third stage of the page script. */
import { isAbsent, isBoolean, isInteger, list, optional, shape, text } from '@/lib/domain/guard';
import type { Reference } from '@/lib/domain/references';
import { message, type Receiver } from './table';

/** Most entries of a bibliography in one message, and most places that cite one; a survey has some hundreds. */
const MOST_ENTRIES = 5000;
const MOST_PLACES = 1000;

/** Longest parts of an entry, in UTF-16 units: some print hundreds of authors. */
const LONGEST_ENTRY = 20_000;
const LONGEST_NAME = 400;

const isReference = shape<Reference>({
  anchor: text(LONGEST_NAME),
  key: text(LONGEST_ENTRY),
  text: text(LONGEST_ENTRY),
  paperId: optional(text(40)),
  title: optional(text(LONGEST_ENTRY)),
  year: optional(isInteger),
  citedAt: list(text(LONGEST_ENTRY), MOST_PLACES),
});

const isFound = shape({ found: isBoolean });

/** References as far as they fit into a message; a paper's fit whole. */
export const fitReferences = (references: readonly Reference[]): readonly Reference[] =>
  references
    .filter(({ anchor }) => anchor.length <= LONGEST_NAME)
    .slice(0, MOST_ENTRIES)
    .map((reference) => ({
      ...reference,
      text: reference.text.slice(0, LONGEST_ENTRY),
      citedAt: reference.citedAt.slice(0, MOST_PLACES),
    }));

/** The script within a full text. */
export const FULL_TEXT = {
  name: 'full-text',
  hears: 'extension',
  messages: {
    /** The paper's bibliography; answered once the page has been read to its end. */
    readReferences: message(isAbsent, shape({ references: list(isReference, MOST_ENTRIES) })),
    /** Scroll to a place that cites an entry, by its number from 0, and mark it. */
    showCitation: message(shape({ anchor: text(LONGEST_NAME), index: isInteger }), isFound),
    /** Scroll to an entry of the bibliography, and mark it. */
    showEntry: message(shape({ anchor: text(LONGEST_NAME) }), isFound),
    /** Take the mark away and scroll back to where the user was. */
    back: message(isAbsent, shape({ done: isBoolean })),
  },
} as const satisfies Receiver<unknown>;
