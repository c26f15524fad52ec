/** Selects rows and columns of a table, in the order that a user chose. */
import type { Body } from './body';
import type { GridCell } from './grid';

/** The part of a table that is copied or shown, header rows first. */
export type TableLines = Pick<Body, 'grid' | 'headerRows'>;

/** The header and these rows below it, with these columns; indexes of the grid, in the new order. */
export function pickLines(body: Body, rows: readonly number[], columns: readonly number[]): TableLines {
  const pick = (row: readonly GridCell[]): readonly GridCell[] =>
    columns.flatMap((column) => row[column] ?? []);
  const header = body.grid.slice(0, body.headerRows);
  return {
    grid: [...header, ...rows.flatMap((row) => body.grid.slice(row, row + 1))].map(pick),
    headerRows: body.headerRows,
  };
}
