/** Adds up the weights of a candidate's features, for several slots at once. */
import { WEIGHT_SCALE, type Scorers } from './model';
import type { FeatureSink } from './model-features';

/** The sums of one candidate at a time. */
export class WeightSums implements FeatureSink {
  readonly #biases: readonly number[];
  readonly #weights: Int16Array;
  readonly #sums: Int32Array;

  constructor({ biases, weights }: Scorers) {
    this.#biases = biases;
    this.#weights = weights;
    this.#sums = new Int32Array(biases.length);
  }

  /** Begins with the next candidate. */
  begin(): void {
    // A loop takes less time than `set` with an array this short.
    const sums = this.#sums;
    for (let slot = 0; slot < sums.length; slot += 1) sums[slot] = this.#biases[slot] ?? 0;
  }

  add(feature: number): void {
    const sums = this.#sums;
    const from = feature * sums.length;
    for (let slot = 0; slot < sums.length; slot += 1)
      sums[slot] = (sums[slot] ?? 0) + (this.#weights[from + slot] ?? 0);
  }

  /** The score of the candidate by the scorer with this index. */
  scoreOf(scorer: number): number {
    return (this.#sums[scorer] ?? 0) / WEIGHT_SCALE;
  }
}
