/** Guards for the contents of messages, with limits above anything that our own code sends. */
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
import { MOST_ITEMS } from '@/lib/messages/limits';
import { isPaperId } from '@/lib/domain/arxiv-id';
import type { MarksChange, UserMarks } from '@/lib/domain/library/saved-paper';
import { PROVENANCES, READING_STATUSES, type Marks, type SavedMark } from '@/lib/domain/provenance';
import { isFault } from '@/lib/shared/library/outcome';
import type { PageChange, Theme } from './reports';

/** The longest text from a page in one message, in UTF-16 code units. */
const LONGEST_TEXT = 20_000;

/** The most entries of a listing in one message. */
export const MOST_ENTRIES = 64;

/** The theme of a page; undefined if it is not known. */
export const isTheme = optional(oneOf<Theme>(['light', 'dark']));
const isVersion: Guard<number> = (value): value is number => isInteger(value) && value > 0;
const isPageText = text(LONGEST_TEXT);

/**
 * Kind and id may be any text: the id is looked up before a paper is shown, and an invalid one is not found.
 */
export const isPage = shape<Page>({
  kind: text(16),
  paperId: optional(text(40)),
  version: optional(isVersion),
});

/** What a listing states about a paper, whose texts may be the page's. */
export const isEntry = shape<ListingEntry>({
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

/** What a page states about its paper. */
export const isFacts = shape<PageFacts>({
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
  // Added by the listing's own script.
  watched: isAbsent,
  near: isAbsent,
  best: optional(text()),
  results: isNumber,
  hasCode: isBoolean,
  tags: list(shape({ id: text(), label: text() })),
  otherVersion: optional(isNumber),
});

/** The longest id and label of a tag, in UTF-16 code units; real ones are much shorter. */
const isTagText = text(80);

/** The filter of a listing's toolbar. */
export const isFilter = shape<EntryFilter>({
  catalogue: isBoolean,
  results: isBoolean,
  code: isBoolean,
  watched: isBoolean,
  saved: isBoolean,
  unread: isBoolean,
  hideRead: isBoolean,
  tag: optional(isTagText),
});

/** The outcome of a filter: counts for its switches and tags. */
export const isReport = shape<ListingReport>({
  filter: isFilter,
  total: isInteger,
  shown: isInteger,
  unread: isInteger,
  marked: isInteger,
  watched: isInteger,
  counts: shape({
    catalogue: isInteger,
    results: isInteger,
    code: isInteger,
    watched: isInteger,
    saved: isInteger,
    unread: isInteger,
    hideRead: isInteger,
  }),
  tags: list(shape({ id: isTagText, label: isTagText, count: isInteger }), 64),
});

/** A tab's new page, and its theme. */
export const isPageChange = shape<PageChange>({ page: isPage, theme: isTheme });
/** Whether a request had an effect. */
export const isDone = shape({ done: isBoolean });
/** Whether something is open after a request to toggle it. */
export const isOpen = shape({ open: isBoolean });
/** A frame's nonce, which our script put into the frame's address; a UUID has 36 characters. */
export const isNonce = shape({ nonce: text(64) });
/** The same with the secret of the asking page (`frame-request.ts`). */
export const isOwnFrame = shape({ nonce: text(64), asker: text(64) });

/** Ids of papers, as many as one message about marks may have. */
export const isIds = list(isPaperId, 1000);

/** Marks of papers in the order of their ids; null if there are none. */
export const isMarksList = shape({ marks: list(anyOf(isMarks, oneOf([null]))) });

/** A change of status, own tags or note; what is absent stays as it is. */
export const isMarksChange = shape<MarksChange>({
  status: optional(oneOf(READING_STATUSES)),
  addTags: optional(list(text(200), 100)),
  dropTags: optional(list(text(200), 100)),
  note: optional(text(100_000)),
});

/** A saved paper's status and own tags, with its id. */
export const isSavedMark = shape<SavedMark & { readonly id: string }>({
  id: text(40),
  status: oneOf(READING_STATUSES),
  ownTags: list(text()),
});

/** Status, own tags and note of a saved paper. */
export const isUserMarks = shape<UserMarks>({
  status: oneOf(READING_STATUSES),
  ownTags: list(text()),
  note: text(),
});

/** The outcome of a change of my papers: the changed papers, or the reason why nothing was changed. */
export const isLibraryAnswer = anyOf(
  shape({ ok: oneOf([true]), ids: isIds, isFirst: isBoolean }),
  shape({ ok: oneOf([false]), reason: isFault }),
);
