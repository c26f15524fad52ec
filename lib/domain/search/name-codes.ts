/**
 * The codes of words in authors' names. Words with one stem share a list of postings, but names are whole words: Dai
 * is not Day. So the code of an occurrence in a name also says which word it is, unless the stem has only one.
 */
import { stem } from '@/lib/domain/text/tokens';
import { hasWord } from './dictionary';
import type { SearchIndex } from './index-file';
import { POSTED_FIELDS } from './paper';
import { codeOf, CODES, FIRST_TERM_CODE } from './postings';
import type { Occurrences } from './postings';

/**
 * The code of a word that is its own stem, and of one whose stem no other word has. In indexes of the first format that
 * of every word in a name.
 */
const AUTHORS = codeOf('authors');
/** The codes of the other words; two words of one stem rarely have the same. */
const FIRST_NAME_CODE = POSTED_FIELDS.length;
const NAME_CODES = FIRST_TERM_CODE - FIRST_NAME_CODE;

/**
 * The code of a word in a name, if other words have its stem. Last letter and length distinguish nearly all such words:
 * of 86,000 words in names, 40 share their code with another word of their stem ("denis", "dennys").
 */
export const nameCodeOf = (word: string): number =>
  stem(word) === word
    ? AUTHORS
    : FIRST_NAME_CODE + ((word.charCodeAt(word.length - 1) + 7 * word.length) % NAME_CODES);

/** By the code of an occurrence, the field's code; terms of an abstract, which are in no field, keep theirs. */
export const FIELD_CODES = Uint8Array.from({ length: CODES }, (_, code) =>
  code >= FIRST_NAME_CODE && code < FIRST_TERM_CODE ? AUTHORS : code,
);

/** Whether a code is that of a word in a name. */
export const isNameCode = (code: number): boolean => FIELD_CODES[code] === AUTHORS;

/** All codes of words in names, as bits. */
export const ANY_NAME = FIELD_CODES.reduce(
  (bits, field, code) => (field === AUTHORS ? bits | (1 << code) : bits),
  0,
);

/** The stems that only one word has, which is not the stem itself, with that word. */
export const loneWords = (stemOfWord: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const words = new Map<string, string | undefined>();
  for (const [word, root] of stemOfWord) words.set(root, words.has(root) ? undefined : word);
  const lone = new Map<string, string>();
  for (const [root, word] of words) if (word !== undefined && !stemOfWord.has(root)) lone.set(root, word);
  return lone;
};

/** Gives the words of names in a list of a lone word their shorter code, that of the field. */
export const shortenNames = ({ codes, count }: Occurrences): void => {
  for (let at = 0; at < count; at += 1) if (isNameCode(codes[at] ?? 0)) codes[at] = AUTHORS;
};

/** The codes of a word in the names of an index, as bits. In an index of the first format, all: it has only stems there. */
export const nameBits = ({ hasNameCodes, dictionary }: SearchIndex, word: string): number => {
  if (!hasNameCodes) return ANY_NAME;
  const root = stem(word);
  const isAlone = root === word || !hasWord(dictionary, root);
  return (1 << nameCodeOf(word)) | (isAlone ? 1 << AUTHORS : 0);
};
