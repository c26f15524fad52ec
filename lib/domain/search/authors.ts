/** Finds papers by an author's name: all words must be in one name, as whole words or as beginnings. */
import { AUTHOR_STRIDE } from './build';
import type { SearchPack } from './collection';
import { forEachEntry, prefixRange } from './dictionary';
import { decodeList } from './lists';
import { nameBits } from './name-codes';
import { createShared } from './postings';

const scratch = createShared();
/** Packs the number of a paper and of its author into one number. */
const AUTHORS_A_PAPER = 0x2000;

/**
 * Authors of papers whose name has `word`, or a word that begins with it. Words with the same stem share a
 * postings list, which is read once.
 */
const findNames = (pack: SearchPack, word: string, isWhole: boolean): Set<number> => {
  const { index } = pack;
  const { codes } = index.dictionary;
  const lists = new Map<number, number>();
  forEachEntry(index.dictionary, prefixRange(index.dictionary, word), (text, entry) => {
    if (isWhole && text !== word) return false;
    const list = codes.listOf(entry);
    if (codes.isWord(entry)) lists.set(list, (lists.get(list) ?? 0) | nameBits(index, text));
    return !isWhole;
  });
  const names = new Set<number>();
  for (const [list, words] of lists) {
    decodeList(index, list, scratch, true);
    for (let at = 0; at < scratch.count; at += 1) {
      if (((words >> (scratch.codes[at] ?? 0)) & 1) === 0) continue;
      const author = Math.floor((scratch.positions[at] ?? 0) / AUTHOR_STRIDE);
      names.add((scratch.papers[at] ?? 0) * AUTHORS_A_PAPER + author);
    }
  }
  return names;
};

/** The papers of a pack with an author whose name has all the words, in any order; with `isWhole` as whole words. */
export const findByAuthor = (pack: SearchPack, words: readonly string[], isWhole: boolean): Set<number> => {
  let names: Set<number> | undefined;
  for (const word of words) {
    const found = findNames(pack, word, isWhole);
    names = names === undefined ? found : new Set([...names].filter((name) => found.has(name)));
    if (names.size === 0) break;
  }
  return new Set(Array.from(names ?? [], (name) => Math.floor(name / AUTHORS_A_PAPER)));
};

/** True for words that occur in authors' names; `text` is the word of the entry. */
export const isAuthorWord = ({ index }: SearchPack, entry: number, text: string): boolean => {
  decodeList(index, index.dictionary.codes.listOf(entry), scratch);
  const words = nameBits(index, text);
  return scratch.codes.subarray(0, scratch.count).some((code) => ((words >> code) & 1) === 1);
};
