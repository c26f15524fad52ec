/**
 * Messages from extension pages to the script in a full text (the third stage), and from that script to the
 * background.
 */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { EntryLine } from '@/lib/domain/entry';
import {
  anyOf,
  isAbsent,
  isBoolean,
  isInteger,
  list,
  oneOf,
  optional,
  shape,
  text,
} from '@/lib/domain/guard';
import type { Reference } from '@/lib/domain/references';
import type { CitedEntry, WantedPaper } from '@/lib/domain/references/cited';
import type { Recognisable } from '@/lib/domain/references/known';
import { isPackedSections, isPackedTable, MOST_TABLES } from './packed-tables';
import { isLine, message, type Receiver } from './table';

/**
 * The most entries of a bibliography in one message, and the most places that cite one; a survey has some
 * hundreds.
 */
const MOST_ENTRIES = 5000;
const MOST_PLACES = 1000;

/** The longest parts of an entry, in UTF-16 code units; some print hundreds of authors. */
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

const isRecognisable = shape<Recognisable>({
  paperId: optional(text(40)),
  title: optional(text(LONGEST_ENTRY)),
  year: optional(isInteger),
  text: text(LONGEST_ENTRY),
});

const isCitedEntry = shape<CitedEntry>({
  paperId: optional(text(40)),
  title: optional(text(LONGEST_ENTRY)),
  year: optional(isInteger),
  text: text(LONGEST_ENTRY),
  float: text(LONGEST_ENTRY),
});

/** The most papers that are searched for in a bibliography with one message. */
const MOST_WANTED = 100;

const isFound = shape({ found: isBoolean });

/** References up to the limit of a message; real papers have fewer. */
export const fitReferences = (references: readonly Reference[]): readonly Reference[] =>
  references
    .filter(({ anchor }) => anchor.length <= LONGEST_NAME)
    .slice(0, MOST_ENTRIES)
    .map((reference) => ({
      ...reference,
      text: reference.text.slice(0, LONGEST_ENTRY),
      citedAt: reference.citedAt.slice(0, MOST_PLACES),
    }));

/** Entries up to the limit of a message. */
export const fitEntries = (entries: readonly (CitedEntry | null)[]): readonly (CitedEntry | null)[] =>
  entries.map((entry) => entry && { ...entry, text: entry.text.slice(0, LONGEST_ENTRY) });

/** A cell by the index of its table, its row and its index there, as in `TableSource`. */
const isPlace = shape({ table: isInteger, row: isInteger, index: isInteger });

/** The script in a full text. */
export const FULL_TEXT = {
  name: 'full-text',
  hears: 'extension',
  messages: {
    /** The paper's bibliography; answered when the whole page has been read. */
    readReferences: message(isAbsent, shape({ references: list(isReference, MOST_ENTRIES) })),
    /** The entries that may be some papers, in their order, or null. */
    findCited: message(
      shape({ papers: list(shape<WantedPaper>({ id: text(40), title: text(LONGEST_ENTRY) }), MOST_WANTED) }),
      shape({ entries: list(anyOf(isCitedEntry, oneOf([null])), MOST_WANTED) }),
    ),
    /** Scroll to a citation of an entry, by its index, and mark it. */
    showCitation: message(shape({ anchor: text(LONGEST_NAME), index: isInteger }), isFound),
    /** Scroll to an entry of the bibliography, and mark it. */
    showEntry: message(shape({ anchor: text(LONGEST_NAME) }), isFound),
    /** The paper's tables, without the text around them; answered when all are read. */
    readTables: message(isAbsent, shape({ tables: list(isPackedTable, MOST_TABLES) })),
    /** The other paragraphs of the sections of some tables, by their indexes. */
    readSections: message(shape({ tables: list(isInteger, MOST_TABLES) }), isPackedSections),
    /** Scroll to a cell of a table and mark it. */
    showCell: message(isPlace, isFound),
    /** Scroll to a table and mark its caption. */
    showTable: message(shape({ table: isInteger }), isFound),
    /** Remove the mark and scroll back. */
    back: message(isAbsent, shape({ done: isBoolean })),
  },
} as const satisfies Receiver<unknown>;

/** A paper of a pack that a full text cites. */
export interface KnownPaper {
  readonly paperId: PaperId;
  /** As in the pack. */
  readonly title: string;
  readonly line: EntryLine;
  /** The address of its code, which has passed the rules for links. */
  readonly code?: string | undefined;
}

const isKnownPaper = shape<KnownPaper>({
  paperId: text(40),
  title: text(LONGEST_ENTRY),
  line: isLine,
  code: optional(text(LONGEST_ENTRY)),
});

/** The most entries in one message. */
const MOST_ASKED = 32;

/** The background as a source of papers that a full text cites. */
export const KNOWN_PAPERS = {
  name: 'known-papers',
  hears: 'page',
  messages: {
    /** The papers of some entries, in their order, or null if no pack has one. */
    find: message(
      shape({ entries: list(isRecognisable, MOST_ASKED) }),
      shape({ papers: list(anyOf(isKnownPaper, oneOf([null])), MOST_ASKED) }),
    ),
    /** Open a paper from another paper's full text, as the settings say. */
    open: message(shape({ paperId: text(40), from: optional(text(40)) }), shape({ done: isBoolean })),
  },
} as const satisfies Receiver<unknown>;
