/**
 * The postings of stems (where each occurs in papers), stored as separate streams of similar numbers, since
 * these compress well: the gaps between papers in Golomb-Rice codes
 * (https://en.wikipedia.org/wiki/Golomb_coding; close to the smallest size that such gaps can have), a code
 * for each occurrence, and the positions. `posting-lists.ts` reads them.
 */
import { ByteWriter } from '@/lib/domain/bytes';
import { POSTED_FIELDS } from './paper';

/**
 * Codes below this are indexes into `POSTED_FIELDS`, and behind these of words in names (`name-codes.ts`); from it on,
 * levels of a term of the abstract.
 */
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

/** How many codes there are. */
export const CODES = 32;
/** A flag in the stream of codes: the next occurrence is in the same paper. */
export const SAME_PAPER = 32;
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

const shared: Occurrences[] = [];

/** As `createOccurrences`, for arrays of a module, which last as long as the context. */
export const createShared = (): Occurrences => {
  const made = createOccurrences();
  shared.push(made);
  return made;
};

/** Frees what arrays of modules have grown by; those of common words take megabytes together. */
export const freeShared = (): void => {
  for (const each of shared) Object.assign(each, createOccurrences());
};

/** Makes room for `count` occurrences and discards what was there. */
export const reserve = (into: Occurrences, count: number): void => {
  if (into.papers.length >= count) return;
  const size = Math.max(count, into.papers.length * 2);
  into.papers = new Uint32Array(size);
  into.codes = new Uint8Array(size);
  into.positions = new Uint16Array(size);
};

/** How many low bits of a gap are stored as they are, the rest being unary; chosen by the mean gap. */
export const lowBits = (papers: number, holders: number): number =>
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
