/** For each stem, the values whose text has it; few stems have any. */
import { ByteReader, ByteWriter } from '@/lib/domain/bytes';
import type { ValueRef } from './postings';

/** Values by list; most lists have none. */
export type ValueRefs = ReadonlyMap<number, readonly ValueRef[]>;

/** Writes the values of lists, ascending by list and value. */
export const writeValueRefs = (refs: ValueRefs): Uint8Array => {
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

/** Reads what `writeValueRefs` wrote; undefined if it contains a list or a value that does not exist. */
export const readValueRefs = (bytes: Uint8Array, lists: number, values: number): ValueRefs | undefined => {
  const reader = new ByteReader(bytes);
  const refs = new Map<number, ValueRef[]>();
  let list = 0;
  while (!reader.isDone) {
    list += reader.varint();
    const count = reader.varint();
    if (list >= lists || count > bytes.length) return undefined;
    let value = 0;
    const own: ValueRef[] = [];
    for (let at = 0; at < count; at += 1) {
      const coded = reader.varint();
      value += coded >>> 1;
      own.push({ value, isForm: coded % 2 === 1 });
    }
    if (value >= values) return undefined;
    refs.set(list, own);
  }
  return reader.failed ? undefined : refs;
};
