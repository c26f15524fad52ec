/**
 * The words of a candidate and those between it and its number, as features. Which of them have a weight is
 * fitted (`weights.json`), so a feature here is a key that other candidates can share.
 */
import type { Token } from '../sentence';
import { kindOf, type Kind } from './candidate-kind';
import type { Candidate } from './candidates';
import type { Phrase } from './phrase';

/** The longest way between a phrase and its number whose words are a feature. */
const LONGEST_WAY = 4;
/** How many words before a phrase of an earlier sentence are features: its verb is mostly among them. */
const WORDS_BEFORE = 5;

const lowerAt = (tokens: readonly Token[], at: number): string => (at < 0 ? '^' : (tokens[at]?.lower ?? '^'));

/** The token before the phrase's preposition, or before the phrase. */
function tokenBefore(tokens: readonly Token[], { from, preposition }: Phrase): string {
  let at = from - 1;
  if (preposition !== '')
    for (let steps = 0; steps < 4 && at >= 0 && tokens[at]?.lower !== preposition; steps += 1) at -= 1;
  return lowerAt(tokens, (preposition === '' ? from : at) - 1);
}

/** What separates the phrase from its number: a semicolon, a conjunction, "by", brackets. */
function gapOf(tokens: readonly Token[], low: number, high: number): string {
  let [semicolon, conjunction, by, brackets] = ['', '', '', 0];
  for (let at = low; at < high; at += 1) {
    const lower = lowerAt(tokens, at);
    // Nearly all words are longer than those that separate.
    if (lower.length > 5) continue;
    if (lower === ';') semicolon = ';';
    else if (lower === 'and' || lower === 'while' || lower === 'but') conjunction = '&';
    else if (lower === 'by') by = 'by';
    else if (lower === '(' || lower === ')') brackets += 1;
  }
  return `${semicolon}${conjunction}${by}${Math.min(2, brackets)}`;
}

/** The words between the two, numbers and metrics as one sign each. */
function wayOf({ number: { context } }: Candidate, low: number, high: number): string {
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
type Place =
  | 'last'
  | 'word'
  | 'preceded'
  | 'followed'
  | 'gap'
  | 'numberFollowed'
  | 'numberPreceded'
  | 'way'
  | 'earlierBefore'
  | 'earlierPreceded'
  | 'earlierFollowed'
  | 'earlierSecond';

/** Keys that differ only in one word: what is written before it, and after it. */
type KeyForm = readonly [before: string, after: string];

/** How the keys of a kind's candidates are written. */
const formsOf = ({ side, preposition, head }: Kind): Readonly<Record<Place, KeyForm>> => ({
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
function keysOfKind(kind: Kind): readonly string[] {
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
function eachWordEarlier(
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

/** Calls `add` with each word around a candidate. */
function eachWordAround(candidate: Candidate, add: (place: Place, word: string) => void): void {
  const { phrase, place, earlier, number } = candidate;
  if (phrase && earlier) eachWordEarlier(phrase, earlier, add);
  if (!phrase || !place) return;
  const { at, context } = number;
  const { tokens } = context;
  const [low, high] = phrase.from > at ? [at + 1, phrase.from] : [phrase.to, at];
  add('preceded', tokenBefore(tokens, phrase));
  add('followed', lowerAt(tokens, phrase.to));
  add('gap', gapOf(tokens, low, high));
  add('numberFollowed', lowerAt(tokens, at + 1));
  add('numberPreceded', lowerAt(tokens, at - 1));
  if (high - low <= LONGEST_WAY) add('way', wayOf(candidate, low, high));
}

/** All keys of a candidate. */
export function wordFeaturesOf(candidate: Candidate): readonly string[] {
  const kind = kindOf(candidate);
  const forms = formsOf(kind);
  const keyOf = (place: Place, word: string): string => forms[place].join(word);
  const around: string[] = [];
  eachWordAround(candidate, (place, word) => around.push(keyOf(place, word)));
  const { lastWord, words } = candidate.facts;
  return [
    keyOf('last', lastWord),
    ...words.map((word) => keyOf('word', word)),
    ...keysOfKind(kind),
    ...around,
  ];
}

/** The indexes of keys of one form, by the word in which they differ. */
type ByWord = ReadonlyMap<string, number>;

/** What a model knows of a kind's candidates: the indexes of the kind's own keys, and of those with a word. */
interface KindIndexes {
  readonly own: readonly number[];
  readonly byWord: Readonly<Record<Place, ByWord>>;
}

/**
 * The indexes of keys in one model's words. They are found by their one word, since to put a key together takes
 * longer than to look it up.
 */
class WordIndexes {
  readonly #words: ReadonlyMap<string, number>;
  readonly #ofKind = new WeakMap<Kind, KindIndexes>();
  readonly #ofForm = new Map<string, ByWord>();

  constructor(words: ReadonlyMap<string, number>) {
    this.#words = words;
  }

  #byWord([before, after]: KeyForm): ByWord {
    const form = `${before}|${after}`;
    const known = this.#ofForm.get(form);
    if (known) return known;
    const found = new Map<string, number>();
    for (const [key, index] of this.#words)
      if (key.length >= before.length + after.length && key.startsWith(before) && key.endsWith(after))
        found.set(key.slice(before.length, key.length - after.length), index);
    this.#ofForm.set(form, found);
    return found;
  }

  #indexesOf(kind: Kind): KindIndexes {
    const known = this.#ofKind.get(kind);
    if (known) return known;
    const forms = formsOf(kind);
    const indexes: KindIndexes = {
      own: keysOfKind(kind).flatMap((key) => this.#words.get(key) ?? []),
      byWord: {
        last: this.#byWord(forms.last),
        word: this.#byWord(forms.word),
        preceded: this.#byWord(forms.preceded),
        followed: this.#byWord(forms.followed),
        gap: this.#byWord(forms.gap),
        numberFollowed: this.#byWord(forms.numberFollowed),
        numberPreceded: this.#byWord(forms.numberPreceded),
        way: this.#byWord(forms.way),
        earlierBefore: this.#byWord(forms.earlierBefore),
        earlierPreceded: this.#byWord(forms.earlierPreceded),
        earlierFollowed: this.#byWord(forms.earlierFollowed),
        earlierSecond: this.#byWord(forms.earlierSecond),
      },
    };
    this.#ofKind.set(kind, indexes);
    return indexes;
  }

  addOf(candidate: Candidate, kind: Kind, found: number[]): void {
    const { own, byWord } = this.#indexesOf(kind);
    const add = (place: Place, word: string): void => {
      const index = byWord[place].get(word);
      if (index !== undefined) found.push(index);
    };
    const { lastWord, words } = candidate.facts;
    add('last', lastWord);
    for (const word of words) add('word', word);
    for (const index of own) found.push(index);
    eachWordAround(candidate, add);
  }
}

const ofModel = new WeakMap<ReadonlyMap<string, number>, WordIndexes>();

/** Adds the indexes of the candidate's keys that `words` has to `found`. */
export function addWordIndexes(
  candidate: Candidate,
  kind: Kind,
  words: ReadonlyMap<string, number>,
  found: number[],
): void {
  if (words.size === 0) return;
  let indexes = ofModel.get(words);
  if (!indexes) ofModel.set(words, (indexes = new WordIndexes(words)));
  indexes.addOf(candidate, kind, found);
}
