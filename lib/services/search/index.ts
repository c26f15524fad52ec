/** The popup's search over the catalogue: hits with their matched words marked, and counts by tag. */
import { FACETS, type CataloguePaper, type Facet, type Span, type TagDefinition } from '@/lib/domain/paper';
import {
  findMatches,
  openPapers,
  search,
  searchableOf,
  type FieldMatch,
  type SearchCollection,
  type SearchField,
} from '@/lib/domain/search';
import { findPastedPaper } from '@/lib/sites/pasted';
import type { Catalogue } from '@/lib/services/catalogue';
import type { SortOrder } from './memory';

export { findPastedPaper } from '@/lib/sites/pasted';

/** A text cut where the matched words begin and end. */
export type MarkedText = readonly { readonly text: string; readonly marked: boolean }[];

/** A paper as a row of the popup shows it. */
export interface SearchHit {
  readonly paper: CataloguePaper;
  readonly title: MarkedText;
  /** Where the words were found that are not in the title: in whose name, under which tag. */
  readonly found?: { readonly in: SearchField; readonly text: MarkedText } | undefined;
}

/** A tag to narrow the search by. */
export interface FacetTerm {
  readonly tag: TagDefinition;
  /** How many of the hits bear it. */
  readonly count: number;
  /** The query already asks for it. */
  readonly isChosen: boolean;
}

/** What a query found, as the popup shows it. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Papers found, shown or not. */
  readonly total: number;
  readonly facets: readonly { readonly facet: Facet; readonly terms: readonly FacetTerm[] }[];
  /** What is wrong with the query, and what could be written instead. */
  readonly message?: { readonly text: string; readonly suggestions: readonly string[] } | undefined;
}

/** The search over one catalogue. */
export interface Searcher {
  /** Builds the index now; else the first search does. */
  readonly prepare: () => void;
  readonly search: (query: string, sort: SortOrder) => SearchAnswer;
}

/** Adds a tag's filter to the query, or takes it out. */
export function toggleTagFilter(query: string, tagId: string): string {
  const filter = `tag:${tagId}`;
  const words = splitQuery(query);
  const others = words.filter((word) => word !== filter);
  return (others.length < words.length ? others : [...words, filter]).join(' ');
}

