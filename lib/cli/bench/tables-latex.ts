/**
 * Result tables of papers by many authors, rewritten from their LaTeX sources (`labelled-latex.jsonl`) and labelled
 * before the reader first ran on them. Only facts: names, numbers and layout. Captions are left out of the first 88, so that
 * what only these say counts as neither right nor wrong; the later ones have what their caption says in short. Those of a
 * part of the papers ("unseen") and of the held-back files were kept apart at first, and their figures were measured before
 * anybody saw a miss; all but the last were looked at since, and weights are fitted to them. Those of
 * `held-back-tables-5.jsonl` have never been looked at: their misses are not for reading, only their figures. They are up
 * to three tables of a paper, with what its text says about them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readTables, type TablePaper, type TableSource } from '@/lib/domain/tables';
import type { SourceCell } from '@/lib/domain/tables/source';
import type { GoldTable } from './tables-gold';
import type { PageScores } from './tables-pages';
import { Said, tellSaid } from './tables-said';
import { scoreTable } from './tables-score';

/** A cell's text, how many columns and rows it covers, and the sum of its marks. */
const Cell = z.union([z.string(), z.tuple([z.string(), z.number(), z.number(), z.number()])]);
const [BOLD, CITED, RULED, SHADED] = [1, 2, 4, 8];

const Place = z.tuple([z.number(), z.number()]);
const Names = z.array(z.string().nullable());

const LatexTable = z.strictObject({
  id: z.string(),
  paper: z.string(),
  /** The name of what the paper proposes, if a reader of the page would know it. */
  proposes: z.string().nullable(),
  isLookedAt: z.boolean(),
  isResult: z.boolean(),
  systems: z.enum(['rows', 'columns']).nullable(),
  /** What the caption says of data, metric and layout, in the words of who labelled it. */
  caption: z.string().optional(),
  /** What the paper's text says about the table, if it was available. */
  said: Said.optional(),
  rows: z.array(z.array(Cell)),
  /** The names that cells refer to by index; of metrics and data all that are right. */
  names: z.strictObject({ systems: z.array(z.string()), metrics: z.array(Names), data: z.array(Names) }),
  /** Row, column, value, indexes of system, metric and data, and 1 for the paper's own, left out where unknown. */
  cells: z.array(
    z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]).rest(z.number()),
  ),
  noNumber: z.array(Place),
  unscored: z.array(Place),
});
/** One line of the file. */
export type LatexTable = z.infer<typeof LatexTable>;

function cellOf(written: z.infer<typeof Cell>): SourceCell {
  const [text, columnSpan, rowSpan, marks] = typeof written === 'string' ? [written, 1, 1, 0] : written;
  const has = (mark = 0): boolean => Math.floor(marks / mark) % 2 === 1;
  return {
    text,
    bold: has(BOLD) ? text : '',
    underlined: '',
    isCited: has(CITED),
    isHeader: false,
    hasRuleAbove: has(RULED),
    isShaded: has(SHADED),
    rowSpan,
    columnSpan,
  };
}

const goldOf = ({ id, systems, names, cells, noNumber, unscored }: LatexTable): GoldTable => ({
  page: 'latex',
  tableId: id,
  number: id,
  systemsAxis: systems ?? 'rows',
  cells: cells.map(([row, col, value, system, metric, data, isOwn]) => {
    const [first = null, ...orMetrics] = names.metrics[metric] ?? [];
    const [dataset = null, ...orData] = names.data[data] ?? [];
    return {
      row,
      col,
      value,
      raw: String(value),
      rowHeaders: [],
      colHeaders: [],
      system: names.systems[system] ?? '',
      metric: first,
      orMetrics,
      dataset,
      orData,
      direction: null,
      isOwn: isOwn === undefined ? null : isOwn === 1,
      isBest: null,
    };
  }),
  nonNumericCells: noNumber.map(([row, col]) => ({ row, col, raw: '' })),
  unscored: unscored.map(([row, col]) => ({ row, col })),
});

/** Which of these tables: those that were looked at first, those of the same file that were later, or those of a later file. */
export type LatexPart =
  'looked at' | 'unseen' | 'held back' | 'held back 2' | 'held back 3' | 'held back 4' | 'fresh';

const FILES: Readonly<Record<LatexPart, string>> = {
  'looked at': 'labelled-latex.jsonl',
  unseen: 'labelled-latex.jsonl',
  'held back': 'held-back-tables.jsonl',
  'held back 2': 'held-back-tables-2.jsonl',
  'held back 3': 'held-back-tables-3.jsonl',
  'held back 4': 'held-back-tables-4.jsonl',
  fresh: 'held-back-tables-5.jsonl',
};

/** Loads the labelled tables of a file of JSON lines. */
export const readLatexFile = (path: string): readonly LatexTable[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => LatexTable.parse(JSON.parse(line)));

/** Loads a part of the labelled tables. */
export const readLatexTables = (part: LatexPart): readonly LatexTable[] =>
  readLatexFile(join(import.meta.dirname, FILES[part])).filter(
    ({ isLookedAt }) => isLookedAt === (part === 'looked at'),
  );

/** All parts that were looked at, in the order in which they were; weights are fitted to them. */
export const LOOKED_AT: readonly LatexPart[] = [
  'looked at',
  'unseen',
  'held back',
  'held back 2',
  'held back 3',
  'held back 4',
];

/** Loads all tables that were looked at. */
export const readLookedAt = (): readonly LatexTable[] => LOOKED_AT.flatMap(readLatexTables);

/** The table as a page's adapter gives it. */
export const sourceOf = ({ caption = '', said, rows }: LatexTable): TableSource => ({
  caption,
  outerCaption: '',
  about: said ? [tellSaid(said)] : [],
  section: [],
  rows: rows.map((row) => row.map(cellOf)),
});

/** The names by which the reader knows the paper's own systems. */
export const paperOf = ({ proposes }: LatexTable): TablePaper =>
  proposes === null ? { title: '', abstract: '' } : { title: proposes, abstract: `We propose ${proposes}.` };

/** Scores labelled tables. */
export function scoreLatexTables(tables: readonly LatexTable[]): PageScores {
  const tally = { right: 0, read: 0, labelled: 0 };
  const misses: string[] = [];
  const scored = tables.flatMap((table) => {
    const { isResult, id } = table;
    const ofPaper = tables.filter(({ paper }) => paper === table.paper);
    const read = readTables(ofPaper.map(sourceOf), paperOf(table))[ofPaper.indexOf(table)];
    const isRead = read?.kind === 'results';
    tally.labelled += Number(isResult);
    tally.read += Number(isRead);
    tally.right += Number(isRead && isResult);
    if (isRead !== isResult) misses.push(`latex ${id}: ${isRead ? 'read' : 'missed'}`);
    const gold = goldOf(table);
    const score = scoreTable(gold, read);
    // Neither is labelled.
    const shares = { ...score.shares, direction: undefined, error: undefined };
    return isResult ? [{ gold, score: { ...score, shares } }] : [];
  });
  return { scored, kinds: { ...tally, misses } };
}
