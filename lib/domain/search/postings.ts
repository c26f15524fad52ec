/**
 * The postings of one stem: where it stands in papers, and which shared values (tags, metrics, venues, years)
 * have it in their text. Values are counted once and not once a paper: a tag's words cost nothing there.
 *
 * Form: varint number of values, each `gap << 1 | isForm`; varint number of occurrences, each
 * `gap of papers << 5 | code`; then one varint position for each occurrence that has one.
 */
import { ByteReader } from '@/lib/domain/bytes';
import type { ByteWriter } from '@/lib/domain/bytes';
import { POSTED_FIELDS } from './paper';

/** Codes below this are places in `POSTED_FIELDS`; from it on, levels of a term of the abstract. */
export const FIRST_TERM_CODE = 16;
/** Levels of a term: how much it says of the paper, in quarter octaves up to 1. */
export const TERM_LEVELS = 16;

/** Weight, 0 to 1, that a level stands for. */
export const weightOfLevel = (level: number): number => 2 ** ((level - (TERM_LEVELS - 1)) / 4);

/** The level that is nearest to a weight; undefined where it is too small for the least. */
export const levelOfWeight = (weight: number): number | undefined => {
  const level = Math.round(4 * Math.log2(weight)) + TERM_LEVELS - 1;
  return level < 0 ? undefined : Math.min(level, TERM_LEVELS - 1);
};

const CODE_BITS = 5;
const CODES = 1 << CODE_BITS;
/** Positions beyond are kept as this one. */
export const LAST_POSITION = 0xffff;

/** A value that has the stem in its text, or only in another form of it. */
export interface ValueRef {
  readonly value: number;
  readonly isForm: boolean;
}

/** Occurrences as parallel arrays, ascending by paper; kept and overwritten: `count` of them are valid. */
export interface Occurrences {
  count: number;
  papers: Uint32Array;
  codes: Uint8Array;
  positions: Uint16Array;
}

/** Room for occurrences, to be decoded into again and again. */
export const createOccurrences = (): Occurrences => ({
  count: 0,
  papers: new Uint32Array(1024),
  codes: new Uint8Array(1024),
  positions: new Uint16Array(1024),
});

/** Makes room for `count` occurrences; what was there is lost. */
export const reserve = (into: Occurrences, count: number): void => {
  if (into.papers.length >= count) return;
  const size = Math.max(count, into.papers.length * 2);
  into.papers = new Uint32Array(size);
  into.codes = new Uint8Array(size);
  into.positions = new Uint16Array(size);
};

/** Writes a list; values and occurrences ascending. */
export const writeList = (
  writer: ByteWriter,
  values: readonly ValueRef[],
  { count, papers, codes, positions }: Occurrences,
): void => {
  writer.varint(values.length);
  let last = 0;
  for (const { value, isForm } of values) {
    writer.varint((value - last) * 2 + Number(isForm));
    last = value;
  }
  writer.varint(count);
  last = 0;
  for (let at = 0; at < count; at += 1) {
    const paper = papers[at] ?? 0;
    writer.varint((paper - last) * CODES + (codes[at] ?? 0));
    last = paper;
  }
  for (let at = 0; at < count; at += 1) {
    if ((codes[at] ?? 0) < FIRST_TERM_CODE) writer.varint(positions[at] ?? 0);
  }
};

/** Where a list's parts are, and what it refers to. */
export interface ListHead {
  readonly values: readonly ValueRef[];
  /** Occurrences, in the papers that have the stem themselves. */
  readonly count: number;
  /** Where the occurrences begin. */
  readonly at: number;
}

/** Reads the values and the number of occurrences of the list at `start`. */
export const readHead = (bytes: Uint8Array, start: number, end: number): ListHead => {
  const reader = new ByteReader(bytes, start, end);
  const length = reader.varint();
  const values: ValueRef[] = [];
  let value = 0;
  for (let at = 0; at < length && !reader.failed; at += 1) {
    const coded = reader.varint();
    value += coded >>> 1;
    values.push({ value, isForm: (coded & 1) === 1 });
  }
  const count = reader.varint();
  // Every occurrence takes a byte at least: a larger number is damage.
  return { values, count: reader.failed || count > end - reader.at ? 0 : count, at: reader.at };
};

/**
 * Decodes the occurrences of a list; positions only where asked. A paper at or beyond `papers` ends the list:
 * nothing read from damaged bytes points outside the pack.
 */
export const readOccurrences = (
  bytes: Uint8Array,
  { count, at: start }: ListHead,
  end: number,
  papers: number,
  into: Occurrences,
  withPositions: boolean,
): void => {
  reserve(into, count);
  const { papers: numbers, codes, positions } = into;
  let at = start;
  let paper = 0;
  let read = 0;
  for (; read < count && at < end; read += 1) {
    let value = bytes[at] ?? 0;
    at += 1;
    if (value > 127) {
      value &= 127;
      for (let scale = 128; at < end; scale *= 128) {
        const next = bytes[at] ?? 0;
        at += 1;
        value += (next & 127) * scale;
        if (next < 128) break;
      }
    }
    paper += Math.floor(value / CODES);
    if (paper >= papers) break;
    numbers[read] = paper;
    codes[read] = value & (CODES - 1);
  }
  into.count = read;
  if (!withPositions) return;
  const reader = new ByteReader(bytes, at, end);
  for (let each = 0; each < read; each += 1) {
    positions[each] = (codes[each] ?? 0) < FIRST_TERM_CODE ? reader.varint() : 0;
  }
};

/** The number that stands for a field in a posting. */
export const codeOf = (field: (typeof POSTED_FIELDS)[number]): number => POSTED_FIELDS.indexOf(field);
