/** The ids of an index's papers in its order, and how papers are found by what a user types of an id. */
import { tokenise } from '@/lib/domain/text/tokens';

/** Papers are numbered; `find` and `at` are inverse to each other. */
export interface IdList {
  readonly size: number;
  /** The id of a paper; empty if there is no paper of that number. */
  readonly at: (paper: number) => string;
  /** The number of a paper; undefined if it is not in the list. */
  readonly find: (id: string) => number | undefined;
  /**
   * Papers whose id has this word, or with `isOpen` a word that begins with it: "2402.0" for "2402.00001".
   */
  readonly findWord: (word: string, isOpen: boolean) => readonly number[];
}

/** A list of arbitrary ids held as strings, for small packs and other corpora. */
export const listIds = (ids: readonly string[]): IdList => {
  let numbers: ReadonlyMap<string, number> | undefined;
  let words: readonly (readonly string[])[] | undefined;
  return {
    size: ids.length,
    at: (paper) => ids[paper] ?? '',
    find: (id) => (numbers ??= new Map(ids.map((each, paper) => [each, paper]))).get(id),
    findWord: (word, isOpen) => {
      words ??= ids.map((id) => tokenise(id).map((token) => token.text));
      const isFound = (each: string): boolean => (isOpen ? each.startsWith(word) : each === word);
      return words.flatMap((each, paper) => (each.some(isFound) ? [paper] : []));
    },
  };
};
