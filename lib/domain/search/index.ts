/**
 * Search over packs of papers or any corpus of the same shape: ranked full text with filters, phrases,
 * prefixes, tolerance for typos and marked words. One engine serves a few papers, packs of a hundred thousand
 * and plain corpora, all in the same compiled form (`build.ts` makes it, `index-file.ts` opens it).
 *
 * Why an own engine: with 100,000 papers MiniSearch takes many times as long to open and several times the
 * memory; SQLite's FTS5 in WebAssembly has a file five times as large, is slower for prefixes and tolerates no
 * typos (`npm run bench` measures both in the same run); neither counts facets or ranks over weighted fields
 * (BM25F).
 */
import { STOP_WORDS } from '@/lib/domain/text/stop-words';
import { stem, tokenise } from '@/lib/domain/text/tokens';
import type { TagDefinition } from '../paper';
import type { SavedMarks } from '../provenance';
import { createBest } from './best';
import { buildSearchIndex } from './build';
import { findStem } from './collection';
import type { SearchCollection, SearchPack } from './collection';
import { countTags } from './facets';
import type { FacetCount, FoundPapers } from './facets';
import { resolveFilter } from './filters';
import { listIds } from './ids';
import { openSearchIndex } from './index-file';
import type { SearchIndex } from './index-file';
import type { Marking } from './marks';
import { findClauses } from './match';
import type { Clause } from './match';
import { otherSpelling, someWords } from './message';
import type { SearchMessage } from './message';
import { findPhrase } from './phrase';
import type { SearchablePaper } from './paper';
import { parseQuery } from './query';
import { rankPapers } from './rank';
import type { Ranking } from './scores';

export { buildSearchIndex } from './build';
export { createCollection } from './collection';
export type { NamedIndex, SearchCollection } from './collection';
export { FILTER_NAMES } from './filter-names';
export { listIds } from './ids';
export type { IdList } from './ids';
export { openSearchIndex } from './index-file';
export type { SearchIndex } from './index-file';
export { findMatches } from './marks';
export type { FieldMatch, Marking } from './marks';
export { searchableOf } from './paper';
export type { SearchablePaper, SearchField } from './paper';

/** `discussion` puts the papers with most comments in the listing first. */
export type SearchOrder = 'relevance' | 'date' | 'discussion';

/** The order of the hits, and which of them to return. */
export interface SearchOptions {
  /** Default `relevance`; newest first if the query has no words. */
  readonly sort?: SearchOrder | undefined;
  /** Most hits to return, default 100. `total` counts all. */
  readonly limit?: number | undefined;
  /** Hits to skip, default 0. */
  readonly offset?: number | undefined;
  /** Whether tags are counted over all found papers; default true. Without it `facets` is empty. */
  readonly countsTags?: boolean | undefined;
  /** The user's marks on saved papers, for `in:saved`, `status:` and `mytag:`. */
  readonly saved?: SavedMarks | undefined;
  /** Ids in other lists of the user, by the name in an `in:` filter. */
  readonly lists?: Readonly<Record<string, Iterable<string>>> | undefined;
}

/** A found paper. */
interface SearchHit {
  readonly id: string;
  /** Name of the pack in which it was found. */
  readonly pack: string;
  /** Only comparable within one answer; 0 if the query has no words. */
  readonly score: number;
}

/** The answer to a query. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Number of papers found, returned or not. */
  readonly total: number;
  /** Tags of all found papers, most frequent first. */
  readonly facets: readonly FacetCount[];
  /** Which words to mark in the texts of the hits (`findMatches`). */
  readonly marking: Marking;
  /** Set if the query could not be taken as written. */
  readonly message?: SearchMessage | undefined;
}

interface PhraseStems {
  readonly words: readonly string[];
  readonly texts: readonly string[];
  /** Numbers of the phrase's stems; undefined if no pack has one of them, so that nothing can match. */
  readonly numbers: readonly number[] | undefined;
}

