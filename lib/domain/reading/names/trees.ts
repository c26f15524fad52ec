/**
 * Boosted decision trees (Friedman 2001) that ask one question at each depth, as CatBoost's do: a tree is a few
 * questions and a value for each way to answer them, so that it is short both as text and as code.
 */

/** Facts, thresholds and values are whole numbers from minus this to this: each is one printable character. */
export const LIMIT = 45;
/** The questions of a tree. */
export const DEPTH = 4;
/** The unit of values, as a part of a logarithm of odds. */
export const VALUE_SCALE = 100;

/** The code of 0: from 36 to 126, of which only the backslash needs an escape. */
const ZERO = 36 + LIMIT;

/** Trees as text. */
export interface Trees {
  /** The logarithm of the odds before any tree, in hundredths. */
  readonly bias: number;
  /** For each question of each tree the index of a fact, and the most with which it is answered by no. */
  readonly questions: string;
  /** For each tree the values of all answers, in hundredths; a yes to the first question is the highest bit. */
  readonly values: string;
}

/** Writes whole numbers as text. */
export const packNumbers = (numbers: readonly number[]): string =>
  String.fromCharCode(...numbers.map((one) => ZERO + one));

/** How likely a thing with these facts is by the trees, 0 to 1. */
export function likelihood({ bias, questions, values }: Trees, facts: readonly number[]): number {
  let sum = bias;
  let base = 0;
  for (let at = 0; at < questions.length; base += 2 ** DEPTH) {
    let answers = 0;
    for (let depth = 0; depth < DEPTH; depth += 1, at += 2) {
      const fact = facts[questions.charCodeAt(at) - ZERO] ?? 0;
      answers = 2 * answers + (fact > questions.charCodeAt(at + 1) - ZERO ? 1 : 0);
    }
    sum += values.charCodeAt(base + answers) - ZERO;
  }
  return 1 / (1 + Math.exp(-sum / VALUE_SCALE));
}
