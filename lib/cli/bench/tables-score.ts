/**
 * Scores a table's reading against its labels: for every figure the share of correct cells, and all misses by
 * kind.
 */
import { findMetric } from '@/lib/domain/metrics';
import type { PaperTable, TableResult } from '@/lib/domain/tables';
import { nameKey } from '@/lib/domain/tables/own';
import type { GoldCell, GoldTable } from './tables-gold';

/** The figures in the order of the printed table; each is a share of a table's labelled cells. */
export const TABLE_FIGURES = [
  'axis',
  'value',
  'error',
  'system',
  'metric',
  'data',
  'metric and data',
  'said right',
  'direction',
  'own system',
  'best',
  'nothing added',
] as const;
/** Name of one of these figures. */
export type TableFigure = (typeof TABLE_FIGURES)[number];

/** A table's shares, and its misses as text. */
export interface TableScore {
  readonly shares: Readonly<Record<TableFigure, number | undefined>>;
  readonly misses: readonly { readonly kind: TableFigure; readonly words: string }[];
}

const words = (name: string): string[] =>
  nameKey(name.replace(/\bours\b/gi, ' '))
    .split(' ')
    .filter((word) => word !== '' && !/^(?:of|the|at|on|in|a|and)$/.test(word));

/**
 * Two forms of a name match if their letters are equal, or one has all words of the other: labels add what the
 * annotating person knows ("Lip-Sync Quality (human, 1-4)"), the reader what the page prints ("DSC (%)").
 */
function isSameLabel(read: string, label: string): boolean {
  const [one, other] = [words(read), words(label)];
  if (one.join('') === other.join('')) return true;
  if (one.length === 0 || other.length === 0) return false;
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  return few.every((word) => many.includes(word));
}

const isSystem = (read: string, gold: GoldCell): boolean =>
  [gold.system, gold.systemAsWritten, ...gold.rowHeaders, ...gold.colHeaders].some(
    (label) => label !== undefined && isSameLabel(read, label.replace(/\[\d+\]/g, '')),
  );

function isMetricNamed(read: string | undefined, label: string | null): boolean {
  if (read === undefined || label === null) return read === undefined && label === null;
  if (isSameLabel(read, label)) return true;
  const [one, other] = [findMetric(read), findMetric(label)];
  return one !== undefined && one.name === other?.name;
}

const isMetric = (read: string | undefined, { metric, orMetrics }: GoldCell): boolean =>
  [metric, ...orMetrics].some((label) => isMetricNamed(read, label));

const isData = (read: string | undefined, { dataset, orData }: GoldCell): boolean =>
  [dataset, ...orData].some((label) =>
    read === undefined || label === null ? read === undefined && label === null : isSameLabel(read, label),
  );

const isClose = (one: number | undefined, other: number | undefined): boolean =>
  one === undefined || other === undefined ? one === other : Math.abs(one - other) <= Math.abs(other) * 1e-12;

/** Scores a table's reading. A table that was not read as results scores zero, except that it adds nothing. */
export function scoreTable(gold: GoldTable, table: PaperTable | undefined): TableScore {
  const isUnscored = ({ row, column }: TableResult): boolean =>
    gold.unscored.some((place) => place.row === row && place.col === column);
  const results = table?.kind === 'results' ? table.results.filter((result) => !isUnscored(result)) : [];
  const open = new Set<TableResult>(results);
  const misses: { kind: TableFigure; words: string }[] = [];
  const counts = new Map<TableFigure, [right: number, all: number]>();
  const count = (figure: TableFigure, isRight: boolean, miss: () => string): void => {
    const [right, all] = counts.get(figure) ?? [0, 0];
    counts.set(figure, [right + Number(isRight), all + 1]);
    if (!isRight) misses.push({ kind: figure, words: miss() });
  };
  count('axis', table?.kind === 'results' && table.systems === gold.systemsAxis, () => gold.systemsAxis);
  for (const cell of gold.cells) {
    const here = [...open].filter(({ row, column }) => row === cell.row && column === cell.col);
    const read = here.find(({ value }) => isClose(value, cell.value)) ?? here[0];
    if (read) open.delete(read);
    const at = `${cell.row},${cell.col} ${cell.raw}`;
    const said = (want: unknown, got: unknown) => () =>
      `${at}: labelled ${String(want)}, read ${String(got)}`;
    count('value', isClose(read?.value, cell.value), said(cell.value, read?.value));
    if (cell.std !== undefined || read?.error !== undefined)
      count('error', isClose(read?.error, cell.std), said(cell.std, read?.error));
    count('system', read !== undefined && isSystem(read.system, cell), said(cell.system, read?.system));
    const metric = read !== undefined && isMetric(read.metric, cell);
    const data = read !== undefined && isData(read.data, cell);
    count('metric', metric, said(cell.metric, read?.metric));
    count('data', data, said(cell.dataset, read?.data));
    count('metric and data', metric && data, () => at);
    // Of the cells that are given a metric: a wrong name is worse than none.
    if (read?.metric !== undefined) count('said right', metric && data, () => at);
    const better = cell.direction === null ? undefined : cell.direction === 'up' ? 'higher' : 'lower';
    count('direction', read !== undefined && read.better === better, said(better, read?.better));
    if (cell.isOwn !== null)
      count('own system', read !== undefined && read.isOwn === cell.isOwn, said(cell.isOwn, read?.isOwn));
    if (cell.isBest !== null)
      count('best', read !== undefined && read.isBest === cell.isBest, said(cell.isBest, read?.isBest));
  }
  const missing = new Set(gold.nonNumericCells.map(({ row, col }) => `${row},${col}`));
  for (const { row, column, printed, system, metric } of open)
    count('nothing added', false, () => {
      const place = `${row},${column}`;
      return `${place} ${printed} [${system}, ${metric ?? 'no metric'}]${missing.has(place) ? ' where the page has no number' : ''}`;
    });
  counts.set('nothing added', [gold.cells.length, gold.cells.length + open.size]);
  const share = (figure: TableFigure): number | undefined => {
    const [right, all] = counts.get(figure) ?? [0, 0];
    return all === 0 ? undefined : right / all;
  };
  return {
    shares: {
      axis: share('axis'),
      value: share('value'),
      error: share('error'),
      system: share('system'),
      metric: share('metric'),
      data: share('data'),
      'metric and data': share('metric and data'),
      'said right': share('said right'),
      direction: share('direction'),
      'own system': share('own system'),
      best: share('best'),
      'nothing added': share('nothing added'),
    },
    misses,
  };
}
