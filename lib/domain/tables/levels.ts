/** The headers of a table by level: columns of row headers, rows of column headers. */
import type { Body } from './body';
import { cleanLabel } from './labels';

/** The side of a table. */
export type Axis = 'rows' | 'columns';

/** One header of a place. */
export interface Label {
  readonly axis: Axis;
  /** Which column of row headers, or which row of column headers, from 0. */
  readonly level: number;
  /** The last level that it covers; its own unless it spans several. */
  readonly through: number;
  /** As printed. */
  readonly text: string;
  readonly isCited: boolean;
}

/** Whether a header stands on a level of a side, or spans it. */
export const isOnLevel = (label: Label, axis: Axis, level: number): boolean =>
  label.axis === axis && label.level <= level && label.through >= level;

/** The key of a level of headers. */
export const levelKey = ({ axis, level }: Pick<Label, 'axis' | 'level'>): string => `${axis} ${level}`;
/** The key of a header of a level, the same for equal texts. */
export const labelKey = (label: Label): string => `${levelKey(label)} ${label.text}`;

/** A row or column with numbers, and its headers, outermost first. */
export interface Line {
  /** From 0, as in the grid. */
  readonly at: number;
  readonly labels: readonly Label[];
}

/** The headers of a row, outermost first; a cell that covers several levels is given once. */
export function rowLabels({ contents, names }: Body, row: number): readonly Label[] {
  const cells = names[row] ?? [];
  return cells.flatMap((cell, level) =>
    // A check mark is not a name, but "None" is.
    cell.text === '' ||
    (contents[cell.row]?.[cell.column]?.kind === 'missing' && !/\p{L}{3}/u.test(cell.text)) ||
    cell === cells[level - 1]
      ? []
      : [
          {
            axis: 'rows' as const,
            level,
            through: cells.lastIndexOf(cell),
            text: cell.text,
            isCited: cell.isCited,
          },
        ],
  );
}

/** The headers of a column for the numbers of a row, outermost first. */
export function columnLabels(
  { grid, contents, headersOf }: Body,
  row: number,
  column: number,
): readonly Label[] {
  const seen = new Set<unknown>();
  const headers = headersOf[row] ?? [];
  const cells = headers.map((header) => grid[header]?.[column]);
  return headers.flatMap((header, level) => {
    const cell = cells[level];
    // Words that stand for a missing number name columns: "Timeout", "None".
    const isMissing = contents[header]?.[column]?.kind === 'missing' && !/\p{L}{3}/u.test(cell?.text ?? '');
    if (!cell || cell.text === '' || isMissing || seen.has(cell)) return [];
    seen.add(cell);
    const through = cells.lastIndexOf(cell);
    return [{ axis: 'columns' as const, level, through, text: cell.text, isCited: cell.isCited }];
  });
}

/** Rows with numbers, with their headers. */
export function bodyRows(body: Body): readonly Line[] {
  return body.headersOf.flatMap((headers, at) => (headers ? [{ at, labels: rowLabels(body, at) }] : []));
}

/** Columns after the row headers, with their headers at the first row of numbers. */
export function bodyColumns(body: Body): readonly Line[] {
  const first = body.headersOf.findIndex((headers) => headers !== undefined);
  const width = body.grid[0]?.length ?? 0;
  return Array.from({ length: Math.max(0, width - body.headerColumns) }, (_, index) => {
    const at = index + body.headerColumns;
    return { at, labels: columnLabels(body, first, at) };
  });
}

/** The last text above a column of row headers, the table's corner; cells below it may be empty. */
export const cornerOf = ({ grid, headerRows }: Body, level: number): string =>
  grid
    .slice(0, headerRows)
    .map((row) => row[level]?.text ?? '')
    .findLast((text) => text !== '') ?? '';

/** The distinct cleaned labels of a level on one side. */
export const labelsAt = (lines: readonly Line[], level: number): readonly string[] => [
  ...new Set(
    lines.flatMap(({ labels }) =>
      labels.filter((label) => label.level === level).map(({ text }) => cleanLabel(text)),
    ),
  ),
];

const printed = (labels: readonly Label[]): string => labels.map(({ text }) => text).join(' / ');

/** The headers of each column and row of the grid, outermost first; empty if there are none. */
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
