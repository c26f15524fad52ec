/** Decides by their content which rows and columns of a grid are headers, and which hold its numbers. */
import { isFilled, loneCell, type Grid, type GridCell } from './grid';
import { countHeaderColumns } from './header-columns';
import { isDataHead, isMetricLabel, isSettingLabel, isSystemHead } from './labels';
import { nameRows } from './row-names';
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
  /** For each row, the cells in the header columns that name it; a name may be in another row. */
  readonly names: Grid;
  /** For each row, the heading above it that is alone in its row; empty if there is none. */
  readonly headingOf: readonly string[];
}

const isNumeric = ({ kind }: CellContent): boolean => kind === 'number' || kind === 'several';
/**
 * The heading of a row below the names of the columns in which one cell of words lies across all of these columns:
 * "BLIP-2 OPT", then "Size: 3.8B". Undefined for any other row.
 */
function headingAcross(
  { grid, contents }: Pick<Body, 'grid' | 'contents'>,
  row: number,
): GridCell | undefined {
  const cells = grid[row] ?? [];
  const last = cells.at(-1);
  const from = last === undefined ? 0 : cells.indexOf(last);
  const isAcross = from > 0 && from < 3 && cells.length - from > 1 && isFilled(last);
  if (!isAcross || last?.row !== row || contents[row]?.[from]?.kind !== 'text') return undefined;
  const above = new Set(grid.slice(0, row).flatMap((line) => line.slice(from).filter(isFilled)));
  return above.size > 2 ? cells.find(isFilled) : undefined;
}

/** The numbers of a row as printed, without the first column. */
const printedNumbers = (contents: readonly CellContent[] = []): readonly string[] =>
  contents
    .slice(1)
    .flatMap((content) =>
      content.kind === 'number' ? `${content.number.printed}${content.number.unit ?? ''}` : [],
    );

const decimalsOf = (printed: string): number => /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;

/**
 * Whether a row of numbers is nevertheless a header ("256, 512, 1024", "λ = 0.5, 1, 2"): a line is drawn
 * below it, it and the next row begin with words, no number is repeated, and those below have decimals, or below other
 * headers more of them.
 */
function isRowOfLabels({ grid, contents }: Pick<Body, 'grid' | 'contents'>, row: number): boolean {
  const [cells = [], next] = [grid[row], grid[row + 1]];
  const labels = printedNumbers(contents[row]);
  const values = printedNumbers(contents[row + 1]);
  const corner = cells[0];
  const hasCorner =
    contents[row]?.[cells.findIndex(isFilled)]?.kind === 'text' ||
    (row > 0 && (corner?.text === '' || corner?.row !== row));
  const most = Math.max(0, ...labels.map(decimalsOf));
  const areLabels = most === 0 || new Set(labels.map(decimalsOf)).size > 1;
  // Levels of something from the least to the greatest: "0.0, 0.2, 0.4".
  const areSteps =
    row === 0 && labels.every((label, at) => at === 0 || Number(label) > Number(labels[at - 1]));
  return (
    next !== undefined &&
    hasCorner &&
    contents[row + 1]?.[0]?.kind === 'text' &&
    next.every(({ hasRuleAbove }) => hasRuleAbove) &&
    labels.length > 1 &&
    new Set(labels).size === labels.length &&
    (areLabels || areSteps) &&
    (values.some((value) => decimalsOf(value) > (row === 0 && areLabels ? 0 : most)) ||
      corner?.text.includes('\\') === true)
  );
}

/**
 * Whether a row of numbers subdivides the columns of the names above it, and is followed by a line: "500, 1000"
 * under each of several models, where the numbers below have decimals and these have none.
 */
function isRowOfParts({ grid, contents }: Pick<Body, 'grid' | 'contents'>, row: number): boolean {
  const [cells = [], above = [], next = []] = [grid[row], grid[row - 1], grid[row + 1]];
  if (row === 0 || next.length === 0 || !next.every(({ hasRuleAbove }) => hasRuleAbove)) return false;
  const own = cells.flatMap((cell, column) =>
    column > 0 && cell.row === row && cell.text !== '' ? [column] : [],
  );
  const parts = own.flatMap((column) => {
    const content = contents[row]?.[column];
    return content?.kind === 'number' ? [{ outer: above[column], number: content.number }] : [];
  });
  if (parts.length < 2 || parts.length < own.length) return false;
  const byOuter = [...Map.groupBy(parts, ({ outer }) => outer).values()];
  const isDividing =
    byOuter.some((group) => group.length > 1) &&
    byOuter.every(
      (group) =>
        new Set(group.map(({ number }) => number.printed)).size === group.length && isFilled(group[0]?.outer),
    );
  const decimals = Math.max(...parts.map(({ number }) => decimalsOf(number.printed)));
  const values = printedNumbers(contents[row + 1]);
  return isDividing && values.some((value) => decimalsOf(value) > decimals);
}

