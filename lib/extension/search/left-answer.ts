/**
 * The first results of the last search, stored with its state: the popup shows them before the index is loaded.
 * Only papers in packs are stored, so that a paper that was deleted or removed is not shown again.
 */
import {
  anyOf,
  isAbsent,
  isInteger,
  isNumber,
  list,
  oneOf,
  optional,
  shape,
  text,
  type Guard,
} from '@/lib/domain/guard';
import { FACETS, type Span } from '@/lib/domain/paper';
import { MESSAGE_KINDS, type SearchMessage } from '@/lib/domain/search/message';
import { SEARCH_FIELDS } from '@/lib/domain/search/paper';
import type { QueryHit, StoreQuery, TagCount, TagLabel } from '@/lib/domain/store';
import { ROW_MEMBERS } from '@/lib/messages/related';
import type { SearchAnswer } from './index';
import { SORT_ORDERS, type SearchState } from './state';

/** More than the popup shows initially. */
const MOST_HITS = 20;

const isSpans = list(shape<Span>({ start: isInteger, end: isInteger }), 100);

const isHit = shape<QueryHit>({
  ...ROW_MEMBERS,
  score: isNumber,
  titleSpans: isSpans,
  found: optional(shape({ field: oneOf(SEARCH_FIELDS), text: text(), spans: isSpans })),
});

const isTag: Guard<TagLabel> = shape<Pick<TagLabel, 'id' | 'facet' | 'label' | 'definition'>>({
  id: text(),
  facet: oneOf(FACETS),
  label: text(),
  definition: text(),
});

const isLeft = shape<SearchAnswer>({
  typed: text(),
  query: shape<StoreQuery>({ text: text(), sort: optional(oneOf(SORT_ORDERS)) }),
  hits: list(isHit, MOST_HITS),
  total: isInteger,
  facets: list(
    shape({ facet: oneOf(FACETS), terms: list(shape<TagCount>({ tag: isTag, count: isInteger })) }),
  ),
  message: optional(
    shape<SearchMessage>({
      kind: oneOf(MESSAGE_KINDS),
      text: text(),
      words: list(text()),
      taken: optional(list(text())),
      suggestions: list(text()),
    }),
  ),
  // A pasted address is answered without the index.
  pasted: anyOf(isAbsent),
});

/**
 * Reads the stored value as the answer to a search; undefined if it is not one, or belongs to another search.
 */
export function readLeftAnswer(value: unknown, { query, sort }: SearchState): SearchAnswer | undefined {
  if (!isLeft(value)) return undefined;
  return value.typed === query.trim() && (value.query.sort ?? 'relevance') === sort ? value : undefined;
}

/** Whether an answer may be stored: it is short, and none of its papers is in the user's lists. */
export const isKeepable = (answer: SearchAnswer): boolean =>
  isLeft(answer) &&
  answer.hits.every(({ provenance, marks, metOn }) => provenance !== 'met' && !marks && metOn === undefined);
