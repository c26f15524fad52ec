/**
 * Search over the catalogue, or any corpus of the same shape: ranked full text
 * with filters, phrases, prefixes, forgiven typos and marked words.
 *
 * An engine of our own, because of the loads: at 10,000 records MiniSearch takes ten times as long to open and
 * four times the memory, FlexSearch more, and neither knows positions (phrases) nor BM25 over fields. The same
 * index carries 100,000 records (`lib/cli/bench/search.ts --sizes 100000`, beside SQLite's FTS5 in wasm, which
 * opens as fast, answers a prefix slower and forgives no typo): its file, `file.ts`, would ship instead of
 * being built when the popup opens.
 */
import { STOP_WORDS } from '@/lib/domain/text/stop-words';
import type { SearchIndex } from './build';
import { countTags } from './facets';
import { resolveFilter } from './filters';
import { findMatches } from './marks';
import type { FieldMatch } from './marks';
import { findClauses } from './match';
import type { Clause } from './match';
import { listChoices } from './message';
import type { SearchMessage } from './message';
import { findPhrase, findPhraseStems } from './phrase';
import { parseQuery } from './query';
import { rankPapers } from './rank';
import type { RankSettings } from './rank-settings';

export { buildSearchIndex } from './build';
export type { SearchIndex } from './build';
export { FILTER_NAMES } from './filters';
export type { FieldMatch } from './marks';
export { searchableOf } from './paper';
export type { SearchablePaper, SearchField } from './paper';

/** `discussion`: most comments in the listing first. */
export type SearchOrder = 'relevance' | 'date' | 'discussion';

/** How to order the hits, and how many to give. */
export interface SearchOptions {
  /** `relevance` unless told; without words it is the order of the index. */
  readonly sort?: SearchOrder | undefined;
  /** Most hits to give, each with its matched words; 100 unless told. `total` counts all. */
  readonly limit?: number | undefined;
}

/** A paper that was found. */
export interface SearchHit {
  readonly id: string;
  /** Comparable only within one answer; 0 where the query has no words. */
  readonly score: number;
  readonly matches: readonly FieldMatch[];
}

/** What a query found, and what is to be said about it. */
export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** Papers found, shown or not. */
  readonly total: number;
  /** Tag ids with the number of found papers that bear them, commonest first. */
  readonly facets: readonly { readonly tag: string; readonly count: number }[];
  /** Present where the query cannot be taken as it is written. */
  readonly message?: SearchMessage | undefined;
}

interface Found {
  readonly papers: number[];
  readonly scores: Float64Array;
  readonly message: SearchMessage | undefined;
}

const orderPapers = (index: SearchIndex, { papers, scores }: Found, sort: SearchOrder): number[] => {
  const score = (paper: number): number => scores[paper] ?? 0;
  const date = (paper: number): string => index.papers[paper]?.published ?? '';
  const comments = (paper: number): number => index.papers[paper]?.comments ?? 0;
  const later = (a: number, b: number): number => (date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0);
  if (sort === 'date') return papers.toSorted((a, b) => later(a, b) || score(b) - score(a) || a - b);
  if (sort === 'discussion')
    return papers.toSorted((a, b) => comments(b) - comments(a) || score(b) - score(a) || a - b);
  return papers.toSorted((a, b) => score(b) - score(a) || a - b);
};

const someWords = (clauses: readonly Clause[]): SearchMessage => {
  const missing = clauses
    .filter(({ alternatives }) => alternatives.length === 0)
    .map(({ word }) => `“${word}”`);
  const text =
    missing.length > 0
      ? `No paper has ${missing.join(' or ')}; these match the other words.`
      : 'No paper has all of these words; these have some.';
  return { kind: 'some-words', text, suggestions: [] };
};

const otherSpelling = (clauses: readonly Clause[]): SearchMessage | undefined => {
  const slips = clauses.filter(({ respelled }) => respelled !== undefined);
  if (slips.length === 0) return undefined;
  const text = `No paper has ${listChoices(slips.map(({ word }) => `“${word}”`))}; taken for ${slips
    .map(({ respelled }) => `“${respelled}”`)
    .join(' and ')}.`;
  return { kind: 'respelled', text, suggestions: [] };
};

