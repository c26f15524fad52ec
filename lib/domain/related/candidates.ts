/**
 * The nearest papers of every paper of an index, in time and memory proportional to the number of papers instead of
 * the number of pairs: common features are not used to find candidates, and only the best candidates are kept.
 */
import type { Posting, RelatedIndex } from './paper-index';
import { weightIn } from './paper-index';
import type { Feature, RelatedQuery } from './score';
import { mixLikeness } from './score';
import { takeTop } from './top';

/** Up to this size an index is searched exhaustively, which is faster than finding candidates first. */
const LOOKED_THROUGH = 300;

/**
 * Terms and tags of more papers than this are not used to find candidates, like stop words; they still count in the
 * score.
 */
const MOST_HOLDERS = 400;

/** Number of candidates that are scored in full. */
const SCORED = 250;

/** Most near papers to keep for each. */
const KEPT = 128;

/** A paper's near papers, nearest first: places in the index, and how like each is. */
export interface Near {
  readonly places: Uint32Array;
  readonly scores: Float64Array;
}

type Shares = Parameters<typeof mixLikeness>[3];

/** The features that occur in the index, each with its posting. */
const held = (
  features: readonly Feature[],
  postings: ReadonlyMap<string, Posting>,
): readonly { readonly posting: Posting; readonly weight: number }[] =>
  features.flatMap(({ key, weight }) => {
    const posting = postings.get(key);
    return posting === undefined ? [] : [{ posting, weight }];
  });

/**
 * Returns a function for the similarity of the paper at a place to a query, as `scoreRelated` computes it.
 */
export const pairScorer = (
  index: RelatedIndex<string>,
  query: RelatedQuery,
  shares: Shares,
): ((at: number) => number) => {
  const { dimensions } = index.model;
  const [ofTerms, ofTags] = [held(query.terms, index.terms), held(query.tags, index.tags)];
  return (at) => {
    let [terms, tags, dot] = [0, 0, 0];
    for (const { posting, weight } of ofTerms) terms += weight * weightIn(posting, at);
    for (const { posting, weight } of ofTags) tags += weight * weightIn(posting, at);
    for (let i = 0; i < dimensions; i += 1) {
      dot += (index.dense[at * dimensions + i] ?? 0) * (query.dense[i] ?? 0);
    }
    return mixLikeness(index, query, { at, terms, tags, dense: Math.max(0, dot) }, shares);
  };
};

/** Finds candidates by the rarer terms and tags of a query; `sums` must be all 0, and is again afterwards. */
const findCandidates = (
  index: RelatedIndex<string>,
  query: RelatedQuery,
  shares: Shares,
  sums: Float64Array,
): readonly number[] => {
  const size = index.ids.length;
  if (size <= LOOKED_THROUGH) return Array.from({ length: size }, (_, at) => at);
  const touched: number[] = [];
  const addUp = (posting: Posting | undefined, weight: number): void => {
    if (posting === undefined || posting.papers.length > MOST_HOLDERS) return;
    for (const [i, at] of posting.papers.entries()) {
      const before = sums[at] ?? 0;
      if (before === 0) touched.push(at);
      sums[at] = before + weight * (posting.weights[i] ?? 0);
    }
  };
  for (const { key, weight } of query.terms) addUp(index.terms.get(key), weight * (1 - shares.tags));
  for (const { key, weight } of query.tags) addUp(index.tags.get(key), weight * shares.tags);
  const best = takeTop(touched, SCORED, (at) => sums[at] ?? 0);
  for (const at of touched) sums[at] = 0;
  return best;
};

/** The near papers of each query, in the queries' order; `queries[i]` is the paper at place `i` of the index. */
export const findNear = (
  index: RelatedIndex<string>,
  queries: readonly RelatedQuery[],
  shares: Shares,
): readonly Near[] => {
  const sums = new Float64Array(index.ids.length);
  return queries.map((query, self) => {
    const scores = new Map<number, number>();
    const scoreOf = pairScorer(index, query, shares);
    for (const at of findCandidates(index, query, shares, sums)) {
      if (at !== self) scores.set(at, scoreOf(at));
    }
    const places = takeTop([...scores.keys()], KEPT, (at) => scores.get(at) ?? 0);
    return {
      places: Uint32Array.from(places),
      scores: Float64Array.from(places, (at) => scores.get(at) ?? 0),
    };
  });
};
