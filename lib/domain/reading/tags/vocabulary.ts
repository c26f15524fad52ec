/**
 * The words of which a taxonomy's forms consist, in all spellings, and the lookup of a printed word among
 * them.
 */
import { endOf, hashAt, listWords, NO_HASH, startOf, wordAt, type WordList } from '../word-list';

/** Number of a word; 0 is never one. */
export type WordId = number;

interface Spelling {
  /** In lower case. */
  readonly text: string;
  readonly id: WordId;
}

/** The words of a taxonomy's forms. */
export interface Vocabulary {
  /** By the spelling that `fold` gives. */
  readonly known: Map<string, WordId>;
  readonly byHash: Map<number, readonly Spelling[]>;
}

/** A vocabulary without words, for `addWord` to fill. */
export const createVocabulary = (): Vocabulary => ({ known: new Map(), byHash: new Map() });

/** The common spelling of singular and plural, of British and American endings. */
export function fold(word: string): string {
  let folded = word
    .toLowerCase()
    .replace(/^(\p{L}{4,})is(e|ed|es|er|ing|ation|ations)$/u, '$1iz$2')
    .replace(/(tum|col|behavi|neighb)our/, '$1or')
    .replace(/ll(ed|ing)$/, 'l$1');
  if (folded.length > 3 && folded.endsWith('s') && !/(?:ss|us|is)$/.test(folded))
    folded = folded.endsWith('ies') ? `${folded.slice(0, -3)}y` : folded.slice(0, -1);
  return folded;
}

/** All spellings that `fold` turns into `folded`: plural, British, doubled l. */
function spellingsOf(folded: string): string[] {
  const one = [
    folded,
    folded.replace(/iz(?=(?:e|ed|er|ing|ation)$)/, 'is'),
    folded.replace(/(tum|col|behavi|neighb)or/, '$1our'),
    folded.replace(/l(ed|ing)$/, 'll$1'),
  ];
  const all = new Set(one.flatMap((word) => [word, `${word}s`, word.replace(/y$/, 'ies')]));
  return [...all].filter((word) => word === folded || fold(word) === folded);
}

/** The number of `word`, which is added to the vocabulary if it is new. */
export function addWord({ known, byHash }: Vocabulary, word: string): WordId {
  const folded = fold(word);
  const before = known.get(folded);
  if (before !== undefined) return before;
  const id = known.size + 1;
  known.set(folded, id);
  for (const text of spellingsOf(folded)) {
    const key = hashOf(text);
    byHash.set(key, [...(byHash.get(key) ?? []), { text, id }]);
  }
  return id;
}

const hashOf = (word: string): number => hashAt(listWords(word), 0);

/** Hashes of every spelling of `word`, as `hashAt` gives them. */
export const hashesOf = (word: string): readonly number[] => spellingsOf(fold(word)).map(hashOf);

/** The vocabulary's number of the word number `at` of the list; 0 if no form contains it. */
export function idAt(text: string, words: WordList, at: number, { known, byHash }: Vocabulary): WordId {
  const key = hashAt(words, at);
  // Words with letters outside ASCII have no hash and are folded one by one.
  if (key === NO_HASH) return known.get(fold(wordAt(text, words, at))) ?? 0;
  const spellings = byHash.get(key);
  if (spellings === undefined) return 0;
  const start = startOf(words, at);
  const length = endOf(words, at) - start;
  for (const spelling of spellings) if (isSpelled(text, start, length, spelling.text)) return spelling.id;
  return 0;
}

function isSpelled(text: string, start: number, length: number, spelling: string): boolean {
  if (length !== spelling.length) return false;
  for (let at = 0; at < length; at += 1)
    if ((text.charCodeAt(start + at) | 32) !== spelling.charCodeAt(at)) return false;
  return true;
}
