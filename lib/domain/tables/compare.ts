/**
 * Compares the paper's own numbers in a table with the best of the others, which is what users look for
 * first.
 */
import type { TableResult } from './result';

/** A measurement in a table for which the paper's own system has a number. */
export interface Comparison {
  /** The best of the paper's own numbers; the first if the better direction is unknown. */
  readonly own: TableResult;
  /** The best of the other numbers; undefined if there is none, or the better direction is unknown. */
  readonly other: TableResult | undefined;
}

/** The better of two numbers; the first for ties and unknown directions. */
const betterOf = (one: TableResult, two: TableResult): TableResult =>
  (two.better === 'higher' && two.value > one.value) || (two.better === 'lower' && two.value < one.value)
    ? two
    : one;

/** The comparisons of a table, in its order; measurements without an own number are left out. */
export function compareOwn(results: readonly TableResult[]): readonly Comparison[] {
  const groups = Map.groupBy(results, ({ metric, data, better }) => [metric, data, better].join('\n'));
  return [...groups.values()].flatMap((group): Comparison[] => {
    const own = group.filter(({ isOwn }) => isOwn);
    const others = group.filter(({ isOwn, better }) => !isOwn && better !== undefined);
    if (own.length === 0) return [];
    return [{ own: own.reduce(betterOf), other: others.length > 0 ? others.reduce(betterOf) : undefined }];
  });
}

/** A number of the abstract that a table contains too. */
export interface SameNumber {
  /** The abstract's number as printed. */
  readonly value: string;
  /** Index of the table in the given list. */
  readonly table: number;
  readonly result: TableResult;
}

/** The digits of a printed number; a cell must contain the same. */
const digitsOf = (printed: string): string | undefined =>
  /\d[\d,]*(?:\.\d+)?/.exec(printed)?.[0].replaceAll(',', '');

/**
 * Where numbers of the abstract are in the paper's tables, in their order: the first cell of an own system
 * with the same printed digits. Numbers of fewer than three digits are left out, since they match by chance.
 */
export function findSameNumbers(
  values: readonly string[],
  tables: readonly (readonly TableResult[])[],
): readonly SameNumber[] {
  const places = new Map<string, SameNumber>();
  for (const [table, results] of tables.entries())
    for (const result of results) {
      const digits = digitsOf(result.printed);
      if (result.isOwn && digits !== undefined && !places.has(digits))
        places.set(digits, { value: result.printed, table, result });
    }
  return values.flatMap((value) => {
    const digits = digitsOf(value);
    if (digits === undefined || digits.replace('.', '').length < 3) return [];
    const found = places.get(digits);
    return found ? [{ ...found, value }] : [];
  });
}
