/** The headers of a table level by level: columns of row headers, rows of column headers. */
import type { Body } from './body';
import { cleanLabel } from './labels';

/** On which side of a table something stands. */
export type Axis = 'rows' | 'columns';

/** One header of a place. */
export interface Label {
  readonly axis: Axis;
  /** Which of the columns of row headers, or which of the rows of column headers, from 0. */
  readonly level: number;
  /** As printed. */
  readonly text: string;
  readonly isCited: boolean;
}

/** A row with numbers, or a column with numbers, and its headers; outermost first. */
export interface Line {
  /** From 0, as the grid has them. */
  readonly at: number;
  readonly labels: readonly Label[];
}

/** The headers of a row, outermost first; what one cell says over several levels is said once. */
export function rowLabels({ grid, contents, headerColumns }: Body, row: number): readonly Label[] {
  const cells = (grid[row] ?? []).slice(0, headerColumns);
  return cells.flatMap((cell, level) =>
    // A check mark names nothing.
    cell.text === '' || contents[row]?.[level]?.kind === 'missing' || cell === cells[level - 1]
      ? []
      : [{ axis: 'rows' as const, level, text: cell.text, isCited: cell.isCited }],
  );
}

/** The headers of a column for the numbers of a row, outermost first. */
export function columnLabels({ grid, headersOf }: Body, row: number, column: number): readonly Label[] {
  const seen = new Set<unknown>();
  return (headersOf[row] ?? []).flatMap((header, level) => {
    const cell = grid[header]?.[column];
    if (!cell || cell.text === '' || seen.has(cell)) return [];
    seen.add(cell);
    return [{ axis: 'columns' as const, level, text: cell.text, isCited: cell.isCited }];
  });
}

/** Rows that hold numbers of the body, with their headers. */
export function bodyRows(body: Body): readonly Line[] {
  return body.headersOf.flatMap((headers, at) => (headers ? [{ at, labels: rowLabels(body, at) }] : []));
}

/** Columns behind the row headers, with the headers that they have at the first row of numbers. */
export function bodyColumns(body: Body): readonly Line[] {
  const first = body.headersOf.findIndex((headers) => headers !== undefined);
  const width = body.grid[0]?.length ?? 0;
  return Array.from({ length: Math.max(0, width - body.headerColumns) }, (_, index) => {
    const at = index + body.headerColumns;
    return { at, labels: columnLabels(body, first, at) };
  });
}

/** What stands above a column of row headers: the corner of the table. */
export const cornerOf = ({ grid, headerRows }: Body, level: number): string =>
  headerRows === 0 ? '' : (grid[headerRows - 1]?.[level]?.text ?? '');

/** The distinct labels of a level on one side, cleaned. */
export const labelsAt = (lines: readonly Line[], level: number): readonly string[] => [
  ...new Set(
    lines.flatMap(({ labels }) =>
      labels.filter((label) => label.level === level).map(({ text }) => cleanLabel(text)),
    ),
  ),
];

const printed = (labels: readonly Label[]): string => labels.map(({ text }) => text).join(' / ');

/** What heads each column and each row of the grid, outermost first; empty where nothing does. */
export function allHeaders(body: Body): {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
} {
  const first = body.headersOf.findIndex((headers) => headers !== undefined);
  return {
    columns: (body.grid[0] ?? []).map((_, column) => printed(columnLabels(body, first, column))),
    rows: body.grid.map((_, row) => (body.headersOf[row] ? printed(rowLabels(body, row)) : '')),
  };
}
