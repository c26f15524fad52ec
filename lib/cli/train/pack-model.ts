/** Packs a fitted model of names as the text that ships (`packed-model.ts`). */
import { FEATURES } from '@/lib/domain/reading/names/features';
import type { KeyForm } from '@/lib/domain/reading/names/feature-keys';
import type { Scorers } from '@/lib/domain/reading/names/model';
import { FIRST_CODE, WEIGHT_DIGITS, type PackedScorers } from '@/lib/domain/reading/names/packed-model';

/** Most letters of the word before that a word shares: one digit says how many. */
const MOST_SHARED = 50;

/** How keys with a word are written; all others are taken as one word. */
const FORMS: readonly RegExp[] = [
  /^(?<before>(?:last|word|preceded|followed|earlier (?:before|followed|second)|(?:gap|way) [a-z]+) )(?<word>[^]+)$/,
  /^(?<before>(?:number followed|earlier preceded) )(?<word>[^]+?)(?<after> [a-z]+)$/,
  /^(?<before>number preceded )(?<word>[^]+?)(?<after> [a-z]+ [a-z]*)$/,
];

function formOf(key: string): { readonly form: KeyForm; readonly word: string } {
  for (const each of FORMS) {
    const { before = '', word, after = '' } = each.exec(key)?.groups ?? {};
    if (word !== undefined) return { form: [before, after], word };
  }
  return { form: ['', ''], word: key };
}

function packWeight(hundredths: number): string {
  const { first, last, more } = WEIGHT_DIGITS;
  let rest = hundredths < 0 ? -2 * hundredths - 1 : 2 * hundredths;
  let packed = '';
  for (; rest >= last; rest = Math.floor(rest / more))
    packed += String.fromCharCode(first + last + (rest % more));
  return packed + String.fromCharCode(first + rest);
}

function sharedLetters(word: string, before: string): number {
  let shared = 0;
  while (shared < MOST_SHARED && shared < before.length && word[shared] === before[shared]) shared += 1;
  // Not half of a letter outside the basic plane.
  return /[\uD800-\uDBFF]$/.test(word.slice(0, shared)) ? shared - 1 : shared;
}

const codeOf = (value: number): string => String.fromCharCode(FIRST_CODE + value);

/** Packs the weights and the keys that have some; `keys` are those of the scorers, by the index of their feature. */
export function packScorers(
  { biases, weights, least }: Scorers,
  keys: readonly (readonly [key: string, index: number])[],
): PackedScorers {
  const split = keys.map(([key, index]) => ({ ...formOf(key), index }));
  const formNames = [...new Set(split.map(({ form }) => form.join('\n')))].toSorted();
  const words = [...Map.groupBy(split, ({ word }) => word)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const placed = words.map(([word, all]) => ({
    word,
    all: all
      .map(({ form, index }) => ({ code: formNames.indexOf(form.join('\n')), index }))
      .toSorted((a, b) => a.code - b.code),
  }));
  const features = [...FEATURES.keys(), ...placed.flatMap(({ all }) => all.map(({ index }) => index))];
  return {
    biases,
    least,
    forms: formNames.map((name) => name.split('\n')),
    words: placed
      .map(({ word }, at) => {
        const shared = sharedLetters(word, placed[at - 1]?.word ?? '');
        return codeOf(shared) + word.slice(shared);
      })
      .join('\n'),
    places: placed.map(({ all }) => all.map(({ code }) => codeOf(code)).join('')).join('\n'),
    weights: features
      .flatMap((feature) => biases.map((_, slot) => packWeight(weights[feature * biases.length + slot] ?? 0)))
      .join(''),
  };
}
