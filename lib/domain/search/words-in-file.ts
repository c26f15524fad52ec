/** A dictionary that stays in its file: a query reads the groups of words that it needs. */
import type { ReadRange } from '@/lib/domain/bytes/sections';
import { readHead } from './dictionary';
import type { DictionaryTables } from './dictionary';
import { partsInFile } from './parts-in-file';
import type { FilePart, PartsInFile, Stretch } from './parts-in-file';
import { GROUP, nextGroup } from './word-parts';
import type { WordParts, WordsPart } from './word-parts';

/** Groups that are read although nobody needs them, since one more request takes longer. */
const WORTH_SKIPPING = 4;
const MOST_KEPT = 150_000;

/** Where the words and the codes of a dictionary lie in their file, end exclusive. */
interface WordPlaces {
  readonly words: { readonly from: number; readonly to: number };
  readonly entries: { readonly from: number; readonly to: number };
}

const stretchesOf = (blocks: readonly number[], all: number): Stretch[] => {
  const stretches: [from: number, to: number][] = [];
  for (const block of blocks) {
    const [from, to] = [nextGroup(block) - GROUP, Math.min(all, nextGroup(block))];
    const last = stretches.at(-1);
    if (last && from <= last[1] + WORTH_SKIPPING * GROUP) last[1] = Math.max(last[1], to);
    else stretches.push([from, to]);
  }
  return stretches;
};

/** Leaves a dictionary in its file. `words` are all its words, which are not kept. */
export const wordsInFile = (
  { blocks, places }: DictionaryTables,
  words: Uint8Array,
  file: WordPlaces,
  read: ReadRange,
): WordParts & { readonly parts: PartsInFile<WordsPart & FilePart> } => {
  const heads: string[] = [];
  for (let block = 0; block < blocks.length; block = nextGroup(block))
    heads.push(readHead(words, blocks[block] ?? 0));
  const readBlocks = async ([from, to]: Stretch): Promise<(WordsPart & FilePart) | undefined> => {
    const before = { words: blocks[from] ?? 0, entries: places[from] ?? 0 };
    const until = (table: Uint32Array, place: WordPlaces['words']): number =>
      to < table.length ? place.from + (table[to] ?? 0) : place.to;
    const [ownWords, entries] = await Promise.all([
      read(file.words.from + before.words, until(blocks, file.words)),
      read(file.entries.from + before.entries, until(places, file.entries)),
    ]);
    if (!ownWords || !entries) return undefined;
    return { from, to, size: ownWords.length + entries.length, words: ownWords, entries, before };
  };
  const parts = partsInFile({
    stretchesOf: (asked) => stretchesOf(asked, blocks.length),
    read: readBlocks,
    mostKept: MOST_KEPT,
  });
  return {
    find: parts.find,
    peek: parts.peek,
    headOf: (block) => heads[Math.floor(block / GROUP)] ?? '',
    parts,
  };
};