const readPhrase = (collection: SearchCollection, phrase: string): PhraseStems => {
  const words = tokenise(phrase).map((token) => token.text);
  const texts = words.map(stem);
  const numbers = texts.flatMap((text) => findStem(collection, text) ?? []);
  return { words, texts, numbers: numbers.length === texts.length ? numbers : undefined };
};

const phraseClauses = (phrases: readonly PhraseStems[]): Clause[] =>
  phrases.flatMap(({ words, texts, numbers = [] }) =>
    numbers.map((number, at) => ({
      word: words[at] ?? '',
      isOpen: false,
      stems: [texts[at] ?? ''],
      alternatives: [{ stem: number, weight: 1 }],
      ids: [],
      isRequired: true,
    })),
  );

type Accept = (paper: number) => boolean;

const acceptPaper = (pack: SearchPack, tests: readonly Accept[]): Accept => {
  const { hidden } = pack;
  if (tests.length === 0) return (paper) => hidden === undefined || hidden[paper] === 0;
  return (paper) => hidden?.[paper] !== 1 && tests.every((test) => test(paper));
};

interface Found {
  readonly packs: readonly FoundPapers[];
  /** Whether these papers have all required words. */
  readonly isFull: boolean;
}

/** The papers with all required words; if there are none, those with the most. */
const findPapers = (
  { packs }: SearchCollection,
  rankings: readonly Ranking[],
  required: number,
  hasWords: boolean,
  accepts: readonly Accept[],
): Found => {
  const collect = (least: number): Found['packs'] =>
    packs.map(({ index }, at) => {
      const ranking = rankings[at];
      const accept = accepts[at];
      const most = hasWords ? (ranking?.count ?? 0) : index.size;
      const papers = new Uint32Array(most);
      let count = 0;
      for (let each = 0; each < most; each += 1) {
        const paper = hasWords ? (ranking?.papers[each] ?? 0) : each;
        if (hasWords && (ranking?.matched[paper] ?? 0) < least) continue;
        if (accept?.(paper) !== true) continue;
        papers[count] = paper;
        count += 1;
      }
      return { papers, count };
    });
  const full = collect(required);
  if (!hasWords || required === 0 || full.some(({ count }) => count > 0))
    return { packs: full, isFull: true };
  let most = 0;
  for (const [at, { matched, papers, count }] of rankings.entries()) {
    for (let each = 0; each < count; each += 1) {
      const paper = papers[each] ?? 0;
      if ((matched[paper] ?? 0) > most && accepts[at]?.(paper) === true) most = matched[paper] ?? 0;
    }
  }
  return { packs: most === 0 ? full : collect(most), isFull: most === 0 };
};

interface Candidate {
  readonly pack: number;
  readonly paper: number;
  readonly score: number;
  /** Days since 1970. */
  readonly day: number;
  readonly comments: number;
}

const byPlace = (a: Candidate, b: Candidate): number => a.pack - b.pack || a.paper - b.paper;

const ORDERS: Readonly<Record<SearchOrder, (a: Candidate, b: Candidate) => number>> = {
  relevance: (a, b) => b.score - a.score || b.day - a.day || byPlace(a, b),
  date: (a, b) => b.day - a.day || b.score - a.score || byPlace(a, b),
  discussion: (a, b) => b.comments - a.comments || b.score - a.score || b.day - a.day || byPlace(a, b),
};

const takeHits = (
  { packs }: SearchCollection,
  found: Found['packs'],
  rankings: readonly Ranking[],
  { sort = 'relevance', limit = 100, offset = 0 }: SearchOptions,
): SearchHit[] => {
  const order = ORDERS[sort];
  const wanted = limit + offset;
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const best = wanted < total ? createBest<Candidate>(wanted, (a, b) => order(a, b) < 0) : undefined;
  // If all are wanted, as on the page of my papers, they are sorted once.
  const all: Candidate[] = [];
  // Sorted by relevance, most papers come after the last one kept and need no further comparison.
  let last: Candidate | undefined;
  for (const [at, { papers, count }] of found.entries()) {
    const index = packs[at]?.index;
    const scores = rankings[at]?.scores;
    // The last papers of a pack are its newest, which come first at equal scores.
    for (let each = count - 1; each >= 0; each -= 1) {
      const paper = papers[each] ?? 0;
      const score = scores?.[paper] ?? 0;
      const day = index?.days[paper] ?? 0;
      const isAfter = last !== undefined && (score < last.score || (score === last.score && day < last.day));
      if (sort === 'relevance' && isAfter) continue;
      const candidate = { pack: at, paper, score, day, comments: index?.comments[paper] ?? 0 };
      if (best) {
        best.offer(candidate);
        last = best.last();
      } else all.push(candidate);
    }
  }
  const hits = best?.take() ?? all.toSorted(order);
  return hits.slice(offset).flatMap(({ pack, paper, score }) => {
    const known = packs[pack];
    return known ? { id: known.index.ids.at(paper), pack: known.name, score } : [];
  });
};

