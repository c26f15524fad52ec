/**
 * Asking the background for related papers. A frame in a page cannot reach the packs that the user added: the
 * browser partitions a frame's storage by the top-level site
 * (https://developer.mozilla.org/docs/Web/Privacy/Guides/State_Partitioning).
 */
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
import type { Authors } from '@/lib/domain/paper';
import { PROVENANCES, READING_STATUSES, type Marks } from '@/lib/domain/provenance';
import { isReason } from '@/lib/domain/related/reason';
import type { RelatedRow, RelatedSubject } from '@/lib/domain/store';
import { message, type Receiver } from './table';

/** Most related papers in one request. */
export const MOST_ROWS = 60;

/** What related papers can be searched for. */
export const isSubject = anyOf(
  shape<Extract<RelatedSubject, { readonly kind: 'paper' }>>({ kind: oneOf(['paper']), id: isPaperId }),
  shape<Extract<RelatedSubject, { readonly kind: 'text' }>>({
    kind: oneOf(['text']),
    text: shape({ title: text(20_000), abstract: text(20_000), tags: list(text(80), 200) }),
    id: optional(isPaperId),
  }),
);

const isAuthors = anyOf(
  shape<Extract<Authors, { readonly names: unknown }>>({
    names: list(text()),
    familyNames: optional(list(text())),
  }),
  shape({ count: isInteger }),
  shape({ organisation: text() }),
);

/** Guards for the members of a row. */
export const ROW_MEMBERS = {
  id: isPaperId,
  title: text(),
  authors: optional(isAuthors),
  published: optional(text()),
  venue: optional(text()),
  tags: list(text()),
  best: optional(shape({ before: text(), value: text(), after: text() })),
  hasCode: isBoolean,
  provenance: oneOf(PROVENANCES),
  metOn: optional(text(10)),
  marks: optional(shape<Marks>({ saved: isBoolean, status: optional(oneOf(READING_STATUSES)) })),
} as const;

/** A related paper. */
export const isRow = shape<RelatedRow>({ ...ROW_MEMBERS, score: isNumber, reasons: list(isReason) });

/** The background as a source of related papers; frames in pages ask it. */
export const RELATED = {
  name: 'related',
  hears: 'extension',
  messages: {
    /** Papers near to a paper or text, from all packs, nearest first. */
    relate: message(
      shape({ subject: isSubject, limit: isInteger }),
      shape({ rows: list(isRow, MOST_ROWS), total: isInteger }),
    ),
  },
} as const satisfies Receiver<unknown>;

/** Whether a subject fits into a message. */
export const isAskable = (subject: RelatedSubject): boolean => isSubject(subject);
