/** Scores the table reader on a folder of saved and labelled full texts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { readTables, type PaperTable, type TablePaper, type TableSource } from '@/lib/domain/tables';
import { readFullText } from '@/lib/sites/latexml';
import { tables as reader } from '@/lib/sites/latexml-tables';
import type { FoundTable } from '@/lib/sites/site';
import { GoldTables, type GoldTable } from './tables-gold';
import { asGoldTable, type OwnLabel } from './tables-labels';
import { scoreTable, type TableFigure, type TableScore } from './tables-score';

/** A page's tables as elements and as read, in the same order. */
interface ReadPage {
  readonly found: readonly FoundTable[];
  readonly tables: readonly PaperTable[];
  readonly paper: TablePaper;
}

/** Reads all tables of a saved page. */
export function readPage(html: string): ReadPage {
  const { window } = new JSDOM(html);
  const { document } = window;
  const referrals = reader.findReferrals(document);
  const found = reader.findTables(document).map((table) => reader.readTable(table, referrals));
  const { title = '', abstract = '' } = readFullText(document, []) ?? {};
  const paper = { title, abstract };
  return {
    found,
    tables: readTables(
      found.map(({ source }) => source),
      paper,
    ),
    paper,
  };
}

/** How many tables report results: as labelled, as read, and in both. */
interface KindCount {
  readonly right: number;
  readonly read: number;
  readonly labelled: number;
  readonly misses: readonly string[];
}

/** A labelled table with its score. */
interface ScoredTable {
  readonly gold: GoldTable;
  readonly score: TableScore;
}

/** The scores of several pages. */
export interface PageScores {
  readonly scored: readonly ScoredTable[];
  readonly kinds: KindCount;
}

/** A figure's mean over tables, with equal weight for each; NaN if no table has it. */
export function averageOf(scored: readonly ScoredTable[], figure: TableFigure): number {
  const shares = scored.flatMap(({ score }) => score.shares[figure] ?? []);
  return shares.reduce((sum, one) => sum + one, 0) / shares.length;
}

/** Returns a function that tells whether a table of a page reports results by the labels. */
function labelledResults(gold: GoldTables, page: string): (found: FoundTable) => boolean {
  const others = gold.otherResultTablesNotLabelled[page] ?? {};
  const labelled = new Set([
    ...gold.tables.filter((table) => table.page === page).map(({ tableId }) => tableId),
    ...Object.keys(others),
  ]);
  return ({ table }) =>
    '*' in others || labelled.has(table.closest('figure')?.id ?? '') || labelled.has(table.id);
}

function countKinds(gold: GoldTables, pages: ReadonlyMap<string, ReadPage>): KindCount {
  const tally = { right: 0, read: 0, labelled: 0 };
  const misses: string[] = [];
  for (const [page, { found, tables }] of pages) {
    const isResult = labelledResults(gold, page);
    for (const [index, one] of found.entries()) {
      const { table } = one;
      const figure = table.closest('figure')?.id ?? '';
      const isLabelled = isResult(one);
      const isRead = tables[index]?.kind === 'results';
      tally.labelled += Number(isLabelled);
      tally.read += Number(isRead);
      tally.right += Number(isRead && isLabelled);
      if (isRead !== isLabelled) misses.push(`${page} ${figure || table.id}: ${isRead ? 'read' : 'missed'}`);
    }
  }
  return { ...tally, misses };
}

/** The path of a folder's labels. */
const labelsIn = (folder: string): string => join(folder, 'gold-tables.json');

/** Whether a folder has labels. */
export const hasLabels = (folder: string): boolean => existsSync(labelsIn(folder));

/** Scores the tables of the project's own labels; `folder` contains the folders of saved pages. */
export function scoreOwnLabels(folder: string, labels: readonly OwnLabel[]): PageScores {
  const names = [...new Set(labels.map(({ page }) => page))];
  const pages = new Map(names.map((name) => [name, readPage(readFileSync(join(folder, name), 'utf8'))]));
  const tally = { right: 0, read: 0, labelled: 0 };
  const misses: string[] = [];
  const scored = labels.flatMap((label): ScoredTable[] => {
    const page = pages.get(label.page);
    const at = page?.found.findIndex(
      ({ table }) => table.id === label.table || table.closest('figure')?.id === label.table,
    );
    const table = page?.tables[at ?? -1];
    const isRead = table?.kind === 'results';
    tally.labelled += Number(label.isResult);
    tally.read += Number(isRead);
    tally.right += Number(isRead && label.isResult);
    if (isRead !== label.isResult) misses.push(`${label.page} ${label.table}: ${isRead ? 'read' : 'missed'}`);
    const gold = asGoldTable(label);
    return gold ? [{ gold, score: scoreTable(gold, table) }] : [];
  });
  return { scored, kinds: { ...tally, misses } };
}

/** A folder's labelled pages, read. */
function readPages(folder: string): { readonly gold: GoldTables; readonly pages: Map<string, ReadPage> } {
  const gold = GoldTables.parse(JSON.parse(readFileSync(labelsIn(folder), 'utf8')));
  const names = new Set([
    ...gold.tables.map(({ page }) => page),
    ...Object.keys(gold.notResultTables),
    ...Object.keys(gold.otherResultTablesNotLabelled),
  ]);
  return {
    gold,
    pages: new Map(
      [...names]
        .toSorted()
        .map((name) => [name, readPage(readFileSync(join(folder, name), 'utf8'))] as const),
    ),
  };
}

/** A table of a labelled page, and whether it reports results. */
export interface LabelledKind {
  readonly page: string;
  readonly source: TableSource;
  readonly paper: TablePaper;
  readonly isResult: boolean;
}

/** All tables of a folder's labelled pages with their kinds. */
export function readKinds(folder: string): readonly LabelledKind[] {
  const { gold, pages } = readPages(folder);
  return [...pages].flatMap(([page, { found, paper }]) => {
    const isResult = labelledResults(gold, page);
    return found.map((one) => ({ page, source: one.source, paper, isResult: isResult(one) }));
  });
}

/** Scores a folder's labelled pages whose names pass the filter. */
export function scorePages(folder: string, isWanted: (page: string) => boolean): PageScores {
  const { gold, pages: all } = readPages(folder);
  const pages = new Map([...all].filter(([page]) => isWanted(page)));
  const scored = gold.tables.flatMap((table): ScoredTable[] => {
    const page = pages.get(table.page);
    if (!page) return [];
    const at = page.found.findIndex((found) => found.table.id === table.tableId);
    return [{ gold: table, score: scoreTable(table, page.tables[at]) }];
  });
  return { scored, kinds: countKinds(gold, pages) };
}
