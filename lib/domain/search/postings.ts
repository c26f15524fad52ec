/**
 * The postings of stems (where each occurs in papers), stored as separate streams of similar numbers, since
 * these compress well: the gaps between papers in Golomb-Rice codes
 * (https://en.wikipedia.org/wiki/Golomb_coding; close to the smallest size that such gaps can have), a code
 * for each occurrence, and the positions.
 */
import { ByteWriter } from '@/lib/domain/bytes';
import { Sums } from '@/lib/domain/bytes/sums';
import { POSTED_FIELDS } from './paper';

/** Codes below this are indexes into `POSTED_FIELDS`; from it on, levels of a term of the abstract. */
export const FIRST_TERM_CODE = 16;
/** Levels of a term's salience, in quarter octaves up to 1. */
export const TERM_LEVELS = 16;

/** The weight, 0 to 1, of a level. */
export const weightOfLevel = (level: number): number => 2 ** ((level - (TERM_LEVELS - 1)) / 4);

/** The level nearest to a weight; undefined if the weight is below the lowest level. */
export const levelOfWeight = (weight: number): number | undefined => {
  const level = Math.round(4 * Math.log2(weight)) + TERM_LEVELS - 1;
  return level < 0 ? undefined : Math.min(level, TERM_LEVELS - 1);
};

/** The code of a field in a posting. */
export const codeOf = (field: (typeof POSTED_FIELDS)[number]): number => POSTED_FIELDS.indexOf(field);

const CODES = 32;
/** A flag in the stream of codes: the next occurrence is in the same paper. */
const SAME_PAPER = 32;
/** Positions greater than this are stored as this one. */
export const LAST_POSITION = 0xffff;

/** A value whose text has the stem; `isForm` if only another form of it does. */
export interface ValueRef {
  readonly value: number;
  readonly isForm: boolean;
}

/**
 * Occurrences as parallel arrays, ascending by paper. The arrays are reused; only the first `count` items are
 * valid.
 */
export interface Occurrences {
  count: number;
  papers: Uint32Array;
  codes: Uint8Array;
  positions: Uint16Array;
}

/** Makes arrays for occurrences that are decoded into again and again. */
export const createOccurrences = (): Occurrences => ({
  count: 0,
  papers: new Uint32Array(1024),
  codes: new Uint8Array(1024),
  positions: new Uint16Array(1024),
});

/** Makes room for `count` occurrences and discards what was there. */
export const reserve = (into: Occurrences, count: number): void => {
  if (into.papers.length >= count) return;
  const size = Math.max(count, into.papers.length * 2);
  into.papers = new Uint32Array(size);
  into.codes = new Uint8Array(size);
  into.positions = new Uint16Array(size);
};

/** How many low bits of a gap are stored as they are, the rest being unary; chosen by the mean gap. */
const lowBits = (papers: number, holders: number): number =>
  Math.min(24, Math.floor(Math.log2(Math.max(1, (papers / Math.max(1, holders)) * Math.LN2))));

/** Writes the streams, and the tables that locate each list in them. */
export class PostingsWriter {
  readonly #papers: number;
  readonly #gaps = new ByteWriter();
  readonly #codes = new ByteWriter();
  readonly #positions = new ByteWriter();
  readonly #holders = new ByteWriter();
  readonly #repeats = new ByteWriter();
  readonly #gapSizes = new ByteWriter();
  readonly #positionSizes = new ByteWriter();

  /** `papers` is the number of papers in the index. */
  constructor(papers: number) {
    this.#papers = papers;
  }

  #writeGaps(gaps: readonly number[]): void {
    const low = lowBits(this.#papers, gaps.length);
    let byte = 0;
    let used = 0;
    const bit = (value: number): void => {
      byte |= value << used;
      used += 1;
      if (used < 8) return;
      this.#gaps.byte(byte);
      [byte, used] = [0, 0];
    };
    for (const gap of gaps) {
      for (let rest = Math.floor(gap / 2 ** low); rest > 0; rest -= 1) bit(1);
      bit(0);
      for (let at = 0; at < low; at += 1) bit(Math.floor(gap / 2 ** at) % 2);
    }
    if (used > 0) this.#gaps.byte(byte);
  }

