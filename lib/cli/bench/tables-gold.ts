/**
 * The schema of tables in full texts labelled by hand (conventions in `pages/D-html-full/GUIDE-gold.md` of the
 * shared folder).
 */
import { z } from 'zod';

const GoldCell = z.object({
  row: z.number(),
  col: z.number(),
  rowHeaders: z.array(z.string()),
  colHeaders: z.array(z.string()),
  raw: z.string(),
  value: z.number(),
  std: z.number().optional(),
  system: z.string(),
  systemAsWritten: z.string().optional(),
  dataset: z.string().nullable(),
  metric: z.string().nullable(),
  /** Other metrics and data that are right too; null if saying none is right. */
  orMetrics: z.array(z.string().nullable()).default([]),
  orData: z.array(z.string().nullable()).default([]),
  direction: z.enum(['up', 'down']).nullable(),
  /** Null if the table alone does not tell. */
  isOwn: z.boolean().nullable(),
  isBest: z.boolean().nullable(),
});
/** One labelled number. */
export type GoldCell = z.infer<typeof GoldCell>;

const GoldTable = z.object({
  page: z.string(),
  tableId: z.string(),
  number: z.string(),
  systemsAxis: z.enum(['rows', 'columns']),
  cells: z.array(GoldCell),
  nonNumericCells: z.array(z.object({ row: z.number(), col: z.number(), raw: z.string() })),
  /** Cells that are not scored, because more than one reading is right. */
  unscored: z.array(z.object({ row: z.number(), col: z.number() })).default([]),
});
/** One labelled table. */
export type GoldTable = z.infer<typeof GoldTable>;

/** By page, the kinds of its figures or tables by their ids. */
const Kinds = z.record(z.string(), z.record(z.string(), z.string()));

/**
 * The labels: some tables with all their cells, and for every other table of the same pages whether it reports
 * results.
 */
export const GoldTables = z.object({
  tables: z.array(GoldTable),
  notResultTables: Kinds,
  otherResultTablesNotLabelled: Kinds,
});
/** A file of labelled tables. */
export type GoldTables = z.infer<typeof GoldTables>;
