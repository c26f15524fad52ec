/** Decides which headers of a table name the compared systems, by fitted weights. */
import { isKnownData } from './known-names';
import { NOTHING_ELSEWHERE, weightOfTold, type Elsewhere } from './axes/elsewhere';
import { levelTestsPassed, type LevelView } from './axes/tests';
import { levelViewsOf, OF_METRICS } from './axes/views';
import fitted from './axes/weights.json';
import type { Body } from './body';
import { isDataHead, isMetricLabel, isNumberLabel } from './labels';
import { cornerParts } from './label-parts';
import { bodyColumns, bodyRows, cornerOf, labelsAt, type Axis, type Line } from './levels';
import type { OwnNames } from './own';

/** The side and level that name the systems, and the labels of the table's lines. */
export interface Axes {
  readonly systems: Axis;
  readonly level: number;
  /** How surely, from 0 to 1. */
  readonly evidence: number;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  /** Levels of rows after the one of the systems that tell variants of these apart: "Stage", "Training". */
  readonly variants: ReadonlySet<number>;
}

/** The weights of the tests (`axes/weights.json`, fitted by `npm run train-axes`). */
const WEIGHTS: readonly number[] = fitted;

/** More than tests can give. */
const MOST_WEIGHT = 20;

const share = (labels: readonly string[], test: (label: string) => boolean): number =>
  labels.length === 0 ? 0 : labels.filter(test).length / labels.length;

/**
 * The levels of rows after that of the systems whose heads say neither data nor metric, and whose names are none: where
 * only they tell rows apart, they are a part of the system's name.
 */
function findVariants(rows: readonly Line[], level: number, body: Body): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = level + 1; at < body.headerColumns; at += 1) {
    const head = cornerParts(cornerOf(body, at))[0] ?? '';
    const labels = labelsAt(rows, at);
    const isOther = isDataHead(head) || isNumberHead(head) || isMetricLabel(head);
    const areNames =
      share(labels, (label) => isMetricLabel(label) || isKnownData(label) || isNumberLabel(label)) === 0;
    if (head !== '' && !isOther && areNames) found.add(at);
  }
  return found;
}

/** Whether a head stands above amounts: "Horizon", "Shots". */
const isNumberHead = (head: string): boolean =>
  /\b(?:horizons?|shots?|lengths?|sizes?|ratios?|rates?)$/i.test(head);

/** Whether the caption says that the metrics of the first level of rows are what is compared. */
const areMetricsCompared = ({ axis, level, shares, caption }: LevelView): boolean =>
  axis === 'rows' && level === 0 && shares.has('metric') && OF_METRICS.test(caption);

/** The levels of a table's headers, weighed by the table alone. */
export interface WeighedLevels extends Pick<Axes, 'rows' | 'columns'> {
  readonly body: Body;
  readonly levels: readonly { readonly view: LevelView; readonly weight: number }[];
}

/** Weighs the levels of a table as those that name the systems. */
export function weighLevels(body: Body, own: OwnNames, caption: string): WeighedLevels {
  const rows = bodyRows(body);
  const columns = bodyColumns(body);
  const levels = levelViewsOf(body, rows, columns, own, caption).map((view) => ({
    view,
    weight: areMetricsCompared(view)
      ? MOST_WEIGHT
      : levelTestsPassed(view).reduce((sum, test) => sum + (WEIGHTS[test] ?? 0), 0),
  }));
  return { body, rows, columns, levels };
}

/** Chooses the systems of a table: the level of headers that weighs most, also by what is told of it elsewhere. */
export function chooseAxes({ body, rows, columns, levels }: WeighedLevels, told: Elsewhere): Axes {
  const scored = levels.map(({ view, weight }) => ({
    view,
    odds: Math.exp(weight + weightOfTold(view, told)),
  }));
  const [best] = scored.toSorted((a, b) => b.odds - a.odds);
  const { axis, level }: Pick<LevelView, 'axis' | 'level'> = best?.view ?? { axis: 'rows', level: 0 };
  return {
    systems: axis,
    level,
    evidence: (best?.odds ?? 0) / scored.reduce((sum, { odds }) => sum + odds, 0),
    rows,
    columns,
    variants: axis === 'rows' ? findVariants(rows, level, body) : new Set(),
  };
}

/** Finds the systems of a table by itself. */
export const findAxes = (body: Body, own: OwnNames, caption: string): Axes =>
  chooseAxes(weighLevels(body, own, caption), NOTHING_ELSEWHERE);
