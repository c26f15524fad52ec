/**
 * Measures the reading of tables on full texts labelled by hand: averages over tables, real pages apart from composed
 * ones, and whether result tables are told from others.
 *
 *   npx tsx lib/cli/bench/tables.ts [--pages FOLDER] [--misses KIND|all]
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { readOptions, refuse } from '@/lib/cli/misuse';
import { readTables, type PaperTable } from '@/lib/domain/tables';
import { readFullText } from '@/lib/sites/latexml';
import { readTables as findTables, type FoundTable } from '@/lib/sites/latexml-tables';
import { GoldTables, type GoldTable } from './tables-gold';
import { scoreTable, TABLE_FIGURES, type TableFigure, type TableScore } from './tables-score';

const USAGE = 'usage: npx tsx lib/cli/bench/tables.ts [--pages FOLDER] [--misses KIND|all]';

/** What issue 17 wants, averaged over tables. */
const WANTED: Readonly<Partial<Record<TableFigure, number>>> = {
  value: 0.99,
  system: 0.95,
  'metric and data': 0.9,
  'own system': 0.9,
};

/** A page read: its tables as found and as understood, in the same order. */
interface ReadPage {
  readonly found: readonly FoundTable[];
  readonly tables: readonly PaperTable[];
}

/** Reads a saved page. */
export function readPage(html: string): ReadPage {
  const { document } = new JSDOM(html).window;
  const found = findTables(document);
  const { title = '', abstract = '' } = readFullText(document, []) ?? {};
  return { found, tables: readTables(found.map(({ source }) => source), { title, abstract }) };
}

/** Whether a page is evidence of how arXiv sets tables (INDEX.md there). */
const isReal = (page: string): boolean => !page.startsWith('COMPOSED');

const average = (scores: readonly TableScore[], figure: TableFigure): string => {
  const shares = scores.flatMap(({ shares }) => shares[figure] ?? []);
  if (shares.length === 0) return '-';
  return `${(shares.reduce((sum, one) => sum + one, 0) / shares.length).toFixed(3)} of ${shares.length}`;
};

const printLine = (...cells: readonly string[]): void =>
  console.log(
    cells
      .map((text) => text.padEnd(18))
      .join('')
      .trimEnd(),
  );

interface Scored {
  readonly gold: GoldTable;
  readonly score: TableScore;
}

function printScores(scored: readonly Scored[]): void {
  const real = scored.filter(({ gold }) => isReal(gold.page)).map(({ score }) => score);
  const composed = scored.filter(({ gold }) => !isReal(gold.page)).map(({ score }) => score);
  printLine('tables', 'wanted', 'real, excerpts', 'composed');
  for (const figure of TABLE_FIGURES)
    printLine(figure, WANTED[figure]?.toFixed(2) ?? '-', average(real, figure), average(composed, figure));
}

/** Precision and recall of telling result tables, over all tables of labelled pages. */
function printKinds(gold: GoldTables, pages: ReadonlyMap<string, ReadPage>, showMisses: boolean): void {
  printLine('', 'wanted', 'real, excerpts', 'composed');
  const count = (areReal: boolean) => {
    const tally = { right: 0, read: 0, labelled: 0 };
    const misses: string[] = [];
    for (const [page, { found, tables }] of pages) {
      if (isReal(page) !== areReal) continue;
      const others = gold.otherResultTablesNotLabelled[page] ?? {};
      const labelled = new Set([
        ...gold.tables.filter((table) => table.page === page).map(({ tableId }) => tableId),
        ...Object.keys(others),
      ]);
      for (const [index, { table }] of found.entries()) {
        const figure = table.closest('figure')?.id ?? '';
        const isLabelled = '*' in others || labelled.has(figure) || labelled.has(table.id);
        const isRead = tables[index]?.kind === 'results';
        tally.labelled += Number(isLabelled);
        tally.read += Number(isRead);
        tally.right += Number(isRead && isLabelled);
        if (isRead !== isLabelled) misses.push(`  ${page} ${figure || table.id}: ${isRead ? 'read' : 'missed'}`);
      }
    }
    return { ...tally, misses };
  };
  const [real, composed] = [count(true), count(false)];
  const share = (part: number, all: number): string => `${(part / Math.max(1, all)).toFixed(3)} of ${all}`;
  printLine('result tables P', '0.92', share(real.right, real.read), share(composed.right, composed.read));
  printLine('result tables R', '0.92', share(real.right, real.labelled), share(composed.right, composed.labelled));
  if (showMisses) console.log([...real.misses, ...composed.misses].join('\n'));
}

function printMisses(scored: readonly Scored[], kind: string): void {
  for (const { gold, score } of scored) {
    const misses = score.misses.filter((miss) => kind === 'all' || miss.kind === kind);
    if (misses.length === 0) continue;
    console.log(`\n${gold.page} table ${gold.number}`);
    for (const miss of misses) console.log(`  ${miss.kind}: ${miss.words}`);
  }
}

function benchTables(): void {
  const { pages: folder, misses } = readOptions(
    { pages: { type: 'string', default: '../shared/pages/D-html-full' }, misses: { type: 'string' } },
    USAGE,
  );
  if (misses !== undefined && misses !== 'all' && misses !== 'kind' && !TABLE_FIGURES.some((figure) => figure === misses))
    refuse(`misses are of one of: all, kind, ${TABLE_FIGURES.join(', ')}`, USAGE);
  const labels = join(folder, 'gold-tables.json');
  if (!existsSync(labels)) {
    console.log(`skipped: ${labels} is not there`);
    return;
  }
  const gold = GoldTables.parse(JSON.parse(readFileSync(labels, 'utf8')));
  const names = new Set([
    ...gold.tables.map(({ page }) => page),
    ...Object.keys(gold.notResultTables),
    ...Object.keys(gold.otherResultTablesNotLabelled),
  ]);
  const pages = new Map(
    [...names].sort().map((name) => [name, readPage(readFileSync(join(folder, name), 'utf8'))] as const),
  );
  const scored = gold.tables.map((table): Scored => {
    const page = pages.get(table.page);
    const at = page?.found.findIndex((found) => found.table.id === table.tableId) ?? -1;
    return { gold: table, score: scoreTable(table, page?.tables[at]) };
  });
  printScores(scored);
  printKinds(gold, pages, misses === 'all' || misses === 'kind');
  if (misses !== undefined) printMisses(scored, misses);
}

if (import.meta.filename === process.argv[1]) benchTables();
