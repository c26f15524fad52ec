/**
 * A paper as the order of a list sees it: its words and pairs of words with weights. They depend only on the
 * paper and on how rare words are in the literature, not on the list, so they are computed once, a few papers
 * at a time.
 */
import type { WeightedTerm } from '@/lib/domain/paper';
import {
  countTerms,
  rarityOf,
  termKey,
  titledCount,
  type InverseDocumentFrequency,
} from '@/lib/domain/text/terms';

/** Terms of a paper as parallel arrays, unsorted; the weights form a unit vector. */
export interface Profile {
  readonly keys: readonly string[];
  /** As printed in the paper: "chest radiographs". */
  readonly surfaces: readonly string[];
  readonly weights: Float32Array;
}

/** The source of a profile: an abstract, or the salient terms kept from one. */
export type ProfileSource =
  | { readonly title: string; readonly abstract: string }
  | {
      readonly title: string;
      /** With weights from counts alone, as saved papers have them. */
      readonly terms: readonly WeightedTerm[];
    };

/** How terms are weighted. */
export interface ProfileWeights {
  /** Exponent of rarity. */
  readonly rarity: number;
  /** The weight of a pair of words relative to a word. */
  readonly pair: number;
  /** The weight of a term in the title relative to others, in addition to counting as three occurrences. */
  readonly title: number;
}

/**
 * The weights that ship, chosen on papers grouped by topic, each half with the other (`npx tsx
 * lib/cli/bench/order.ts`). Rarity counts more than for related papers (0.35), since few papers of a day's
 * list are near at all.
 */
export const PROFILE_WEIGHTS: ProfileWeights = { rarity: 0.7, pair: 0.75, title: 1.5 };

/**
 * The rarity, in nats, assumed for words and pairs that the literature's table does not have, and the
 * smallest.
 */
const UNKNOWN_WORD_IDF = 8;
const UNKNOWN_PAIR_IDF = 6;
const LEAST_IDF = 0.02;

interface Counted {
  readonly key: string;
  readonly surface: string;
  readonly count: number;
  readonly inTitle: boolean;
}

function countSource(source: ProfileSource): readonly Counted[] {
  if ('abstract' in source) {
    return countTerms(source.title, source.abstract).map((term) => ({
      key: term.key,
      surface: term.surface,
      count: titledCount(term),
      inTitle: term.inTitle > 0,
    }));
  }
  const titled = new Set(countTerms(source.title, '').map(({ key }) => key));
  return source.terms.map(([surface, weight]) => {
    const key = termKey(surface);
    return { key, surface, count: weight / rarityOf(key, undefined), inTitle: titled.has(key) };
  });
}

/** The profile of a paper; empty if it has no words. */
export function profileOf(
  source: ProfileSource,
  idf: InverseDocumentFrequency,
  { rarity: power, pair, title }: ProfileWeights = PROFILE_WEIGHTS,
): Profile {
  const counted = countSource(source);
  const weights = Float32Array.from(counted, ({ key, count, inTitle }) => {
    const isPair = key.includes(' ');
    const rarity = Math.max(LEAST_IDF, idf(key) ?? (isPair ? UNKNOWN_PAIR_IDF : UNKNOWN_WORD_IDF));
    return count * rarity ** power * (isPair ? pair : 1) * (inTitle ? title : 1);
  });
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  return {
    keys: counted.map(({ key }) => key),
    surfaces: counted.map(({ surface }) => surface),
    weights: length === 0 ? weights : weights.map((weight) => weight / length),
  };
}
