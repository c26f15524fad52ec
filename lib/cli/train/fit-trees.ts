/** Fits boosted trees (`names/trees.ts`) by the gradient of the logarithmic loss. Deterministic. */
import { DEPTH, LIMIT, packNumbers, VALUE_SCALE, type Trees } from '@/lib/domain/reading/names/trees';

/** A thing with its facts, whole numbers within `LIMIT`. */
export interface TreeCase {
  readonly facts: readonly number[];
  readonly isRight: boolean;
}

/** By cross-validation: with 150 trees the results hardly change. */
const TREES = 60;
const RATE = 0.1;
/** The L2 penalty of a tree's values. */
const RIDGE = 5;
/** How many values a fact can have. */
const WIDTH = 2 * LIMIT + 1;

/** For each way of the answers so far and each value of a fact: the sums of gradients and of curvatures. */
function histogram(
  column: Int8Array,
  answers: Uint8Array,
  gradients: Float64Array,
  curvatures: Float64Array,
): readonly [Float64Array, Float64Array] {
  const sums = new Float64Array(2 ** DEPTH * WIDTH);
  const weights = new Float64Array(sums.length);
  for (let row = 0; row < column.length; row += 1) {
    const cell = (answers[row] ?? 0) * WIDTH + (column[row] ?? 0) + LIMIT;
    sums[cell] = (sums[cell] ?? 0) + (gradients[row] ?? 0);
    weights[cell] = (weights[cell] ?? 0) + (curvatures[row] ?? 0);
  }
  return [sums, weights];
}

/** What each threshold of a fact gains, by the threshold plus `LIMIT`. */
function gainsOf([sums, weights]: readonly [Float64Array, Float64Array], ways: number): Float64Array {
  const gains = new Float64Array(WIDTH - 1);
  for (let way = 0; way < ways; way += 1) {
    const [from, to] = [way * WIDTH, (way + 1) * WIDTH];
    const all = sums.subarray(from, to).reduce((sum, one) => sum + one, 0);
    const whole = weights.subarray(from, to).reduce((sum, one) => sum + one, 0);
    let [sum, weight] = [0, 0];
    for (let value = 0; value < WIDTH - 1; value += 1) {
      sum += sums[from + value] ?? 0;
      weight += weights[from + value] ?? 0;
      gains[value] =
        (gains[value] ?? 0) + sum ** 2 / (weight + RIDGE) + (all - sum) ** 2 / (whole - weight + RIDGE);
    }
  }
  return gains;
}

/** The trees that tell the right cases from the others. */
export function fitTrees(cases: readonly TreeCase[]): Trees {
  const facts = cases[0]?.facts.length ?? 0;
  const columns = Array.from({ length: facts }, (_, fact) =>
    Int8Array.from(cases, (one) => one.facts[fact] ?? 0),
  );
  const share = cases.filter(({ isRight }) => isRight).length / cases.length;
  const bias = Math.round(VALUE_SCALE * Math.log(share / (1 - share)));
  const scores = new Float64Array(cases.length).fill(bias / VALUE_SCALE);
  const questions: number[] = [];
  const values: number[] = [];
  for (let tree = 0; tree < TREES; tree += 1) {
    const likely = scores.map((score) => 1 / (1 + Math.exp(-score)));
    const gradients = likely.map((one, row) => (cases[row]?.isRight ? 1 : 0) - one);
    const curvatures = likely.map((one) => one * (1 - one));
    const answers = new Uint8Array(cases.length);
    for (let depth = 0; depth < DEPTH; depth += 1) {
      let best = { fact: 0, threshold: 0, gain: -1 };
      columns.forEach((column, fact) =>
        gainsOf(histogram(column, answers, gradients, curvatures), 2 ** depth).forEach((gain, value) => {
          if (gain > best.gain) best = { fact, threshold: value - LIMIT, gain };
        }),
      );
      questions.push(best.fact, best.threshold);
      columns[best.fact]?.forEach((value, row) => {
        answers[row] = 2 * (answers[row] ?? 0) + (value > best.threshold ? 1 : 0);
      });
    }
    const sums = new Float64Array(2 ** DEPTH);
    const weights = new Float64Array(2 ** DEPTH);
    answers.forEach((answer, row) => {
      sums[answer] = (sums[answer] ?? 0) + (gradients[row] ?? 0);
      weights[answer] = (weights[answer] ?? 0) + (curvatures[row] ?? 0);
    });
    // As whole numbers already here, so that the trees that follow make up for what rounding loses.
    const found = Array.from(sums, (sum, answer) => {
      const value = Math.round((VALUE_SCALE * RATE * sum) / ((weights[answer] ?? 0) + RIDGE));
      return Math.max(-LIMIT, Math.min(LIMIT, value));
    });
    values.push(...found);
    answers.forEach((answer, row) => {
      scores[row] = (scores[row] ?? 0) + (found[answer] ?? 0) / VALUE_SCALE;
    });
  }
  return { bias, questions: packNumbers(questions), values: packNumbers(values) };
}
