/** Decides by their content which rows and columns of a grid are headers, and which hold its numbers. */
import type { Grid, GridCell } from './grid';
import { readCell, type CellContent } from './value';

/** A grid with its cells read and its parts recognised. */
export interface Body {
  readonly grid: Grid;
  /** By row and column, as in `grid`. */
  readonly contents: readonly (readonly CellContent[])[];
  /** How many rows at the top, and columns at the left, are headers. */
  readonly headerRows: number;
  readonly headerColumns: number;
  /**
   * For each row of numbers, the header rows of its columns, outermost first; undefined for rows without
   * numbers.
   */
  readonly headersOf: readonly (readonly number[] | undefined)[];
  /** For each row, the heading above it that is alone in its row; empty if there is none. */
  readonly headingOf: readonly string[];
}

const isNumeric = ({ kind }: CellContent): boolean => kind === 'number' || kind === 'several';
const isFilled = (cell: GridCell | undefined): boolean => cell !== undefined && cell.text !== '';

/** The only non-empty cell of a row; undefined if there are several or none. */
function loneCell(row: readonly GridCell[]): GridCell | undefined {
  const cells = new Set(row.filter(isFilled));
  const [only] = cells;
  // A row with a first cell and empty others, or one cell across, is a heading for what follows.
  return cells.size === 1 && only?.column === 0 ? only : undefined;
}

/** The numbers of a row as printed, without the first column. */
const printedNumbers = (contents: readonly CellContent[] = []): readonly string[] =>
  contents.slice(1).flatMap((content) => (content.kind === 'number' ? content.number.printed : []));

const decimalsOf = (printed: string): number => printed.replace(/^[^.]*\.?/, '').length;

/**
 * Whether a row of numbers is nevertheless a header ("256, 512, 1024", "λ = 0.5, 1, 2"): a line is drawn
 * below it, it and the next row begin with words, no number is repeated, and none has as many decimals as
 * those below.
 */
function isRowOfLabels({ grid, contents }: Pick<Body, 'grid' | 'contents'>, row: number): boolean {
  const [cells = [], next] = [grid[row], grid[row + 1]];
  const labels = printedNumbers(contents[row]);
  const values = printedNumbers(contents[row + 1]);
  const corner = cells[0];
  const hasCorner =
    contents[row]?.[0]?.kind === 'text' || (row > 0 && (corner?.text === '' || corner?.row !== row));
  const areCounts = labels.every((label) => decimalsOf(label) === 0);
  return (
    next !== undefined &&
    hasCorner &&
    contents[row + 1]?.[0]?.kind === 'text' &&
    next.every(({ hasRuleAbove }) => hasRuleAbove) &&
    labels.length > 1 &&
    new Set(labels).size === labels.length &&
    (areCounts || new Set(labels.map(decimalsOf)).size > 1) &&
    (values.some((value) => decimalsOf(value) > 0) || corner?.text.includes('\\') === true)
  );
}

function countHeaderRows(body: Pick<Body, 'grid' | 'contents'>): number {
  const { grid, contents } = body;
  let count = 0;
  for (const [row, cells] of grid.entries()) {
    const hasNumber = contents[row]?.some((content, column) => column > 0 && isNumeric(content)) === true;
    if (hasNumber && !isRowOfLabels(body, row)) break;
    // A heading above the columns' names applies to the whole table; below them, to the rows that follow.
    if (row > 0 && (loneCell(cells) || cells.every(({ text }) => text === ''))) break;
    count += 1;
    if (hasNumber) break;
  }
  // In a table of texts, only the first row can be recognised as a header.
  return count === grid.length ? 1 : count;
}

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

/**
 * The number of header columns: the first, and further ones as long as the one before spans or repeats over
 * rows that only the next column distinguishes. Other columns of words are properties of what the first
 * column names.
 */
function countHeaderColumns(body: Pick<Body, 'grid' | 'contents'>, headerRows: number): number {
  const { grid } = body;
  const width = grid[0]?.length ?? 0;
  const rows = grid.slice(headerRows).filter((row) => !loneCell(row));
  // A corner that spans several columns in every row of headers heads no numbers: "Models", over data and horizon.
  const isCorner = (columns: number): boolean =>
    headerRows > 0 &&
    grid.slice(0, headerRows).every((row) => row[0] !== undefined && row[0] === row[columns - 1]);
  let count = 1;
  while (count < width - 2 && isCorner(count + 1)) count += 1;
  while (count < width - 1 && isLabelColumn(body, headerRows, count)) {
    const outer = rows.map((row) => row[count - 1]);
    const isSpanning = outer.some(
      (cell, row) => cell && row > 0 && cell === outer[row - 1] && cell.text !== '',
    );
    const isParted = new Set(rows.map((row) => row[count]?.text)).size > 1;
    if (!isSpanning || !isParted) break;
    count += 1;
  }
  return count;
}

/**
 * Whether a row below the first numbers names the columns again: words above at least two columns, and no
 * number.
 */
function isLaterHeader(
  row: readonly GridCell[],
  contents: readonly CellContent[],
  headerColumns: number,
): boolean {
  const words = new Set(
    row.filter(
      (cell, column) => column >= headerColumns && contents[column]?.kind === 'text' && isFilled(cell),
    ),
  );
  const others = contents.filter((content, column) => column >= headerColumns && content.kind === 'missing');
  const isEmptyOrWords = contents.every(
    (content, column) => column < headerColumns || content.kind === 'text' || row[column]?.text === '',
  );
  return words.size > 1 && isEmptyOrWords && others.length < words.size;
}

/** Reads a grid's cells and recognises its parts. */
export function findBody(grid: Grid, isErrorInBrackets: boolean): Body {
  const seen = new Map<GridCell, CellContent>();
  const contents = grid.map((row) =>
    row.map((cell) => {
      const known = seen.get(cell) ?? readCell(cell.text, isErrorInBrackets);
      seen.set(cell, known);
      return known;
    }),
  );
  const headerRows = countHeaderRows({ grid, contents });
  const headerColumns = countHeaderColumns({ grid, contents }, headerRows);
  let headers = Array.from({ length: headerRows }, (_, row) => row);
  let heading = '';
  let newHeaders: number[] = [];
  const headersOf: (readonly number[] | undefined)[] = [];
  const headingOf: string[] = [];
  for (const [at, row] of grid.entries()) {
    const lone = at >= headerRows ? loneCell(row) : undefined;
    if (lone) heading = lone.text;
    const isHeader = at > headerRows && !lone && isLaterHeader(row, contents[at] ?? [], headerColumns);
    if (isHeader) newHeaders.push(at);
    else if (newHeaders.length > 0) {
      headers = [...headers.slice(0, Math.max(0, headers.length - newHeaders.length)), ...newHeaders];
      newHeaders = [];
    }
    headersOf.push(at < headerRows || lone || isHeader ? undefined : headers);
    headingOf.push(at < headerRows ? '' : heading);
  }
  return { grid, contents, headerRows, headerColumns, headersOf, headingOf };
}
