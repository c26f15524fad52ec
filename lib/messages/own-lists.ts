/**
 * Asks the background about the user's own lists, saved papers and papers met, for frames in pages, which
 * cannot open the database.
 */
import { isPaperId } from '@/lib/domain/arxiv-id';
import {
  anyOf,
  isAbsent,
  isAnything,
  isInteger,
  isNumber,
  list,
  oneOf,
  optional,
  shape,
  text,
} from '@/lib/domain/guard';
import { OWN_LISTS } from '@/lib/domain/library/own-list-names';
import { isResult, isTerm } from '@/lib/domain/paper-guards';
import { MOST_KEPT } from '@/lib/domain/tables/most-kept';
import type { PaperProfile } from '@/lib/domain/store';
import { isDone } from './guards';
import { isRow, isSubject, MOST_ROWS } from './related';
import { message, type Receiver } from './table';

const isProfile = shape<PaperProfile>({
  id: isPaperId,
  title: text(20_000),
  tags: list(text(80), 200),
  terms: list(isTerm, 500),
  vector: optional(list(isNumber, 1000)),
});

/** The background as a source of the user's own lists. */
export const OWN = {
  name: 'own-lists',
  hears: 'extension',
  messages: {
    /** A paper of the lists that have it: its stored record, and its profile for other packs. */
    read: message(
      shape({ id: isPaperId }),
      shape({
        found: list(
          shape({
            list: oneOf(OWN_LISTS),
            record: isAnything,
            profile: optional(isProfile),
          }),
          OWN_LISTS.length,
        ),
      }),
    ),
    /** Store the numbers in a saved paper's tables. */
    saveTables: message(shape({ id: isPaperId, results: list(isResult, MOST_KEPT) }), isDone),
    /** Compile a list that is long and new. */
    tend: message(isAbsent, isDone),
    /** Papers of a list near to a paper or a text, nearest first. */
    relate: message(
      shape({
        list: oneOf(OWN_LISTS),
        to: anyOf(isSubject, shape({ kind: oneOf(['profile']), profile: isProfile })),
        limit: isInteger,
      }),
      shape({ rows: list(isRow, MOST_ROWS), total: isInteger }),
    ),
  },
} as const satisfies Receiver<unknown>;

/** Whether a profile fits into a message. */
export const isAskableProfile = (profile: PaperProfile): boolean => isProfile(profile);