/**
 * Whether all numbers of a row, the first below a title, head several columns each, with names below them: "4 s" over
 * "PSNR" and "SSIM".
 */
function isRowOfGroups({ grid, contents }: Pick<Body, 'grid' | 'contents'>, row: number): boolean {
  const below = contents[row + 1] ?? [];
  if (!grid.slice(0, row).every(loneCell)) return false;
  const numbers = (grid[row] ?? []).flatMap((cell, column) =>
    column > 0 && contents[row]?.[column] !== undefined && isNumeric(contents[row][column])
      ? [{ cell, column }]
      : [],
  );
  return numbers.every(
    ({ cell, column }) => cell.columnSpan > 1 && cell.row === row && below[column]?.kind === 'text',
  );
}

/** Whether the corner of a row of numbers heads names of systems: then its numbers head columns. */
const isHeaded = ({ grid }: Pick<Body, 'grid' | 'contents'>, row: number): boolean =>
  /^(?:models?|methods?)$/i.test(grid[row]?.[0]?.text ?? '');

function countHeaderRows(body: Pick<Body, 'grid' | 'contents'>): number {
  const { grid, contents } = body;
  let count = 0;
  for (const [row, cells] of grid.entries()) {
    const hasNumber = contents[row]?.some((content, column) => column > 0 && isNumeric(content)) === true;
    if (hasNumber && ![isRowOfLabels, isRowOfParts, isRowOfGroups, isHeaded].some((test) => test(body, row)))
      break;
    // A heading above the columns' names applies to the whole table; below them, to the rows that follow.
    const lone = loneCell(cells);
    // Across all columns but the first it may head the names below it, unless numbers follow.
    const isHeading =
      lone !== undefined && (lone.column === 0 || contents[row + 1]?.some(isNumeric) === true);
    if (row > 0 && (isHeading || headingAcross(body, row) || cells.every(({ text }) => text === ''))) break;
    count += 1;
    if (hasNumber && !isRowOfGroups(body, row)) break;
  }
  // In a table of texts, only the first row can be recognised as a header.
  return count === grid.length ? 1 : count;
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
      (cell, column) =>
        column >= headerColumns && contents[column]?.kind === 'text' && /\p{L}/u.test(cell.text),
    ),
  );
  const others = contents.filter((content, column) => column >= headerColumns && content.kind === 'missing');
  const isEmptyOrWords = contents.every(
    (content, column) => column < headerColumns || content.kind === 'text' || row[column]?.text === '',
  );
  return words.size > 1 && isEmptyOrWords && others.length < words.size;
}

/** Whether a corner names a part of the table and does not head what is below it. */
const isPartName = (corner: string): boolean =>
  corner !== '' &&
  !isSystemHead(corner) &&
  !isDataHead(corner) &&
  !isSettingLabel(corner) &&
  !isMetricLabel(corner);

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
  const parts = grid.map(
    (row, at) => at > headerRows && isLaterHeader(row, contents[at] ?? [], headerColumns),
  );
  const firstCorner = grid[headerRows - 1]?.[0]?.text ?? '';
  let heading = parts.includes(true) && isPartName(firstCorner) ? firstCorner : '';
  let newHeaders: number[] = [];
  const headersOf: (readonly number[] | undefined)[] = [];
  const headingOf: string[] = [];
  for (const [at, row] of grid.entries()) {
    const lone = at >= headerRows ? (loneCell(row) ?? headingAcross({ grid, contents }, at)) : undefined;
    if (lone) heading = lone.text;
    const isHeader = !lone && parts[at] === true;
    if (isHeader) {
      newHeaders.push(at);
      // The corner of a header that is repeated for each part of a table says which part it is: "Sparsity: 95%".
      const corner = row[0]?.text ?? '';
      if (isPartName(corner)) heading = corner;
    } else if (newHeaders.length > 0) {
      // Names without a corner below names over several columns divide these; others take their place.
      const isDividing = newHeaders.every(
        (header) =>
          grid[header]?.[0]?.text === '' &&
          grid[headers.at(-1) ?? 0]?.slice(headerColumns).every(({ columnSpan }) => columnSpan > 1),
      );
      const kept = isDividing ? headers : headers.slice(0, Math.max(0, headers.length - newHeaders.length));
      headers = [...kept, ...newHeaders];
      newHeaders = [];
    }
    headersOf.push(at < headerRows || lone || isHeader ? undefined : headers);
    headingOf.push(at < headerRows ? '' : heading);
  }
  const names = nameRows(grid, headerRows, headerColumns);
  return { grid, contents, headerRows, headerColumns, headersOf, headingOf, names };
}
