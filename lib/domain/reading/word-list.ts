/** The words of a text in one pass, which tags and contribution share: where each lies, and numbers to look it up by. */
import type { PaperText } from '../paper';

/** The words of a text, `WIDTH` numbers each: where it begins, where it ends, its hash, its stem. */
export type WordList = Int32Array;

const WIDTH = 4;
const END = 1;
const HASH = 2;
const STEM = 3;

/** The hash of a word that is not plain ASCII. */
export const NO_HASH = -1;
const MAX_HASH = 2 ** 30 - 1;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/uy;

/** ASCII letters and digits in lower case by their codes; 0 for what is neither. */
const LETTERS = Uint8Array.from({ length: 2 ** 16 }, (_, code) =>
  /[a-z\d]/i.test(String.fromCharCode(code)) && code < 128 ? code | 32 : 0,
);

/** Letters of a stem: more would not fit into one integer. */
export const STEM_LETTERS = 4;

/** Grows to the longest text met; a list is cut from it once its length is known. */
let scratch = new Int32Array(2 ** 13);

/** The words of `text`. Nearly all are ASCII, which is told without a table of Unicode. */
export function listWords(text: string): WordList {
  const size = text.length;
  // Every word but the last has at least one character after it.
  if (scratch.length < WIDTH * (size + 1)) scratch = new Int32Array(WIDTH * (size + 1));
  const words = scratch;
  let length = 0;
  for (let at = 0; at < size;) {
    let end = at;
    let hash = 0;
    let stem = 0;
    let code = 0;
    for (; end < size; end += 1) {
      code = text.charCodeAt(end);
      const letter = LETTERS[code] ?? 0;
      if (letter === 0) break;
      hash = (Math.imul(hash, 31) + letter) & MAX_HASH;
      if (end - at < STEM_LETTERS) stem = (stem << 7) | letter;
    }
    if (code > 127) {
      WORD.lastIndex = at;
      end = at + (WORD.exec(text)?.[0].length ?? 0);
      hash = NO_HASH;
    }
    if (end > at) {
      words[length] = at;
      words[length + END] = end;
      words[length + HASH] = hash;
      words[length + STEM] = stem;
      length += WIDTH;
    }
    at = end > at ? end : at + 1;
  }
  return words.slice(0, length);
}

/** The words of a paper's title and abstract. */
export interface PaperWords {
  readonly title: WordList;
  readonly abstract: WordList;
}

/** The words of both, each text read once. */
export const wordsOf = ({ title, abstract }: Pick<PaperText, 'title' | 'abstract'>): PaperWords => ({
  title: listWords(title),
  abstract: listWords(abstract),
});

/** How many words the list holds. */
export const countWords = (words: WordList): number => words.length / WIDTH;

/** Where the word at place `at` begins; 0 beyond the ends of the list. */
export const startOf = (words: WordList, at: number): number => words[WIDTH * at] ?? 0;

/** Where the word at place `at` ends; 0 beyond the ends of the list. */
export const endOf = (words: WordList, at: number): number => words[WIDTH * at + END] ?? 0;

/** A number that words of the same letters share, in either case; others seldom do. */
export const hashAt = (words: WordList, at: number): number => words[WIDTH * at + HASH] ?? NO_HASH;

/** The first letters of the word, in lower case, as a number that no other beginning has. */
export const stemAt = (words: WordList, at: number): number => words[WIDTH * at + STEM] ?? 0;

/** The word at place `at` as printed; empty beyond the ends of the list. */
export const wordAt = (text: string, words: WordList, at: number): string =>
  text.slice(startOf(words, at), endOf(words, at));
