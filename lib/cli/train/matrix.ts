/**
 * Products of dense matrices, for training: loops over typed arrays, tiled so that each loaded number is used
 * four times.
 */

/** A matrix in row-major order. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A matrix of zeros. */
export const zeros = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  values: new Float64Array(rows * columns),
});

/** Writes the transpose of `from` into `to`. */
export const transpose = (from: Matrix, to: Matrix): void => {
  const { rows, columns, values } = from;
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      to.values[column * rows + row] = values[row * columns + column] ?? 0;
};

/**
 * Writes `a` times the transpose of `b` into `product`: the dot products of their rows. The rows of both must
 * be a multiple of four.
 */
export const multiplyRows = (a: Matrix, b: Matrix, product: Matrix): void => {
  const { columns: depth, values: left } = a;
  const { values: right } = b;
  const { columns, values: out } = product;
  for (let row = 0; row < a.rows; row += 4) {
    const [l0, l1, l2, l3] = [row * depth, (row + 1) * depth, (row + 2) * depth, (row + 3) * depth];
    for (let column = 0; column < b.rows; column += 4) {
      const r0 = column * depth;
      const [r1, r2, r3] = [r0 + depth, r0 + 2 * depth, r0 + 3 * depth];
      let [s00, s01, s02, s03] = [0, 0, 0, 0];
      let [s10, s11, s12, s13] = [0, 0, 0, 0];
      let [s20, s21, s22, s23] = [0, 0, 0, 0];
      let [s30, s31, s32, s33] = [0, 0, 0, 0];
      for (let at = 0; at < depth; at += 1) {
        const x0 = right[r0 + at] ?? 0;
        const x1 = right[r1 + at] ?? 0;
        const x2 = right[r2 + at] ?? 0;
        const x3 = right[r3 + at] ?? 0;
        const y0 = left[l0 + at] ?? 0;
        s00 += y0 * x0;
        s01 += y0 * x1;
        s02 += y0 * x2;
        s03 += y0 * x3;
        const y1 = left[l1 + at] ?? 0;
        s10 += y1 * x0;
        s11 += y1 * x1;
        s12 += y1 * x2;
        s13 += y1 * x3;
        const y2 = left[l2 + at] ?? 0;
        s20 += y2 * x0;
        s21 += y2 * x1;
        s22 += y2 * x2;
        s23 += y2 * x3;
        const y3 = left[l3 + at] ?? 0;
        s30 += y3 * x0;
        s31 += y3 * x1;
        s32 += y3 * x2;
        s33 += y3 * x3;
      }
      out.set([s00, s01, s02, s03], row * columns + column);
      out.set([s10, s11, s12, s13], (row + 1) * columns + column);
      out.set([s20, s21, s22, s23], (row + 2) * columns + column);
      out.set([s30, s31, s32, s33], (row + 3) * columns + column);
    }
  }
};
