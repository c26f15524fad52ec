/**
 * Which levels of headers hold metrics: the evidence of all labels of a level is weighed together, since papers print
 * short forms that no lexicon has beside metrics that everybody knows ("EAO" beside "F-score").
 */
import { findMetric, isMetricFact } from '../metrics';
import type { Axes } from './axes';
import type { Body } from './body';
import {
  cleanLabel,
  isAverageLabel,
  isConditionLabel,
  isCostLabel,
  isDataHead,
  isFamilyLabel,
  isMeasureHead,
  isMetricLabel,
  isNumberLabel,
  isQualityLabel,
  isSettingLabel,
  isUnitLabel,
  statedDirection,
} from './labels';
import { splitLabel } from './label-parts';
import { isAlsoTested, isKnownData, isKnownSystem } from './known-names';
import { isTaskForm, overClasses } from './metric-forms';
import { conventionFor } from './named-in-text';
import { cornerOf, type Axis, type Label, type Line } from './levels';
import { spellOut, type Meanings } from './meanings';

/** Short forms: "EAO", "MSR@5", "WECin", "Rob.", "Pr". */
const SHORT_FORM =
  /^(?:\p{Lu}\d|\p{Lu}{2,4}\d?|\p{Lu}{2,4}\p{Ll}{1,3}|\p{Lu}\p{Ll}|\p{L}{2,5}\.|\S+@[\d.]+)$/u;

/** How much a label looks like a metric, from -1 (it is data) to 1; 0 for labels that say nothing of it. */
function metricEvidence(text: string, meanings: Meanings): number {
  const name = cleanLabel(text);
  if (
    isSettingLabel(text) ||
    isNumberLabel(name) ||
    isUnitLabel(name) ||
    isConditionLabel(text) ||
    isAverageLabel(text)
  )
    return 0;
  const isNamed = [text, spellOut(text, meanings)].some(isMetricLabel);
  if (isNamed) return isMetricFact(findMetric(name)?.name, 'everyday') ? 0.7 : 1;
  if (isQualityLabel(text)) return 0.7;
  if (isKnownData(name)) return -1;
  return SHORT_FORM.test(name) ? 0.4 : -0.5;
}

/** Whether a label says nothing of what is measured by itself, only that it belongs to its level. */
export const isPlainWord = (text: string, meanings: Meanings): boolean => metricEvidence(text, meanings) < 0;

/** The labels of a level on one side, each text once. */
const textsOf = (lines: readonly Line[], level: number): readonly string[] => [
  ...new Set(
    lines.flatMap(({ labels }) => labels.filter((label) => label.level === level)).map(({ text }) => text),
  ),
];

/**
 * Whether the labels of a level are metrics although few of them are known: none of the level above is one, and all
 * evidence together says that it is one.
 */
function weighTogether(texts: readonly string[], outer: readonly string[], meanings: Meanings): boolean {
  if (outer.length < 2 || outer.some((text) => metricEvidence(text, meanings) > 0.4)) return false;
  const evidence = texts.map((text) => metricEvidence(text, meanings));
  return evidence.some((one) => one > 0.5) && evidence.reduce((sum, one) => sum + one, 0) > 0;
}

/** The labels of a level under each of the labels of another, by the outer one's column. */
function repeatedUnder(
  lines: readonly Line[],
  outerLevel: number,
  level: number,
): readonly string[] | undefined {
  const groups = new Map<string, string[]>();
  for (const { labels } of lines) {
    const outer = labels.find((label) => label.level === outerLevel)?.text ?? '';
    const inner = labels.find((label) => label.level === level)?.text ?? '';
    groups.set(outer, [...(groups.get(outer) ?? []), inner]);
  }
  const [first, ...others] = [...groups.values()];
  const isRepeated = others.length > 0 && others.every((group) => group.join('\n') === first?.join('\n'));
  return isRepeated && first !== undefined && new Set(first).size === first.length && first.length > 1
    ? first
    : undefined;
}

/**
 * Whether the labels below the names of systems are metrics because nothing else can be: they are the same below each
 * system, and the rows are data by their head.
 */
function isLeftForMetrics(axes: Axes, body: Body, level: number): boolean {
  if (axes.systems !== 'columns' || level !== axes.level + 1 || level !== body.headerRows - 1) return false;
  if (!isDataHead(cornerAbove(body))) return false;
  const texts = repeatedUnder(axes.columns, axes.level, level) ?? [];
  return (
    texts.length > 0 &&
    texts.every(
      (text) => !isNumberLabel(cleanLabel(text)) && !isConditionLabel(text) && cleanLabel(text).length < 9,
    )
  );
}

