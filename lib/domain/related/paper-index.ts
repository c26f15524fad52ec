/** The index in which related papers are found: postings of terms and tags, and dense vectors. */
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { TagDefinition, WeightedTerm } from '@/lib/domain/paper';
import type { RelatedModel } from './model';
import { hasTrait } from '@/lib/domain/tag-knowledge';
import { countsOf, denseVector, FACET_WEIGHTS, normalise, termWeight } from './vectors';

/** A paper for the engine; `terms` are its salient terms (`salientTerms`). */
export interface RelatedInput<Id extends string = PaperId> {
  readonly id: Id;
  readonly title: string;
  /** Taxonomy ids. */
  readonly tags: readonly string[];
  readonly terms: readonly WeightedTerm[];
}

/** Looks up a tag of the taxonomy; undefined if it does not exist, and then it gives no reason. */
export type TagLookup = (id: string) => TagDefinition | undefined;

/** Papers with a feature and its weight in each, as parallel arrays ascending by paper. */
export interface Posting {
  readonly papers: Uint32Array;
  readonly weights: Float32Array;
}

/** A corpus prepared for finding related papers; arrays are parallel to `ids`. */
export interface RelatedIndex<Id extends string = PaperId> {
  readonly ids: readonly Id[];
  readonly titles: readonly string[];
  readonly surveys: readonly boolean[];
  readonly terms: ReadonlyMap<string, Posting>;
  readonly tags: ReadonlyMap<string, Posting>;
  /** Dense vectors, one after another. */
  readonly dense: Float32Array;
  /** Each paper's tags. */
  readonly tagged: readonly (readonly string[])[];
  readonly model: RelatedModel;
  readonly tag: TagLookup;
}

/** The weight of a paper in a posting; 0 if it is not in it. */
export const weightIn = (posting: Posting | undefined, paper: number): number => {
  if (posting === undefined) return 0;
  let [low, high] = [0, posting.papers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((posting.papers[middle] ?? 0) < paper) low = middle + 1;
    else high = middle;
  }
  return posting.papers[low] === paper ? (posting.weights[low] ?? 0) : 0;
};

const SURVEY_TITLE =
  /\b(?:survey|(?:systematic|scoping|literature|comprehensive) review|review of|a review|overview of)\b/i;

/** Whether a paper is a survey, by its tag or by its title. */
export const isSurvey = ({ title, tags }: Pick<RelatedInput<string>, 'title' | 'tags'>): boolean =>
  tags.includes('survey') || SURVEY_TITLE.test(title);

const countHolders = (lists: readonly (readonly string[])[]): Map<string, number> => {
  const holders = new Map<string, number>();
  for (const list of lists) for (const key of list) holders.set(key, (holders.get(key) ?? 0) + 1);
  return holders;
};

const collectPostings = (
  features: readonly { readonly keys: readonly string[]; readonly weights: readonly number[] }[],
): Map<string, Posting> => {
  const lists = new Map<string, { papers: number[]; weights: number[] }>();
  for (const [paper, { keys, weights }] of features.entries()) {
    for (const [i, key] of keys.entries()) {
      let list = lists.get(key);
      if (list === undefined) lists.set(key, (list = { papers: [], weights: [] }));
      list.papers.push(paper);
      list.weights.push(weights[i] ?? 0);
    }
  }
  const postings = new Map<string, Posting>();
  for (const [key, { papers, weights }] of lists) {
    postings.set(key, { papers: Uint32Array.from(papers), weights: Float32Array.from(weights) });
  }
  return postings;
};

/** Factor for tags about how a study was run, and for unspecific places, which make papers little alike. */
const MANNER_SHARE = 0.4;

/** The weight of a tag before weights are normalised; `held` of `papers` have it. */
const tagWeight = (id: string, held: number, papers: number, tag: TagLookup): number => {
  const definition = tag(id);
  if (definition === undefined) return 0.5 * Math.log(1 + papers / Math.max(held, 1));
  if (hasTrait(definition, 'unspecific')) return 0;
  // For surveys, the survey tag is the most informative one.
  const weight =
    id === 'survey'
      ? FACET_WEIGHTS.task
      : FACET_WEIGHTS[definition.facet] * (hasTrait(definition, 'manner') ? MANNER_SHARE : 1);
  return Math.log(1 + papers / Math.max(held, 1)) * weight;
};

/**
 * With more modalities, a paper is about images of all kinds, which is one common feature and not several.
 */
const FEW_MODALITIES = 3;

/** Tags are sorted with the most informative first; this is the factor for the last. */
const LAST_TAG = 0.5;

/**
 * The weights of a paper's tags, in their order, as a unit vector; `heldBy` returns how many of `papers` have
 * a tag.
 */
export const tagWeights = (
  tags: readonly string[],
  heldBy: (id: string) => number,
  papers: number,
  tag: TagLookup,
): number[] => {
  const isModality = (id: string): boolean => tag(id)?.facet === 'modality';
  const share = Math.min(1, FEW_MODALITIES / tags.filter(isModality).length);
  return normalise(
    tags.map(
      (id, at) =>
        tagWeight(id, heldBy(id), papers, tag) *
        (isModality(id) ? share : 1) *
        (1 - (1 - LAST_TAG) * (at / tags.length)),
    ),
  );
};

/** Builds the index of the papers among which related ones are found. Ids must be unique. */
export const buildRelatedIndex = <Id extends string>(
  papers: readonly RelatedInput<Id>[],
  model: RelatedModel,
  tag: TagLookup = () => undefined,
): RelatedIndex<Id> => {
  const counted = papers.map(({ terms }) => countsOf(terms, model));
  const tagged = papers.map(({ tags }) => [...new Set(tags)]);
  const termHolders = countHolders(counted.map((terms) => terms.map(({ key }) => key)));
  const tagHolders = countHolders(tagged);
  const dense = new Float32Array(papers.length * model.dimensions);
  for (const [paper, terms] of counted.entries())
    dense.set(denseVector(terms, model), paper * model.dimensions);
  return {
    ids: papers.map(({ id }) => id),
    titles: papers.map(({ title }) => title),
    surveys: papers.map(isSurvey),
    terms: collectPostings(
      counted.map((terms) => ({
        keys: terms.map(({ key }) => key),
        weights: normalise(
          terms.map((term) => termWeight(term, model, termHolders.get(term.key) ?? 0, papers.length)),
        ),
      })),
    ),
    tags: collectPostings(
      tagged.map((tags) => ({
        keys: tags,
        weights: tagWeights(tags, (id) => tagHolders.get(id) ?? 0, papers.length, tag),
      })),
    ),
    dense,
    tagged,
    model,
    tag,
  };
};
