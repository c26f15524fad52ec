/** Guards of the messages by which a listing's script has its entries ordered by the background. */
import { isPaperId } from '@/lib/domain/arxiv-id';
import { anyOf, isBoolean, isInteger, isNumber, list, oneOf, shape, text } from '@/lib/domain/guard';

/** Most entries of a listing that is ordered. */
const LONGEST_ORDER = 4000;

const isIds = list(isPaperId, LONGEST_ORDER);
const isPageText = text(20_000);

/** Most entries that are prepared by one message: each message costs the page as much as many abstracts in it. */
export const MOST_PREPARED_AT_ONCE = 192;

/** The longest abstract that is sent, in UTF-16 code units; of longer ones the beginning. */
export const LONGEST_ABSTRACT = 20_000;

/**
 * Entries to prepare, with the ids of the tags in their lines. The abstracts are one text after another, of these
 * lengths, because the browser takes several times as long for as many texts; 0 for an entry without one.
 */
export const isOrderPreparation = shape({
  entries: list(
    shape({ paperId: text(40), title: isPageText, tags: list(text(80), 64), length: isInteger }),
    MOST_PREPARED_AT_ONCE,
  ),
  abstracts: text(MOST_PREPARED_AT_ONCE * LONGEST_ABSTRACT),
});

/** The entries to order. */
export const isOrderQuestion = shape({ ids: isIds });

/** An entry with its rank: `at` is its index in the question, `title` that of the nearest saved paper. */
const isPlaced = shape({
  at: isInteger,
  score: isNumber,
  isNear: isBoolean,
  title: text(),
  reasons: list(text(), 8),
});

/**
 * The entries, nearest first. `few`: more saved papers are needed; `missing`: these must be prepared first;
 * `unreadable`: my papers cannot be read.
 */
export const isOrderAnswer = anyOf(
  shape({ kind: oneOf(['order']), entries: list(isPlaced) }),
  shape({ kind: oneOf(['few']), saved: isInteger }),
  shape({ kind: oneOf(['missing']), ids: isIds }),
  shape({ kind: oneOf(['unreadable']) }),
);
