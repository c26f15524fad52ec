/** The paper's own numbers of a table against the best of the others: what a user looks for first. */
import type { TableResult } from './result';

/** One measurement of a table that the paper's own system has. */
export interface Comparison {
  /** The best of the paper's own, or the first where nobody knows which way is better. */
  readonly own: TableResult;
  /** The best of the others; undefined where there is none, or nobody knows which way is better. */
  readonly other: TableResult | undefined;
}

/** The better of two numbers; the first where they tie or no direction is known. */
const betterOf = (one: TableResult, two: TableResult): TableResult =>
  (two.better === 'higher' && two.value > one.value) || (two.better === 'lower' && two.value < one.value)
    ? two
    : one;

/** The comparisons of a table in its order; measurements without an own number are left out. */
export function compareOwn(results: readonly TableResult[]): readonly Comparison[] {
  const groups = Map.groupBy(results, ({ metric, data, better }) => [metric, data, better].join('\n'));
  return [...groups.values()].flatMap((group): Comparison[] => {
    const own = group.filter(({ isOwn }) => isOwn);
    const others = group.filter(({ isOwn, better }) => !isOwn && better !== undefined);
    if (own.length === 0) return [];
    return [{ own: own.reduce(betterOf), other: others.length > 0 ? others.reduce(betterOf) : undefined }];
  });
}

/** A number of the abstract that a table holds too. */
export interface SameNumber {
  /** The abstract's number as printed. */
  readonly value: string;
  /** Index of the table among those given. */
  readonly table: number;
  readonly result: TableResult;
}

/** Digits of a number as printed: what a cell must hold to be the same. */
const digitsOf = (printed: string): string | undefined =>
  /\d[\d,]*(?:\.\d+)?/.exec(printed)?.[0].replaceAll(',', '');

/**
 * Where numbers of the abstract stand in the paper's tables, in their order: the first cell of an own system that
 * prints the same digits. Numbers of fewer than three digits could be anything and are left out.
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