/** Papers that have all words; where none has, those that have the most of them, with a word about it. */
const findPapers = (
  index: SearchIndex,
  clauses: readonly Clause[],
  accepts: (paper: number) => boolean,
): Found => {
  if (clauses.length === 0) {
    const all = Array.from(index.papers.keys()).filter(accepts);
    return { papers: all, scores: new Float64Array(index.papers.length), message: undefined };
  }
  const { scores, matched, required } = rankPapers(index, clauses);
  const full: number[] = [];
  // Papers with the most words so far, for want of any with all of them.
  let most = 1;
  let some: number[] = [];
  for (let paper = 0; paper < scores.length; paper += 1) {
    const count = matched[paper] ?? 0;
    if ((scores[paper] ?? 0) === 0 || count < Math.min(most, required) || !accepts(paper)) continue;
    if (count === required) full.push(paper);
    else if (full.length === 0) {
      if (count > most) some = [];
      most = Math.max(most, count);
      some.push(paper);
    }
  }
  if (full.length > 0) return { papers: full, scores, message: otherSpelling(clauses) };
  if (some.length === 0) return { papers: full, scores, message: undefined };
  return { papers: some, scores, message: someWords(clauses) };
};

/** A hit whose words are marked when somebody looks: most hits of a keystroke are never shown. */
const createHit = (id: string, score: number, mark: () => readonly FieldMatch[]): SearchHit => {
  let matches: readonly FieldMatch[] | undefined;
  return {
    id,
    score,
    get matches() {
      return (matches ??= mark());
    },
  };
};

/** Searches the index. Never throws; an empty query finds everything. */
export const search = (
  index: SearchIndex,
  query: string,
  { sort = 'relevance', limit = 100 }: SearchOptions = {},
): SearchAnswer => {
  const parsed = parseQuery(query);
  const filters = parsed.filters.map((filter) => resolveFilter(index, filter));
  const phrases = parsed.phrases.map((phrase) => findPhraseStems(index, phrase));
  const holders = phrases.map((stems) => (stems ? findPhrase(index, stems) : new Set<number>()));
  const clauses = [
    ...findClauses(index.dictionary, parsed.text, parsed.isOpen),
    ...phrases.flatMap((stems, at) =>
      (stems ?? []).map((number) => ({
        word: parsed.phrases[at] ?? '',
        alternatives: [{ stem: number, weight: 1 }],
        isRequired: true,
      })),
    ),
  ];
  const accepts = (paper: number): boolean => {
    const known = index.papers[paper];
    return (
      known !== undefined &&
      holders.every((set) => set.has(paper)) &&
      filters.every((filter) => filter.accepts(known))
    );
  };
  const found = findPapers(index, clauses, accepts);
  const message = filters.find((filter) => filter.message !== undefined)?.message ?? found.message;
  // Function words stand everywhere: marked, they would hide the words that matter.
  const telling = clauses.filter(({ word }) => !STOP_WORDS.has(word));
  const stems = new Set(
    (telling.length > 0 ? telling : clauses).flatMap(({ alternatives }) =>
      alternatives.map((each) => index.dictionary.stems[each.stem] ?? ''),
    ),
  );
  const hits = orderPapers(index, found, sort)
    .slice(0, limit)
    .flatMap((paper) => {
      const known = index.papers[paper];
      if (known === undefined) return [];
      const mark = (): FieldMatch[] => findMatches(known, stems, (id) => index.tags.get(id));
      return [createHit(known.id, found.scores[paper] ?? 0, mark)];
    });
  return { hits, total: found.papers.length, facets: countTags(index, found.papers), message };
};

/**
 * Ranks papers for a text that is no query: a claim, a sentence, an abstract.
 * The same words and weights as `search`, but any word may match, and nothing
 * in the text is taken for a filter or a phrase.
 */
export const rankText = (
  index: SearchIndex,
  text: string,
  top: number,
  settings?: RankSettings,
): { readonly id: string; readonly score: number }[] => {
  const { scores } = rankPapers(index, findClauses(index.dictionary, text, false), settings);
  return Array.from(scores.keys())
    .filter((paper) => (scores[paper] ?? 0) > 0)
    .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, top)
    .map((paper) => ({ id: index.papers[paper]?.id ?? '', score: scores[paper] ?? 0 }));
};
