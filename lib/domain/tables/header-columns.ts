/** How many columns at the left of a table name its rows. */
import type { Body } from './body';
import { loneCell, type Grid, type GridCell } from './grid';
import { isMetricLabel } from './labels';

/**
 * Whether a column names rows instead of measuring them: hardly any numbers below the header, or only running
 * numbers.
 */
function isLabelColumn({ contents }: Pick<Body, 'contents'>, from: number, column: number): boolean {
  let texts = 0;
  let numbers = 0;
  for (const row of contents.slice(from)) {
    const content = row[column];
    if (content?.kind === 'text') texts += 1;
    else if (content && content.kind !== 'missing') numbers += 1;
  }
  return texts > numbers * 2;
}

/** Whether a column has no text in some row. */
const isBlank = (rows: Grid, column: number): boolean => rows.some((row) => row[column]?.text === '');

/**
 * Whether a column names groups of rows without spanning them: by a name in one row of each group, or by a number
 * that all of a group repeat ("400K").
 */
function isOutline(column: readonly (GridCell | undefined)[]): boolean {
  const filled = column.flatMap((cell) => (cell === undefined || cell.text === '' ? [] : [cell.text]));
  const names = new Set(filled);
  const isSparse = filled.length > 0 && filled.length * 2 <= column.length;
  const isRepeated = filled.length > 3 && names.size * 3 <= filled.length;
  return isSparse || (isRepeated && filled.every((text) => /^[\d.,]+\s?[kKM%]?$/.test(text)));
}

/**
 * Whether a column holds what is varied within each group of rows: the same whole numbers, each once, in every group
 * ("1000, 2000" for MNIST and for SVHN).
 */
function isSweep(
  { contents }: Pick<Body, 'contents'>,
  rows: readonly (readonly GridCell[])[],
  column: number,
): boolean {
  const groups: string[][] = [];
  for (const [at, row] of rows.entries()) {
    const [outer, cell] = [row[column - 1], row[column]];
    const content = cell && contents[cell.row]?.[cell.column];
    if (content?.kind !== 'number' || !/^\d[\d,]*$/.test(content.number.printed)) return false;
    if (at === 0 || outer?.text !== rows[at - 1]?.[column - 1]?.text) groups.push([]);
    groups.at(-1)?.push(cell?.text ?? '');
  }
  const [first = []] = groups;
  return (
    groups.length > 1 &&
    first.length > 1 &&
    new Set(first).size === first.length &&
    groups.every((group) => group.join('\n') === first.join('\n'))
  );
}

/** Whether a column has names in the same rows as the outline before it, and the next has one in each row. */
const isOutlinedBy = (
  outer: readonly (GridCell | undefined)[],
  rows: readonly (readonly GridCell[])[],
  column: number,
): boolean =>
  outer.some((cell) => cell?.text === '') &&
  rows.every((row, at) => (row[column]?.text === '') === (outer[at]?.text === '')) &&
  rows.every((row) => row[column + 1]?.text !== '' && row[column + 1] !== undefined);

/** More names than rows of people's tables have. */
const MOST_NAMES = 8;

/** Numbers of groups of rows, divided further by the cells of one more column. */
function divide(groups: readonly number[], cells: readonly (GridCell | undefined)[]): number[] {
  const found = new Map<string, number>();
  return groups.map((group, at) => {
    const key = `${group} ${cells[at]?.text ?? ''}`;
    const number = found.get(key) ?? found.size;
    found.set(key, number);
    return number;
  });
}

/**
 * The number of header columns: the first, and further ones as long as the one before spans or repeats over
 * rows that only the next column distinguishes. Other columns of words are properties of what the first
 * column names.
 */
export function countHeaderColumns(body: Pick<Body, 'grid' | 'contents'>, headerRows: number): number {
  const { grid } = body;
  const width = grid[0]?.length ?? 0;
  const below = grid.slice(headerRows);
  const rows = below.filter((row) => !loneCell(row));
  // By row, a number for the headings above it and its names so far; equal for rows that these do not tell apart.
  let keys: number[] = [];
  let headings = 0;
  for (const row of below)
    if (loneCell(row)) headings += 1;
    else keys.push(headings);
  // A corner that spans several columns in every row of headers heads no numbers: "Models", over data and horizon.
  const isCorner = (columns: number): boolean =>
    headerRows > 0 &&
    grid
      .slice(0, headerRows)
      // A cell across the whole table is its title.
      .every((row) => row[0] !== undefined && row[0] === row[columns - 1] && row[0] !== row.at(-1));
  let count = 1;
  while (count < width - 2 && isCorner(count + 1)) count += 1;
  for (let column = 0; column < count - 1; column += 1) {
    const at = column;
    keys = divide(
      keys,
      rows.map((row) => row[at]),
    );
  }
  while (
    count < Math.min(width - 1, MOST_NAMES) &&
    (isLabelColumn(body, headerRows, count) || isSweep(body, rows, count))
  ) {
    const outer = rows.map((row) => row[count - 1]);
    const isSpanning = outer.some(
      (cell, row) => cell && row > 0 && cell === outer[row - 1] && cell.text !== '',
    );
    const hasSeveral = new Set(rows.map((row) => row[count]?.text)).size > 1;
    keys = divide(keys, outer);
    // Names that rows repeat without spanning: "HoT | Short", "HoT | Medium".
    const isRepeated = new Set(keys).size < keys.length;
    const isMeasured = count === 1 && rows.every((row) => isMetricLabel(row[count]?.text ?? ''));
    // Running numbers name nothing: "1. | Chebyshev".
    const isNumbered =
      count === 1 && outer.length > 1 && outer.every((cell) => /^\d+\.$/.test(cell?.text ?? ''));
    // Beside names of metrics words say on what these were measured, be it the same in all rows.
    const isBesideMetrics = count === 1 && headerRows === 1 && /^metrics?$/i.test(grid[0]?.[0]?.text ?? '');
    // A group's further names stand in its first row too: "ECG | Conv1D | SG", then " |  | IG".
    if (isOutline(outer) && isOutlinedBy(outer, rows, count) && isLabelColumn(body, headerRows, count + 1)) {
      count += 1;
      continue;
    }
    if (
      (!isBesideMetrics &&
        (!(isSpanning || isMeasured || isRepeated || isNumbered || isOutline(outer)) || !hasSeveral)) ||
      isBlank(rows, count)
    )
      break;
    count += 1;
  }
  return count;
}
