/** A table as text for other programs. */
import { escapeLatex } from '@/lib/domain/cite/latex';
import { spreadsheetCell } from '@/lib/domain/cite/table';
import { formatRows } from '@/lib/domain/text/rows';
import type { TableLines } from './pick';

/** The formats in which a table can be copied, in the order of their buttons. */
export const TABLE_COPY_FORMS = ['tsv', 'csv', 'markdown', 'latex'] as const;
/** One of these formats. */
export type TableCopyForm = (typeof TABLE_COPY_FORMS)[number];

/** The texts of the grid; a cell that covers several places is written at the first of them that is left. */
const textsOf = ({ grid }: TableLines): string[][] =>
  grid.map((row, at) =>
    row.map((cell, column) => (cell === row[column - 1] || cell === grid[at - 1]?.[column] ? '' : cell.text)),
  );

const markdownRow = (cells: readonly string[]): string =>
  `| ${cells.map((text) => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|')).join(' | ')} |`;

function formatMarkdownTable(rows: readonly string[][]): string {
  const [head = [], ...rest] = rows;
  return [markdownRow(head), markdownRow(head.map(() => '---')), ...rest.map(markdownRow)].join('\n');
}

function formatLatexTable(rows: readonly string[][], headerRows: number): string {
  const lines = rows.map((row) => `${row.map(escapeLatex).join(' & ')} \\\\`);
  return [
    `\\begin{tabular}{l${'r'.repeat(Math.max(0, (rows[0]?.length ?? 1) - 1))}}`,
    '\\toprule',
    ...lines.slice(0, headerRows),
    '\\midrule',
    ...lines.slice(headerRows),
    '\\bottomrule',
    '\\end{tabular}',
  ].join('\n');
}

/**
 * The table as the page prints it, in one format; cells of spreadsheets are escaped so that they cannot run
 * as formulas (https://owasp.org/www-community/attacks/CSV_Injection). Ends with a line break.
 */
export function formatTable(body: TableLines, form: TableCopyForm): string {
  const rows = textsOf(body);
  const sheet = () => rows.map((row) => row.map(spreadsheetCell));
  switch (form) {
    case 'tsv':
      return `${formatRows(sheet(), '\t')}\n`;
    case 'csv':
      return `${formatRows(sheet(), ',')}\n`;
    case 'markdown':
      return `${formatMarkdownTable(rows)}\n`;
    default:
      form satisfies 'latex';
      return `${formatLatexTable(rows, body.headerRows)}\n`;
  }
}
