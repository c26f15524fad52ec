/**
 * The codes of a dictionary's entries: whether an entry is a word, whether it is a stem, and which list of
 * postings it has. Read without decoding, in blocks of sixteen, because a query needs few of a quarter of a
 * million entries.
 */
import { readVarintAt, skipVarint, unzigzag, zigzag } from '@/lib/domain/bytes';
import type { WordParts } from './word-parts';

/** Entries in a block. */
export const BLOCK = 16;

/** The continuation bit in each of four bytes. */
const GOES_ON = 0x80808080;
const ONES = 0x01010101;

/** A word that is its own stem, as most are. */
const OWN_STEM = 0;
/** A stem that is not a word in any text. */
const ONLY_STEM = 1;
const OTHERS = 2;

/**
 * The code for an entry. `toRoot` is the distance from the number of stems before the entry to the list of the
 * word's stem, usually a small number; undefined if the entry is not a word.
 */
export const writeEntryCode = (isStem: boolean, isOwnStem: boolean, toRoot: number | undefined): number => {
  if (toRoot === undefined) return ONLY_STEM;
  if (isStem && isOwnStem) return OWN_STEM;
  return OTHERS + 2 * zigzag(toRoot) + Number(isStem);
};

const isStemCode = (code: number): boolean => code < OTHERS || code % 2 === 1;

/** How many of four codes below 128 belong to stems: those that are 0 or odd. */
const stemsIn = (codes: number): number => (codes & ONES) | ((~(codes + 0x7f7f7f7f) >>> 7) & ONES);

/** Where the codes of a dictionary's blocks begin. */
export interface CodeTables {
  /** The offset of each block, and the number of stems before it. */
  readonly places: Uint32Array;
  readonly stems: Uint32Array;
  /** The number of stems, which is also that of lists. */
  readonly lists: number;
}

/** Measures bytes with exactly the codes of `size` entries; undefined if they do not match. */
export const measureCodes = (bytes: Uint8Array, size: number): CodeTables | undefined => {
  const blocks = Math.ceil(size / BLOCK);
  if (size > bytes.length) return undefined;
  const places = new Uint32Array(blocks);
  const stems = new Uint32Array(blocks);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let seen = 0;
  for (let block = 0; block < blocks; block += 1) {
    places[block] = at;
    stems[block] = seen;
    const most = Math.min(BLOCK, size - block * BLOCK);
    if (most === BLOCK && at + BLOCK <= bytes.length) {
      const a = view.getUint32(at);
      const b = view.getUint32(at + 4);
      const c = view.getUint32(at + 8);
      const d = view.getUint32(at + 12);
      if (((a | b | c | d) & GOES_ON) === 0) {
        seen += Math.imul(stemsIn(a) + stemsIn(b) + stemsIn(c) + stemsIn(d), ONES) >>> 24;
        at += BLOCK;
        continue;
      }
    }
    // The lowest bit of a code's first byte marks a stem; codes of several bytes are never below `OTHERS`.
    for (let [left, isFirst] = [most, true]; left > 0; at += 1) {
      const byte = bytes[at] ?? 0;
      if (isFirst && (byte % 2 === 1 || byte === OWN_STEM)) seen += 1;
      isFirst = byte < 128;
      if (isFirst) left -= 1;
    }
  }
  return at === bytes.length ? { places, stems, lists: seen } : undefined;
};

const NO_BYTES = new Uint8Array(0);

/**
 * The codes of all entries. Reading them in ascending order takes one step for each. Entries of a part that was not
 * read are neither words nor stems, and have no list.
 */
export class EntryCodes {
  readonly #size: number;
  readonly #places: Uint32Array;
  readonly #stems: Uint32Array;
  readonly #parts: WordParts;
  /** The number of stems, which is also that of lists. */
  readonly lists: number;
  // The bytes that were read last, and the entry after their last one.
  #bytes: Uint8Array = NO_BYTES;
  #end = 0;
  // The entry that was read last: its index, its offset, and the number of stems before it.
  #entry = 0;
  #place = 0;
  #seen = 0;

  constructor(size: number, { places, stems, lists }: CodeTables, parts: WordParts) {
    this.#size = size;
    this.#places = places;
    this.#stems = stems;
    this.#parts = parts;
    this.lists = lists;
  }

  /** Frees the part that was read last. */
  forget(): void {
    this.#bytes = NO_BYTES;
    this.#end = 0;
  }

  #read(): number {
    const byte = this.#bytes[this.#place] ?? 0;
    return byte < 128 ? byte : (readVarintAt(this.#bytes, this.#place) ?? 0);
  }

  /** Moves to an entry and returns its code; undefined if it was not read. */
  #codeOf(entry: number): number | undefined {
    if (entry < this.#entry || entry - this.#entry >= BLOCK || entry >= this.#end) {
      const block = Math.floor(entry / BLOCK);
      const part = this.#parts.find(block);
      if (part === undefined) {
        this.#end = 0;
        return undefined;
      }
      this.#bytes = part.entries;
      this.#end = part.to * BLOCK;
      this.#entry = block * BLOCK;
      this.#place = (this.#places[block] ?? 0) - part.before.entries;
      this.#seen = this.#stems[block] ?? 0;
    }
    while (this.#entry < entry) {
      if (isStemCode(this.#read())) this.#seen += 1;
      this.#place = skipVarint(this.#bytes, this.#place);
      this.#entry += 1;
    }
    return this.#read();
  }

  /** The list of an entry's stem. With damaged bytes, the list may not exist. */
  listOf(entry: number): number {
    const code = this.#codeOf(entry);
    if (code === undefined) return this.lists;
    return this.#seen + (code < OTHERS ? 0 : unzigzag((code - OTHERS) >>> 1));
  }

  /** Whether the entry is a word in some text; otherwise it is only a stem. */
  isWord(entry: number): boolean {
    const code = entry < this.#size ? this.#codeOf(entry) : undefined;
    return code !== undefined && code !== ONLY_STEM;
  }

  /** The list of the entry as a stem; undefined if it is not one. */
  listOfStem(entry: number): number | undefined {
    const code = entry < this.#size ? this.#codeOf(entry) : undefined;
    return code !== undefined && isStemCode(code) ? this.#seen : undefined;
  }

  /** The entry of a list's stem; the number of entries if there is no such list. */
  stemOf(list: number): number {
    if (list < 0 || list >= this.lists) return this.#size;
    let [low, high] = [0, this.#stems.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#stems[middle] ?? 0) <= list) low = middle + 1;
      else high = middle;
    }
    const end = Math.min(this.#size, low * BLOCK);
    for (let entry = (low - 1) * BLOCK; entry < end; entry += 1)
      if (this.listOfStem(entry) === list) return entry;
    return this.#size;
  }
}