/** The last text above the first column, whose own row may be empty below it: "Dataset" over two rows of headers. */
const cornerAbove = (body: Body): string =>
  cornerOf(body, 0) ||
  (body.grid
    .slice(0, body.headerRows)
    .map((row) => row[0]?.text ?? '')
    .findLast((text) => text !== '') ??
    '');

/** Whether a header surely names no metric: known data and systems, benchmarks, data with a metric, conditions. */
const isSurelyOther = (text: string): boolean =>
  isKnownData(cleanLabel(text)) ||
  isKnownSystem(text) ||
  conventionFor(text) !== undefined ||
  splitLabel(text).data !== undefined ||
  isConditionLabel(text);

/**
 * Whether one certain metric makes metrics of all names of a level: columns on their only level of headers are of one
 * kind, and none of these is known data. Costs, averages and means over classes
 * stand beside data too.
 */
function isAllOfOneKind(labels: readonly string[], metrics: readonly string[]): boolean {
  const certain = metrics.filter(
    (text) =>
      !isCostLabel(text) &&
      !isAverageLabel(text) &&
      overClasses(cleanLabel(text)) === undefined &&
      !isAlsoTested(findMetric(cleanLabel(text))?.name) &&
      !isMetricFact(findMetric(cleanLabel(text))?.name, 'everyday'),
  );
  return certain.length > 0 && !labels.some(isSurelyOther);
}

/** A short form that ends as names of rates do: "TSR", "Clean TSR", "ΔTSR". */
const RATE = /^(?:\p{L}+ |[Δ∆])?\p{Lu}{1,4}R$/u;

/** Whether so many different short forms of rates stand together that the level is one of metrics. */
const areRates = (labels: readonly string[]): boolean => {
  const rates = labels.filter((text) => RATE.test(cleanLabel(text)) && !isTaskForm(cleanLabel(text)));
  return rates.length > 2 && rates.length * 3 >= labels.length * 2 && !labels.some(isSurelyOther);
};

/** Levels of which at least half the labels are metrics, or whose evidence together says so: then the others are too. */
export function findMetricLevels(axes: Axes, body: Body, meanings: Meanings): ReadonlySet<string> {
  const levels = new Set<string>();
  const look = (axis: Axis, lines: readonly Line[], count: number): void => {
    for (let level = 0; level < count; level += 1) {
      if (axes.systems === axis && axes.level === level) continue;
      // Tested as printed, because an arrow makes a metric of any word.
      const texts = textsOf(lines, level);
      const labels = texts.filter((text) => !isSettingLabel(text) && !isNumberLabel(cleanLabel(text)));
      // One letter among names is none: "R", "V2", "Sketch".
      const letters = labels.filter((text) => /^\p{Lu}$/u.test(cleanLabel(text)));
      const isLone = letters.length === 1 && labels.length > 2;
      const metrics = labels.filter(
        (text) =>
          !(isLone && letters.includes(text)) &&
          [text, spellOut(text, meanings)].some((name) => isMetricLabel(name) || isQualityLabel(name)),
      );
      const outer = lines.flatMap((line) => line.labels.filter((label) => label.level === level - 1));
      // Below families of metrics the others are metrics too, as soon as one of them is known.
      const areOfFamilies =
        outer.length > 0 &&
        outer.every(
          ({ text }) => isFamilyLabel(text) || (isQualityLabel(text) && statedDirection(text) !== undefined),
        );
      const isOfData = axis === 'columns' && axes.systems === 'rows' && level > 0;
      if (
        (axis === 'rows' &&
          // Above the first it may head the columns too, unless these have only the names of systems.
          (level > 0 || (axes.systems === 'columns' && body.headerRows === 1)) &&
          isMeasureHead(cornerOf(body, level))) ||
        (metrics.length > 0 && (metrics.length * 2 >= labels.length || areOfFamilies)) ||
        (isOfData && weighTogether(texts, textsOf(lines, level - 1), meanings)) ||
        (axis === 'columns' && isLeftForMetrics(axes, body, level)) ||
        (axis === 'columns' &&
          axes.systems === 'rows' &&
          body.headerRows === 1 &&
          (areRates(labels) || isAllOfOneKind(labels, metrics)))
      )
        levels.add(`${axis} ${level}`);
    }
  };
  look('rows', axes.rows, body.headerColumns);
  look('columns', axes.columns, body.headerRows);
  return levels;
}

/** Whether a header is a metric only by an everyday word: "Conversational memory", but not "Memory (GB)" or with an arrow. */
export const isEverydayOnly = ({ text }: Label): boolean =>
  statedDirection(text) === undefined &&
  !/[()[\]%]/.test(text) &&
  isMetricFact(findMetric(cleanLabel(text))?.name, 'everyday');
