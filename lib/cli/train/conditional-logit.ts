/**
 * Fits a choice among candidates, where choosing none is one of them (conditional logit, McFadden 1974):
 * maximises the likelihood of the right candidates, with an L2 penalty, by Adam with a decreasing step size.
 * Deterministic.
 */

/**
 * A choice: the indices of each candidate's features, which candidates are right, and whether choosing none is
 * right as well; it always is if no candidate is right.
 */
interface Choice {
  readonly features: readonly (readonly number[])[];
  readonly isRight: readonly boolean[];
  readonly isNoneRight: boolean;
  /** How much it counts, among others of 1. */
  readonly weight?: number;
}

const ROUNDS = 150;
const STEP = 0.4;
/** The L2 penalty, found by cross-validation on the labels; between 2 and 4 the results hardly change. */
export const RIDGE = 4;

/** The gradient of the negative log-likelihood at `weights`, whose last entry is the bias. */
function gradientAt(weights: Float64Array, choices: readonly Choice[]): Float64Array {
  const bias = weights.length - 1;
  const gradient = new Float64Array(weights.length);
  for (const { features, isRight, isNoneRight, weight = 1 } of choices) {
    const hasRight = isRight.includes(true);
    const scores = features.map((held) => {
      let score = weights[bias] ?? 0;
      for (const feature of held) score += weights[feature] ?? 0;
      return Math.exp(Math.min(30, score));
    });
    const all = scores.reduce((sum, score) => sum + score, 1);
    const good = scores.reduce((sum, score, at) => sum + (isRight[at] ? score : 0), isNoneRight ? 1 : 0);
    features.forEach((held, at) => {
      const score = scores[at] ?? 0;
      const push = weight * (score / all - (hasRight && isRight[at] ? score / good : 0));
      for (const feature of held) gradient[feature] = (gradient[feature] ?? 0) + push;
      gradient[bias] = (gradient[bias] ?? 0) + push;
    });
  }
  return gradient;
}

/** Fits the weights of `count` features, and the bias. */
export function fitChoice(
  choices: readonly Choice[],
  count: number,
  ridgeOf: (feature: number) => number = () => RIDGE,
): { readonly bias: number; readonly weights: readonly number[] } {
  const weights = new Float64Array(count + 1);
  const mean = new Float64Array(count + 1);
  const square = new Float64Array(count + 1);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const gradient = gradientAt(weights, choices);
    for (let at = 0; at <= count; at += 1) {
      const pull = (gradient[at] ?? 0) + ridgeOf(at) * (weights[at] ?? 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * pull;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * pull * pull;
      const direction = (mean[at] ?? 0) / (1 - 0.9 ** round);
      const size = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - ((STEP / Math.sqrt(round)) * direction) / size;
    }
  }
  return { bias: weights[count] ?? 0, weights: Array.from(weights.subarray(0, count)) };
}
