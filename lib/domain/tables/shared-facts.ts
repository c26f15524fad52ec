/**
 * Facts that all numbers of a table share: which of its headers are metrics, and what its caption and the
 * text add.
 */
import { findMetric } from '../metrics';
import type { Axes } from './axes';
import type { Body } from './body';
import {
  bracketMetric,
  cleanLabel,
  cornerParts,
  isDataHead,
  isMetricLabel,
  isNumberLabel,
  isSettingLabel,
  isSystemHead,
} from './labels';
import { cornerOf, type Axis, type Label, type Line } from './levels';
import { findMeanings, spellOut, type Meanings } from './meanings';
import type { TableSource } from './source';
import {
  assignedMetricsIn,
  conventionFor,
  dataIn,
  measureIn,
  metricHeldBy,
  metricsIn,
  onlyMetricIn,
  type AssignedMetric,
  type NamedData,
  type NamedMetric,
} from './named-in-text';

/** Where the name of a metric was found. `convention` means that the page does not give it. */
export type MetricSource = 'table' | 'caption' | 'text' | 'convention';

/** The metric of numbers whose headers name none. */
export interface Default {
  readonly metric: NamedMetric;
  readonly from: MetricSource;
}

/** What all numbers of a table share. */
export interface Surroundings {
  readonly axes: Axes;
  readonly body: Body;
  readonly source: TableSource;
  readonly caption: string;
  readonly data: NamedData | undefined;
  readonly fallback: Default | undefined;
  /** Levels whose labels are metrics, by `levelKey`. */
  readonly metricLevels: ReadonlySet<string>;
  /** Metrics that lines name themselves ("WR"). */
  readonly named: ReadonlySet<string>;
  /** Names of the metrics that headers beside those of systems name. */
  readonly headed: ReadonlySet<string>;
  /** Metrics that the caption assigns to parts of the table. */
  readonly assigned: readonly AssignedMetric[];
  /** Whether headings between rows name data instead of groups of systems. */
  readonly areHeadingsData: boolean;
  /** The meanings of short forms in headers. */
  readonly meanings: Meanings;
  /** By label, the metric that the text about the table gives for it. Filled on use. */
  readonly ofLines: Map<string, NamedMetric | undefined>;
}

/** The key of a level in `metricLevels`. */
export const levelKey = ({ axis, level }: Pick<Label, 'axis' | 'level'>): string => `${axis} ${level}`;

/** The metric in the table's corner: "Model \ TPS", or "AP" above rows of classes. */
function cornerMetric(axes: Axes, body: Body): string | undefined {
  const [first = '', second] = cornerParts(cornerOf(body, 0));
  if (second === undefined)
    return isMetricLabel(first) && !isDataHead(first) && !isSystemHead(first) ? first : undefined;
  const columns = axes.columns.flatMap(({ labels }) => labels.at(-1)?.text ?? []);
  const isShort = /^\p{Lu}{2,6}\d*$/u.test(second) && columns.every(isNumberLabel);
  return isMetricLabel(second) || (isShort && isSystemHead(first)) ? second : undefined;
}

/** Levels of which at least half the labels are metrics; then the others are too ("Overall", "Aorta"). */
function findMetricLevels(axes: Axes, body: Body, meanings: Meanings): ReadonlySet<string> {
  const levels = new Set<string>();
  const look = (axis: Axis, lines: readonly Line[], count: number): void => {
    for (let level = 0; level < count; level += 1) {
      if (axes.systems === axis && axes.level === level) continue;
      // Tested as printed, because an arrow makes a metric of any word.
      const printed = lines.flatMap(({ labels }) => labels.filter((label) => label.level === level));
      const labels = [...new Set(printed.map(({ text }) => text))].filter(
        (text) => !isSettingLabel(text) && !isNumberLabel(cleanLabel(text)),
      );
      const metrics = labels.filter((text) => isMetricLabel(text) || isMetricLabel(spellOut(text, meanings)));
      if (metrics.length * 2 >= labels.length && metrics.length > 0) levels.add(`${axis} ${level}`);
    }
  };
  look('rows', axes.rows, body.headerColumns);
  look('columns', axes.columns, body.headerRows);
  return levels;
}

/**
 * The metric of numbers without one: the corner's, otherwise the caption's, otherwise the one in the text
 * about the table.
 */
function findFallback(
  axes: Axes,
  body: Body,
  source: TableSource,
  named: ReadonlySet<string>,
): Default | undefined {
  const corner = cornerMetric(axes, body);
  if (corner !== undefined) {
    const known = findMetric(corner);
    return {
      metric: { name: known?.name ?? corner, better: known?.better, printed: cleanLabel(corner) },
      from: 'table',
    };
  }
  const captioned =
    onlyMetricIn(source.caption, named) ?? onlyMetricIn(source.outerCaption, named) ?? undefined;
  if (captioned) return { metric: captioned, from: 'caption' };
  // If the caption names several metrics, it is unknown which of them the numbers are.
  if (metricsIn(source.caption).some(({ name }) => !named.has(name))) return undefined;
  for (const text of source.about) {
    const metric = metricHeldBy(source.number, text, named);
    if (metric) return { metric, from: 'text' };
  }
  for (const text of [...source.about, source.section.join(' ')]) {
    const metric = measureIn(text, named);
    if (metric) return { metric, from: 'text' };
  }
  const convention = conventionFor(source.caption) ?? conventionFor(cornerOf(body, 0));
  return convention && { metric: convention, from: 'convention' };
}

/** Finds the facts that all numbers of a table share. */
export function findSurroundings(source: TableSource, body: Body, axes: Axes): Surroundings {
  const others = axes.systems === 'rows' ? axes.columns : axes.rows;
  const named = new Set(
    others.flatMap(({ labels }) => labels.flatMap(({ text }) => bracketMetric(text)?.name ?? [])),
  );
  const systemsUnder = new Map<string, Set<string>>();
  if (axes.systems === 'rows')
    for (const { at, labels } of axes.rows) {
      const name = labels.find(({ level }) => level === axes.level)?.text ?? '';
      systemsUnder.set(name, (systemsUnder.get(name) ?? new Set()).add(body.headingOf[at] ?? ''));
    }
  const caption = [source.caption, source.outerCaption].filter(Boolean).join(' ');
  const meanings = findMeanings([caption, ...source.about, ...source.section]);
  return {
    axes,
    body,
    source,
    caption,
    data: dataIn(source.caption) ?? dataIn(source.outerCaption),
    fallback: findFallback(axes, body, source, named),
    metricLevels: findMetricLevels(axes, body, meanings),
    meanings,
    named,
    headed: new Set(
      others.flatMap(({ labels }) =>
        labels.flatMap(({ text }) =>
          isMetricLabel(text) ? (findMetric(cleanLabel(text))?.name ?? cleanLabel(text)) : [],
        ),
      ),
    ),
    assigned: assignedMetricsIn(caption),
    // If a system occurs under several headings, these name data; otherwise they group the systems.
    areHeadingsData:
      axes.systems === 'columns' || [...systemsUnder.values()].some((headings) => headings.size > 1),
    ofLines: new Map(),
  };
}
