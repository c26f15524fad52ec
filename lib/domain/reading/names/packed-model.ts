/** The text in which a fitted model ships: shorter than lists of numbers and keys, and decoded without one for each slot. */
import { FeatureKeys } from './feature-keys';
import type { Scorers } from './model';

/** Weights and keys as text. */
export interface PackedScorers {
  readonly biases: readonly number[];
  readonly least: readonly number[];
  /** See `WEIGHT_DIGITS`. */
  readonly weights: string;
  /** What is written before and after the word of a key, each pair once. */
  readonly forms: readonly (readonly string[])[];
  /** The words in order, each on a line, as the number of letters that it shares with the word before it, and its others. */
  readonly words: string;
  /** For each word a line with the forms that it has, in order. */
  readonly places: string;
}

/**
 * Weights are in hundredths, those below zero as the odd numbers. Each is written as digits, the lowest first: all but
 * the last are of `more`, the last is of `last`. Most have one digit.
 */
export const WEIGHT_DIGITS = { first: 35, last: 50, more: 7 } as const;

/** The code of the first form and of a shared beginning of no letters: the first printable characters that need no escape. */
export const FIRST_CODE = 35;

function unpackWeights(packed: string): Int16Array {
  const { first, last, more } = WEIGHT_DIGITS;
  const weights: number[] = [];
  let [sum, unit] = [0, 1];
  for (let at = 0; at < packed.length; at += 1) {
    const digit = packed.charCodeAt(at) - first;
    if (digit >= last) {
      sum += unit * (digit - last);
      unit *= more;
    } else {
      sum += unit * digit;
      weights.push(sum % 2 === 0 ? sum / 2 : -(sum + 1) / 2);
      [sum, unit] = [0, 1];
    }
  }
  return Int16Array.from(weights);
}

/** The keys in their order. */
export function unpackKeys({ forms, words, places }: Omit<PackedScorers, 'weights'>): readonly string[] {
  const lines = places.split('\n');
  let word = '';
  return words.split('\n').flatMap((line, at) => {
    word = word.slice(0, line.charCodeAt(0) - FIRST_CODE) + line.slice(1);
    return Array.from(lines[at] ?? '', (form) => forms[form.charCodeAt(0) - FIRST_CODE]?.join(word) ?? '');
  });
}

/** The scorers of a packed text, of which the tests have the first weights. */
export const unpackScorers = (packed: PackedScorers, tests: number): Scorers => ({
  keys: new FeatureKeys(unpackKeys(packed), tests),
  biases: packed.biases,
  weights: unpackWeights(packed.weights),
  least: packed.least,
});
