/** The words of which a taxonomy's forms are made, in all their spellings, and how a printed word is found among them. */
import { endOf, hashAt, listWords, NO_HASH, startOf, wordAt, type WordList } from '../word-list';

/** Number of a word; no word has 0. */
export type WordId = number;

interface Spelling {
  /** In lower case. */
  readonly text: string;
  readonly id: WordId;
}

/** The place of a word at the beginning of a form. */
export const FIRST = 1;
/** The place after another word. */
export const LATER = 2;

/** The words of a taxonomy's forms. */
export interface Vocabulary {
  /** By folded spelling, with the places where the word stands. */
  readonly known: Map<string, { readonly id: WordId; readonly at: number }>;
  readonly byHash: Map<number, readonly Spelling[]>;
  /** By the end of a spelling's hash, the places where such words stand: nearly all of a text is passed over by it. */
  readonly places: Uint8Array;
}

const PLACES = 2 ** 16;

/** A vocabulary without words, for `addWord` to fill. */
export const createVocabulary = (): Vocabulary => ({
  known: new Map(),
  byHash: new Map(),
  places: new Uint8Array(PLACES),
});

/** One spelling for singular and plural, British and American endings. */
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

/** Every spelling that `fold` makes `folded`: plural, British, doubled l. */
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

/** The number of `word`, which is new to the vocabulary or not, and stands at `place` of a form. */
export function addWord({ known, byHash, places }: Vocabulary, word: string, place: number): WordId {
  const folded = fold(word);
  const { id, at } = known.get(folded) ?? { id: known.size + 1, at: 0 };
  if ((at & place) !== 0) return id;
  known.set(folded, { id, at: at | place });
  for (const text of spellingsOf(folded)) {
    const key = hashAt(listWords(text), 0);
    places[key & (PLACES - 1)] = (places[key & (PLACES - 1)] ?? 0) | place;
    if (at === 0) byHash.set(key, [...(byHash.get(key) ?? []), { text, id }]);
  }
  return id;
}

/** False where the word at place `at` of the list surely stands at `place` of no form: nearly all of a text is passed over by it. */
export function mayStand(words: WordList, at: number, { places }: Vocabulary, place: number): boolean {
  const key = hashAt(words, at);
  return key === NO_HASH || ((places[key & (PLACES - 1)] ?? 0) & place) !== 0;
}

/** The number of the word at place `at` of the list; 0 where no form has it. */
export function idAt(text: string, words: WordList, at: number, { known, byHash }: Vocabulary): WordId {
  const key = hashAt(words, at);
  // Letters that are not ASCII fold by rules of their own.
  if (key === NO_HASH) return known.get(fold(wordAt(text, words, at)))?.id ?? 0;
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
