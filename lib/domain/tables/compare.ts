/**
 * Compares the paper's own numbers in a table with the best of the others, which is what users look for
 * first.
 */
import { findMetric } from '../metrics';
import type { Result } from '../paper';
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

/** A result of the abstract, as far as its number is looked for. */
type SoughtResult = Pick<Result, 'value' | 'role' | 'metric'>;

/** Whether both name a metric, and the same. */
function isSameMetric(one: string | null, other: string | undefined): boolean {
  const name = one === null ? undefined : findMetric(one)?.name;
  return name !== undefined && name === findMetric(other ?? '')?.name;
}

/**
 * Where results of the abstract are in the paper's tables, in their order: the first cell with the same printed
 * digits, of an own system for own results; for those of others, who are many, of the same metric. Numbers of fewer
 * than three digits are left out, since they match by chance.
 */
export function findSameNumbers(
  sought: readonly SoughtResult[],
  tables: readonly (readonly TableResult[])[],
): readonly SameNumber[] {
  const places = new Map<string, SameNumber[]>();
  for (const [table, results] of tables.entries())
    for (const result of results) {
      const digits = digitsOf(result.printed);
      if (digits === undefined) continue;
      const known = places.get(digits);
      const place = { value: result.printed, table, result };
      if (known) known.push(place);
      else places.set(digits, [place]);
    }
  const found = new Map<TableResult, SameNumber>();
  for (const { value, role, metric } of sought) {
    const digits = digitsOf(value);
    if (digits === undefined || digits.replace('.', '').length < 3) continue;
    const place = places
      .get(digits)
      ?.find(({ result }) =>
        role === 'own' ? result.isOwn : !result.isOwn && isSameMetric(metric, result.metric),
      );
    if (place && !found.has(place.result)) found.set(place.result, { ...place, value });
  }
  return [...found.values()];
}
