/** Makes the rows that lists show from what a pack knows about papers. */
import { roomyFigure } from '@/lib/domain/entry/best-result';
import {
  FACETS,
  type Facet,
  type PaperLink,
  type Result,
  type Span,
  type TagDefinition,
} from '@/lib/domain/paper';
import type { FieldMatch, SearchField } from '@/lib/domain/search';
import type { PaperRow, QueryAnswer, QueryHit, TagLabel } from './index';

/** The facts from which a row is made. */
type RowSource = Omit<PaperRow, 'tags' | 'best' | 'hasCode'> & {
  readonly tags: readonly (string | TagDefinition)[];
  readonly results: readonly Result[];
  readonly links: readonly PaperLink[];
};

/** The row of a paper, from an annotation or from a pack's own record. */
export function rowOf(paper: RowSource): PaperRow {
  const { id, title, authors, published, venue, tags, results, links, provenance, metOn, marks } = paper;
  return {
    id,
    title,
    authors,
    published,
    venue,
    tags: tags.map((tag) => (typeof tag === 'string' ? tag : tag.id)),
    best: roomyFigure(results),
    hasCode: links.some(({ kind }) => kind === 'code'),
    provenance,
    metOn,
    marks,
  };
}

/** In long texts, how many UTF-16 code units are shown before the first matched word. */
const UNITS_BEFORE = 40;
const CUT = '… ';

function cutBefore({ text, spans }: FieldMatch): { readonly text: string; readonly spans: readonly Span[] } {
  const first = spans[0]?.start ?? 0;
  const from = first <= UNITS_BEFORE ? 0 : text.indexOf(' ', first - UNITS_BEFORE) + 1;
  if (from === 0) return { text, spans };
  const moved = CUT.length - from;
  return {
    text: CUT + text.slice(from),
    spans: spans.map(({ start, end }) => ({ start: start + moved, end: end + moved })),
  };
}

/** Every row shows these anyway (the year, and the id as its address). */
const SHOWN_ANYWAY = new Set<SearchField>(['title', 'published', 'id']);

/** The match that adds most to the title's; undefined if the title matches everything. */
function findTelling(matches: readonly FieldMatch[]): FieldMatch | undefined {
  const said = matches.find(({ field }) => field === 'title')?.stems ?? new Set();
  const news = ({ stems }: FieldMatch): number => [...stems].filter((each) => !said.has(each)).length;
  return matches
    .filter((match) => !SHOWN_ANYWAY.has(match.field))
    .map((match) => ({ match, count: news(match) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)[0]?.match;
}

/** A row with the words that a query matched in it. */
export function hitOf(row: PaperRow, score: number, matches: readonly FieldMatch[]): QueryHit {
  const other = findTelling(matches);
  return {
    ...row,
    score,
    // Mathematics is typeset as a whole, so no words are marked in such titles.
    titleSpans: row.title.includes('$') ? [] : (matches.find(({ field }) => field === 'title')?.spans ?? []),
    found: other && { field: other.field, ...cutBefore(other) },
  };
}

/** Facets that are offered for browsing. */
export const BROWSED: readonly Facet[] = ['task', 'modality'];

/** A tag as lists show it. */
export function labelOf({ id, facet, label, definition }: TagDefinition): TagLabel {
  return { id, facet, label, definition };
}

/** Counted tags by facet. Ids that are not in the taxonomy are left out. */
export function groupFacets(
  counts: readonly { readonly tag: string; readonly count: number }[],
  findTag: (id: string) => TagDefinition | undefined,
): QueryAnswer['facets'] {
  const terms = counts.flatMap(({ tag: id, count }) => {
    const tag = findTag(id);
    return tag ? [{ tag: labelOf(tag), count }] : [];
  });
  return FACETS.map((facet) => ({ facet, terms: terms.filter(({ tag }) => tag.facet === facet) })).filter(
    (group) => group.terms.length > 0,
  );
}
