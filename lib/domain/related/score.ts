/** The similarity of an index's papers to a query. */
import type { Posting, RelatedIndex, RelatedInput } from './paper-index';
import { isSurvey, tagWeights } from './paper-index';
import { countsOf, denseVector, normalise, termWeight } from './vectors';
import type { PaperTerm } from './vectors';

/** A term or tag of the query, weighted by the index. */
export interface Feature {
  readonly key: string;
  readonly surface: string;
  readonly weight: number;
}

/** A paper as a query, weighted by the index. */
export interface RelatedQuery {
  readonly title: string;
  readonly terms: readonly Feature[];
  readonly tags: readonly Feature[];
  readonly dense: Float32Array;
  readonly isSurvey: boolean;
}

/** Weights the query's terms and tags as the index weights those of its papers. */
export const readQuery = (index: RelatedIndex<string>, paper: RelatedInput<string>): RelatedQuery => {
  const size = index.ids.length;
  const counted: readonly PaperTerm[] = countsOf(paper.terms, index.model);
  const weights = normalise(
    counted.map((term) => termWeight(term, index.model, index.terms.get(term.key)?.papers.length ?? 0, size)),
  );
  const tags = [...new Set(paper.tags)];
  const ofTags = tagWeights(tags, (id) => index.tags.get(id)?.papers.length ?? 0, size, index.tag);
  return {
    terms: counted.map(({ key, surface }, i) => ({ key, surface, weight: weights[i] ?? 0 })),
    tags: tags.map((key, i) => ({ key, surface: key, weight: ofTags[i] ?? 0 })),
    dense: denseVector(counted, index.model),
    title: paper.title,
    isSurvey: isSurvey(paper),
  };
};

const addUp = (
  scores: Float64Array,
  features: readonly Feature[],
  postings: ReadonlyMap<string, Posting>,
): void => {
  for (const { key, weight } of features) {
    const posting = postings.get(key);
    if (posting === undefined) continue;
    const { papers, weights } = posting;
    for (let i = 0; i < papers.length; i += 1) {
      const paper = papers[i] ?? 0;
      scores[paper] = (scores[paper] ?? 0) + weight * (weights[i] ?? 0);
    }
  }
};

/** Three similarities of every paper to the query, each 0 to 1, in the index's order. */
interface ScoreParts {
  readonly terms: Float64Array;
  readonly dense: Float64Array;
  readonly tags: Float64Array;
}

/** Computes the three similarities. */
export const scoreParts = (index: RelatedIndex<string>, query: RelatedQuery): ScoreParts => {
  const size = index.ids.length;
  const { dimensions } = index.model;
  const parts = {
    terms: new Float64Array(size),
    dense: new Float64Array(size),
    tags: new Float64Array(size),
  };
  addUp(parts.terms, query.terms, index.terms);
  addUp(parts.tags, query.tags, index.tags);
  for (let at = 0; at < size; at += 1) {
    let dot = 0;
    for (let i = 0; i < dimensions; i += 1) {
      dot += (index.dense[at * dimensions + i] ?? 0) * (query.dense[i] ?? 0);
    }
    parts.dense[at] = Math.max(0, dot);
  }
  return parts;
};

/** Shares of the dense vectors in the similarity of texts, and of tags in the whole. */
export const SHARES = { dense: 0.2, tags: 0.3 } as const;

/** Factor for the similarity of a survey to a paper that is not one, since surveys resemble everything. */
const SURVEY_FACTOR = 0.85;

/** The three similarities of the paper at a place, each 0 to 1. */
interface PairParts {
  readonly at: number;
  readonly terms: number;
  readonly dense: number;
  readonly tags: number;
}

/** Combines the three similarities into one, 0 to 1. */
export const mixLikeness = (
  index: RelatedIndex<string>,
  query: RelatedQuery,
  { at, terms, dense, tags }: PairParts,
  shares: { readonly dense: number; readonly tags: number },
): number => {
  const text = (1 - shares.dense) * terms + shares.dense * dense;
  // Tags count only if both papers have some.
  const comparable = query.tags.length > 0 && (index.tagged[at] ?? []).length > 0;
  const score = comparable ? (1 - shares.tags) * text + shares.tags * tags : text;
  return Math.min(1, score * (!query.isSurvey && index.surveys[at] === true ? SURVEY_FACTOR : 1));
};

/** The combined similarity of every paper to the query: 0 to 1, in the index's order. */
export const scoreRelated = (
  index: RelatedIndex<string>,
  query: RelatedQuery,
  shares: { readonly dense: number; readonly tags: number } = SHARES,
): Float64Array => {
  const { terms, dense, tags } = scoreParts(index, query);
  return terms.map((likeness, at) =>
    mixLikeness(index, query, { at, terms: likeness, dense: dense[at] ?? 0, tags: tags[at] ?? 0 }, shares),
  );
};
