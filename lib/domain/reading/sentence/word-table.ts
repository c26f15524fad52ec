/**
 * A cache of words: abstracts repeat the same ones, so each is kept once, with what can be computed from the
 * word alone. The table has a fixed size; a word with the same slot as another replaces it.
 */
import { isNumberWord } from './number-words';

/** A word as printed. Equal words share one object while it is in the table. */
export interface KnownWord {
  /** Its slot in the table, the key of `remember`'s answers. */
  readonly slot: number;
  readonly text: string;
  readonly lower: string;
  /** Whether it can begin a number in words. */
  readonly mayBeNumber: boolean;
}

/** The slot of tokens that are not kept in the table. */
export const NO_SLOT = -1;

const SLOTS = 2 ** 12;
/** V8 keeps the whole text alive for a substring of at least this length; shorter ones are copied. */
const LONG = 13;

const table: (KnownWord | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

const isAt = (text: string, start: number, word: string): boolean => {
  for (let at = 0; at < word.length; at += 1)
    if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
  return true;
};

/** The word at `start` to `end` (exclusive) of the text. */
export function knownWord(text: string, start: number, end: number): KnownWord {
  let hash = 0;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
  const known = table[slot];
  if (known !== undefined && known.text.length === end - start && isAt(text, start, known.text)) return known;
  const printed = text.slice(start, end);
  const own = printed.length < LONG ? printed : printed.split('').join('');
  const lower = own.toLowerCase();
  const made: KnownWord = { slot, text: own, lower, mayBeNumber: isNumberWord(lower) };
  table[slot] = made;
  return made;
}

/** Caches the answers of `compute` by word; `compute` must be pure. */
export function remember<Answer extends object>(
  compute: (text: string) => Answer,
): (word: Pick<KnownWord, 'slot' | 'text'>) => Answer {
  const kept = Array.from<{ readonly text: string; readonly answer: Answer } | undefined>({ length: SLOTS });
  return ({ slot, text }) => {
    const known = kept[slot];
    if (known?.text === text) return known.answer;
    const answer = compute(text);
    if (slot !== NO_SLOT) kept[slot] = { text, answer };
    return answer;
  };
}
