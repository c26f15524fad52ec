/** Quoted phrases: words that follow each other in one text. */
import { localOf } from './collection';
import type { SearchPack } from './collection';
import { decodeList, findPhraseValues } from './lists';
import { FIELD_CODES, isNameCode, nameBits } from './name-codes';
import { createShared, FIRST_TERM_CODE } from './postings';
import { papersOfValue } from './values';

const scratch = createShared();
/** Packs a place into one number: papers, fields and positions take 32, 3 and 16 bits. */
const FIELDS = 8;
const POSITIONS = 0x10000;

/** Where a phrase would begin that has the word, of the list's stem, as its word number `place`, ascending. */
const startsOf = ({ index }: SearchPack, list: number, word: string, place: number): Float64Array => {
  decodeList(index, list, scratch, true);
  const name = nameBits(index, word);
  const { papers, codes, positions, count } = scratch;
  const starts = new Float64Array(count);
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const code = codes[at] ?? 0;
    const position = (positions[at] ?? 0) - place;
    if (code >= FIRST_TERM_CODE || position < 0) continue;
    // Names are whole words.
    if (isNameCode(code) && ((name >> code) & 1) === 0) continue;
    starts[kept] = ((papers[at] ?? 0) * FIELDS + (FIELD_CODES[code] ?? 0)) * POSITIONS + position;
    kept += 1;
  }
  return starts.subarray(0, kept);
};

const intersect = (a: Float64Array, b: Float64Array): Float64Array => {
  const common = new Float64Array(Math.min(a.length, b.length));
  let [i, j, kept] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i] ?? 0, b[j] ?? 0];
    if (one === other) {
      common[kept] = one;
      kept += 1;
    }
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return common.subarray(0, kept);
};

/**
 * The papers of a pack that contain the phrase, given its words, and their stems by number and as texts. No paper
 * contains an empty phrase.
 */
export const findPhrase = (
  pack: SearchPack,
  stems: readonly number[],
  { words, texts }: { readonly words: readonly string[]; readonly texts: readonly string[] },
): Set<number> => {
  const found = new Set<number>();
  const lists = stems.flatMap((stem) => localOf(pack, stem) ?? []);
  if (lists.length === 0 || lists.length < stems.length) return found;
  // Possible starts of the phrase: those of its first word, filtered by each next word. Both are ascending.
  let starts: Float64Array | undefined;
  for (const [place, list] of lists.entries()) {
    const own = startsOf(pack, list, words[place] ?? '', place);
    starts = starts === undefined ? own : intersect(starts, own);
  }
  for (const start of starts ?? []) found.add(Math.floor(start / (FIELDS * POSITIONS)));
  for (const { value } of findPhraseValues(pack.index, lists, texts))
    for (const paper of papersOfValue(pack.index.table, value)) found.add(paper);
  return found;
};
