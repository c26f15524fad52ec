/**
 * Vectors with four bits for each component: levels from -7 to 7 relative to the largest component, two in a
 * byte, the first in the low bits.
 */

const LEVELS = 7;
const ZERO = 8;

/** The packed levels of a vector with an even number of components. A zero vector stays zero. */
export const packNibbles = (vector: ArrayLike<number>): Uint8Array => {
  let largest = 0;
  for (let at = 0; at < vector.length; at += 1) largest = Math.max(largest, Math.abs(vector[at] ?? 0));
  const code = (at: number): number =>
    largest === 0 ? ZERO : Math.round(((vector[at] ?? 0) / largest) * LEVELS) + ZERO;
  return Uint8Array.from({ length: vector.length / 2 }, (_, at) => code(2 * at) | (code(2 * at + 1) << 4));
};

/** The levels that were packed, -8 to 7 (-8 only occurs in damaged bytes). */
export const unpackNibbles = (bytes: Uint8Array): Int8Array => {
  const levels = new Int8Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at += 1) {
    const both = bytes[at] ?? 0;
    levels[2 * at] = (both & 15) - ZERO;
    levels[2 * at + 1] = (both >> 4) - ZERO;
  }
  return levels;
};
