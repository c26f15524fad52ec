/**
 * A sequence of numbers (`ByteWriter.varint`) with prefix sums, read without decoding: the sizes of parts give
 * their offsets. Only every sixteenth sum is stored, and the others are computed from it, so that hundreds of
 * thousands of numbers open immediately and take one byte each.
 */
import { readVarintAt, skipVarint } from './index';

/** How many numbers lie between two stored sums. */
const GROUP = 16;
/** The continuation bit in each of four bytes. */
const GOES_ON = 0x80808080;
/** Beyond this scale, a number would have more than five bytes. */
const LARGEST_SCALE = 2 ** 35;
const EVERY_SECOND = 0x00ff00ff;

/** The sum of the sixteen bytes, each below 128, in four words. */
const addBytes = (a: number, b: number, c: number, d: number): number => {
  const sums =
    (a & EVERY_SECOND) +
    ((a >>> 8) & EVERY_SECOND) +
    (b & EVERY_SECOND) +
    ((b >>> 8) & EVERY_SECOND) +
    (c & EVERY_SECOND) +
    ((c >>> 8) & EVERY_SECOND) +
    (d & EVERY_SECOND) +
    ((d >>> 8) & EVERY_SECOND);
  return (sums & 0xffff) + (sums >>> 16);
};

/** Numbers with their prefix sums. Reading them in ascending order takes one step for each. */
export class Sums {
  readonly #bytes: Uint8Array;
  readonly #count: number;
  /** The offset of each group, and the sum of all numbers before it. */
  readonly #places: Uint32Array;
  readonly #befores: Uint32Array;
  /** The sum of all numbers. */
  readonly total: number;
  // The number that was read last: its index, its offset, and the sum before it.
  #last = 0;
  #place = 0;
  #before = 0;

  private constructor(
    bytes: Uint8Array,
    count: number,
    places: Uint32Array,
    befores: Uint32Array,
    total: number,
  ) {
    this.#bytes = bytes;
    this.#count = count;
    this.#places = places;
    this.#befores = befores;
    this.total = total;
  }

  /** Opens bytes with exactly `count` numbers whose sum has at most 32 bits; undefined if they do not match. */
  static open(bytes: Uint8Array, count: number): Sums | undefined {
    // Each number takes at least a byte, so a wrong count is refused before memory is allocated.
    if (count > bytes.length) return undefined;
    const groups = Math.ceil(count / GROUP);
    const places = new Uint32Array(groups);
    const befores = new Uint32Array(groups);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    let sum = 0;
    for (let group = 0; group < groups; group += 1) {
      places[group] = at;
      befores[group] = sum;
      const size = Math.min(GROUP, count - group * GROUP);
      if (size === GROUP && at + GROUP <= bytes.length) {
        const a = view.getUint32(at);
        const b = view.getUint32(at + 4);
        const c = view.getUint32(at + 8);
        const d = view.getUint32(at + 12);
        if (((a | b | c | d) & GOES_ON) === 0) {
          sum += addBytes(a, b, c, d);
          at += GROUP;
          continue;
        }
      }
      // Byte by byte, since most numbers have only one; longer ones are added seven bits at a time.
      for (let [left, scale] = [size, 1]; left > 0; at += 1) {
        const byte = bytes[at] ?? 0;
        sum += (byte & 127) * scale;
        scale *= 128;
        if (scale > LARGEST_SCALE) return undefined;
        if (byte > 127) continue;
        scale = 1;
        left -= 1;
      }
    }
    return at === bytes.length && sum < 2 ** 32 ? new Sums(bytes, count, places, befores, sum) : undefined;
  }

  #seek(at: number): void {
    if (at < this.#last || at - this.#last >= GROUP) {
      const group = Math.floor(at / GROUP);
      this.#last = group * GROUP;
      this.#place = this.#places[group] ?? 0;
      this.#before = this.#befores[group] ?? 0;
    }
    while (this.#last < at) {
      this.#before += this.#read();
      this.#place = skipVarint(this.#bytes, this.#place);
      this.#last += 1;
    }
  }

  #read(): number {
    const byte = this.#bytes[this.#place] ?? 0;
    return byte < 128 ? byte : (readVarintAt(this.#bytes, this.#place) ?? 0);
  }

  /** The number at an index; 0 if there is none. */
  of(at: number): number {
    if (at < 0 || at >= this.#count) return 0;
    this.#seek(at);
    return this.#read();
  }

  /** The sum of all numbers before an index. */
  before(at: number): number {
    if (at >= this.#count) return this.total;
    this.#seek(Math.max(0, at));
    return this.#before;
  }
}
