/**
 * Asks the background about packs that a frame on a page cannot read: those added by the user are in a database
 * that the browser partitions by the top-level site
 * (https://developer.mozilla.org/docs/Web/Privacy/Guides/State_Partitioning).
 */
import { isPaperId } from '@/lib/domain/arxiv-id';
import { isAnything, isBoolean, isInteger, list, shape, text } from '@/lib/domain/guard';
import type { PaperRow } from '@/lib/domain/store';
import { ROW_MEMBERS } from './related';
import { message, type Receiver } from './table';

/** The most ids in one question, and the most rows in one answer. */
export const MOST_ASKED = 2000;
const MOST_ROWS = 200;

/** The background as a source of papers in all packs; frames in pages ask it. */
export const ADDED = {
  name: 'added-packs',
  hears: 'extension',
  messages: {
    /** A paper's facts as a stored record, checked by the receiver; null if no pack has it. */
    read: message(shape({ id: isPaperId }), shape({ record: isAnything })),
    /** For each id, whether a pack has the paper. */
    has: message(shape({ ids: list(isPaperId, MOST_ASKED) }), shape({ held: list(isBoolean, MOST_ASKED) })),
    /** Papers with a tag, from all packs. */
    tagged: message(
      shape({ tagId: text(80), limit: isInteger }),
      shape({ rows: list(shape<PaperRow>(ROW_MEMBERS), MOST_ROWS), total: isInteger }),
    ),
  },
} as const satisfies Receiver<unknown>;
