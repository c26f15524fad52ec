/** The names that a number can have in a slot: candidates with the same text count as one. */
import type { Candidate } from './candidates';

/** A candidate with its score in a slot: the logarithm of how much likelier it is than no name. */
export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
}

/** A name: its best candidate with that one's score, and how much likelier all of them are than no name. */
export interface Option extends Readonly<Scored> {
  readonly weight: number;
}

/** The names for a slot of a number. */
export interface Options {
  /** The weights of all and of no name, which is 1. */
  readonly all: number;
  readonly byText: ReadonlyMap<string, Option>;
  /** The likeliest and the next; undefined if there are not so many. */
  readonly first: Option | undefined;
  readonly second: Option | undefined;
}

/** Adds up the candidates by their texts. */
export function optionsOf(candidates: readonly Scored[]): Options {
  const byText = new Map<string, { candidate: Candidate; score: number; weight: number }>();
  let all = 1;
  for (const { candidate, score } of candidates) {
    const weight = Math.exp(score);
    all += weight;
    const known = byText.get(candidate.text);
    if (known === undefined) byText.set(candidate.text, { candidate, score, weight });
    else {
      known.weight += weight;
      if (score > known.score) {
        known.candidate = candidate;
        known.score = score;
      }
    }
  }
  let first: Option | undefined;
  let second: Option | undefined;
  for (const option of byText.values())
    if (first === undefined || option.weight > first.weight) {
      second = first;
      first = option;
    } else if (second === undefined || option.weight > second.weight) second = option;
  return { all, byText, first, second };
}

/** How likely the name is among all and none, 0 to 1; 0 if it is absent. */
export const shareOf = ({ all }: Options, option: Option | undefined): number =>
  option === undefined ? 0 : option.weight / all;
