/**
 * The words of a candidate and those between it and its number, as features. Which of them have a weight is
 * fitted (`weights.json`), so a feature here is a key that other candidates can share.
 */
import type { Token } from '../sentence';
import { kindOf, type Kind } from './candidate-kind';
import type { Candidate } from './candidates';
import type { KeyForm } from './feature-keys';
import type { Phrase } from './phrase';
import { wordsOfText } from './text-facts';

/** The longest way between a phrase and its number whose words are a feature. */
export const LONGEST_WAY = 4;
/** How many words before a phrase of an earlier sentence are features: its verb is mostly among them. */
const WORDS_BEFORE = 5;

/** The token in lower case, "^" beyond the sentence. */
export const lowerAt = (tokens: readonly Token[], at: number): string =>
  at < 0 ? '^' : (tokens[at]?.lower ?? '^');

/** The token before the phrase's preposition, or before the phrase. */
export function tokenBefore(tokens: readonly Token[], { from, preposition }: Phrase): string {
  let at = from - 1;
  if (preposition !== '')
    for (let steps = 0; steps < 4 && at >= 0 && tokens[at]?.lower !== preposition; steps += 1) at -= 1;
  return lowerAt(tokens, (preposition === '' ? from : at) - 1);
}

/** What separates a phrase from its number, as bits, and then up to two brackets. */
const SEPARATORS = [';', '&', 'by'] as const;
const SEMICOLON = 1;
const CONJUNCTION = 2;
const BY = 4;
const MOST_BRACKETS = 2;

/** All that can separate the two, in the order of `gapOf`: "", ";", "&", ";&" …, each with 0, 1 or 2 brackets. */
export const GAPS: readonly string[] = Array.from({ length: 3 * 2 ** SEPARATORS.length }, (_, gap) => {
  const bits = Math.floor(gap / 3);
  return SEPARATORS.filter((__, bit) => (bits & (1 << bit)) !== 0).join('') + String(gap % 3);
});

/** What separates the phrase from its number (a semicolon, a conjunction, "by", brackets), as an index of `GAPS`. */
export function gapOf(tokens: readonly Token[], low: number, high: number): number {
  let bits = 0;
  let brackets = 0;
  for (let at = low; at < high; at += 1) {
    const lower = lowerAt(tokens, at);
    // Nearly all words are longer than those that separate.
    if (lower.length > 5) continue;
    if (lower === ';') bits |= SEMICOLON;
    else if (lower === 'and' || lower === 'while' || lower === 'but') bits |= CONJUNCTION;
    else if (lower === 'by') bits |= BY;
    else if (lower === '(' || lower === ')') brackets += 1;
  }
  return 3 * bits + Math.min(MOST_BRACKETS, brackets);
}

/** The tokens between a phrase and the number at `at`. */
export const between = ({ from, to }: Phrase, at: number): { readonly low: number; readonly high: number } =>
  from > at ? { low: at + 1, high: from } : { low: to, high: at };

/** The words between the two, numbers and metrics as one sign each. */
export function wayOf({ number: { context } }: Candidate, low: number, high: number): string {
  const words: string[] = [];
  for (let at = low; at < high; at += 1)
    words.push(
      context.tokens[at]?.kind === 'number'
        ? '#'
        : context.mentionOf.has(at)
          ? 'M'
          : lowerAt(context.tokens, at),
    );
  return words.join('_');
}

/** Words of a candidate and its number: each is a key, together with what its name says. */
export type Place =
  | 'last'
  | 'word'
  | 'preceded'
  | 'followed'
  | 'numberFollowed'
  | 'numberPreceded'
  | 'way'
  | 'earlierBefore'
  | 'earlierPreceded'
  | 'earlierFollowed'
  | 'earlierSecond';

/** How the keys of a kind's candidates are written. */
export const formsOf = ({ side, preposition, head }: Kind): Readonly<Record<Place | 'gap', KeyForm>> => ({
  last: ['last ', ''],
  word: ['word ', ''],
  preceded: ['preceded ', ''],
  followed: ['followed ', ''],
  gap: [`gap ${side} `, ''],
  numberFollowed: ['number followed ', ` ${side}`],
  numberPreceded: ['number preceded ', ` ${side} ${preposition}`],
  way: [`way ${side} `, ''],
  earlierBefore: ['earlier before ', ''],
  earlierPreceded: ['earlier preceded ', ` ${head}`],
  earlierFollowed: ['earlier followed ', ''],
  earlierSecond: ['earlier second ', ''],
});

/** The keys that follow from a candidate's kind alone. */
export function keysOfKind(kind: Kind): readonly string[] {
  const { side, head, preposition, isName, purpose = '' } = kind;
  const form = `${kind.isPlural ? 'plural' : 'singular'}${kind.hasCapitalOrDigit ? ' name' : ''}`;
  const name = isName ? ' name' : '';
  return head === undefined
    ? [`form ${form} ${side}`]
    : [
        `form ${form} ${side}`,
        `form ${form} ${head}`,
        `by ${preposition} ${head}`,
        `by ${preposition} ${side}${name}`,
        `purpose ${purpose} ${side}`,
        `head ${head} ${side}${name}`,
      ];
}

/** Calls `add` with each word around a phrase of an earlier sentence. */
export function eachWordEarlier(
  { from, to }: Phrase,
  tokens: readonly Token[],
  add: (place: Place, word: string) => void,
): void {
  const wordAt = (at: number): string => (tokens[at]?.kind === 'number' ? '#' : lowerAt(tokens, at));
  const before = new Set<string>();
  for (let at = from - 1; at >= 0 && at >= from - WORDS_BEFORE; at -= 1) before.add(wordAt(at));
  for (const word of before) add('earlierBefore', word);
  add('earlierPreceded', lowerAt(tokens, from - 1));
  add('earlierFollowed', wordAt(to));
  add('earlierSecond', wordAt(to + 1));
}

/** All keys of a candidate. */
export function wordFeaturesOf(candidate: Candidate): readonly string[] {
  const kind = kindOf(candidate);
  const forms = formsOf(kind);
  const keys = [...keysOfKind(kind)];
  const add = (place: Place | 'gap', word: string): void => {
    keys.push(forms[place].join(word));
  };
  const { text, facts, phrase, place, earlier, number } = candidate;
  add('last', facts.lastWord);
  for (const word of wordsOfText(text)) add('word', word);
  if (phrase && earlier) eachWordEarlier(phrase, earlier.tokens, add);
  if (!phrase || !place) return keys;
  const { tokens } = number.context;
  const { low, high } = between(phrase, number.at);
  add('preceded', tokenBefore(tokens, phrase));
  add('followed', lowerAt(tokens, phrase.to));
  add('gap', GAPS[gapOf(tokens, low, high)] ?? '');
  add('numberFollowed', lowerAt(tokens, number.at + 1));
  add('numberPreceded', lowerAt(tokens, number.at - 1));
  if (high - low <= LONGEST_WAY) add('way', wayOf(candidate, low, high));
  return keys;
}
