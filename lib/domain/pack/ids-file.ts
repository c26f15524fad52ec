/**
 * The ids of a pack: new-style ids as sorted numbers of four bytes, after a table of where each month begins,
 * so that a page can ask for one month; then the few old-style ids as text. A paper's number in the pack is
 * its place in this order, old-style ids first.
 *
 * Format, little-endian: `SLSI`, format (1 byte), 3 bytes unused, CRC-32 of the rest; counts of old and new
 * ids, of months and of bytes of text (4 bytes each); starts of months; numbers; text.
 */
import { crc32, decodeText, encodeText } from '@/lib/domain/bytes';
import { listIds } from '@/lib/domain/search';
import type { IdList } from '@/lib/domain/search';

/** Raised with every change of the format. */
const IDS_FORMAT = 1;
const MARK = 'SLSI';
const HEAD = 28;
/** New-style ids begin in April 2007 (https://info.arxiv.org/help/arxiv_identifier.html). */
const FIRST_YEAR = 2007;
const A_MONTH = 100_000;

/**
 * The number of a new-style id: months since January 2007, then its number in the month; undefined for other
 * ids.
 */
export const codeOfId = (id: string): number | undefined => {
  const [, year, month, number] = /^(\d\d)(\d\d)\.(\d{4,5})$/.exec(id) ?? [];
  if (year === undefined) return undefined;
  return ((2000 + Number(year) - FIRST_YEAR) * 12 + Number(month) - 1) * A_MONTH + Number(number);
};

/** As `padStart`, which takes many times as long: a list of rows asks for thousands. */
const pad = (number: number, width: number): string =>
  number < 10 ** width ? String(number + 10 ** width).slice(1) : String(number);

/** The new-style id of a number. */
export const idOfCode = (code: number): string => {
  const months = Math.floor(code / A_MONTH);
  const year = (FIRST_YEAR + Math.floor(months / 12)) % 100;
  const month = (months % 12) + 1;
  // Ids have five digits since January 2015.
  return `${pad(year, 2)}${pad(month, 2)}.${pad(code % A_MONTH, months >= (2015 - FIRST_YEAR) * 12 ? 5 : 4)}`;
};

/** A key that sorts old-style ids by time: "hep-th/9901001" before "cs/0703001". */
const timeOf = (id: string): string => {
  const number = id.slice(id.indexOf('/') + 1);
  return `${number < '9' ? 1 : 0}${number}`;
};

/** The order of papers in a pack: by time of submission, as far as the id gives it. */
export const compareIds = (a: string, b: string): number => {
  const [codeA, codeB] = [codeOfId(a), codeOfId(b)];
  if (codeA !== undefined && codeB !== undefined) return codeA - codeB;
  if (codeA !== undefined || codeB !== undefined) return codeA === undefined ? -1 : 1;
  const [timeA, timeB] = [timeOf(a), timeOf(b)];
  return timeA < timeB ? -1 : timeA > timeB ? 1 : a < b ? -1 : a > b ? 1 : 0;
};

/** Writes the ids of a pack, which must be in order and unique. */
export const writeIds = (ids: readonly string[]): Uint8Array<ArrayBuffer> => {
  const codes = ids.flatMap((id) => codeOfId(id) ?? []);
  const old = encodeText(ids.slice(0, ids.length - codes.length).join('\n'));
  const months = codes.length === 0 ? 0 : Math.floor((codes.at(-1) ?? 0) / A_MONTH) + 2;
  const bytes = new Uint8Array(HEAD + 4 * (months + codes.length) + old.length);
  const view = new DataView(bytes.buffer);
  bytes.set(encodeText(MARK));
  bytes[4] = IDS_FORMAT;
  for (const [at, number] of [ids.length - codes.length, codes.length, months, old.length].entries())
    view.setUint32(12 + 4 * at, number, true);
  let next = 0;
  for (let month = 0; month < months; month += 1) {
    while (next < codes.length && (codes[next] ?? 0) < month * A_MONTH) next += 1;
    view.setUint32(HEAD + 4 * month, next, true);
  }
  for (const [at, code] of codes.entries()) view.setUint32(HEAD + 4 * (months + at), code, true);
  bytes.set(old, HEAD + 4 * (months + codes.length));
  view.setUint32(8, crc32(bytes.subarray(12)), true);
  return bytes;
};

