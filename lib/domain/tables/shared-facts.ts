/**
 * Facts that all numbers of a table share: which of its headers are metrics, and what its caption and the
 * text add.
 */
import { findMetric, isMetricFact } from '../metrics';
import { oneOfSeveral, plainScoreIn, scoreIn } from './caption-scores';
import { findHeaderRoles, roleIn, type HeaderRole } from './headers/roles';
import type { SaidOfTable } from './headers/view';
import type { Axes } from './axes';
import type { Body } from './body';
import {
  bare,
  cleanLabel,
  isDataHead,
  isMetricLabel,
  isNumberLabel,
  isSettingLabel,
  isSystemHead,
} from './labels';
import { bracketMetric, bracketOf, cornerParts, endOfLabel, metricEndings, splitLabel } from './label-parts';
import { cornerOf, labelsAt, levelKey, type Label, type Line } from './levels';
import { findExplained, findLetters, findMeanings, findStopped, type Meanings } from './meanings';
import { metricOfAverage } from './line-metrics';
import { baseMetric } from './metric-forms';
import { dataIn, type NamedData } from './named-data';
import { nameKey } from './own';
import type { TableSource } from './source';
import {
  assignedMetricsIn,
  conventionFor,
  measureIn,
  metricHeldBy,
  metricsIn,
  onlyMetricIn,
  type AssignedMetric,
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
  /** What a header holds; undefined where it is unsure. */
  readonly roleOf: (label: Label) => HeaderRole | undefined;
  /** Levels whose labels all end with a metric in brackets, of which at least one is known: "(Acc)", "(TGC)". */
  readonly bracketed: ReadonlySet<string>;
  /** Metrics with which several headers end after different words: "Staging F1", "Referral F1". */
  readonly shared: ReadonlySet<string>;
  /** Metrics that lines name themselves ("WR"). */
  readonly named: ReadonlySet<string>;
  /** Names of the metrics that headers beside those of systems name. */
  readonly headed: ReadonlySet<string>;
  /** Metrics that the caption assigns to parts of the table. */
  readonly assigned: readonly AssignedMetric[];
  /** What the caption names for places of which nothing else says more. */
  readonly plain: NamedMetric | undefined;
  /** Whether headings between rows name data instead of groups of systems. */
  readonly areHeadingsData: boolean;
  /** Whether a system stands in several rows, which other headers tell apart: on "Data" it was tested, not trained. */
  readonly areTestedOnAll: boolean;
  /** The metrics with which names of systems end, by name. */
  readonly endings: ReadonlyMap<string, string>;
  /** The meanings of short forms in headers. */
  readonly meanings: Meanings;
  /** By label, the metric that the text about the table gives for it. Filled on use. */
  readonly ofLines: Map<string, NamedMetric | undefined>;
}

/** The metric in the table's corner: "Model \ TPS", or "AP" above rows of classes. */
function cornerMetric(axes: Axes, body: Body): string | undefined {
  const [first = '', second] = cornerParts(cornerOf(body, 0));
  if (second === undefined)
    return isMetricLabel(first) && !isDataHead(first) && !isSystemHead(first) && !isSettingLabel(first)
      ? first
      : undefined;
  const columns = axes.columns.flatMap(({ labels }) => labels.at(-1)?.text ?? []);
  const isShort = /^\p{Lu}{2,6}\d*$/u.test(second) && columns.every(isNumberLabel);
  return isMetricLabel(second) || (isShort && isSystemHead(first)) ? second : undefined;
}

