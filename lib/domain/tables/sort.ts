/** Sorts the rows of a table as the user chose. */
import type { Body } from './body';

/** The column to sort by, and whether the largest number comes first. */
export interface RowOrder {
  readonly column: number;
  readonly isDescending: boolean;
}

/** Whether the same name is below several headings, so that only the heading tells its rows apart. */
function needHeadings({ names, headingOf, headersOf }: Body): boolean {
  const headings = new Map<string, string>();
  return names.some((cells, row) => {
    if (headersOf[row] === undefined) return false;
    const name = cells.map(({ text }) => text).join('\n');
    const heading = headingOf[row] ?? '';
    const known = headings.get(name) ?? heading;
    headings.set(name, known);
    return known !== heading;
  });
}

/** The rows in runs: each row that is a heading alone, and those between headings together. */
function runsOf(
  rows: readonly number[],
  isHeading: (row: number) => boolean,
): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last === undefined || isHeading(row) || isHeading(last[0] ?? row)) runs.push([row]);
    else last.push(row);
  }
  return runs;
}

/**
 * The rows below the header, as indexes of the grid. Without an order they are as on the page; sorted, rows
 * without a number in the column come last in their original order, and headings between rows are left out unless
 * they tell rows with the same name apart: then rows are sorted below their headings.
 */
export function sortRows(body: Body, order?: RowOrder): readonly number[] {
  const { contents, grid, headerRows, headersOf } = body;
  const rows = grid.map((_, row) => row).slice(headerRows);
  if (!order) return rows;
  const numberAt = (row: number): number | undefined => {
    const content = contents[row]?.[order.column];
    return content?.kind === 'number' ? content.number.value : undefined;
  };
  const textAt = (row: number): string => grid[row]?.[order.column]?.text ?? '';
  const sign = order.isDescending ? -1 : 1;
  const isHeading = (row: number): boolean => headersOf[row] === undefined;
  const numbered = rows.filter((row) => !isHeading(row));
  // A column without numbers is sorted as text.
  const isText = numbered.every((row) => numberAt(row) === undefined);
  const compare = (a: number, b: number): number => {
    if (isText) return sign * textAt(a).localeCompare(textAt(b));
    const [one, two] = [numberAt(a), numberAt(b)];
    if (one === undefined || two === undefined) return Number(one === undefined) - Number(two === undefined);
    return sign * (one - two);
  };
  return needHeadings(body)
    ? runsOf(rows, isHeading).flatMap((run) => run.toSorted(compare))
    : numbered.toSorted(compare);
}
