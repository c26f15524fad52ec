/** Guards of the messages by which a listing's script has its entries ordered by the background. */
import { isPaperId } from '@/lib/domain/arxiv-id';
import {
  anyOf,
  isBoolean,
  isInteger,
  isNumber,
  list,
  oneOf,
  optional,
  shape,
  text,
} from '@/lib/domain/guard';

/** Most entries of a listing that is ordered. */
const LONGEST_ORDER = 4000;

const isIds = list(isPaperId, LONGEST_ORDER);
const isPageText = text(20_000);

/** Entries to prepare, at most 64 at a time, with the ids of the tags in their lines. */
export const isOrderPreparation = shape({
  entries: list(
    shape({
      paperId: text(40),
      title: isPageText,
      abstract: optional(isPageText),
      tags: list(text(80), 64),
    }),
    64,
  ),
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
