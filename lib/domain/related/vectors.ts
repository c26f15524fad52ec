/** Papers as vectors: weighted terms, a short dense vector, and tags. */
import type { Facet, WeightedTerm } from '@/lib/domain/paper';
import type { RelatedModel } from './model';
import { rarityOf, termKey } from '@/lib/domain/text/terms';

/** A term of a paper: `count` is its logarithmic count times a factor common to the paper. */
export interface PaperTerm {
  readonly key: string;
  readonly surface: string;
  readonly count: number;
}

/** Removes the rarity from the weights of salient terms, so that an index can weight them by its own. */
export const countsOf = (terms: readonly WeightedTerm[], model: Pick<RelatedModel, 'idf'>): PaperTerm[] => {
  const counted = new Map<string, PaperTerm>();
  for (const [surface, weight] of terms) {
    const key = termKey(surface);
    const count = weight / rarityOf(key, model.idf);
    const known = counted.get(key);
    if (key !== '')
      counted.set(key, known ? { ...known, count: known.count + count } : { key, surface, count });
  }
  return [...counted.values()];
};

/**
 * The exponent of a term's rarity: well below 1, so that common words also count. `data/model/README.md` says how this
 * and the next were chosen.
 */
const RARITY = 0.35;
/** The weight of a pair of words relative to a word. */
const PAIR = 0.5;

const UNKNOWN_IDF = 8;
const LEAST_IDF = 0.02;

/**
 * The weight of a term before weights are normalised. Rarity is the mean of the literature's and the index's
 * own (`held` of `papers` have it).
 */
export const termWeight = (
  { key, count }: PaperTerm,
  model: RelatedModel,
  held: number,
  papers: number,
): number => {
  const own = Math.log((papers + 1) / (held + 0.5));
  const rarity = Math.max(LEAST_IDF, ((model.idf(key) ?? UNKNOWN_IDF) + own) / 2);
  return count * rarity ** RARITY * (key.includes(' ') ? PAIR : 1);
};

/** The paper's dense vector, of length `model.dimensions` and normalised (all 0 if no term has a vector). */
export const denseVector = (terms: readonly PaperTerm[], model: RelatedModel): Float32Array => {
  const sum = new Float32Array(model.dimensions);
  for (const { key, count } of terms) {
    const vector = model.vector(key);
    if (vector === undefined) continue;
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + count * (vector[i] ?? 0);
  }
  const length = Math.hypot(...sum);
  return length === 0 ? sum : sum.map((x) => x / length);
};

/** Normalises weights to a unit vector; all 0 stay 0. */
export const normalise = (weights: readonly number[]): number[] => {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  return weights.map((weight) => (length === 0 ? 0 : weight / length));
};

/** The weight of a shared tag by its facet: subject and task before method and kind. */
export const FACET_WEIGHTS: Readonly<Record<Facet, number>> = {
  modality: 1,
  anatomy: 1.2,
  disease: 1.2,
  task: 1.2,
  method: 0.8,
  contribution: 0.3,
  data: 1.3,
};
