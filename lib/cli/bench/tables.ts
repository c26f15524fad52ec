/**
 * Measures the table reader on full texts labelled by hand: means over tables, real and composed pages
 * separately, and how well tables with results are distinguished from others.
 *
 *   npx tsx lib/cli/bench/tables.ts [--pages FOLDER] [--misses KIND|all]
 */
import { readOptions, exitWithUsageError } from '@/lib/cli/usage-error';
import { dirname } from 'node:path';
import { averageOf, hasLabels, scoreOwnLabels, scorePages, type PageScores } from './tables-pages';
import { scoreLatexTables } from './tables-latex';
import { readOwnLabels } from './tables-labels';
import { TABLE_FIGURES, type TableFigure } from './tables-score';

const USAGE = 'usage: npx tsx lib/cli/bench/tables.ts [--pages FOLDER] [--misses KIND|all]';

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
      .map((text) => text.padEnd(18))
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

const { pages: folder, misses } = readOptions(
  { pages: { type: 'string', default: '../shared/pages/D-html-full' }, misses: { type: 'string' } },
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
  const columns = [
    scorePages(folder, (page) => !isComposed(page)),
    scorePages(folder, isComposed),
    own('real'),
    own('composed'),
    scoreLatexTables('looked at'),
    scoreLatexTables('unseen'),
    scoreLatexTables('held back'),
  ];
  printLine(
    'tables',
    'wanted',
    'real, excerpts',
    'composed',
    'own, real',
    'own, composed',
    'latex',
    'latex, unseen',
    'held back',
  );
  printScores(columns);
  // Those that nobody looked at stay so.
  if (misses !== undefined) for (const column of columns.slice(0, -2)) printMisses(column, misses);
} else console.log(`skipped: ${folder} has no labelled tables`);
