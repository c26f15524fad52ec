/**
 * The vectors of a pack's papers as a file, `vectors.bin`: four bits for each component, in the order of the
 * pack's ids. Only directions matter, so lengths are not stored.
 */
import { ByteReader, ByteWriter } from '@/lib/domain/bytes';
import { readSections, writeSections } from '@/lib/domain/bytes/sections';
import { unpackNibbles } from './nibbles';

/** Raised with every change of the format. */
const VECTORS_FORMAT = 1;
const KIND = { mark: 'SLSD', format: VECTORS_FORMAT };

/** Opened vectors of papers, which are numbered in the order of the pack's ids. */
export interface PaperVectors {
  readonly papers: number;
  readonly dimensions: number;
  /** Version of the model with which they were made. */
  readonly version: number;
  /** The components of one paper after another, two in a byte as `packNibbles` packs them. */
  readonly codes: Uint8Array;
  /** The inverse length of each paper's vector; 0 if all components are 0. */
  readonly inverse: Float32Array;
}

/** Writes the file from one vector for each paper, packed by `packNibbles`. */
export const writePaperVectors = (
  packed: readonly Uint8Array[],
  { dimensions, version }: Pick<PaperVectors, 'dimensions' | 'version'>,
): Uint8Array<ArrayBuffer> => {
  const shape = new ByteWriter();
  for (const number of [packed.length, dimensions, version]) shape.varint(number);
  const codes = new Uint8Array((packed.length * dimensions) / 2);
  for (const [paper, each] of packed.entries()) codes.set(each, (paper * dimensions) / 2);
  return writeSections(KIND, [
    ['shape', shape.finish()],
    ['codes', codes],
  ]);
};

const EMPTY = new Uint8Array(0);

/** Number of values of a byte. */
const BYTES = 256;
/** Both levels of each byte value. */
const PAIRS = unpackNibbles(Uint8Array.from({ length: BYTES }, (_, byte) => byte));
/** The sum of the squares of both levels of each byte value. */
const SQUARES = Uint8Array.from(
  { length: BYTES },
  (_, byte) => (PAIRS[2 * byte] ?? 0) ** 2 + (PAIRS[2 * byte + 1] ?? 0) ** 2,
);

/** Opens the file for this many papers; undefined if it is damaged or for another number. Never throws. */
export const openPaperVectors = (bytes: Uint8Array, papers: number): PaperVectors | undefined => {
  const read = readSections(bytes, KIND);
  if (!read.ok) return undefined;
  const shape = new ByteReader(read.sections.get('shape') ?? EMPTY);
  const [held, dimensions, version] = [shape.varint(), shape.varint(), shape.varint()];
  const codes = read.sections.get('codes') ?? EMPTY;
  if (shape.failed || dimensions % 4 > 0 || held !== papers) return undefined;
  if (codes.length * 2 !== papers * dimensions) return undefined;
  const width = dimensions / 2;
  const inverse = new Float32Array(papers);
  for (let paper = 0; paper < papers; paper += 1) {
    let square = 0;
    for (let at = paper * width; at < (paper + 1) * width; at += 1) square += SQUARES[codes[at] ?? 0] ?? 0;
    inverse[paper] = square === 0 ? 0 : 1 / Math.sqrt(square);
  }
  return { papers, dimensions, version, codes, inverse };
};

/** The packed vector of a paper. */
export const packedVector = ({ codes, dimensions }: PaperVectors, paper: number): Uint8Array =>
  codes.slice((paper * dimensions) / 2, ((paper + 1) * dimensions) / 2);

/** The vector of a paper, normalised. */
export const vectorOf = (vectors: PaperVectors, paper: number): Float32Array =>
  Float32Array.from(
    unpackNibbles(packedVector(vectors, paper)),
    (level) => level * (vectors.inverse[paper] ?? 0),
  );

/** The query's vector is scaled to these levels so that integers are multiplied. */
const SOUGHT_LEVELS = 127;

/** By component and byte value, the products of the query's components with both levels of the byte. */
const productsOf = (query: Int32Array): Int32Array => {
  const products = new Int32Array((query.length / 2) * BYTES);
  for (let at = 0; at < products.length; at += 1) {
    const [place, byte] = [at >>> 8, at & 255];
    products[at] =
      (PAIRS[2 * byte] ?? 0) * (query[2 * place] ?? 0) +
      (PAIRS[2 * byte + 1] ?? 0) * (query[2 * place + 1] ?? 0);
  }
  return products;
};

/**
 * Writes the cosine of a unit vector and every paper's into `likeness`, -1 to 1. A vector with another number
 * of dimensions is another model's: then all are 0.
 */
export const compareAll = (vectors: PaperVectors, sought: Float32Array, likeness: Float32Array): void => {
  const { codes, inverse, dimensions, papers } = vectors;
  if (sought.length !== dimensions) {
    likeness.fill(0);
    return;
  }
  const largest = sought.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const scale = largest === 0 ? 0 : SOUGHT_LEVELS / largest;
  // The papers stay packed, and one table lookup gives both products of a byte: half the memory and half the
  // time.
  const products = productsOf(Int32Array.from(sought, (x) => Math.round(x * scale)));
  let at = 0;
  for (let paper = 0; paper < papers; paper += 1) {
    let dot = 0;
    for (let place = 0; place < products.length; place += BYTES) {
      dot = (dot + (products[place + (codes[at] ?? 0)] ?? 0)) | 0;
      at += 1;
    }
    likeness[paper] = scale === 0 ? 0 : (dot * (inverse[paper] ?? 0)) / scale;
  }
};
