/** On which side of a table its bold numbers are compared, as evidence for where the systems stand. */
import type { Body } from './body';

/** Fewer bold numbers say nothing. */
const LEAST_BOLD = 3;

/** The lowest and highest of some values, and how many there are. */
interface Span {
  readonly low: number;
  readonly high: number;
  readonly count: number;
}

function widen<Key>(spans: Map<Key, Span>, key: Key, value: number): void {
  const { low, high, count } = spans.get(key) ?? { low: value, high: value, count: 0 };
  spans.set(key, { low: Math.min(low, value), high: Math.max(high, value), count: count + 1 });
}

/**
 * How much it says that a value is the highest or lowest of several, from 0 to 1: nothing of two, where each is one of
 * these, and more the more there are. 0 if it is neither.
 */
function extremity(value: number, span: Span | undefined): number {
  if (!span) return 0;
  const isBetween = value > span.low && value < span.high;
  return isBetween || span.low === span.high ? 0 : 1 - 2 / span.count;
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/**
 * From -1 to 1: above 0 if bold numbers are the highest or lowest of their rows more often than of their columns, so
 * that the columns are compared; below 0 if the rows are. Counted against chance; 0 if too few are bold.
 */
export function boldSide({ grid, contents, headersOf, headerColumns, headingOf }: Body): number {
  const rows = new Map<number, Span>();
  const columns = new Map<string, Span>();
  const bold: { readonly value: number; readonly row: number; readonly keys: readonly string[] }[] = [];
  let block = 0;
  for (const [row, cells] of grid.entries()) {
    if (!headersOf[row]) continue;
    if (cells.every(({ hasRuleAbove }) => hasRuleAbove)) block += 1;
    for (let column = headerColumns; column < cells.length; column += 1) {
      const cell = cells[column];
      const content = contents[row]?.[column];
      if (cell?.row !== row || cell.column !== column || content?.kind !== 'number') continue;
      const { value, printed } = content.number;
      // A column is compared whole, below one heading, or between two lines.
      const keys = [`${column}`, `${column} ${headingOf[row] ?? ''}`, `${column} | ${block}`];
      widen(rows, row, value);
      for (const key of keys) widen(columns, key, value);
      if (cell.bold.includes(printed)) bold.push({ value, row, keys });
    }
  }
  if (bold.length < LEAST_BOLD) return 0;
  const along = sum(bold.map(({ value, row }) => extremity(value, rows.get(row))));
  const down = sum(
    bold.map(({ value, keys }) => Math.max(...keys.map((key) => extremity(value, columns.get(key))))),
  );
  return (along - down) / bold.length;
}
