/** The ids of an index's papers, in its order, and how they are found by what a user types of them. */
import { tokenise } from '@/lib/domain/text/tokens';

/** Papers go by number; `find` and `at` are each other's inverse. */
export interface IdList {
  readonly size: number;
  /** The id of a paper; empty where there is none of that number. */
  readonly at: (paper: number) => string;
  /** The number of a paper; undefined where the list does not have it. */
  readonly find: (id: string) => number | undefined;
  /** Papers whose id has this word, or with `isOpen` one that goes on from it: "2402.0" of "2402.00001". */
  readonly findWord: (word: string, isOpen: boolean) => readonly number[];
}

/** A list of any ids, held as strings: for small packs and corpora of other kinds. */
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
