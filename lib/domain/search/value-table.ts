/** Reads which papers of an index have which values. */
import { decodeText, readVarintAt, skipVarint } from '@/lib/domain/bytes';
import { VALUE_KINDS, type Value, type ValueTable } from './values';

/** The most tags, metrics, venues and categories in an index: their numbers have two bytes. */
export const MOST_VALUES = 0xffff;

/** What a file says of its papers. */
interface IndexMeta {
  readonly papers: number;
  readonly values: readonly Value[];
}

/** Reads the section `meta`; undefined if it is damaged. */
export const readIndexMeta = (bytes: Uint8Array): IndexMeta | undefined => {
  let meta: unknown;
  try {
    meta = JSON.parse(decodeText(bytes));
  } catch {
    // Invalid JSON means a damaged file, which the caller reports.
    return undefined;
  }
  if (typeof meta !== 'object' || meta === null || !('papers' in meta) || !('values' in meta))
    return undefined;
  const { papers, values } = meta;
  if (typeof papers !== 'number' || !Array.isArray(values)) return undefined;
  const read = VALUE_KINDS.flatMap((kind, at) => {
    const texts: unknown = values[at];
    return Array.isArray(texts)
      ? texts.flatMap((text: unknown) => (typeof text === 'string' ? [{ kind, text }] : []))
      : [];
  });
  return { papers, values: read };
};

/** Reads the section `values`, for this many papers; undefined if it is damaged. */
export const readValueTable = (
  bytes: Uint8Array,
  size: number,
  values: readonly Value[],
): ValueTable | undefined => {
  const starts = new Uint32Array(size + 1);
  let [at, total] = [0, 0];
  for (let paper = 0; paper < size && at < bytes.length; paper += 1) {
    const byte = bytes[at] ?? 0;
    total += byte < 128 ? byte : (readVarintAt(bytes, at) ?? 0);
    at = byte < 128 ? at + 1 : skipVarint(bytes, at);
    starts[paper + 1] = total;
  }
  // Each takes a byte at least, so a wrong count is refused before memory is allocated.
  if (size > bytes.length || total > bytes.length - at) return undefined;
  const numbers = new Uint16Array(total);
  for (let paper = 0; paper < size; paper += 1) {
    let value = 0;
    const end = starts[paper + 1] ?? 0;
    for (let slot = starts[paper] ?? 0; slot < end; slot += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < 128) {
        value += byte;
        at += 1;
      } else {
        value += readVarintAt(bytes, at) ?? MOST_VALUES;
        at = skipVarint(bytes, at);
      }
      if (value >= values.length) return undefined;
      numbers[slot] = value;
    }
  }
  return at === bytes.length ? { values, starts, numbers } : undefined;
};
