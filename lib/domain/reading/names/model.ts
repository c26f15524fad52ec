/** The shape of the fitted model; its numbers are in `weights.json`. */

/** What can be named for a number. */
export const SLOTS = ['data', 'target', 'system'] as const;
/** One of the names that a number can have. */
export type Slot = (typeof SLOTS)[number];

/**
 * The scorer of a slot: one weight for each feature, then one for each of the model's words, and the least
 * sureness (0 to 1) with which a name is used.
 */
export interface SlotModel {
  readonly bias: number;
  readonly weights: readonly number[];
  readonly least: number;
}

/**
 * The scorer of metrics for numbers beside which no rule finds one. It has word features of its own: metrics are other
 * words than names.
 */
export interface MeasureModel extends SlotModel {
  readonly words: ReadonlyMap<string, number>;
}

/** A scorer for each slot, the word features that have weights there, in their order, and the scorer of metrics. */
export type NameModel = Readonly<Record<Slot, SlotModel>> & {
  readonly words: ReadonlyMap<string, number>;
  readonly metric: MeasureModel;
};
