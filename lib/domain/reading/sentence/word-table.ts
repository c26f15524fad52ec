/**
 * The words of abstracts come again and again: each is kept once, in a table of a fixed size, with what is known of it
 * by itself. A word that falls into the place of another takes it over.
 */
import { isNumberWord } from './number-words';

/** A word as it is printed, the same object wherever it stands. */
export interface KnownWord {
  /** Its place in the table, under which `remember` keeps what else is known of it. */
  readonly slot: number;
  readonly text: string;
  readonly lower: string;
  /** Can begin a number in words. */
  readonly mayBeNumber: boolean;
}

/** What stands in no table. */
export const NO_SLOT = -1;

const SLOTS = 2 ** 12;
/** From this length on a part of a text keeps the whole of it in memory; its letters by themselves do not. */
const LONG = 13;

const table: (KnownWord | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

const isAt = (text: string, start: number, word: string): boolean => {
  for (let at = 0; at < word.length; at += 1)
    if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
  return true;
};

/** The word that stands at `start` to `end` of the text. */
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

/** `compute` with its answers kept by word; it must answer the same for the same text at all times. */
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
