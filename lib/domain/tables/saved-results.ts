/**
 * What is stored of a saved paper's tables: its own numbers and the best of the others, if metric and data
 * are known.
 */
import type { Result } from '@/lib/domain/paper';
import { isResult } from '@/lib/domain/paper-guards';
import { compareOwn } from './compare';
import type { PaperTable, TableResult } from './index';
import { MOST_KEPT } from './most-kept';

/** The name of a table: as printed, or by its place. */
export const nameOfTable = ({ source }: PaperTable, index: number): string =>
  [source.number ?? `#${index + 1}`, source.part].filter(Boolean).join(' ');

/** A number of a table as a result; its anchor is the table's name. */
function resultOf(
  { metric, printed, unit = '', system, data, better, isOwn }: TableResult,
  table: string,
): readonly Result[] {
  if (metric === undefined || data === undefined) return [];
  const result: Result = {
    metric,
    value: printed.endsWith(unit) ? printed : `${printed}${unit}`,
    kind: 'level',
    role: isOwn ? 'own' : 'baseline',
    system,
    data,
    better,
    anchor: table,
  };
  return isResult(result) ? [result] : [];
}

/**
 * The numbers of a paper's tables that are worth comparing with another paper's, at most `MOST_KEPT`, in
 * order.
 */
export const keptResults = (tables: readonly PaperTable[]): readonly Result[] =>
  tables
    .flatMap((table, index) =>
      table.kind === 'results'
        ? compareOwn(table.results).flatMap(({ own, other }) =>
            [own, ...(other ? [other] : [])].flatMap((each) => resultOf(each, nameOfTable(table, index))),
          )
        : [],
    )
    .slice(0, MOST_KEPT);
