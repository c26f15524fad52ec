/** What the script on a listing and the background tell each other to order its entries. */
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

/** Longest listing that is ordered, in entries. */
const LONGEST_ORDER = 4000;

const isIds = list(isPaperId, LONGEST_ORDER);
const isPageText = text(20_000);

/** Entries to be made ready, in slices of at most 64, with the ids of the tags that their lines have. */
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

/** An entry in its place: `at` is its number in the question, `title` that of the saved paper that it is nearest to. */
const isPlaced = shape({
  at: isInteger,
  score: isNumber,
  isNear: isBoolean,
  title: text(),
  reasons: list(text(), 8),
});

/**
 * The entries, nearest first. `few`: fewer papers are saved than an order needs; `missing`: these have to be made
 * ready first; `unreadable`: my papers cannot be read.
 */
export const isOrderAnswer = anyOf(
  shape({ kind: oneOf(['order']), entries: list(isPlaced) }),
  shape({ kind: oneOf(['few']), saved: isInteger }),
  shape({ kind: oneOf(['missing']), ids: isIds }),
  shape({ kind: oneOf(['unreadable']) }),
);
