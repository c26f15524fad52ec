/**
 * Rows of a spreadsheet as text (https://www.rfc-editor.org/rfc/rfc4180): a cell with the separator, a quote or
 * the end of a line in it stands in quotes. Libraries for it bring a reader that compiles code at run time, which
 * an extension may not ship; the tests read what is written here by one of them.
 */
export type Separator = ',' | '\t';

const NEEDS_QUOTES: Readonly<Record<Separator, RegExp>> = { ',': /[",\n\r]/, '\t': /["\t\n\r]/ };

/** A line a row, without an end of line after the last. */
export function formatRows(rows: readonly (readonly string[])[], separator: Separator): string {
  const quote = (cell: string): string =>
    NEEDS_QUOTES[separator].test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => row.map(quote).join(separator)).join('\n');
}