  /** Writes the next list; occurrences must be ascending by paper. */
  add({ count, papers, codes, positions }: Occurrences): void {
    const gaps: number[] = [];
    const [gapStart, positionStart] = [this.#gaps.length, this.#positions.length];
    let last = 0;
    for (let at = 0; at < count; at += 1) {
      const paper = papers[at] ?? 0;
      const code = codes[at] ?? 0;
      if (at === 0 || paper !== last) gaps.push(paper - last);
      last = paper;
      this.#codes.byte(code | (at + 1 < count && papers[at + 1] === paper ? SAME_PAPER : 0));
      if (code < FIRST_TERM_CODE) this.#positions.varint(positions[at] ?? 0);
    }
    this.#writeGaps(gaps);
    this.#holders.varint(gaps.length);
    this.#repeats.varint(count - gaps.length);
    this.#gapSizes.varint(this.#gaps.length - gapStart);
    this.#positionSizes.varint(this.#positions.length - positionStart);
  }

  /** The sections for the index's file. */
  finish(): readonly (readonly [name: string, bytes: Uint8Array])[] {
    return [
      ['holders', this.#holders.finish()],
      ['repeats', this.#repeats.finish()],
      ['gap-sizes', this.#gapSizes.finish()],
      ['position-sizes', this.#positionSizes.finish()],
      ['gaps', this.#gaps.finish()],
      ['codes', this.#codes.finish()],
      ['positions', this.#positions.finish()],
    ];
  }
}

/** The opened streams. In each, the parts of lists follow one another, so that their sizes say where they begin. */
export interface Postings {
  /** Number of papers in the index. */
  readonly papers: number;
  /** By list, the number of papers that have the stem. */
  readonly holders: Sums;
  /** Occurrences of each list beyond one in a paper. */
  readonly repeats: Sums;
  readonly gapSizes: Sums;
  readonly positionSizes: Sums;
  readonly gaps: Uint8Array;
  /** The same bytes, for four at a time. */
  readonly gapView: DataView;
  readonly codes: Uint8Array;
  readonly positions: Uint8Array;
}

const EMPTY = new Uint8Array(0);

/** Opens the streams of this many lists; undefined if their sizes do not match. */
export const openPostings = (
  sections: ReadonlyMap<string, Uint8Array>,
  lists: number,
  papers: number,
): Postings | undefined => {
  const [gaps = EMPTY, codes = EMPTY, positions = EMPTY] = ['gaps', 'codes', 'positions'].map(
    (name) => sections.get(name) ?? EMPTY,
  );
  const [holders, repeats, gapSizes, positionSizes] = [
    'holders',
    'repeats',
    'gap-sizes',
    'position-sizes',
  ].map((name) => Sums.open(sections.get(name) ?? EMPTY, lists));
  if (!holders || !repeats || !gapSizes || !positionSizes) return undefined;
  const fits =
    holders.total + repeats.total === codes.length &&
    gapSizes.total === gaps.length &&
    positionSizes.total === positions.length;
  const gapView = new DataView(gaps.buffer, gaps.byteOffset, gaps.byteLength);
  return fits
    ? { papers, holders, repeats, gapSizes, positionSizes, gaps, gapView, codes, positions }
    : undefined;
};

/** In four bytes, at least this many bits are complete whatever the first bit's offset. */
const MOST_AT_ONCE = 25;

const readPositions = (postings: Postings, list: number, { codes, positions, count }: Occurrences): void => {
  const { positionSizes } = postings;
  const bytes = postings.positions;
  let place = positionSizes.before(list);
  const end = place + positionSizes.of(list);
  for (let at = 0; at < count; at += 1) {
    let position = 0;
    if ((codes[at] ?? 0) < FIRST_TERM_CODE) {
      for (let shift = 0; place < end && shift < 21; shift += 7) {
        const byte = bytes[place] ?? 0;
        place += 1;
        position |= (byte & 127) << shift;
        if (byte < 128) break;
      }
    }
    positions[at] = position;
  }
};

/**
 * Decodes the occurrences of a list, with positions only if asked. A paper number outside the index ends the
 * list, so that damaged bytes never point outside the pack.
 */
export const readOccurrences = (
  postings: Postings,
  list: number,
  into: Occurrences,
  withPositions: boolean,
): void => {
  const { gaps, gapView: view, gapSizes, papers: size } = postings;
  const first = postings.holders.before(list) + postings.repeats.before(list);
  const holders = postings.holders.of(list);
  const count = holders + postings.repeats.of(list);
  reserve(into, count);
  const { papers, codes } = into;
  const low = lowBits(size, holders);
  const step = 1 << low;
  let bit = gapSizes.before(list) * 8;
  const end = bit + gapSizes.of(list) * 8;
  let paper = 0;
  let isSame = false;
  let read = 0;
  for (; read < count; read += 1) {
    if (!isSame) {
      const byte = bit >>> 3;
      // Most unary parts end within the next four bytes, so their leading ones are counted at once.
      const window = byte + 4 <= gaps.length ? view.getUint32(byte, true) >>> (bit & 7) : -1;
      const ones = 31 - Math.clz32(~window & -~window);
      if (ones >= 0 && ones + low < MOST_AT_ONCE) {
        paper += ones * step + ((window >>> (ones + 1)) & (step - 1));
        bit += ones + 1 + low;
        if (bit > end || paper >= size) break;
      } else {
        let high = 0;
        while (bit < end && ((gaps[bit >>> 3] ?? 0) >>> (bit & 7)) & 1) {
          high += 1;
          bit += 1;
        }
        bit += 1;
        if (bit + low > end) break;
        // At most 24 low bits, since a pack has fewer than 2^25 papers; four bytes hold them at any offset.
        const rest = bit >>> 3;
        const bits =
          (gaps[rest] ?? 0) |
          ((gaps[rest + 1] ?? 0) << 8) |
          ((gaps[rest + 2] ?? 0) << 16) |
          ((gaps[rest + 3] ?? 0) << 24);
        paper += high * step + ((bits >>> (bit & 7)) & (step - 1));
        bit += low;
        if (paper >= size) break;
      }
    }
    const code = postings.codes[first + read] ?? 0;
    papers[read] = paper;
    codes[read] = code & (CODES - 1);
    isSame = (code & SAME_PAPER) !== 0;
  }
  into.count = read;
  if (withPositions) readPositions(postings, list, into);
};
