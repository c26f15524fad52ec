/** For each stem, the values whose text has it; few stems have any. Read from the bytes without unpacking. */
import { ByteReader, ByteWriter } from '@/lib/domain/bytes';
import type { ValueRef } from './postings';

/** Writes the values of lists, ascending by list and value. */
export const writeValueRefs = (refs: ReadonlyMap<number, readonly ValueRef[]>): Uint8Array => {
  const writer = new ByteWriter();
  let last = 0;
  for (const [list, values] of refs) {
    writer.varint(list - last);
    writer.varint(values.length);
    let value = 0;
    for (const ref of values) {
      writer.varint((ref.value - value) * 2 + Number(ref.isForm));
      ({ value } = ref);
    }
    last = list;
  }
  return writer.finish();
};

const NONE: readonly ValueRef[] = [];

/** Values by list; most lists have none. */
export class ValueRefs {
  readonly #bytes: Uint8Array;
  /** The lists that have values, ascending, and where each one's begin. */
  readonly #lists: Uint32Array;
  readonly #places: Uint32Array;

  private constructor(bytes: Uint8Array, lists: Uint32Array, places: Uint32Array) {
    this.#bytes = bytes;
    this.#lists = lists;
    this.#places = places;
  }

  /** Reads what `writeValueRefs` wrote; undefined if it contains a list or a value that does not exist. */
  static open(bytes: Uint8Array, lists: number, values: number): ValueRefs | undefined {
    const reader = new ByteReader(bytes);
    // A list with its count and a value takes three bytes at least, and one without any two.
    const known = new Uint32Array(bytes.length >>> 1);
    const places = new Uint32Array(known.length);
    let [list, size] = [0, 0];
    while (!reader.isDone) {
      list += reader.varint();
      places[size] = reader.at;
      const count = reader.varint();
      if (list >= lists || count > bytes.length) return undefined;
      let value = 0;
      for (let at = 0; at < count; at += 1) value += reader.varint() >>> 1;
      if (value >= values) return undefined;
      known[size] = list;
      size += 1;
    }
    return reader.failed ? undefined : new ValueRefs(bytes, known.slice(0, size), places.slice(0, size));
  }

  #find(list: number): number | undefined {
    let [low, high] = [0, this.#lists.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lists[middle] ?? 0) < list) low = middle + 1;
      else high = middle;
    }
    return this.#lists[low] === list ? low : undefined;
  }

  /** Whether a list has any. */
  has(list: number): boolean {
    return this.#find(list) !== undefined;
  }

  /** The values of a list, ascending. */
  of(list: number): readonly ValueRef[] {
    const at = this.#find(list);
    if (at === undefined) return NONE;
    const reader = new ByteReader(this.#bytes, this.#places[at]);
    const count = reader.varint();
    let value = 0;
    return Array.from({ length: count }, () => {
      const coded = reader.varint();
      value += coded >>> 1;
      return { value, isForm: coded % 2 === 1 };
    });
  }
}
