/** Leading eigenvectors of a symmetric matrix: orthogonal iteration from a fixed seed, then Rayleigh-Ritz. */
import { EigenvalueDecomposition, Matrix, QrDecomposition } from 'ml-matrix';

/** A small generator with a fixed seed (mulberry32), uniform in [0, 1). */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const orthonormal = (columns: Matrix): Matrix => new QrDecomposition(columns).orthogonalMatrix;

/**
 * The `count` leading eigenvectors of the symmetric `matrix` (row-major,
 * `size` x `size`), largest eigenvalue first, each of unit length and with its
 * largest component positive, so that the same matrix gives the same signs. A
 * decomposition of the whole would find all of them, in time cubic in `size`.
 */
export const leadingEigenvectors = (
  matrix: Float64Array,
  size: number,
  count: number,
  { iterations = 12, oversampling = 8, seed = 1 } = {},
): Float64Array[] => {
  const random = createRandom(seed);
  const whole = Matrix.from1DArray(size, size, matrix);
  const width = Math.min(size, count + oversampling);
  // A basis of columns that turns towards the leading eigenvectors at each step.
  let basis = orthonormal(
    new Matrix(
      Array.from({ length: width }, () => Array.from({ length: size }, () => random() - 0.5)),
    ).transpose(),
  );
  for (let iteration = 0; iteration < iterations; iteration += 1) basis = orthonormal(whole.mmul(basis));
  const small = basis.transpose().mmul(whole.mmul(basis));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(small, {
    assumeSymmetric: true,
  });
  const vectors = basis.mmul(eigenvectorMatrix);
  return Array.from(realEigenvalues.keys())
    .toSorted((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0))
    .slice(0, count)
    .map((index) => {
      const vector = Float64Array.from(vectors.getColumn(index));
      const peak = vector.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0);
      return peak < 0 ? vector.map((x) => -x) : vector;
    });
};