/** Function words are in every text: marking them would hide the words that matter. */
const markingOf = (clauses: readonly Clause[]): Marking => {
  const contentWords = clauses.filter(({ word }) => !STOP_WORDS.has(word));
  const marked = contentWords.length > 0 ? contentWords : clauses;
  return {
    stems: new Set(marked.flatMap(({ stems }) => stems)),
    names: new Set(marked.flatMap(({ word, respelled = word }) => [word, respelled])),
    prefixes: marked.filter(({ isOpen }) => isOpen).map(({ word }) => word),
  };
};

/** Searches the packs. Never throws; an empty query matches everything. */
export const search = (
  collection: SearchCollection,
  query: string,
  options: SearchOptions = {},
): SearchAnswer => {
  const parsed = parseQuery(query);
  const { saved = new Map<string, never>(), lists = {} } = options;
  const context = { collection, saved, lists: { saved: [...saved.keys()], ...lists } };
  const filters = parsed.filters.map((filter) => resolveFilter(context, filter));
  const phrases = parsed.phrases.map((phrase) => readPhrase(collection, phrase));
  const clauses = [...findClauses(collection, parsed.text, parsed.isOpen), ...phraseClauses(phrases)];
  const accepts = collection.packs.map((pack) => {
    const holders = phrases.map((phrase) => findPhrase(pack, phrase.numbers ?? [], phrase));
    return acceptPaper(pack, [
      ...holders.map((set) => (paper: number) => set.has(paper)),
      ...filters.map((filter) => filter.accepts(pack)),
    ]);
  });
  const { packs: rankings, required } = rankPapers(collection, clauses);
  const { packs: found, isFull } = findPapers(collection, rankings, required, clauses.length > 0, accepts);
  const total = found.reduce((sum, { count }) => sum + count, 0);
  const said = filters.find((filter) => filter.message !== undefined)?.message;
  return {
    hits: takeHits(collection, found, rankings, options),
    total,
    facets: options.countsTags === false ? [] : countTags(collection, found),
    marking: markingOf(clauses),
    message: said ?? (total === 0 ? undefined : isFull ? otherSpelling(clauses) : someWords(clauses)),
  };
};

/**
 * Ranks papers for a text that is not a query: a claim, a sentence, an abstract. Uses the words and weights
 * of `search`, but any word may match, and nothing in the text is read as a filter, phrase or id.
 */
export const rankText = (
  collection: SearchCollection,
  text: string,
  top: number,
): { readonly id: string; readonly score: number }[] => {
  const clauses = findClauses(collection, text, false).map((clause) => ({ ...clause, ids: [] }));
  const { packs: rankings } = rankPapers(collection, clauses);
  return takeHits(collection, rankings, rankings, { limit: top }).map(({ id, score }) => ({ id, score }));
};

/** Compiles and opens an index in memory, for a few papers and for plain corpora. */
export const openPapers = (
  papers: readonly SearchablePaper[],
  taxonomy: readonly TagDefinition[],
): SearchIndex => {
  const ids = listIds(papers.map(({ id }) => id));
  const opened = openSearchIndex(buildSearchIndex(papers, taxonomy), ids, taxonomy);
  if (!opened.ok) throw new Error(opened.message);
  return opened.index;
};
