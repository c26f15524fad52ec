/** Expands the spans of a table, so that every place holds exactly one cell. */
import type { SourceCell } from './source';

/** The cell at a place of the grid. All places that a cell covers share one object. */
export interface GridCell extends SourceCell {
  /** The row and column where the cell begins, from 0. */
  readonly row: number;
  readonly column: number;
  /** Its place in the source: the row, and the index within that row's cells. */
  readonly source: readonly [row: number, index: number];
}

/** All rows have the same length. */
export type Grid = readonly (readonly GridCell[])[];

/** Why a table cannot be read: its rows do not fit together, or it is larger than people's tables are. */
export type GridFault = 'uneven' | 'too-large';

/** Most places of a grid; the largest real table in the test pages has about 1,500. */
const MOST_PLACES = 40_000;
const MOST_COLUMNS = 400;

const EMPTY: Omit<SourceCell, 'rowSpan' | 'columnSpan'> = {
  text: '',
  bold: '',
  underlined: '',
  isCited: false,
  isHeader: false,
  hasRuleAbove: false,
  isShaded: false,
};

/**
 * Whether a row may be shorter than the others, because it only has a heading or remark in one cell, the first or one
 * across several columns. In any other short row it is unknown to which columns the numbers belong.
 */
function isRemark(row: readonly SourceCell[]): boolean {
  const [only, more] = row.filter(({ text }) => text !== '');
  if (only === undefined) return true;
  return (
    more === undefined && (only === row[0] || only.columnSpan > 2) && !/^[-+−]?[\d.,]+%?$/.test(only.text)
  );
}

/** Places one row; false if a cell would overlap another or not fit. */
function placeRow(places: GridCell[][], row: readonly SourceCell[], at: number, rowCount: number): boolean {
  const own = (places[at] ??= []);
  let column = 0;
  for (const [index, cell] of row.entries()) {
    while (own[column]) column += 1;
    const width = Math.max(1, cell.columnSpan);
    const height = Math.min(Math.max(1, cell.rowSpan), rowCount - at);
    if (column + width > MOST_COLUMNS) return false;
    const placed: GridCell = { ...cell, row: at, column, source: [at, index] };
    for (let y = at; y < at + height; y += 1) {
      const line = (places[y] ??= []);
      for (let x = column; x < column + width; x += 1) {
        if (line[x]) return false;
        line[x] = placed;
      }
    }
    column += width;
  }
  return true;
}

/** The places of a row without gaps; undefined if there are gaps and the row is not a remark. */
function closeRow(
  row: readonly (GridCell | undefined)[],
  source: readonly SourceCell[],
  at: number,
  width: number,
): GridCell[] | undefined {
  const cells: GridCell[] = [];
  for (let column = 0; column < width; column += 1) {
    const cell = row[column];
    if (!cell && !isRemark(source)) return undefined;
    cells.push(cell ?? { ...EMPTY, rowSpan: 1, columnSpan: 1, row: at, column, source: [at, -1] });
  }
  return cells;
}

/** The grid of a table's rows, or the reason why there is none. Adapters leave out rows without cells. */
export function layOut(rows: readonly (readonly SourceCell[])[]): Grid | GridFault {
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest > MOST_COLUMNS || widest * rows.length > MOST_PLACES) return 'too-large';
  const spanned = rows.reduce(
    (sum, row) =>
      sum +
      row.reduce(
        (all, { rowSpan, columnSpan }) =>
          all + Math.min(Math.max(1, rowSpan), rows.length) * Math.max(1, columnSpan),
        0,
      ),
    0,
  );
  if (spanned > MOST_PLACES) return 'too-large';
  const places: GridCell[][] = [];
  for (const [at, row] of rows.entries()) if (!placeRow(places, row, at, rows.length)) return 'uneven';
  const width = places.reduce((most, row) => Math.max(most, row.length), 0);
  if (width * rows.length > MOST_PLACES) return 'too-large';
  const grid: GridCell[][] = [];
  for (const [at, row] of rows.entries()) {
    const closed = closeRow(places[at] ?? [], row, at, width);
    if (!closed) return 'uneven';
    grid.push(closed);
  }
  return grid;
}

/** Whether there is a cell, and it has text. */
export const isFilled = (cell: GridCell | undefined): boolean => cell !== undefined && cell.text !== '';

/** The only non-empty cell of a row; undefined if there are several or none. */
export function loneCell(row: readonly GridCell[]): GridCell | undefined {
  const cells = new Set(row.filter(isFilled));
  const [only] = cells;
  // A row with a first cell and empty others, or one cell across most columns, is a heading for what follows.
  const isAcross = (only?.columnSpan ?? 0) * 2 > row.length;
  return cells.size === 1 && (only?.column === 0 || isAcross) ? only : undefined;
}
