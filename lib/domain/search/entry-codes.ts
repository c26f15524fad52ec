/**
 * What a dictionary says of each entry beside its text: whether it is a word, whether it is a stem, and which list of
 * postings it leads to. Read where it lies, a block of sixteen at a time: of a quarter of a million entries a query
 * asks for few.
 */
import { readVarintAt, skipVarint, unzigzag, zigzag } from '@/lib/domain/bytes';

/** Entries of a block. */
export const BLOCK = 16;

/** In each byte of four: it goes on in the next. */
const GOES_ON = 0x80808080;
const ONES = 0x01010101;

/** A word that is its own stem: the usual case. */
const OWN_STEM = 0;
/** A stem that no text has as a word. */
const ONLY_STEM = 1;
const OTHERS = 2;

/**
 * The number that is written for an entry. `toRoot`: how far the list of the word's stem is from the number of stems
 * before the entry, near which it usually lies; undefined where the entry is no word.
 */
export const writeEntryCode = (isStem: boolean, isOwnStem: boolean, toRoot: number | undefined): number => {
  if (toRoot === undefined) return ONLY_STEM;
  if (isStem && isOwnStem) return OWN_STEM;
  return OTHERS + 2 * zigzag(toRoot) + Number(isStem);
};

const isStemCode = (code: number): boolean => code < OTHERS || code % 2 === 1;

/** How many of four codes below 128 are of stems: those that are 0 or odd. */
const stemsIn = (codes: number): number => (codes & ONES) | ((~(codes + 0x7f7f7f7f) >>> 7) & ONES);

/** The codes of all entries. What is asked for in ascending order costs a step an entry. */
export class EntryCodes {
  readonly #bytes: Uint8Array;
  readonly #size: number;
  /** Where each block begins, and how many stems stand before it. */
  readonly #places: Uint32Array;
  readonly #stems: Uint32Array;
  /** Number of stems, which is that of lists. */
  readonly lists: number;
  // The entry that was asked for last: which it is, where it lies, and how many stems stand before it.
  #entry = 0;
  #place = 0;
  #seen = 0;

  private constructor(
    bytes: Uint8Array,
    size: number,
    places: Uint32Array,
    stems: Uint32Array,
    lists: number,
  ) {
    this.#bytes = bytes;
    this.#size = size;
    this.#places = places;
    this.#stems = stems;
    this.lists = lists;
  }

  /** Opens bytes that hold the codes of `size` entries and nothing else; undefined where they do not. */
  static open(bytes: Uint8Array, size: number): EntryCodes | undefined {
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
      // The lowest bit, which tells, stands in the first byte of a code; codes of more than one are not below `OTHERS`.
      for (let [left, isFirst] = [most, true]; left > 0; at += 1) {
        const byte = bytes[at] ?? 0;
        if (isFirst && (byte % 2 === 1 || byte === OWN_STEM)) seen += 1;
        isFirst = byte < 128;
        if (isFirst) left -= 1;
      }
    }
    return at === bytes.length ? new EntryCodes(bytes, size, places, stems, seen) : undefined;
  }

  #read(): number {
    const byte = this.#bytes[this.#place] ?? 0;
    return byte < 128 ? byte : (readVarintAt(this.#bytes, this.#place) ?? 0);
  }

  /** Goes to an entry; gives its code. */
  #codeOf(entry: number): number {
    if (entry < this.#entry || entry - this.#entry >= BLOCK) {
      const block = Math.floor(entry / BLOCK);
      this.#entry = block * BLOCK;
      this.#place = this.#places[block] ?? 0;
      this.#seen = this.#stems[block] ?? 0;
    }
    while (this.#entry < entry) {
      if (isStemCode(this.#read())) this.#seen += 1;
      this.#place = skipVarint(this.#bytes, this.#place);
      this.#entry += 1;
    }
    return this.#read();
  }

  /** The list of an entry, which is that of its stem. Of damaged bytes it may be one that is not there. */
  listOf(entry: number): number {
    const code = this.#codeOf(entry);
    return this.#seen + (code < OTHERS ? 0 : unzigzag((code - OTHERS) >>> 1));
  }

  /** Whether the entry is a word that a text has; otherwise it is only a stem. */
  isWord(entry: number): boolean {
    return entry < this.#size && this.#codeOf(entry) !== ONLY_STEM;
  }

  /** The list of the stem that the entry itself is; undefined where it is none. */
  listOfStem(entry: number): number | undefined {
    return entry < this.#size && isStemCode(this.#codeOf(entry)) ? this.#seen : undefined;
  }

  /** The entry of a list's stem; the number of entries where there is no such list. */
  stemOf(list: number): number {
    if (list < 0 || list >= this.lists) return this.#size;
    let [low, high] = [0, this.#stems.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#stems[middle] ?? 0) <= list) low = middle + 1;
      else high = middle;
    }
    for (let entry = (low - 1) * BLOCK; entry < this.#size; entry += 1)
      if (this.listOfStem(entry) === list) return entry;
    return this.#size;
  }
}
