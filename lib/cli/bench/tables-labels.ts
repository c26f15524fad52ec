/**
 * The project's own table labels (`labelled-tables.jsonl`): one table of a saved full text on each line,
 * labelled by hand before the reader was first run on it. Only facts: positions, numbers and names.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { GoldTable } from './tables-gold';

const Place = z.tuple([z.number(), z.number()]);

const OwnLabel = z.strictObject({
  /** The path below `pages` in the shared folder. */
  page: z.string(),
  /** Whether the page was saved from arXiv or ar5iv, or composed for tests. */
  origin: z.enum(['real', 'composed']),
  /** The table's id, or that of its figure if the table has none. */
  table: z.string(),
  number: z.string(),
  isResult: z.boolean(),
  /** Null if the cells are not labelled, or the table compares no systems. */
  systems: z.enum(['rows', 'columns']).nullable(),
  cells: z.array(
    z.strictObject({
      row: z.number(),
      column: z.number(),
      value: z.number(),
      system: z.string(),
      /** The system as printed, if the label uses another name ("Ours"). */
      printed: z.string().optional(),
      data: z.string().nullable(),
      metric: z.string().nullable(),
      better: z.enum(['higher', 'lower']).nullable(),
      isOwn: z.boolean(),
      isBest: z.boolean().nullable(),
    }),
  ),
  /** Cells without a number. */
  noNumber: z.array(Place),
  /** Cells that are not scored, because their number belongs to two columns. */
  unscored: z.array(Place).optional(),
});
/** One line of the file: a labelled table. */
export type OwnLabel = z.infer<typeof OwnLabel>;

/** Loads all of the project's own labels. */
export const readOwnLabels = (): readonly OwnLabel[] =>
  readFileSync(join(import.meta.dirname, 'labelled-tables.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => OwnLabel.parse(JSON.parse(line)));

/** Converts an own label to the schema of the shared ones; undefined if its cells are not labelled. */
export function asGoldTable({
  page,
  table,
  number,
  systems,
  cells,
  noNumber,
  unscored,
}: OwnLabel): GoldTable | undefined {
  if (systems === null) return undefined;
  return {
    page,
    tableId: table,
    number,
    systemsAxis: systems,
    cells: cells.map(({ column, system, printed, data, better, ...cell }) => ({
      ...cell,
      orMetrics: [],
      orData: [],
      col: column,
      raw: String(cell.value),
      rowHeaders: [],
      colHeaders: [],
      system,
      systemAsWritten: printed,
      dataset: data,
      direction: better === null ? null : better === 'higher' ? 'up' : 'down',
    })),
    nonNumericCells: noNumber.map(([row, col]) => ({ row, col, raw: '' })),
    unscored: (unscored ?? []).map(([row, col]) => ({ row, col })),
  };
}
