/**
 * The trained vectors of words as a file, `words.bin` of the package: for the most frequent stems, how rare
 * each is and its vector. Written by `npm run train-vectors`, read when related papers are first asked for.
 */
import { crc32, decodeText, encodeText } from '@/lib/domain/bytes';
import { readSections, writeSections } from '@/lib/domain/bytes/sections';
import { packKeys, unpackKeys } from '@/lib/domain/text/term-statistics';
import type { RelatedModel } from './model';
import { packNibbles, unpackNibbles } from './nibbles';

/** Name of the file in the extension. */
export const WORDS_FILE = 'words.bin';
/** Raised with every change of the format. */
const WORDS_FORMAT = 1;
const KIND = { mark: 'SLSW', format: WORDS_FORMAT };

/**
 * Rarity is stored in sixteenths of a nat, the largest component of a vector in sixteenths of an octave below
 * `TOP`.
 */
const STEPS_A_NAT = 16;
const STEPS_AN_OCTAVE = 16;
const TOP = 16;

/** A trained word. */
interface TrainedWord {
  /** As returned by `stem`. */
  readonly stem: string;
  /** Inverse document frequency, in nats. */
  readonly idf: number;
  readonly vector: Float64Array;
}

const byte = (value: number): number => Math.min(255, Math.max(0, Math.round(value)));

/** Writes the file; words in any order, vectors with an even number of dimensions. */
export const writeWordVectors = (
  words: readonly TrainedWord[],
  dimensions: number,
): Uint8Array<ArrayBuffer> => {
  const sorted = words.toSorted((a, b) => (a.stem < b.stem ? -1 : 1));
  const codes = new Uint8Array((sorted.length * dimensions) / 2);
  const scales = new Uint8Array(sorted.length);
  for (const [at, { vector }] of sorted.entries()) {
    const largest = vector.reduce((most, x) => Math.max(most, Math.abs(x)), 2 ** -15);
    scales[at] = byte(Math.log2(TOP / largest) * STEPS_AN_OCTAVE);
    codes.set(packNibbles(vector), (at * dimensions) / 2);
  }
  return writeSections(KIND, [
    ['dimensions', Uint8Array.of(dimensions)],
    ['stems', encodeText(packKeys(sorted.map(({ stem }) => stem)))],
    ['idf', Uint8Array.from(sorted, ({ idf }) => byte(idf * STEPS_A_NAT))],
    ['scales', scales],
    ['codes', codes],
  ]);
};

const EMPTY = new Uint8Array(0);

/** The opened file. */
export interface WordVectors extends RelatedModel {
  /** The stems that it has, sorted. */
  readonly stems: readonly string[];
}

/** Opens the file; undefined if the bytes are damaged. Never throws. */
export const openWordVectors = (bytes: Uint8Array): WordVectors | undefined => {
  const read = readSections(bytes, KIND);
  if (!read.ok) return undefined;
  const section = (name: string): Uint8Array => read.sections.get(name) ?? EMPTY;
  const [dimensions = 0] = section('dimensions');
  const stems = unpackKeys(decodeText(section('stems')));
  const [idf, scales, codes] = [section('idf'), section('scales'), section('codes')];
  const fits = idf.length === stems.length && scales.length === stems.length;
  if (dimensions === 0 || !fits || codes.length * 2 !== stems.length * dimensions) return undefined;
  const places = new Map(stems.map((each, at) => [each, at]));
  return {
    stems,
    dimensions,
    version: crc32(bytes),
    idf: (key) => {
      const at = places.get(key);
      return at === undefined ? undefined : (idf[at] ?? 0) / STEPS_A_NAT;
    },
    vector: (key) => {
      const at = places.get(key);
      if (at === undefined) return undefined;
      const levels = unpackNibbles(codes.subarray((at * dimensions) / 2, ((at + 1) * dimensions) / 2));
      const scale = (TOP * 2 ** (-(scales[at] ?? 0) / STEPS_AN_OCTAVE)) / 7;
      return Float32Array.from(levels, (level) => level * scale);
    },
  };
};