/** A query's words; what is quoted is one word. */
function splitQuery(query: string): readonly string[] {
  return query.match(/[^\s"]*"[^"]*"?|[^\s"]+/g) ?? [];
}

/** Puts a suggested filter where the one stands that it is suggested for. */
export function applySuggestion(query: string, suggestion: string): string {
  const name = suggestion.slice(0, suggestion.indexOf(':') + 1);
  const words = splitQuery(query);
  const same = words.findIndex((word) => word.startsWith(name));
  const at = same === -1 ? words.findIndex((word) => /^[a-z]+:/i.test(word)) : same;
  if (at === -1) return [...words, suggestion].join(' ');
  const old = words[at] ?? '';
  // A suggested name without a value takes over the value that was written.
  const value = suggestion.endsWith(':') ? old.slice(old.indexOf(':') + 1) : '';
  return words.with(at, suggestion + value).join(' ');
}

/** Cuts a text at spans that are in order and do not overlap. */
export function cutText(text: string, spans: readonly Span[]): MarkedText {
  const pieces: { text: string; marked: boolean }[] = [];
  let end = 0;
  for (const span of spans) {
    if (span.start > end) pieces.push({ text: text.slice(end, span.start), marked: false });
    pieces.push({ text: text.slice(span.start, span.end), marked: true });
    end = span.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), marked: false });
  return pieces;
}

/** Long texts are shown from a little before their first matched word. */
const WORDS_BEFORE = 40;

function cutMatch({ text, spans }: FieldMatch): MarkedText {
  const first = spans[0]?.start ?? 0;
  const from = first <= WORDS_BEFORE ? 0 : text.indexOf(' ', first - WORDS_BEFORE) + 1;
  const moved = spans.map(({ start, end }) => ({ start: start - from, end: end - from }));
  const cut = cutText(text.slice(from), moved);
  return from === 0 ? cut : [{ text: '… ', marked: false }, ...cut];
}

/** Every row shows them: the year, and the id by its address. */
const SHOWN_ANYWAY = new Set<SearchField>(['title', 'published', 'id']);

/** The match that says most beyond what the title says; undefined where the title says it all. */
function findTelling(matches: readonly FieldMatch[]): FieldMatch | undefined {
  const said = matches.find(({ field }) => field === 'title')?.stems ?? new Set();
  const news = ({ stems }: FieldMatch): number => [...stems].filter((each) => !said.has(each)).length;
  return matches
    .filter((match) => !SHOWN_ANYWAY.has(match.field))
    .map((match) => ({ match, count: news(match) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)[0]?.match;
}

function markHit(paper: CataloguePaper, matches: readonly FieldMatch[]): Omit<SearchHit, 'paper'> {
  const title = matches.find((match) => match.field === 'title');
  const other = findTelling(matches);
  return {
    // Mathematics is set as a whole: marks inside it would tear it apart.
    title: cutText(paper.title, paper.title.includes('$') ? [] : (title?.spans ?? [])),
    found: other && { in: other.field, text: cutMatch(other) },
  };
}

/** A hit whose words are marked when its row is drawn; most rows of a keystroke never are. */
function createHit(paper: CataloguePaper, matches: () => readonly FieldMatch[]): SearchHit {
  let marked: Omit<SearchHit, 'paper'> | undefined;
  const mark = () => (marked ??= markHit(paper, matches()));
  return {
    paper,
    get title() {
      return mark().title;
    },
    get found() {
      return mark().found;
    },
  };
}

type TagCounts = readonly { readonly tag: string; readonly count: number }[];

function groupFacets(counts: TagCounts, catalogue: Catalogue, query: string): SearchAnswer['facets'] {
  const chosen = new Set(splitQuery(query));
  const terms = counts.flatMap(({ tag: id, count }) => {
    const tag = catalogue.tag(id);
    return tag ? [{ tag, count, isChosen: chosen.has(`tag:${id}`) }] : [];
  });
  return FACETS.map((facet) => ({ facet, terms: terms.filter(({ tag }) => tag.facet === facet) })).filter(
    (group) => group.terms.length > 0,
  );
}

/** Facets by which readers browse: what is looked at, and what for. */
const BROWSED = new Set<Facet>(['task', 'modality']);

/** The catalogue's commonest terms, to browse by before anything is typed. */
export function findTopics(catalogue: Catalogue, most: number): readonly FacetTerm[] {
  const counts = new Map<string, number>();
  for (const paper of catalogue.all()) {
    for (const id of paper.tags) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return groupFacets(
    [...counts].map(([tag, count]) => ({ tag, count })),
    catalogue,
    '',
  )
    .filter(({ facet }) => BROWSED.has(facet))
    .flatMap(({ terms }) => terms)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most);
}

/** The papers that came last, newest first. */
export function findNewest(catalogue: Catalogue, most: number): readonly SearchHit[] {
  return catalogue
    .all()
    .toSorted((a, b) => b.published.localeCompare(a.published))
    .slice(0, most)
    .map((paper) => createHit(paper, () => []));
}

/** More than a reader looks through; a list of all would slow every keystroke. */
const MOST_HITS = 60;

/** Searches the catalogue, by an index that is built once, when it is first needed. */
export function createSearcher(catalogue: Catalogue): Searcher {
  let built: SearchCollection | undefined;
  const openIndex = (): SearchCollection =>
    (built ??= openPapers('curated', catalogue.all().map(searchableOf), catalogue.header.tags));
  return {
    prepare: () => void openIndex(),
    search: (query, sort) => {
      // The words of an address are no words of a paper.
      const answer = search(openIndex(), findPastedPaper(query) ?? query, { sort, limit: MOST_HITS });
      return {
        hits: answer.hits.flatMap((hit) => {
          const paper = catalogue.get(hit.id);
          const mark = (found: CataloguePaper) =>
            findMatches(searchableOf(found), answer.marking, (id) => catalogue.tag(id));
          return paper ? [createHit(paper, () => mark(paper))] : [];
        }),
        total: answer.total,
        facets: groupFacets(answer.facets, catalogue, query),
        message: answer.message,
      };
    },
  };
}
