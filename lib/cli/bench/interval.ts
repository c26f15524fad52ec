/** Confidence intervals by bootstrap: of a share over papers, and of a ratio over pairs of times. */
import { medianOf } from './quantile';
import type { Share } from './reading-figures';

const ROUNDS = 1000;

/** The pooled share; NaN if nothing was counted. */
export const shareOf = (shares: readonly Share[]): number =>
  shares.reduce((sum, { part }) => sum + part, 0) / shares.reduce((sum, { whole }) => sum + whole, 0);

/** A deterministic sequence of pseudo-random numbers from 0 to 1 (the Park-Miller generator). */
export function* sequence(): Generator<number, never> {
  for (let state = 1; ;) {
    state = (state * 48_271) % 2_147_483_647;
    yield state / 2_147_483_647;
  }
}

/**
 * The 95 % interval of the pooled share when papers are sampled with replacement; `shares` has one for each
 * paper.
 */
export function interval(shares: readonly Share[]): readonly [low: number, high: number] {
  const random = sequence();
  const drawn = Array.from({ length: ROUNDS }, () =>
    shareOf(shares.map((share) => shares[Math.floor(random.next().value * shares.length)] ?? share)),
  ).toSorted((a, b) => a - b);
  const at = (place: number): number => drawn[Math.floor(place * (ROUNDS - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

/** The median ratio of the pairs with its 95 % confidence interval, by bootstrap. */
export function ratioOfPairs(pairs: readonly (readonly [number, number])[]): string {
  const ratios = pairs.map(([ours, other]) => ours / other).filter(Number.isFinite);
  const random = sequence();
  const medians = Array.from({ length: 1000 }, () =>
    medianOf(ratios.map((ratio) => ratios[Math.floor(random.next().value * ratios.length)] ?? ratio)),
  ).toSorted((a, b) => a - b);
  return `${medianOf(ratios).toFixed(2)} (${medians[24]?.toFixed(2)} to ${medians[974]?.toFixed(2)})`;
}
