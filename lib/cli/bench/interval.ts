/** Confidence intervals of a share over papers, by bootstrap over papers. */
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