/** The opened ids of a pack, in its order. */
export interface PackIds extends IdList {
  /**
   * The ids of papers `from` to `to` (exclusive), as written, without checking whether arXiv has such ids.
   */
  readonly slice: (from: number, to: number) => readonly string[];
}

const lowerBound = (codes: Uint32Array, code: number): number => {
  let [low, high] = [0, codes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The range of numbers of new-style ids that begin with what was typed; undefined if there can be none. */
const codeRange = (typed: string, isOpen: boolean): readonly [number, number] | undefined => {
  const [, month, number = ''] = /^(\d{4})\.(\d{0,5})$/.exec(typed) ?? [];
  if (month === undefined) return undefined;
  const start = codeOfId(`${month}.00000`) ?? 0;
  if (!isOpen) {
    const code = codeOfId(typed);
    return code === undefined || idOfCode(code) !== typed ? undefined : [code, code + 1];
  }
  const width = idOfCode(start).length - 5;
  if (number.length > width) return undefined;
  const step = 10 ** (width - number.length);
  return [start + Number(number) * step, start + (Number(number) + 1) * step];
};

/** What an ids file says: numbers of new-style ids, and old-style ids. */
interface ReadIds {
  readonly codes: Uint32Array;
  readonly oldIds: readonly string[];
}

/** Reads what `writeIds` wrote; undefined if the bytes are damaged or contain invalid ids. */
const readIds = (bytes: Uint8Array): ReadIds | undefined => {
  if (bytes.length < HEAD || decodeText(bytes.subarray(0, 4)) !== MARK || bytes[4] !== IDS_FORMAT)
    return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(8, true) !== crc32(bytes.subarray(12))) return undefined;
  const [oldCount = 0, count = 0, months = 0, length = 0] = [0, 1, 2, 3].map((at) =>
    view.getUint32(12 + 4 * at, true),
  );
  const start = HEAD + 4 * months;
  if (start + 4 * count + length !== bytes.length) return undefined;
  const codes = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const code = view.getUint32(start + 4 * at, true);
    codes[at] = code;
    if (at > 0 && code <= (codes[at - 1] ?? 0)) return undefined;
  }
  const text = decodeText(bytes.subarray(start + 4 * count));
  const oldIds = text === '' ? [] : text.split('\n');
  return oldIds.length === oldCount ? { codes, oldIds } : undefined;
};

/** Opens what `writeIds` wrote; undefined if the bytes are damaged or contain invalid ids. Never throws. */
export const openIds = (bytes: Uint8Array): PackIds | undefined => {
  // The bytes themselves are not kept.
  const read = readIds(bytes);
  if (read === undefined) return undefined;
  const { codes } = read;
  const old = listIds(read.oldIds);
  const oldCount = old.size;
  const at = (paper: number): string => {
    if (paper < oldCount) return old.at(paper);
    const code = codes[paper - oldCount];
    return code === undefined ? '' : idOfCode(code);
  };
  const find = (id: string): number | undefined => {
    const code = codeOfId(id);
    if (code === undefined) return old.find(id);
    const place = lowerBound(codes, code);
    return codes[place] === code ? oldCount + place : undefined;
  };
  const findWord = (word: string, isOpen: boolean): readonly number[] => {
    const range = codeRange(word, isOpen);
    if (range === undefined)
      return old.size === 0 || /^\p{L}{1,2}$/u.test(word) ? [] : old.findWord(word, isOpen);
    const [from, to] = range.map((code) => lowerBound(codes, code));
    return Array.from({ length: (to ?? 0) - (from ?? 0) }, (_, place) => oldCount + (from ?? 0) + place);
  };
  return {
    size: oldCount + codes.length,
    at,
    find,
    findWord,
    slice: (from, to) => Array.from({ length: to - from }, (_, place) => at(from + place)),
  };
};
