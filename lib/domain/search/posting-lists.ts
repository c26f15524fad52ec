/** Reads the postings that `PostingsWriter` wrote: from bytes in memory, or from those parts that were read. */
import { Sums } from '@/lib/domain/bytes/sums';
import { CODES, FIRST_TERM_CODE, lowBits, reserve, SAME_PAPER } from './postings';
import type { Occurrences } from './postings';

/** Bytes of the three streams for lists that follow one another. */
export interface PostingsPart {
  readonly gaps: Uint8Array;
  /** The same bytes, for four at a time. */
  readonly gapView: DataView;
  readonly codes: Uint8Array;
  readonly positions: Uint8Array;
  /** How many bytes of each stream come before these. */
  readonly before: { readonly gaps: number; readonly codes: number; readonly positions: number };
}

/** The tables that locate each list: in each stream lists follow one another, so that sizes say where they begin. */
export interface PostingsTables {
  /** Number of papers in the index. */
  readonly papers: number;
  /** By list, the number of papers that have the stem. */
  readonly holders: Sums;
  /** Occurrences of each list beyond one in a paper. */
  readonly repeats: Sums;
  readonly gapSizes: Sums;
  readonly positionSizes: Sums;
}

/** Opened postings. */
export interface Postings extends PostingsTables {
  /** The part with the bytes of a list; undefined if they were not read yet. The list then counts as empty. */
  readonly partOf: (list: number) => PostingsPart | undefined;
}

const EMPTY = new Uint8Array(0);

/** The streams' sections. */
export const STREAMS = ['gaps', 'codes', 'positions'] as const;

/** Makes a part of the bytes of its streams. */
export const partOfBytes = (
  [gaps, codes, positions]: readonly [gaps: Uint8Array, codes: Uint8Array, positions: Uint8Array],
  before: PostingsPart['before'],
): PostingsPart => ({
  gaps,
  gapView: new DataView(gaps.buffer, gaps.byteOffset, gaps.byteLength),
  codes,
  positions,
  before,
});

/**
 * Opens the tables of this many lists; undefined if they do not match the sizes of the streams in bytes.
 */
export const openTables = (
  sections: ReadonlyMap<string, Uint8Array>,
  lists: number,
  papers: number,
  sizes: readonly number[],
): PostingsTables | undefined => {
  const [holders, repeats, gapSizes, positionSizes] = [
    'holders',
    'repeats',
    'gap-sizes',
    'position-sizes',
  ].map((name) => Sums.open(sections.get(name) ?? EMPTY, lists));
  if (!holders || !repeats || !gapSizes || !positionSizes) return undefined;
  const [gaps, codes, positions] = sizes;
  const fits =
    holders.total + repeats.total === codes && gapSizes.total === gaps && positionSizes.total === positions;
  return fits ? { papers, holders, repeats, gapSizes, positionSizes } : undefined;
};

/** Opens the postings of this many lists in memory; undefined if their sizes do not match. */
export const openPostings = (
  sections: ReadonlyMap<string, Uint8Array>,
  lists: number,
  papers: number,
): Postings | undefined => {
  const [gaps = EMPTY, codes = EMPTY, positions = EMPTY] = STREAMS.map((name) => sections.get(name) ?? EMPTY);
  const tables = openTables(sections, lists, papers, [gaps.length, codes.length, positions.length]);
  const whole = partOfBytes([gaps, codes, positions], { gaps: 0, codes: 0, positions: 0 });
  return tables && { ...tables, partOf: () => whole };
};

/** In four bytes, at least this many bits are complete whatever the first bit's offset. */
const MOST_AT_ONCE = 25;

const readPositions = (
  { positionSizes }: PostingsTables,
  { positions: bytes, before }: PostingsPart,
  list: number,
  { codes, positions, count }: Occurrences,
): void => {
  let place = positionSizes.before(list) - before.positions;
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
 * list, so that damaged bytes never point outside the pack. A list that was not read counts as empty.
 */
export const readOccurrences = (
  postings: Postings,
  list: number,
  into: Occurrences,
  withPositions: boolean,
): void => {
  const { gapSizes, papers: size } = postings;
  const holders = postings.holders.of(list);
  const count = holders + postings.repeats.of(list);
  into.count = 0;
  if (count === 0) return;
  const part = postings.partOf(list);
  if (part === undefined) return;
  const { gaps, gapView: view, codes: bytes, before } = part;
  const first = postings.holders.before(list) + postings.repeats.before(list) - before.codes;
  reserve(into, count);
  const { papers, codes } = into;
  const low = lowBits(size, holders);
  const step = 1 << low;
  let bit = (gapSizes.before(list) - before.gaps) * 8;
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
    const code = bytes[first + read] ?? 0;
    papers[read] = paper;
    codes[read] = code & (CODES - 1);
    isSame = (code & SAME_PAPER) !== 0;
  }
  into.count = read;
  if (withPositions) readPositions(postings, part, list, into);
};
