/** Quoted phrases: words that stand side by side in one text. */
import { localOf } from './collection';
import type { SearchPack } from './collection';
import { decodeList, findPhraseValues } from './lists';
import { POSTED_FIELDS } from './paper';
import { createOccurrences } from './postings';
import { papersOfValue } from './values';

const scratch = createOccurrences();
/** A place as one number: papers, fields and positions take 32, 3 and 16 bits. */
const FIELDS = 8;
const POSITIONS = 0x10000;

/** The papers of a pack that hold the phrase: its stems by number, and as texts. An empty phrase is held by none. */
export const findPhrase = (
  pack: SearchPack,
  stems: readonly number[],
  phrase: readonly string[],
): Set<number> => {
  const found = new Set<number>();
  const lists = stems.flatMap((stem) => localOf(pack, stem) ?? []);
  if (lists.length === 0 || lists.length < stems.length) return found;
  // Places where the phrase may begin: those of its first word, of which each next word leaves some.
  let starts: Set<number> | undefined;
  for (const [place, list] of lists.entries()) {
    decodeList(pack.index, list, scratch, true);
    const left = new Set<number>();
    for (let at = 0; at < scratch.count; at += 1) {
      const code = scratch.codes[at] ?? 0;
      const position = (scratch.positions[at] ?? 0) - place;
      if (code >= POSTED_FIELDS.length || position < 0) continue;
      const start = ((scratch.papers[at] ?? 0) * FIELDS + code) * POSITIONS + position;
      if (starts === undefined || starts.has(start)) left.add(start);
    }
    starts = left;
  }
  for (const start of starts ?? []) found.add(Math.floor(start / (FIELDS * POSITIONS)));
  for (const { value } of findPhraseValues(pack.index, lists, phrase))
    for (const paper of papersOfValue(pack.index.table, value)) found.add(paper);
  return found;
};
