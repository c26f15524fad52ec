/** The shape of the fitted model; its numbers are in `weights.ts`. */

/** What can be named for a number. */
export const SLOTS = ['data', 'target', 'system'] as const;
export type Slot = (typeof SLOTS)[number];

/**
 * The scorer of a slot: one weight for each feature, and the least sureness (0 to 1) with which a name is
 * used.
 */
export interface SlotModel {
  readonly bias: number;
  readonly weights: readonly number[];
  readonly least: number;
}
export type NameModel = Readonly<Record<Slot, SlotModel>>;
