/** Sorts the rows of a table as the user chose. */
import type { Body } from './body';

/** The column to sort by, and whether the largest number comes first. */
export interface RowOrder {
  readonly column: number;
  readonly isDescending: boolean;
}

/**
 * The rows below the header, as indexes of the grid. Without an order they are as on the page; sorted,
 * headings between them are left out, and rows without a number in the column come last in their original
 * order.
 */
export function sortRows(
  { contents, grid, headerRows, headersOf }: Body,
  order?: RowOrder,
): readonly number[] {
  const rows = grid.map((_, row) => row).slice(headerRows);
  if (!order) return rows;
  const numberAt = (row: number): number | undefined => {
    const content = contents[row]?.[order.column];
    return content?.kind === 'number' ? content.number.value : undefined;
  };
  const textAt = (row: number): string => grid[row]?.[order.column]?.text ?? '';
  const sign = order.isDescending ? -1 : 1;
  const body = rows.filter((row) => headersOf[row] !== undefined);
  // A column without numbers is sorted as text.
  if (body.every((row) => numberAt(row) === undefined))
    return body.toSorted((a, b) => sign * textAt(a).localeCompare(textAt(b)));
  return body.toSorted((a, b) => {
    const [one, two] = [numberAt(a), numberAt(b)];
    if (one === undefined || two === undefined) return Number(one === undefined) - Number(two === undefined);
    return sign * (one - two);
  });
}
