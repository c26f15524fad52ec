/**
 * The words of a text, split once and shared by tags and contribution: the place of each word, and numbers to
 * look it up by.
 */
import type { PaperText } from '../paper';
import { codesOf } from './character-codes';

/** The words of a text, `WIDTH` numbers for each: start, end (exclusive), hash and stem. */
export type WordList = Int32Array;

const WIDTH = 4;
const END = 1;
const HASH = 2;
const STEM = 3;

/** The hash of a word that is not plain ASCII, for which no hash is computed. */
export const NO_HASH = -1;
const MAX_HASH = 2 ** 30 - 1;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/uy;

/** Maps a character code to the lower-case code of an ASCII letter or digit, and every other code to 0. */
const LETTERS = new Uint8Array(2 ** 16);
for (let code = 0; code < 128; code += 1)
  if (/[a-z\d]/i.test(String.fromCharCode(code))) LETTERS[code] = code | 32;

/** Letters of a stem: four bytes fit into one 32-bit integer. */
export const STEM_LETTERS = 4;

/** A place for a list, reused for many texts; it grows to the longest one. */
class Place {
  #words = new Int32Array(2 ** 10);

  /** Room for the words of a text of `size` characters. */
  reserve(size: number): Int32Array {
    // Every word but the last is followed by at least one other character, so there are at most (size + 1) / 2
    // words.
    const most = WIDTH * ((size + 2) >> 1);
    if (this.#words.length < most) this.#words = new Int32Array(most);
    return this.#words;
  }
}

/** Writes the words of `text` to a place. Nearly all are ASCII, which is decided without the slower Unicode classes. */
function writeWords(text: string, place: Place): WordList {
  const size = text.length;
  const words = place.reserve(size);
  const codes = codesOf(text);
  let length = 0;
  for (let at = 0; at < size;) {
    let end = at;
    let hash = 0;
    let stem = 0;
    let code = 0;
    for (; end < size; end += 1) {
      code = codes[end] ?? 0;
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
  return words.subarray(0, length);
}

const FOR_ONE = new Place();

/** The words of `text`. */
export const listWords = (text: string): WordList => writeWords(text, FOR_ONE).slice();

/** The words of a paper's title and abstract. */
export interface PaperWords {
  readonly title: WordList;
  readonly abstract: WordList;
}

const FOR_TITLE = new Place();
const FOR_ABSTRACT = new Place();

/**
 * Splits title and abstract into words. The lists hold until the next call, since to make new ones for each paper
 * takes as long as to fill them.
 */
export const wordsOf = ({ title, abstract }: Pick<PaperText, 'title' | 'abstract'>): PaperWords => ({
  title: writeWords(title, FOR_TITLE),
  abstract: writeWords(abstract, FOR_ABSTRACT),
});

/** How many words the list holds. */
export const countWords = (words: WordList): number => words.length / WIDTH;

/** Offset at which the word number `at` begins; 0 beyond the ends of the list. */
export const startOf = (words: WordList, at: number): number => words[WIDTH * at] ?? 0;

/** Offset at which the word number `at` ends (exclusive); 0 beyond the ends of the list. */
export const endOf = (words: WordList, at: number): number => words[WIDTH * at + END] ?? 0;

/** A hash of the word's letters without case. Equal words have equal hashes; different words rarely do. */
export const hashAt = (words: WordList, at: number): number => words[WIDTH * at + HASH] ?? NO_HASH;

/** The word's first letters in lower case, packed into a number that is unique to them. */
export const stemAt = (words: WordList, at: number): number => words[WIDTH * at + STEM] ?? 0;

/** The word number `at` as printed; empty beyond the ends of the list. */
export const wordAt = (text: string, words: WordList, at: number): string =>
  text.slice(startOf(words, at), endOf(words, at));
