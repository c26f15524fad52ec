/**
 * Writes rows of a spreadsheet as text (https://www.rfc-editor.org/rfc/rfc4180): a cell that contains the
 * separator, a quote or a line break is quoted. No library is used because those that write also bring a
 * reader that compiles code at run time, which an extension may not ship; tests read what is written here
 * with one of them.
 */
type Separator = ',' | '\t';

const NEEDS_QUOTES: Readonly<Record<Separator, RegExp>> = { ',': /[",\n\r]/, '\t': /["\t\n\r]/ };

/** One line for each row, without a line break after the last. */
export function formatRows(rows: readonly (readonly string[])[], separator: Separator): string {
  const quote = (cell: string): string =>
    NEEDS_QUOTES[separator].test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => row.map(quote).join(separator)).join('\n');
}
