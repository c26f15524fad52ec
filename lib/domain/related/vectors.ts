/** Papers as vectors: weighted terms, a short dense vector of meaning, and tags. */
import type { Facet, WeightedTerm } from '@/lib/domain/paper';
import type { RelatedModel } from './model';
import { rarityOf, termKey } from '@/lib/domain/text/terms';

/** A term of a paper: `count` is its logarithmic count up to a factor common to the paper. */
export interface PaperTerm {
  readonly key: string;
  readonly surface: string;
  readonly count: number;
}

/** Undoes the rarity in salient terms' weights, so that an index can weigh them by its own. */
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

/** How terms are weighed; `data/model/README.md` says how the settings were chosen. */
export interface TermSettings {
  /** Exponent of rarity: well below 1, so that common words keep a say in what a paper is about. */
  readonly rarity: number;
  /** What a pair of words counts beside a word. */
  readonly pair: number;
}

/** The settings that ship. */
export const TERM_SETTINGS: TermSettings = { rarity: 0.35, pair: 0.5 };

const UNKNOWN_IDF = 8;
const LEAST_IDF = 0.02;

/**
 * Weight of a term before the paper is brought to unit length. Rarity is the
 * mean of the literature's and of the index's own (`held` of `papers` hold it).
 */
export const termWeight = (
  { key, count }: PaperTerm,
  model: RelatedModel,
  held: number,
  papers: number,
  settings: TermSettings = TERM_SETTINGS,
): number => {
  const own = Math.log((papers + 1) / (held + 0.5));
  const rarity = Math.max(LEAST_IDF, ((model.idf(key) ?? UNKNOWN_IDF) + own) / 2);
  return count * rarity ** settings.rarity * (key.includes(' ') ? settings.pair : 1);
};

/** The paper's dense vector, `model.dimensions` long and of unit length (all 0 where no term has a vector). */
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

/** Brings weights to unit length; all 0 stay 0. */
export const normalise = (weights: readonly number[]): number[] => {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  return weights.map((weight) => (length === 0 ? 0 : weight / length));
};

/** How much a shared tag of the facet says: the subject and what is done with it before how and what kind. */
export const FACET_WEIGHTS: Readonly<Record<Facet, number>> = {
  modality: 1,
  anatomy: 1.2,
  disease: 1.2,
  task: 1.2,
  method: 0.8,
  contribution: 0.3,
  data: 1.3,
};