/** Costs that a caption names after its first sentence: what something else takes, and not what the table measures. */
function costsAside(caption: string): readonly string[] {
  const [first = ''] = caption.replace(/^\p{L}+\.?\s*[\dIVX.]*\s*[:.]\s*/u, '').split(/(?<=[.!?])\s+/);
  const said = new Set(metricsIn(first).map(({ name }) => name));
  return metricsIn(caption).flatMap(({ name }) =>
    isMetricFact(name, 'cost') && !said.has(name) ? [name] : [],
  );
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
  const others = new Set([...named, ...costsAside(source.caption)]);
  const captioned =
    onlyMetricIn(source.caption, others) ??
    // "Trajectory error (RMSE)": brackets say more of the metric before them.
    onlyMetricIn(source.caption.replace(/\b(errors?|distances?|deviations?)\s\([^()]*\)/gi, '$1'), others) ??
    // "Agreement with people (AUC)": what alone stands in brackets says how it was measured.
    onlyMetricIn((source.caption.match(/\([^()\s;,]{2,}/g) ?? []).join(' '), others) ??
    onlyMetricIn(source.outerCaption, named);
  // Above numbers the corner says what these are ("FPR" beside "0.1%", "1%"), if the caption names a metric.
  const leaves = axes.columns.flatMap(({ labels }) => labels.at(-1)?.text ?? []);
  const isOfNumbers = captioned !== undefined && leaves.length > 0 && leaves.every(isNumberLabel);
  if (corner !== undefined && !isOfNumbers) {
    const known = findMetric(corner);
    return {
      metric: { name: known?.name ?? corner, better: known?.better, printed: cleanLabel(corner) },
      from: 'table',
    };
  }
  const said = captioned ?? (metricsIn(source.caption).length > 0 ? undefined : scoreIn(source.caption));
  if (said) return { metric: said, from: 'caption' };
  // If the caption names several metrics, it is unknown which of them the numbers are.
  if (metricsIn(source.caption).some(({ name }) => !others.has(name))) return undefined;
  for (const text of source.about) {
    const metric = metricHeldBy(source.number, text, named);
    if (metric) return { metric, from: 'text' };
  }
  for (const text of [...source.about, source.section.join(' ')]) {
    const metric = measureIn(text, named);
    if (metric) return { metric, from: 'text' };
  }
  const [first = ''] = source.caption.split(/(?<=[.!?])\s+/);
  if (OF_COSTS.test(first)) return undefined;
  const convention = conventionFor(source.caption) ?? conventionFor(cornerOf(body, 0));
  return convention && { metric: convention, from: 'convention' };
}

/** The standard name of a header's metric, also of one of its variants ("ARI0"). */
const nameOfMetric = (name: string): string => findMetric(baseMetric(name) ?? name)?.name ?? name;

const lettersOf = (name: string): string => nameKey(name).replaceAll(' ', '');

/** Captions about what systems cost, which no benchmark is known for. */
const OF_COSTS = /\b(?:memory|run-?time|latency|throughput|costs?|overhead|speed|efficiency)\b/i;

/** Levels of which each label ends with a word in brackets, and one of these words is a metric. */
function findBracketed(lines: readonly Line[]): ReadonlySet<string> {
  const levels = Map.groupBy(
    lines.flatMap(({ labels }) => labels),
    levelKey,
  );
  return new Set(
    [...levels].flatMap(([level, labels]) => {
      const words = labels.map(({ text }) => bracketOf(text));
      const isOfMetrics =
        new Set(words).size > 1 &&
        !words.includes(undefined) &&
        labels.some(({ text }) => bracketMetric(text));
      return isOfMetrics ? [level] : [];
    }),
  );
}

/** The metrics that several lines share after words that tell the lines apart. */
function findShared(lines: readonly Line[]): ReadonlySet<string> {
  const wordsOf = new Map<string, Set<string>>();
  for (const { labels } of lines)
    for (const { text } of labels) {
      const { metric, data } = splitLabel(text);
      const end = endOfLabel(text) ?? (data === undefined ? undefined : { metric: bare(metric), data });
      if (end) wordsOf.set(end.metric, (wordsOf.get(end.metric) ?? new Set()).add(end.data));
    }
  return new Set([...wordsOf].flatMap(([metric, words]) => (words.size > 1 ? [metric] : [])));
}

/** What caption and text say of the whole table, by which unknown headers are weighed. */
export const saidOf = (
  caption: string,
  data: NamedData | undefined,
  fallback: Default | undefined,
  axes: Axes,
): SaidOfTable => ({
  caption,
  hasAverage: metricOfAverage({ axes }) !== undefined,
  metrics: metricsIn(caption).length,
  data: data?.name,
  fallback: fallback?.from,
});

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
  const repeated = [...systemsUnder.values()].filter((headings) => headings.size > 1).length;
  const caption = [source.caption, source.outerCaption].filter(Boolean).join(' ');
  const captioned = dataIn(source.caption) ?? dataIn(source.outerCaption);
  const texts = [caption, ...source.about, ...source.section];
  const labelTexts = others.flatMap(({ labels }) => labels.map(({ text }) => cleanLabel(text)));
  // Data that have a line of their own are not those of the other lines.
  const letters = lettersOf(captioned?.name ?? '');
  const isOfLine = letters !== '' && labelTexts.some((text) => lettersOf(bare(text)) === letters);
  const data = isOfLine ? undefined : captioned;
  const meanings = new Map([
    ...findExplained([...new Set(labelTexts)], caption),
    ...findStopped(labelTexts, texts),
    ...findMeanings(texts),
    ...findLetters(labelTexts),
  ]);
  const fallback = findFallback(axes, body, source, named);
  const said = saidOf(caption, data, fallback, axes);
  const headed = new Set(
    others.flatMap(({ labels }) =>
      labels.flatMap(({ text }) => (isMetricLabel(text) ? nameOfMetric(cleanLabel(text)) : [])),
    ),
  );
  const assigned = assignedMetricsIn(caption);
  return {
    axes,
    body,
    source,
    caption,
    data,
    fallback,
    roleOf: roleIn(findHeaderRoles(axes, body, meanings, said)),
    bracketed: findBracketed(others),
    shared: findShared(others),
    endings: metricEndings(axes.systems === 'columns' ? labelsAt(axes.columns, axes.level) : []),
    meanings,
    named,
    headed,
    assigned,
    // A caption that gives its metrics to lines gives none to the others.
    plain: (assigned.length > 1 ? undefined : oneOfSeveral(caption, headed)) ?? plainScoreIn(caption),
    areTestedOnAll: axes.systems === 'rows' && systemsUnder.size * 2 <= axes.rows.length,
    // If systems occur under several headings, these name data; otherwise they group the systems. A single one among many
    // only tells about each group: "Parameter reduction".
    areHeadingsData: axes.systems === 'columns' || repeated > 1 || repeated * 3 > systemsUnder.size,
    ofLines: new Map(),
  };
}
