/** Features that follow from a text or a phrase alone, kept for the model that asked for them last. */
import type { NameModel } from './model';

/** The features, and the words of that model; without these nothing is kept. */
export interface Kept {
  words: NameModel['words'] | undefined;
  features: readonly number[];
}

/** Nothing yet. */
export const createKept = (): Kept => ({ words: undefined, features: [] });
