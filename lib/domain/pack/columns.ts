/**
 * Columns of a shard, opened without decoding them: the rows of a list are spread over many shards, so only
 * the requested items are decoded.
 */
import { decodeText } from '@/lib/domain/bytes';

/** Codes of the characters that separate the items of a column. */
const LINE_BREAK = 0x0a;
const QUOTE = 0x22;
const ZERO = 0x30;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;

/** Returns the text at a place; empty if there is none. */
type LineReader = (place: number) => string;

/** Opens a column of texts, one line per paper; undefined if there are more or fewer than `count` lines. */
export const openLines = (bytes: Uint8Array, count: number): LineReader | undefined => {
  const starts = new Uint32Array(count + 1);
  let lines = 0;
  let at = 0;
  while (lines < count) {
    starts[lines] = at;
    lines += 1;
    const end = bytes.indexOf(LINE_BREAK, at);
    at = end < 0 ? bytes.length + 1 : end + 1;
    if (end < 0) break;
  }
  if (lines !== count || at <= bytes.length) return undefined;
  starts[count] = at;
  return (place) => {
    const start = starts[place];
    const next = starts[place + 1];
    return start === undefined || next === undefined ? '' : decodeText(bytes.subarray(start, next - 1));
  };
};

/** Returns the item of a sparse column at a place: `nothing`, or its value; undefined if it is damaged. */
export type SparseReader = (place: number) => { readonly value: unknown } | 'nothing' | undefined;

const parseEntry = (bytes: Uint8Array): { readonly value: unknown } | undefined => {
  try {
    const entry: unknown = JSON.parse(decodeText(bytes));
    return Array.isArray(entry) && entry.length === 2 ? { value: entry[1] } : undefined;
  } catch {
    // Invalid JSON means a damaged item, which the caller reports.
    return undefined;
  }
};

/** The number written in digits from `at` on. */
const readPlace = (bytes: Uint8Array, at: number): number => {
  let place = 0;
  for (let next = at; next < at + 6; next += 1) {
    const digit = (bytes[next] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) break;
    place = place * 10 + digit;
  }
  return place;
};

/**
 * Opens `[[place, value], …]` in JSON, for a shard of `count` papers; undefined if the brackets do not match.
 */
export const openSparse = (bytes: Uint8Array, count: number): SparseReader | undefined => {
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let [depth, start, isText] = [0, 0, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (isText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isText = false;
    } else if (byte === QUOTE) isText = true;
    else if (byte === OPEN) {
      depth += 1;
      if (depth === 2) start = at;
    } else if (byte === CLOSE) {
      depth -= 1;
      if (depth < 0) return undefined;
      if (depth !== 1) continue;
      const place = readPlace(bytes, start + 1);
      if (place >= count) return undefined;
      starts[place] = start;
      ends[place] = at + 1;
    }
  }
  if (depth !== 0 || isText || bytes[0] !== OPEN) return undefined;
  return (place) => {
    const end = ends[place] ?? 0;
    return end === 0 ? 'nothing' : parseEntry(bytes.subarray(starts[place], end));
  };
};
