/** Tables of full texts labelled by hand (`pages/D-html-full/GUIDE-gold.md` in the shared folder says how). */
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
  direction: z.enum(['up', 'down']).nullable(),
  isOwn: z.boolean(),
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
  /** Places where whatever is read is neither right nor wrong. */
  unscored: z.array(z.object({ row: z.number(), col: z.number() })).default([]),
});
/** One labelled table. */
export type GoldTable = z.infer<typeof GoldTable>;

/** Pages by the figures or tables that have a kind. */
const Kinds = z.record(z.string(), z.record(z.string(), z.string()));

/** The labels: tables cell by cell, and of all others of their pages whether they report results. */
export const GoldTables = z.object({
  tables: z.array(GoldTable),
  notResultTables: Kinds,
  otherResultTablesNotLabelled: Kinds,
});
export type GoldTables = z.infer<typeof GoldTables>;
