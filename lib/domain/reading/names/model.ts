/** The form of the fitted model, apart from its numbers. */

/** What can be named of a number. */
export const SLOTS = ['data', 'target', 'system'] as const;
export type Slot = (typeof SLOTS)[number];

/** The scorer of a slot: one weight a feature, and how sure (0 to 1) a name must be to be said. */
export interface SlotModel {
  readonly bias: number;
  readonly weights: readonly number[];
  readonly least: number;
}
export type NameModel = Readonly<Record<Slot, SlotModel>>;
