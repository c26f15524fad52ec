/**
 * Decides what a number of a table measures and on what, from its headers, the caption, and the text about
 * the table.
 */
import { isMetric, type Metric } from '../metrics';
import type { Direction } from '../paper';
import type { MetricSource, Surroundings } from './shared-facts';
import { borrowMetric, type FoundMetric } from './borrowed-metric';
import { findDirection } from './direction';
import {
  bare,
  cleanLabel,
  isAverageLabel,
  isConditionLabel,
  isCostLabel,
  isCountLabel,
  isFamilyLabel,
  isKindLabel,
  isMetricLabel,
  isNumberLabel,
  isOfSystem,
  isSettingLabel,
  isUnitLabel,
  statedDirection,
  unitIn,
} from './labels';
import { bracketMetric, bracketOf, endOfLabel, splitLabel } from './label-parts';
import { cornerOf, levelKey, type Label } from './levels';
import { isKnownData } from './known-names';
import { spellOut } from './meanings';
import type { NamedData } from './named-data';
import { nameKey } from './own';

/** What a number measures. */
export interface Subject {
  readonly metric?: string | undefined;
  readonly metricFrom?: MetricSource | undefined;
  readonly data?: string | undefined;
  readonly unit?: string | undefined;
  readonly better?: Direction | undefined;
}

/** The data under a heading: the caption's in the version that the heading names, or the heading itself. */
function dataUnder(heading: string, data: NamedData | undefined): string {
  const version = data?.versions.find((one) => heading.includes(one));
  if (data && version) return `${data.name} ${version}`;
  return heading;
}

/** Whether a header of columns stands above several of them: "# Tokens" below each data set. */
const isRepeated = ({ text }: Label, { axes }: Surroundings): boolean =>
  axes.columns.filter(({ labels }) => labels.some((label) => label.text === text)).length > 1;

/** The metric that the headers of a place name, or otherwise one from elsewhere. */
function findPlaceMetric(labels: readonly Label[], heading: string, around: Surroundings): FoundMetric {
  const { axes, meanings, body } = around;
  // A word for a cost in the name of a row is none where the caption has the metric: "AR memory (a)".
  const isAside = ({ axis, text }: Label): boolean =>
    axis === 'rows' &&
    around.fallback?.from === 'caption' &&
    isCostLabel(text) &&
    !isMetric(bare(text)) &&
    unitIn(text) === undefined;
  const isNamedMetric = (label: Label): boolean =>
    !isAside(label) &&
    !isUnitLabel(label.text) &&
    (isMetricLabel(label.text) || isMetricLabel(spellOut(cleanLabel(label.text), meanings)));
  // Below "Metric" each name is one as a whole: "Worst-Class Acc.".
  const isHeaded = ({ axis, level }: Label): boolean =>
    axis === 'rows' && /^metrics?$/i.test(cornerOf(body, level));
  const isOfMetric = (label: Label): boolean => {
    const role = isHeaded(label) ? 'metric' : around.roleOf(label);
    return role === undefined ? isNamedMetric(label) : role === 'metric';
  };
  const [above, leaf] = labels.slice(-2);
  const overUnit =
    leaf && isUnitLabel(leaf.text) && above?.axis === leaf.axis && !isNumberLabel(above.text)
      ? above
      : undefined;
  // Of two metrics the outer is usually a family, and the inner is more exact. What stands over a unit alone is measured
  // in it: "Tinfer" over "s".
  const metric = labels.findLast(isOfMetric) ?? overUnit;
  const isOpen = (label: Label): boolean =>
    label !== metric && !(overUnit && label === leaf) && !(isOfMetric(label) && isNamedMetric(label));
  const open = labels.filter(isOpen);
  const dataOf = (left: readonly Label[]): readonly string[] =>
    left
      .filter((label) => {
        const { axis, level, text } = label;
        const role = around.roleOf(label);
        // Of two headers that look like metrics and that nobody knows, one is data.
        if (role === 'none') return false;
        const corner = cornerOf(body, level);
        // What names rows below systems is what these were measured on, whatever its head: "Layer (task)".
        const isRowName = axes.systems === 'columns' && !isNumberLabel(cleanLabel(text));
        const isUnderSetting =
          axis === 'rows' &&
          isSettingLabel(corner) &&
          !isRowName &&
          !(/^(?:domain|index)$/i.test(corner) || (/^data$/i.test(corner) && around.areTestedOnAll));
        // A count below the name of data says how much of it there is.
        const isCount =
          isCountLabel(text) && left.some((outer) => outer.axis === axis && outer.level < level);
        // "16" below "Batch size" is a value of the setting.
        const isValue =
          isNumberLabel(cleanLabel(text)) &&
          left.some((outer) => outer.axis === axis && outer.level < level && isSettingLabel(outer.text));
        return (
          !isUnderSetting &&
          !isCount &&
          !isValue &&
          !isKindLabel(text) &&
          !isFamilyLabel(text) &&
          !isConditionLabel(text) &&
          (!isSettingLabel(text) || role === 'data')
        );
      })
      .map(({ text }) => cleanLabel(text));
  // A heading that gives the metric of the rows below it: "By difficulty (success rate)" above "Easy".
  const below = bracketMetric(heading);
  if (below && (!metric || (metric.axis === 'rows' && !isMetricLabel(metric.text))))
    return {
      metric: below.name,
      from: 'table',
      better: below.better,
      data: dataOf(labels.filter((label) => label === metric || isOpen(label))),
    };
  if (metric) {
    const end = endOfLabel(metric.text);
    const at = labels.indexOf(metric);
    const parts = isHeaded(metric)
      ? { metric: cleanLabel(metric.text), data: undefined }
      : end && around.shared.has(end.metric)
        ? end
        : splitLabel(metric.text);
    return {
      metric: parts.metric,
      from: 'table',
      data: [
        ...dataOf(open.filter((label) => labels.indexOf(label) < at)),
        ...(parts.data ? [parts.data] : []),
        ...dataOf(open.filter((label) => labels.indexOf(label) > at)),
      ],
      within: dataOf(
        open.filter(
          ({ axis, level }) => axis === metric.axis && (level > metric.level || isRepeated(metric, around)),
        ),
      ),
    };
  }
  // A column of row headers may have the metric as its head, with parts of it below: "Edit ↓" above "Text".
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
  const inBrackets = (label: Label): Metric | undefined => {
    const known = bracketMetric(label.text);
    const name = known ? undefined : bracketOf(label.text);
    return known ?? (name !== undefined && around.bracketed.has(levelKey(label)) ? { name } : undefined);
  };
  const bracketed = labels.find((label) => inBrackets(label));
  const metricBeside = bracketed && inBrackets(bracketed);
  if (metricBeside) {
    const { name, better } = metricBeside;
    const whole = cleanLabel(bracketed.text);
    const named = data.map((text) =>
      bracketMetric(text) || text === whole ? text.replace(/\s?\([^()]*\)/, '') : text,
    );
    return { metric: name, from: 'table', better, data: named };
  }
  return borrowMetric(data, around);
}

