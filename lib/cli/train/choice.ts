/**
 * Fits a choice among candidates, one of which is to say nothing (conditional logit, McFadden 1974): the weights that
 * make the right candidates likeliest, drawn towards zero by a ridge, by Adam with falling steps. No chance is involved.
 */

/** One choice: features of each candidate that hold, and which candidates are right; none where nothing is to be said. */
export interface Choice {
  readonly features: readonly (readonly number[])[];
  readonly isRight: readonly boolean[];
}

const ROUNDS = 150;
const STEP = 0.4;
/** Found by cross-validation on the labels; between 1 and 3 nothing changes much. */
const RIDGE = 2;

/** The slope of the likelihood at `weights`, whose last entry is the bias. */
function slopeAt(weights: Float64Array, choices: readonly Choice[]): Float64Array {
  const bias = weights.length - 1;
  const slope = new Float64Array(weights.length);
  for (const { features, isRight } of choices) {
    const hasRight = isRight.includes(true);
    const scores = features.map((held) => {
      let score = weights[bias] ?? 0;
      for (const feature of held) score += weights[feature] ?? 0;
      return Math.exp(Math.min(30, score));
    });
    const all = scores.reduce((sum, score) => sum + score, 1);
    const good = scores.reduce((sum, score, at) => sum + (isRight[at] ? score : 0), 0);
    features.forEach((held, at) => {
      const score = scores[at] ?? 0;
      const push = score / all - (hasRight && isRight[at] ? score / good : 0);
      for (const feature of held) slope[feature] = (slope[feature] ?? 0) + push;
      slope[bias] = (slope[bias] ?? 0) + push;
    });
  }
  return slope;
}

/** The fitted weights of `count` features and the bias. */
export function fitChoice(
  choices: readonly Choice[],
  count: number,
): { readonly bias: number; readonly weights: readonly number[] } {
  const weights = new Float64Array(count + 1);
  const mean = new Float64Array(count + 1);
  const square = new Float64Array(count + 1);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = slopeAt(weights, choices);
    for (let at = 0; at <= count; at += 1) {
      const pull = (slope[at] ?? 0) + RIDGE * (weights[at] ?? 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * pull;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * pull * pull;
      const direction = (mean[at] ?? 0) / (1 - 0.9 ** round);
      const size = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - ((STEP / Math.sqrt(round)) * direction) / size;
    }
  }
  return { bias: weights[count] ?? 0, weights: Array.from(weights.subarray(0, count)) };
}
