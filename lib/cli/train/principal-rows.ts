/**
 * The rows of a large sparse matrix in few dimensions: its singular vectors, each times the root of its singular
 * value, by subspace iteration from random columns (Halko et al. 2011). Deterministic.
 */
import type { SparseMatrix } from './neighbour-counts';
import { createNormal, createRandom } from './random';

const SEED = 1;
/** Further dimensions while iterating, which make those that are kept more exact. */
const SPARE = 10;
const ROUNDS = 4;

/** Dense columns: `columns[n][row]`. */
type Columns = readonly Float64Array[];

/** The matrix times each column; with `isTurned`, its transpose. */
function times(
  { columns: width, starts, places, values }: SparseMatrix,
  from: Columns,
  isTurned: boolean,
): Columns {
  const rows = starts.length - 1;
  return from.map((column) => {
    const to = new Float64Array(isTurned ? width : rows);
    for (let row = 0; row < rows; row += 1) {
      const end = starts[row + 1] ?? 0;
      if (isTurned) {
        const factor = column[row] ?? 0;
        for (let at = starts[row] ?? 0; at < end; at += 1) {
          const place = places[at] ?? 0;
          to[place] = (to[place] ?? 0) + factor * (values[at] ?? 0);
        }
      } else {
        let sum = 0;
        for (let at = starts[row] ?? 0; at < end; at += 1)
          sum += (values[at] ?? 0) * (column[places[at] ?? 0] ?? 0);
        to[row] = sum;
      }
    }
    return to;
  });
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
};

/** Makes the columns orthonormal (Gram-Schmidt, twice for exactness). */
function orthonormal(columns: Columns): Columns {
  const done: Float64Array[] = [];
  for (const column of columns) {
    const left = column.slice();
    for (let pass = 0; pass < 2; pass += 1)
      for (const other of done) {
        const shared = dot(left, other);
        for (let at = 0; at < left.length; at += 1) left[at] = (left[at] ?? 0) - shared * (other[at] ?? 0);
      }
    const length = Math.sqrt(dot(left, left)) || 1;
    done.push(left.map((value) => value / length));
  }
  return done;
}

/** Most sweeps over all pairs; eight suffice for sixty dimensions. */
const SWEEPS = 12;

/** The eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations; changes `matrix`. */
function eigen(matrix: Float64Array[]): readonly { readonly value: number; readonly vector: Float64Array }[] {
  const size = matrix.length;
  const vectors = matrix.map((_, at) =>
    Float64Array.from({ length: size }, (__, other) => (at === other ? 1 : 0)),
  );
  const at = (row: number, column: number): number => matrix[row]?.[column] ?? 0;
  const turn = (
    one: Float64Array | undefined,
    other: Float64Array | undefined,
    c: number,
    s: number,
  ): void => {
    if (!one || !other) return;
    for (let k = 0; k < size; k += 1) {
      const [x, y] = [one[k] ?? 0, other[k] ?? 0];
      one[k] = c * x - s * y;
      other[k] = s * x + c * y;
    }
  };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1)
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) {
        if (Math.abs(at(p, q)) < 1e-12) continue;
        const slope = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (const row of matrix) {
          const [x, y] = [row[p] ?? 0, row[q] ?? 0];
          row[p] = c * x - s * y;
          row[q] = s * x + c * y;
        }
        turn(matrix[p], matrix[q], c, s);
        turn(vectors[p], vectors[q], c, s);
      }
  return vectors
    .map((vector, index) => ({ value: at(index, index), vector }))
    .toSorted((a, b) => b.value - a.value);
}

/** The rows of `matrix` in `dimensions` dimensions, the most telling first. */
export function principalRows(matrix: SparseMatrix, dimensions: number): readonly Float64Array[] {
  const rows = matrix.starts.length - 1;
  const normal = createNormal(createRandom(SEED));
  const random = Array.from({ length: dimensions + SPARE }, () =>
    Float64Array.from({ length: matrix.columns }, normal),
  );
  let left = orthonormal(times(matrix, random, false));
  for (let round = 1; round < ROUNDS; round += 1)
    left = orthonormal(times(matrix, orthonormal(times(matrix, left, true)), false));
  const right = times(matrix, left, true);
  // The eigenvectors of the small matrix turn the subspace to the singular vectors; its eigenvalues are their squares.
  const turns = eigen(right.map((one) => Float64Array.from(right, (other) => dot(one, other)))).slice(
    0,
    dimensions,
  );
  return Array.from({ length: rows }, (_, row) =>
    Float64Array.from(turns, ({ value, vector }) => {
      let sum = 0;
      vector.forEach((share, each) => (sum += share * (left[each]?.[row] ?? 0)));
      return sum * Math.max(0, value) ** 0.25;
    }),
  );
}
