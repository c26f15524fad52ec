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

/** The words of all ids, each with the number of its paper; scanned at every keystroke. */
interface WordsOfIds {
  readonly texts: readonly string[];
  readonly papers: Uint32Array;
}

/** An id that is one word, as nearly all of arXiv's are. */
const IS_WORD = /^\d{4}\.\d{4,5}$/;

function wordsOfIds(ids: readonly string[]): WordsOfIds {
  const texts: string[] = [];
  const papers: number[] = [];
  for (const [paper, id] of ids.entries()) {
    for (const text of IS_WORD.test(id) ? [id] : tokenise(id).map((token) => token.text)) {
      texts.push(text);
      papers.push(paper);
    }
  }
  return { texts, papers: Uint32Array.from(papers) };
}

/** A list of arbitrary ids held as strings, for small packs and other corpora. */
export const listIds = (ids: readonly string[]): IdList => {
  let numbers: ReadonlyMap<string, number> | undefined;
  let words: WordsOfIds | undefined;
  return {
    size: ids.length,
    at: (paper) => ids[paper] ?? '',
    find: (id) => (numbers ??= new Map(ids.map((each, paper) => [each, paper]))).get(id),
    findWord: (word, isOpen) => {
      words ??= wordsOfIds(ids);
      const found: number[] = [];
      for (let at = 0; at < words.texts.length; at += 1) {
        const each = words.texts[at] ?? '';
        if (!(isOpen ? each.startsWith(word) : each === word)) continue;
        const paper = words.papers[at] ?? 0;
        if (found.at(-1) !== paper) found.push(paper);
      }
      return found;
    },
  };
};