/** On what a number was measured: its headers, within the caption's data if they only name a part of it. */
function placeOf(data: readonly string[], heading: string, around: Surroundings): string | undefined {
  const named = around.data?.name;
  const under = heading === '' || isConditionLabel(heading) ? [] : [dataUnder(heading, around.data)];
  const place = [...under, ...data].filter((part, index, all) => part !== '' && all.indexOf(part) === index);
  if (place.length === 0) return named;
  const [outer = ''] = place;
  // A number alone names no data: "384" on COCO. Where the caption names all data, others are parts of it.
  const isPart =
    /^\p{Ll}/u.test(outer) ||
    isNumberLabel(outer) ||
    (place.length === 1 && isAverageLabel(outer)) ||
    !place.some(
      (part) => isKnownData(part) || /^all\b/i.test(part) || nameKey(part).includes(nameKey(named ?? '')),
    );
  return [...(isPart && named ? [named] : []), ...place].join(' / ');
}

/**
 * What a number measures. `labels` are its headers without those that name its system, outermost first;
 * `heading` is the heading alone in a row above it; `metricPart` is the metric if a cell holds numbers of
 * several.
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
  // What a system costs or is made of is the same on all data, unless its own header is divided by them.
  const isEverywhere = metric !== undefined && isOfSystem(metric);
  const within = found.within ?? [];
  return {
    metric: spelled,
    metricFrom: metric === undefined ? undefined : found.from,
    data: isEverywhere
      ? within.join(' / ') || undefined
      : placeOf(found.data, isHeadingMetric ? '' : under, around),
    unit: unitIn(printed) ?? (found.from === 'caption' ? unitIn(around.caption) : undefined),
    better:
      findDirection(metric, metricPart === undefined ? labels : [], around.caption) ??
      findDirection(spelled, [], around.caption) ??
      (metricPart === undefined ? found.better : undefined),
  };
}
