/** Adds up the weights of a candidate's features, for several slots at once. */
import type { FeatureSink } from './model-features';
import type { SlotModel } from './model';

/** Weights have two decimals. As whole hundredths they can be added in any order, with the same sum. */
const SCALE = 100;
const inHundredths = (weight: number): number => Math.round(SCALE * weight);

/** The sums of one candidate at a time. */
export class WeightSums implements FeatureSink {
  readonly #biases: readonly number[];
  /** For each feature the weights of all slots side by side. */
  readonly #weights: Int32Array;
  readonly #sums: Int32Array;

  /** Of slots with weights for the same features. */
  constructor(slots: readonly SlotModel[]) {
    this.#biases = slots.map(({ bias }) => inHundredths(bias));
    this.#sums = new Int32Array(slots.length);
    this.#weights = new Int32Array(slots.length * Math.max(...slots.map(({ weights }) => weights.length)));
    slots.forEach(({ weights }, slot) =>
      weights.forEach((weight, feature) => {
        this.#weights[feature * slots.length + slot] = inHundredths(weight);
      }),
    );
  }

  /** Begins with the next candidate. */
  begin(): void {
    this.#sums.set(this.#biases);
  }

  add(feature: number): void {
    const sums = this.#sums;
    const from = feature * sums.length;
    for (let slot = 0; slot < sums.length; slot += 1)
      sums[slot] = (sums[slot] ?? 0) + (this.#weights[from + slot] ?? 0);
  }

  /** The score of the candidate in the slot with this index. */
  scoreOf(slot: number): number {
    return (this.#sums[slot] ?? 0) / SCALE;
  }
}
