/** Some rows and columns of a table, in the order in which a user looks at them. */
import type { Body } from './body';
import type { GridCell } from './grid';

/** What a table is written from: the header's rows first. */
export type TableLines = Pick<Body, 'grid' | 'headerRows'>;

/**
 * The header and so many rows below it, with the columns that are wanted; indexes of the grid, in their new order.
 */
export function pickLines(body: Body, rows: readonly number[], columns: readonly number[]): TableLines {
  const pick = (row: readonly GridCell[]): readonly GridCell[] =>
    columns.flatMap((column) => row[column] ?? []);
  const header = body.grid.slice(0, body.headerRows);
  return {
    grid: [...header, ...rows.flatMap((row) => body.grid.slice(row, row + 1))].map(pick),
    headerRows: body.headerRows,
  };
}
