/**
 * Finds the words of a dictionary that are few edits away from what was typed. The dictionary is sorted, so
 * words with a common beginning follow each other: the distance table is kept for the shared part, and all
 * words with a beginning that is already too far are skipped without decoding (Shang and Merrettal, "Tries
 * for approximate string matching", 1996, https://doi.org/10.1109/69.536247).
 */
import { decodeText } from '@/lib/domain/bytes';
import { LONGEST_WORD, readEntries } from './dictionary';
import type { Dictionary } from './dictionary';
import { BLOCK } from './entry-codes';

/**
 * What to find: words at most `limit` edits away from `word`; with `prefix` also words that begin with such a
 * word.
 */
export interface TypoQuery {
  readonly word: string;
  readonly limit: number;
  readonly prefix: boolean;
}

/** The largest `limit`. */
const MOST_EDITS = 2;
const WIDTH = LONGEST_WORD + 2;
/** An entry shares at most 255 code units with the one before it, and adds at most as many. */
const units = new Uint16Array(512);
/**
 * Row `d`: the number of edits between each beginning of what was typed and the first `d` code units of the
 * entry.
 */
const table = new Uint8Array(WIDTH * (LONGEST_WORD + MOST_EDITS + 2));
/** By `d`: the fewest edits between all that was typed and any beginning of the entry up to there. */
const begun = new Uint8Array(LONGEST_WORD + MOST_EDITS + 2);

/** Fills a row and returns its smallest number. Only cells near the diagonal can be within the limit. */
const fillRow = (typed: Uint16Array, depth: number, limit: number): number => {
  const size = typed.length;
  const far = limit + 1;
  const [row, last, beforeLast] = [depth * WIDTH, (depth - 1) * WIDTH, (depth - 2) * WIDTH];
  const unit = units[depth - 1] ?? 0;
  const unitBefore = depth > 1 ? (units[depth - 2] ?? 0) : -1;
  const from = Math.max(1, depth - limit);
  const to = Math.min(size, depth + limit);
  table[row + from - 1] = from === 1 ? Math.min(depth, far) : far;
  let least = table[row + from - 1] ?? far;
  for (let at = from; at <= to; at += 1) {
    const other = typed[at - 1] ?? 0;
    let cost = (table[last + at - 1] ?? 0) + (other === unit ? 0 : 1);
    const either = Math.min(table[last + at] ?? 0, table[row + at - 1] ?? 0) + 1;
    if (either < cost) cost = either;
    if (at > 1 && other === unitBefore && typed[at - 2] === unit)
      cost = Math.min(cost, (table[beforeLast + at - 2] ?? 0) + 1);
    table[row + at] = cost;
    if (cost < least) least = cost;
  }
  if (to < WIDTH - 1) table[row + to + 1] = far;
  begun[depth] = Math.min(begun[depth - 1] ?? far, to === size ? (table[row + size] ?? far) : far);
  return least;
};

const startTable = (size: number, limit: number): void => {
  for (let at = 0; at <= size; at += 1) table[at] = Math.min(at, limit + 1);
  table[size + 1] = limit + 1;
  begun[0] = Math.min(size, limit + 1);
};

/** Appends the code units of an entry after the shared ones; returns its length. */
const writeUnits = (bytes: Uint8Array, start: number, end: number, shared: number): number => {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) {
      const text = decodeText(bytes.subarray(start, end));
      for (let each = 0; each < text.length; each += 1) units[shared + each] = text.charCodeAt(each);
      return shared + text.length;
    }
    units[shared + at - start] = byte;
  }
  return shared + end - start;
};

/** How many bytes from `start` on equal the known code units, at most `most`. */
const countAlike = (bytes: Uint8Array, start: number, end: number, most: number): number => {
  let count = 0;
  while (count < most && start + count < end && bytes[start + count] === units[count]) count += 1;
  return count;
};

const textOf = (length: number): string => String.fromCharCode(...units.subarray(0, length));

/**
 * Calls `visit` for each word among the entries `from` to `to` (exclusive) that is within the limit. In a
 * damaged dictionary it finds other words or none; it never throws.
 */
export const forEachTypoMatch = (
  dictionary: Dictionary,
  { word, limit, prefix }: TypoQuery,
  range: readonly [from: number, to: number],
  found: (entry: number, text: string, distance: number) => void,
): void => {
  if (word.length > LONGEST_WORD || limit > MOST_EDITS) return;
  const typed = Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
  startTable(typed.length, limit);
  const { codes } = dictionary;
  // Rows up to `filled` match the current code units; from `dead` on, no row is within the limit.
  let [filled, dead, known] = [0, Infinity, 0];
  for (const { part, from, to, at: begin } of readEntries(dictionary, range)) {
    const { words: bytes } = part;
    let at = begin;
    for (let entry = from - (from % BLOCK); entry < to; entry += 1) {
      const start = at + 2;
      const end = start + (bytes[at + 1] ?? 0);
      let shared = bytes[at] ?? 0;
      at = end;
      const isHead = entry % BLOCK === 0;
      if (isHead) shared = countAlike(bytes, start, end, Math.min(known, filled));
      const isFar = dead <= shared;
      if (isFar && !(prefix && (begun[dead] ?? 0) <= limit)) {
        known = Math.min(known, shared);
        continue;
      }
      const length = writeUnits(bytes, start, end, isHead ? 0 : shared);
      known = length;
      if (!isFar) {
        filled = Math.min(filled, shared);
        dead = Infinity;
        while (filled < length && dead === Infinity) {
          filled += 1;
          if (fillRow(typed, filled, limit) > limit) dead = filled;
        }
      }
      const isWhole = dead === Infinity && length >= typed.length - limit && length <= typed.length + limit;
      const distance = prefix
        ? (begun[filled] ?? 0)
        : isWhole
          ? (table[length * WIDTH + typed.length] ?? 0)
          : limit + 1;
      if (distance <= limit && entry >= from && codes.isWord(entry)) found(entry, textOf(length), distance);
    }
  }
};
