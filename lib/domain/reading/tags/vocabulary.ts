/**
 * The words of which a taxonomy's forms consist, in all spellings, and the lookup of a printed word among
 * them.
 */
import { hashAt, listWords, NO_HASH, stemAt, wordAt, type WordList } from '../word-list';
import { SpellingTable, type Spelling } from './spelling-table';

/** Number of a word; 0 is never one. */
export type WordId = number;

/** The words of a taxonomy's forms. */
export interface Vocabulary {
  /** By the spelling that `fold` gives. */
  readonly known: Map<string, WordId>;
  /** By spelling; those with letters outside ASCII are not in it. */
  readonly table: SpellingTable;
  /** By word, a bit for the hash of each of its spellings (`bitOf`). */
  readonly bits: number[];
}

/** A vocabulary without words, for `addWord` to fill. */
export const createVocabulary = (): Vocabulary => ({
  known: new Map(),
  table: new SpellingTable(),
  bits: [0],
});

/** One of 32 bits, by which a word is distinguished from most others. */
export const bitOf = (hash: number): number => 1 << ((hash ^ (hash >>> 11)) & 31);

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
export function addWord({ known, table, bits }: Vocabulary, word: string): WordId {
  const folded = fold(word);
  const before = known.get(folded);
  if (before !== undefined) return before;
  const id = known.size + 1;
  known.set(folded, id);
  const own = spellingsOf(folded).map(spellingOf);
  bits[id] = own.reduce((all, { hash }) => all | bitOf(hash), 0);
  for (const spelling of own) if (spelling.hash !== NO_HASH) table.add(spelling, id);
  return id;
}

/** The hashes of all spellings of a word. */
export const hashesOf = (word: string): readonly number[] =>
  spellingsOf(fold(word)).map((spelling) => spellingOf(spelling).hash);

function spellingOf(text: string): Spelling {
  const words = listWords(text);
  return { hash: hashAt(words, 0), stem: stemAt(words, 0), length: text.length };
}

/** The vocabulary's number of the word number `at` of the list; 0 if no form contains it. */
export const idAt = (text: string, words: WordList, at: number, { known, table }: Vocabulary): WordId =>
  // Words with letters outside ASCII have no hash and are folded one by one.
  hashAt(words, at) === NO_HASH ? (known.get(fold(wordAt(text, words, at))) ?? 0) : table.idAt(words, at);
