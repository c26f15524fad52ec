/** Features that follow from a text or a phrase alone, kept for the model that asked for them last. */
import type { Token } from '../sentence';
import type { FeatureKeys } from './feature-keys';

/** The features, and the keys of that model; without these nothing is kept. */
export interface Kept {
  keys: FeatureKeys | undefined;
  features: readonly number[];
}

/** Nothing yet. */
export const createKept = (): Kept => ({ keys: undefined, features: [] });

/** The sentence of a phrase before that of the number. */
export interface Earlier {
  readonly tokens: readonly Token[];
  /** The features that the words around the phrase are. */
  readonly kept: Kept;
}
