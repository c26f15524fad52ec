/** What a number of a table measures, and on what: from its headers, its table's caption, and the text about it. */
import type { Direction } from '../paper';
import { levelKey, type Default, type MetricSource, type Surroundings } from './around';
import { findDirection } from './direction';
import {
  bracketMetric,
  cleanLabel,
  isAverageLabel,
  isConditionLabel,
  isMetricLabel,
  isNumberLabel,
  isOfSystem,
  isQualityLabel,
  isSettingLabel,
  isStatisticLabel,
  splitLabel,
  statedDirection,
  unitIn,
} from './labels';
import { cornerOf, type Label } from './levels';
import { spellOut } from './meanings';
import { conventionFor, metricOfLine, type NamedData, type NamedMetric } from './surroundings';

/** What one number measures. */
export interface Subject {
  readonly metric?: string | undefined;
  readonly metricFrom?: MetricSource | undefined;
  readonly data?: string | undefined;
  readonly unit?: string | undefined;
  readonly better?: Direction | undefined;
}

/** Data under a heading: the caption's, in the version that the heading names, or the heading by itself. */
function dataUnder(heading: string, data: NamedData | undefined): string {
  const version = data?.versions.find((one) => heading.includes(one));
  if (data && version) return `${data.name} ${version}`;
  return heading;
}

/** What the paragraphs about the table say of a line, looked up once. */
function lineMetric(label: string, { ofLines, source, named }: Surroundings): NamedMetric | undefined {
  if (!ofLines.has(label))
    ofLines.set(label, metricOfLine(label, [...source.about, ...source.section], named));
  return ofLines.get(label);
}

/** The metric of a place and where it was found, with what its headers say beside it. */
interface FoundMetric {
  readonly metric?: string | undefined;
  readonly from: MetricSource;
  readonly better?: Direction | undefined;
  /** Headers that say on what it was measured, outermost first. */
  readonly data: readonly string[];
}

/** The metric of a place whose headers name none: of its line, its table, or its benchmark. */
function borrowMetric(data: readonly string[], around: Surroundings): FoundMetric {
  const leaf = data.at(-1);
  const { fallback, axes } = around;
  const said = fallback?.from === 'table' || fallback?.from === 'caption' || leaf === undefined;
  const ofLine = said ? undefined : lineMetric(leaf, around);
  const convention = leaf === undefined ? undefined : conventionFor(leaf);
  const found: Default | undefined = ofLine
    ? { metric: ofLine, from: 'text' }
    : (fallback ?? (convention && { metric: convention, from: 'convention' }));
  if (found) {
    const { printed, better } = found.metric;
    const isAverage = leaf !== undefined && isAverageLabel(leaf);
    return { metric: isAverage ? `average ${printed}` : printed, from: found.from, better, data };
  }
  // The caption names the data, so that the header is what is measured.
  const isMeasure =
    leaf !== undefined &&
    !isStatisticLabel(leaf) &&
    (isQualityLabel(leaf) || (around.data && axes.systems === 'rows' && !isNumberLabel(leaf)));
  return isMeasure ? { metric: leaf, from: 'table', data: data.slice(0, -1) } : { from: 'table', data };
}

/** The metric that the headers of a place name, or what they leave to find elsewhere. */
function findPlaceMetric(labels: readonly Label[], heading: string, around: Surroundings): FoundMetric {
  const { metricLevels, meanings, body } = around;
  const isMetric = (label: Label): boolean =>
    !isNumberLabel(cleanLabel(label.text)) &&
    (metricLevels.has(levelKey(label))
      ? !isSettingLabel(label.text) || statedDirection(label.text) !== undefined
      : isMetricLabel(label.text) || isMetricLabel(spellOut(cleanLabel(label.text), meanings)));
  // Of two metrics one is usually the family of the other: the inner says more.
  const metric = labels.findLast(isMetric);
  const open = labels.filter((label) => !isMetric(label));
  const dataOf = (left: readonly Label[]): readonly string[] =>
    left
      .filter(({ axis, level, text }) => {
        const isUnderSetting = axis === 'rows' && isSettingLabel(cornerOf(body, level));
        return !isUnderSetting && !isConditionLabel(text) && !isSettingLabel(text);
      })
      .map(({ text }) => cleanLabel(text));
  if (metric) {
    const parts = splitLabel(metric.text);
    return {
      metric: parts.metric,
      from: 'table',
      data: [...dataOf(open), ...(parts.data ? [parts.data] : [])],
    };
  }
  // A column of row headers may be headed by the metric of which it names the parts: "Edit ↓" above "Text".
  const headed = open.find(
    ({ axis, level }) => axis === 'rows' && level > 0 && isMetricLabel(cornerOf(body, level)),
  );
  if (headed) {
    const head = cornerOf(body, headed.level);
    return {
      metric: `${cleanLabel(headed.text)} ${cleanLabel(head)}`,
      from: 'table',
      better: statedDirection(head),
      data: dataOf(open.filter((label) => label !== headed)),
    };
  }
  const data = dataOf(open);
  if (heading !== '' && isMetricLabel(heading)) return { metric: cleanLabel(heading), from: 'table', data };
  const bracketed = labels.map(({ text }) => bracketMetric(text)).find((one) => one !== undefined);
  if (bracketed) return { metric: bracketed.name, from: 'table', better: bracketed.better, data };
  return borrowMetric(data, around);
}

/** Where a number was measured: its headers, within the caption's data where they only name a part of that. */
function placeOf(data: readonly string[], heading: string, around: Surroundings): string | undefined {
  const named = around.data?.name;
  const under = heading === '' ? [] : [dataUnder(heading, around.data)];
  const place = [...under, ...data].filter((part, index, all) => part !== '' && all.indexOf(part) === index);
  if (place.length === 0) return named;
  const isPart = /^\p{Ll}/u.test(place[0] ?? '');
  return [...(isPart && named ? [named] : []), ...place].join(' / ');
}

/**
 * What a number measures whose headers are `labels`, those that name its system left out; outermost first.
 * `heading`: what stands alone above its row. `metricPart`: the metric where one cell holds numbers of several.
 */
export function subjectOf(
  labels: readonly Label[],
  heading: string,
  around: Surroundings,
  metricPart?: string,
): Subject {
  const under = around.areHeadingsData ? heading : '';
  const found = findPlaceMetric(labels, under, around);
  const metric = metricPart ?? found.metric;
  const isHeadingMetric = under !== '' && found.metric === cleanLabel(under);
  const printed =
    labels.findLast(({ text }) => metric !== undefined && text.includes(metric))?.text ?? metric ?? '';
  const spelled = metric === undefined ? undefined : spellOut(metric, around.meanings);
  return {
    metric: spelled,
    metricFrom: metric === undefined ? undefined : found.from,
    data:
      metric !== undefined && isOfSystem(metric)
        ? undefined
        : placeOf(found.data, isHeadingMetric ? '' : under, around),
    unit: unitIn(printed) ?? (found.from === 'caption' ? unitIn(around.caption) : undefined),
    better:
      findDirection(metric, metricPart === undefined ? labels : [], around.caption) ??
      findDirection(spelled, [], around.caption) ??
      (metricPart === undefined ? found.better : undefined),
  };
}
