/** Headers of labelled tables with their right roles, as if no lexicon had their names. */
import { paperOf, sourceOf, type LatexTable } from '@/lib/cli/bench/tables-latex';
import { findMetric } from '@/lib/domain/metrics';
import { findAxes } from '@/lib/domain/tables/axes';
import { findBody } from '@/lib/domain/tables/body';
import { layOut } from '@/lib/domain/tables/grid';
import { findHeaderLevels } from '@/lib/domain/tables/headers/facts';
import { viewsOf, type HeaderRole } from '@/lib/domain/tables/headers/roles';
import { testsPassed } from '@/lib/domain/tables/headers/tests';
import { cleanLabel } from '@/lib/domain/tables/labels';
import { columnLabels, labelKey, rowLabels, type Label } from '@/lib/domain/tables/levels';
import { findOwnSystems, nameKey } from '@/lib/domain/tables/own';
import { findSurroundings, saidOf } from '@/lib/domain/tables/shared-facts';

/** One header: the tests that it passes, and what it holds. */
export interface HeaderCase {
  readonly paper: string;
  readonly passed: readonly number[];
  readonly right: HeaderRole;
  /** How much it counts: headers of a table count less the more there are, and data less where none is right too. */
  readonly weight: number;
}

const wordsOf = (name: string): readonly string[] => nameKey(name).split(' ').filter(Boolean);

/** Whether all words of a header are in a label, or the other way round where that is asked for. */
function isIn(header: string, label: string, isEitherWay: boolean): boolean {
  const [few, many] = [wordsOf(header), wordsOf(label)];
  if (few.length === 0 || many.length === 0) return false;
  return (
    few.join('') === many.join('') ||
    few.every((word) => many.includes(word)) ||
    (isEitherWay && many.every((word) => few.includes(word)))
  );
}

const isMetricOf = (header: string, label: string | null): boolean =>
  label !== null &&
  (isIn(header, label, true) ||
    (findMetric(header) !== undefined && findMetric(header)?.name === findMetric(label)?.name));

/** How many of the numbers below a header have it as metric or as data by their labels. */
interface Count {
  all: number;
  metric: number;
  data: number;
  withoutData: number;
}

type Body = ReturnType<typeof findBody>;

function countLabels({ cells, names }: LatexTable, body: Body): ReadonlyMap<string, Count> {
  const counts = new Map<string, Count>();
  for (const [row, column, , , metric, data] of cells) {
    const [metrics, datasets] = [names.metrics[metric] ?? [], names.data[data] ?? []];
    for (const label of [...rowLabels(body, row), ...columnLabels(body, row, column)]) {
      const key = labelKey(label);
      const count = counts.get(key) ?? { all: 0, metric: 0, data: 0, withoutData: 0 };
      counts.set(key, count);
      const name = cleanLabel(label.text);
      count.all += 1;
      count.metric += Number(metrics.some((one) => isMetricOf(name, one)));
      count.data += Number(datasets.some((one) => one !== null && isIn(name, one, false)));
      count.withoutData += Number(datasets.includes(null));
    }
  }
  return counts;
}

/** What a header holds by the labels of the numbers below it; undefined for both. */
function rightRole(count: Count): HeaderRole | undefined {
  const isMetric = count.metric * 2 >= count.all;
  const isData = count.data * 2 >= count.all;
  return isMetric && isData ? undefined : isMetric ? 'metric' : isData ? 'data' : 'none';
}

/** Whether a header of a table is hidden from the lexicon, by a hash. */
function isHidden(table: string, { text }: Label, share: number): boolean {
  let hash = 7;
  for (const letter of `${table} ${text}`) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % 100 < share * 100;
}

/**
 * The share of headers that are hidden from the lexicon. It has nearly all names of these tables, since it grew with
 * them, but not those of new ones. By cross-validation with the lexicon as it was before them.
 */
const HIDDEN = 0.5;

/** Weight of a header whose data may as well be left out. */
const OPTIONAL = 0.3;

/** The headers of a labelled table beside its systems, a share of them as if no lexicon had them. */
function casesOf(table: LatexTable, hidden: number): readonly HeaderCase[] {
  const grid = layOut(sourceOf(table).rows);
  if (typeof grid === 'string' || !table.isResult) return [];
  const source = sourceOf(table);
  const body = findBody(grid, false);
  const axes = findAxes(body, findOwnSystems(paperOf(table)), source.caption);
  const { meanings, data, fallback, caption } = findSurroundings(source, body, axes);
  const said = saidOf(caption, data, fallback, axes);
  const counts = countLabels(table, body);
  const levels = findHeaderLevels(axes, body, meanings, (label) => isHidden(table.id, label, hidden));
  const views = viewsOf(axes, body, said, levels);
  const unscored = new Set(
    table.unscored.flatMap(([row, column]) =>
      [...rowLabels(body, row), ...columnLabels(body, row, column)].map(labelKey),
    ),
  );
  return views.flatMap((view) => {
    const key = labelKey(view.header.label);
    const count = counts.get(key);
    // What no label is about are settings and counts.
    const right = count ? rightRole(count) : unscored.has(key) ? undefined : 'none';
    if (right === undefined) return [];
    const isOptional = right === 'data' && count !== undefined && count.withoutData * 2 > count.all;
    const weight = (isOptional ? OPTIONAL : 1) / Math.sqrt(views.length);
    return [{ paper: table.paper, passed: testsPassed(view), right, weight }];
  });
}

/** The headers of a labelled table beside its systems: as they are, and with some that no lexicon has. */
export const headerCasesOf = (table: LatexTable): readonly HeaderCase[] =>
  [0, HIDDEN].flatMap((hidden) => casesOf(table, hidden));
