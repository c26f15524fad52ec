/**
 * A cache of words: abstracts repeat the same ones, so each is kept once, with what can be computed from the
 * word alone. The table has a fixed size; a word with the same slot as another replaces it.
 */
import { isNumberWord } from './number-words';
import { traitsOf } from './word-traits';

/** A word as printed. Equal words share one object while it is in the table. */
export interface KnownWord {
  /** Its slot in the table, the key of `remember`'s answers. */
  readonly slot: number;
  readonly text: string;
  readonly lower: string;
  /** See `TRAIT`. */
  readonly traits: number;
  /** Whether it can begin a number in words. */
  readonly mayBeNumber: boolean;
}

/** Two hashes of the word with different factors: no two words of a text are likely to share both. */
interface Entry extends KnownWord {
  readonly hash: number;
  readonly check: number;
}

/** The slot of tokens that are not kept in the table. */
export const NO_SLOT = -1;

const SLOTS = 2 ** 13;
/** V8 keeps the whole text alive for a substring of at least this length; shorter ones are copied. */
const LONG = 13;

const table: (Entry | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

/** The word at `start` to `end` (exclusive) of the text. */
export function knownWord(text: string, start: number, end: number): KnownWord {
  let hash = 0;
  let check = end - start;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    hash = (Math.imul(hash, 31) + code) | 0;
    check = (Math.imul(check, 37) + code) | 0;
  }
  const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
  const known = table[slot];
  // Comparing numbers is faster than comparing the letters once more.
  if (known !== undefined && known.hash === hash && known.check === check) return known;
  const printed = text.slice(start, end);
  const own = printed.length < LONG ? printed : printed.split('').join('');
  const lower = own.toLowerCase();
  const mayBeNumber = isNumberWord(lower);
  const made: Entry = { slot, text: own, lower, traits: traitsOf(lower), mayBeNumber, hash, check };
  table[slot] = made;
  return made;
}

/** Caches the answers of `compute` by word; `compute` must be pure. */
export function remember<Answer extends object>(
  compute: (text: string) => Answer,
): (word: Pick<KnownWord, 'slot' | 'text'>) => Answer {
  const texts = Array.from({ length: SLOTS }, () => '');
  const answers = Array.from<Answer | undefined>({ length: SLOTS });
  return ({ slot, text }) => {
    const known = texts[slot] === text ? answers[slot] : undefined;
    if (known !== undefined) return known;
    const answer = compute(text);
    if (slot !== NO_SLOT) {
      texts[slot] = text;
      answers[slot] = answer;
    }
    return answer;
  };
}
