/**
 * A cache of words: abstracts repeat the same ones, so each is kept once, with what can be computed from the
 * word alone. The table grows with the words that are met, up to a size at which they replace others.
 */
import { opensMetric } from './lexicon-parts';
import { isNumberWord } from './number-words';
import { TRAIT, traitsOf } from './word-traits';

/** A word as printed. Equal words share one object while it is in the table. */
export interface KnownWord {
  /** Its slot in the table, the key of `remember`'s answers. */
  readonly slot: number;
  readonly text: string;
  readonly lower: string;
  /** That of `text`, which need not be looked at for it. */
  readonly length: number;
  /** See `TRAIT`. */
  readonly traits: number;
  /** Whether it can begin a number in words. */
  readonly mayBeNumber: boolean;
}

/** The slot of tokens that are not kept in the table. */
export const NO_SLOT = -1;

/**
 * Each hash has two slots, and a new word replaces the one that was met longer ago: with one slot each, every sixth
 * word of a text had been replaced by another one since it was last met.
 */
const FIRST_BITS = 11;
/** For some 30,000 words; in thousands of abstracts every tenth word would be missing from half of that. */
const MOST_BITS = 14;
/** An odd number near 2^32 over the golden ratio, whose products spread hashes over all slots. */
const SPREAD = 0x9e3779b1;
/** V8 keeps the whole text alive for a substring of at least this length; shorter ones are copied. */
const LONG = 13;

/** Numbers of a key. */
const KEY = 2;

const emptySlots = <Value>(bits: number): (Value | undefined)[] =>
  Array.from<Value | undefined>({ length: 2 ** (bits + 1) });

let bits = FIRST_BITS;
let table = emptySlots<KnownWord>(bits);
/**
 * For each slot two hashes of its word with different factors: no two words of a text are likely to share both. Apart
 * from the words, which are scattered in memory; those of both slots stand side by side.
 */
let keys = new Int32Array(KEY * table.length);
/** For each hash, which of its slots a new word takes: 0 or 1. */
let oldest = new Uint8Array(2 ** bits);
/** Words that were added to the table at this size. */
let added = 0;

/** Begins a larger table if so many words were added that they have begun to replace others; they are added again. */
function growIfFull(): void {
  added += 1;
  if (added <= 2 ** bits || bits === MOST_BITS) return;
  bits += 1;
  added = 0;
  table = emptySlots(bits);
  keys = new Int32Array(KEY * table.length);
  oldest = new Uint8Array(2 ** bits);
}

/** A word's first hash with one more letter. */
export const addToHash = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;
/** Its second hash with one more letter. */
export const addToCheck = (check: number, code: number): number => (Math.imul(check, 37) + code) | 0;

/** The word at `start` to `end` (exclusive) of the text. */
export function knownWord(text: string, start: number, end: number): KnownWord {
  let hash = 0;
  let check = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    hash = addToHash(hash, code);
    check = addToCheck(check, code);
  }
  return hashedWord(text, start, end, hash, check);
}

/** `knownWord` for callers that have both hashes of its letters already. */
export function hashedWord(text: string, start: number, end: number, hash: number, check: number): KnownWord {
  const place = Math.imul(hash, SPREAD) >>> (32 - bits);
  const first = 2 * place;
  const key = KEY * first;
  if (keys[key] === hash && keys[key + 1] === check) {
    const known = table[first];
    oldest[place] = 1;
    if (known) return known;
  }
  if (keys[key + KEY] === hash && keys[key + KEY + 1] === check) {
    const known = table[first + 1];
    oldest[place] = 0;
    if (known) return known;
  }
  const which = oldest[place] ?? 0;
  const slot = first + which;
  oldest[place] = 1 - which;
  const made = createWord(text.slice(start, end), slot);
  table[slot] = made;
  keys[KEY * slot] = hash;
  keys[KEY * slot + 1] = check;
  growIfFull();
  return made;
}

function createWord(printed: string, slot: number): KnownWord {
  const text = printed.length < LONG ? printed : printed.split('').join('');
  const lower = text.toLowerCase();
  const traits = traitsOf(lower) | (opensMetric(text) ? TRAIT.opensMetric : 0);
  return {
    text,
    lower,
    length: text.length,
    slot,
    traits,
    mayBeNumber: isNumberWord(lower),
  };
}

/** Caches the answers of `compute` by word; `compute` must be pure. An answer holds the text that it is about. */
export function remember<Answer extends { readonly text: string }>(
  compute: (text: string) => Answer,
): (word: Pick<KnownWord, 'slot' | 'text'>) => Answer {
  let answers = emptySlots<Answer>(bits);
  return ({ slot, text }) => {
    const known = slot === NO_SLOT ? undefined : answers[slot];
    if (known !== undefined && known.text === text) return known;
    const answer = compute(text);
    if (slot === NO_SLOT) return answer;
    if (slot >= answers.length) answers = emptySlots(bits);
    answers[slot] = answer;
    return answer;
  };
}
