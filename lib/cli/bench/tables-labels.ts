/**
 * The project's own labels of tables (`labelled-tables.jsonl`): one table of a saved full text a line, as a person
 * read it off the page before the reader was run on it. Facts only: places, numbers, and what they are of.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { GoldTable } from './tables-gold';

const Place = z.tuple([z.number(), z.number()]);

const OwnLabel = z.strictObject({
  /** Under `pages` of the shared folder. */
  page: z.string(),
  /** Whether the page is arXiv's or ar5iv's own, or was made for tests. */
  origin: z.enum(['real', 'composed']),
  /** The id of the table, or of its figure where it has none. */
  table: z.string(),
  number: z.string(),
  isResult: z.boolean(),
  /** Null where the cells are not labelled, or no systems are compared. */
  systems: z.enum(['rows', 'columns']).nullable(),
  cells: z.array(
    z.strictObject({
      row: z.number(),
      column: z.number(),
      value: z.number(),
      system: z.string(),
      /** The system as printed, where a reader knows it by another name ("Ours"). */
      printed: z.string().optional(),
      data: z.string().nullable(),
      metric: z.string().nullable(),
      better: z.enum(['higher', 'lower']).nullable(),
      isOwn: z.boolean(),
      isBest: z.boolean().nullable(),
    }),
  ),
  /** Cells that hold no number. */
  noNumber: z.array(Place),
  /** Cells whose number belongs to two columns: whatever is read there is neither right nor wrong. */
  unscored: z.array(Place).optional(),
});
export type OwnLabel = z.infer<typeof OwnLabel>;

/** Reads all own labels. */
export const readOwnLabels = (): readonly OwnLabel[] =>
  readFileSync(join(import.meta.dirname, 'labelled-tables.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => OwnLabel.parse(JSON.parse(line)));

/** An own label in the form of the shared ones; undefined where its cells are not labelled. */
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
