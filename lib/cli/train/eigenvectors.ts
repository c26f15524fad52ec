/** Leading eigenvectors of a symmetric matrix: orthogonal iteration from a fixed seed, then Rayleigh-Ritz. */

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

const at = (array: Float64Array, index: number): number => array[index] ?? 0;

/** Makes the rows of `basis` (each `size` long) orthonormal, twice over for accuracy. */
const orthonormalise = (basis: readonly Float64Array[]): void => {
  for (const [index, row] of basis.entries()) {
    for (let pass = 0; pass < 2; pass += 1) {
      for (const earlier of basis.slice(0, index)) {
        let dot = 0;
        for (let i = 0; i < row.length; i += 1) dot += at(row, i) * at(earlier, i);
        for (let i = 0; i < row.length; i += 1) row[i] = at(row, i) - dot * at(earlier, i);
      }
    }
    const length = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
    for (let i = 0; i < row.length; i += 1) row[i] = at(row, i) / (length === 0 ? 1 : length);
  }
};

const multiply = (matrix: Float64Array, vector: Float64Array): Float64Array => {
  const size = vector.length;
  const product = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    const line = matrix.subarray(row * size, (row + 1) * size);
    let sum = 0;
    for (let i = 0; i < size; i += 1) sum += (line[i] ?? 0) * (vector[i] ?? 0);
    product[row] = sum;
  }
  return product;
};

/** Eigenvectors of a small symmetric matrix by Jacobi rotations, as columns with their eigenvalues. */
const jacobi = (rows: Float64Array[]): { values: number[]; columns: Float64Array[] } => {
  const size = rows.length;
  const a = rows.map((row) => Float64Array.from(row));
  const columns = rows.map((_, i) => Float64Array.from(rows, (_row, j) => (i === j ? 1 : 0)));
  const get = (i: number, j: number): number => a[i]?.[j] ?? 0;
  const rotate = (x: Float64Array, y: Float64Array, c: number, s: number): void => {
    for (let i = 0; i < size; i += 1) {
      const [u, v] = [at(x, i), at(y, i)];
      x[i] = c * u - s * v;
      y[i] = s * u + c * v;
    }
  };
  for (let sweep = 0; sweep < 12; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        if (Math.abs(get(p, q)) < 1e-14) continue;
        const theta = (get(q, q) - get(p, p)) / (2 * get(p, q));
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        const [rowP, rowQ, columnP, columnQ] = [a[p], a[q], columns[p], columns[q]];
        if (!rowP || !rowQ || !columnP || !columnQ) continue;
        rotate(rowP, rowQ, c, s);
        for (const row of a) {
          const [u, v] = [at(row, p), at(row, q)];
          row[p] = c * u - s * v;
          row[q] = s * u + c * v;
        }
        rotate(columnP, columnQ, c, s);
      }
    }
  }
  return { values: a.map((row, i) => at(row, i)), columns };
};

/**
 * The `count` leading eigenvectors of the symmetric `matrix` (row-major,
 * `size` x `size`), largest eigenvalue first, each of unit length and with its
 * largest component positive, so that the same matrix gives the same signs.
 */
export const leadingEigenvectors = (
  matrix: Float64Array,
  size: number,
  count: number,
  { iterations = 12, oversampling = 8, seed = 1 } = {},
): Float64Array[] => {
  const random = createRandom(seed);
  let basis: Float64Array[] = Array.from({ length: Math.min(size, count + oversampling) }, () =>
    Float64Array.from({ length: size }, () => random() - 0.5),
  );
  orthonormalise(basis);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    basis = basis.map((vector) => multiply(matrix, vector));
    orthonormalise(basis);
  }
  const images = basis.map((vector) => multiply(matrix, vector));
  const small = basis.map((vector) =>
    Float64Array.from(images, (image) => vector.reduce((sum, x, i) => sum + x * at(image, i), 0)),
  );
  const { values, columns } = jacobi(small);
  const order = values.map((value, index) => ({ value, index })).toSorted((x, y) => y.value - x.value);
  return order.slice(0, count).map(({ index }) => {
    const vector = new Float64Array(size);
    for (const [j, row] of basis.entries()) {
      const weight = at(columns[index] ?? new Float64Array(0), j);
      for (let i = 0; i < size; i += 1) vector[i] = at(vector, i) + weight * at(row, i);
    }
    const peak = vector.reduce((most, x) => (Math.abs(x) > Math.abs(most) ? x : most), 0);
    return peak < 0 ? vector.map((x) => -x) : vector;
  });
};
