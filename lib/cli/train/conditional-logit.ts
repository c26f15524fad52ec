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

/**
 * What features share: each belongs to at most one group and has a vector in it, and to its own weight is added the
 * product of this vector and of weights that are fitted for the group. So features that seldom hold, or never, learn
 * from others like them.
 */
export interface Sharing {
  readonly groups: number;
  readonly dimensions: number;
  readonly of: readonly (SharedFeature | undefined)[];
  /** The L2 penalty of the groups' weights. */
  readonly ridge: number;
}

interface SharedFeature {
  readonly group: number;
  readonly vector: Float64Array;
}

const NOTHING_SHARED: Sharing = { groups: 0, dimensions: 0, of: [], ridge: 0 };

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

/** The shared features one after the other, so that adding up takes little time. */
class FlatSharing {
  readonly #features: Int32Array;
  readonly #firsts: Int32Array;
  readonly #components: Float64Array;
  readonly #dimensions: number;

  /** The groups' weights begin at `first`. */
  constructor({ of, dimensions }: Sharing, first: number) {
    const all = of.flatMap((shared, feature) => (shared ? [{ ...shared, feature }] : []));
    this.#features = Int32Array.from(all, ({ feature }) => feature);
    this.#firsts = Int32Array.from(all, ({ group }) => first + group * dimensions);
    this.#components = new Float64Array(all.length * dimensions);
    all.forEach(({ vector }, at) => this.#components.set(vector, at * dimensions));
    this.#dimensions = dimensions;
  }

  /** Adds to each feature's weight what its group's weights give it. */
  addWeights(own: Float64Array, weights: Float64Array): void {
    const dimensions = this.#dimensions;
    for (let each = 0; each < this.#features.length; each += 1) {
      const [from, first] = [each * dimensions, this.#firsts[each] ?? 0];
      let sum = 0;
      for (let at = 0; at < dimensions; at += 1)
        sum += (this.#components[from + at] ?? 0) * (own[first + at] ?? 0);
      const feature = this.#features[each] ?? 0;
      weights[feature] = (weights[feature] ?? 0) + sum;
    }
  }

  /** Passes each feature's gradient on to its group. */
  addGradients(gradient: Float64Array): void {
    const dimensions = this.#dimensions;
    for (let each = 0; each < this.#features.length; each += 1) {
      const [from, first] = [each * dimensions, this.#firsts[each] ?? 0];
      const push = gradient[this.#features[each] ?? 0] ?? 0;
      for (let at = 0; at < dimensions; at += 1)
        gradient[first + at] = (gradient[first + at] ?? 0) + push * (this.#components[from + at] ?? 0);
    }
  }
}

/**
 * Fits the weights of `count` features, and the bias. A feature whose ridge is infinite has no weight besides that of
 * its group.
 */
export function fitChoice(
  choices: readonly Choice[],
  count: number,
  ridgeOf: (feature: number) => number = () => RIDGE,
  sharing: Sharing = NOTHING_SHARED,
): { readonly bias: number; readonly weights: readonly number[] } {
  // The features' own weights, the bias, then those of the groups.
  const first = count + 1;
  const own = new Float64Array(first + sharing.groups * sharing.dimensions);
  const ridges = Float64Array.from(own, (_, at) => (at < first ? ridgeOf(at) : sharing.ridge));
  const mean = new Float64Array(own.length);
  const square = new Float64Array(own.length);
  const weights = new Float64Array(first);
  const shared = new FlatSharing(sharing, first);
  const addUp = (): void => {
    weights.set(own.subarray(0, first));
    shared.addWeights(own, weights);
  };
  const gradient = new Float64Array(own.length);
  for (let round = 1; round <= ROUNDS; round += 1) {
    addUp();
    gradient.fill(0).set(gradientAt(weights, choices));
    shared.addGradients(gradient);
    for (let at = 0; at < own.length; at += 1) {
      const ridge = ridges[at] ?? 0;
      if (ridge === Infinity) continue;
      const pull = (gradient[at] ?? 0) + ridge * (own[at] ?? 0);
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * pull;
      square[at] = 0.99 * (square[at] ?? 0) + 0.01 * pull * pull;
      const direction = (mean[at] ?? 0) / (1 - 0.9 ** round);
      const size = Math.sqrt((square[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      own[at] = (own[at] ?? 0) - ((STEP / Math.sqrt(round)) * direction) / size;
    }
  }
  addUp();
  return { bias: weights[count] ?? 0, weights: Array.from(weights.subarray(0, count)) };
}
