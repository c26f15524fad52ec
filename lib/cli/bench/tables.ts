/**
 * Measures the table reader on full texts labelled by hand: means over tables, real and composed pages
 * separately, and how well tables with results are distinguished from others.
 *
 *   npx tsx lib/cli/bench/tables.ts [--pages FOLDER] [--misses KIND|all] [--held-back]
 *
 * Tables that were never looked at are scored on request only, because figures that are seen at every step are fitted
 * to before long.
 */
import { readOptions, exitWithUsageError } from '@/lib/cli/usage-error';
import { dirname } from 'node:path';
import { averageOf, hasLabels, scoreOwnLabels, scorePages, type PageScores } from './tables-pages';
import { LOOKED_AT, readLatexTables, scoreLatexTables } from './tables-latex';
import { readOwnLabels } from './tables-labels';
import { TABLE_FIGURES, type TableFigure } from './tables-score';

const USAGE = 'usage: npx tsx lib/cli/bench/tables.ts [--pages FOLDER] [--misses KIND|all] [--held-back]';

/** The targets of issue 17, as means over tables. */
const WANTED: Readonly<Partial<Record<TableFigure, number>>> = {
  value: 0.99,
  system: 0.95,
  'metric and data': 0.9,
  'own system': 0.9,
};

const printLine = (...cells: readonly string[]): void =>
  console.log(
    cells
      .map((text) => text.padEnd(20))
      .join('')
      .trimEnd(),
  );

const share = (part: number, all: number): string => `${(part / Math.max(1, all)).toFixed(3)} of ${all}`;

function printScores(columns: readonly PageScores[]): void {
  for (const figure of TABLE_FIGURES)
    printLine(
      figure,
      WANTED[figure]?.toFixed(2) ?? '-',
      ...columns.map(({ scored }) => {
        const count = scored.filter(({ score }) => score.shares[figure] !== undefined).length;
        return count === 0 ? '-' : `${averageOf(scored, figure).toFixed(3)} of ${count}`;
      }),
    );
  printLine('result tables P', '0.92', ...columns.map(({ kinds }) => share(kinds.right, kinds.read)));
  printLine('result tables R', '0.92', ...columns.map(({ kinds }) => share(kinds.right, kinds.labelled)));
}

function printMisses({ scored, kinds }: PageScores, kind: string): void {
  for (const { gold, score } of scored) {
    const misses = score.misses.filter((miss) => kind === 'all' || miss.kind === kind);
    if (misses.length === 0) continue;
    console.log(`\n${gold.page} table ${gold.number}`);
    for (const miss of misses) console.log(`  ${miss.kind}: ${miss.words}`);
  }
  if (kind === 'all' || kind === 'kind') for (const miss of kinds.misses) console.log(`kind: ${miss}`);
}

const isComposed = (page: string): boolean => page.startsWith('COMPOSED');

const {
  pages: folder,
  misses,
  'held-back': isHeldBackAsked,
} = readOptions(
  {
    pages: { type: 'string', default: '../shared/pages/D-html-full' },
    misses: { type: 'string' },
    'held-back': { type: 'boolean', default: false },
  },
  USAGE,
);
const isKind = ['all', 'kind', ...TABLE_FIGURES].some((kind) => kind === misses);
if (misses !== undefined && !isKind)
  exitWithUsageError(`misses are of one of: all, kind, ${TABLE_FIGURES.join(', ')}`, USAGE);
if (hasLabels(folder)) {
  // Scored separately, because composed pages are no evidence for how arXiv sets tables.
  const own = (wanted: string): PageScores =>
    scoreOwnLabels(
      dirname(folder),
      readOwnLabels().filter(({ origin }) => origin === wanted),
    );
  const columns: readonly (readonly [title: string, scores: PageScores])[] = [
    ['real, excerpts', scorePages(folder, (page) => !isComposed(page))],
    ['composed', scorePages(folder, isComposed)],
    ['own, real', own('real')],
    ['own, composed', own('composed')],
    ...LOOKED_AT.map((part) => [`latex, ${part}`, scoreLatexTables(readLatexTables(part))] as const),
  ];
  // Only their figures are printed, so that nobody looks at their misses.
  const heldBack: typeof columns = isHeldBackAsked
    ? [['fresh', scoreLatexTables(readLatexTables('fresh'))]]
    : [];
  const all = [...columns, ...heldBack];
  printLine('tables', 'wanted', ...all.map(([title]) => title));
  printScores(all.map(([, scores]) => scores));
  if (misses !== undefined) for (const [, scores] of columns) printMisses(scores, misses);
} else console.log(`skipped: ${folder} has no labelled tables`);
