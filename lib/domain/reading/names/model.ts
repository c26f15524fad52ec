/** The shape of the fitted model; its numbers are in `weights.json`. */
import type { FeatureKeys } from './feature-keys';
import type { Trees } from './trees';

/** What can be named for a number. */
export const SLOTS = ['data', 'target', 'system'] as const;
/** One of the names that a number can have. */
export type Slot = (typeof SLOTS)[number];

/** The slots that have a second stage, in the order in which they are filled. A system it does not tell any better. */
export const SECOND_STAGE = ['data', 'target'] as const satisfies readonly Slot[];

/** In one unit of a weight. As whole numbers they can be added in any order, with the same sum. */
export const WEIGHT_SCALE = 100;

/** Scorers with weights for the same features, `FEATURES` and then the keys. */
export interface Scorers {
  readonly keys: FeatureKeys;
  /** By scorer, in hundredths. */
  readonly biases: readonly number[];
  /** For each feature the weights of all scorers side by side, in hundredths. */
  readonly weights: Int16Array;
  /** By scorer, the least sureness (0 to 1) with which a name is used. */
  readonly least: readonly number[];
}

/** The scorers, of one candidate at a time. */
export interface FirstStage {
  /** A scorer for each of `SLOTS`, in their order. */
  readonly names: Scorers;
  /**
   * One scorer, of metrics for numbers beside which no rule finds one. It has keys of its own: metrics are other words
   * than names.
   */
  readonly metric: Scorers;
}

/** The fitted model. */
export interface NameModel extends FirstStage {
  /** The second stage: how likely a name with its `jointFacts` is right. */
  readonly trees: Readonly<Record<(typeof SECOND_STAGE)[number], Trees>>;
}
