/**
 * Decides what a number of a table measures and on what, from its headers, the caption, and the text about
 * the table.
 */
import type { Metric } from '../metrics';
import type { Direction } from '../paper';
import type { Default, MetricSource, Surroundings } from './shared-facts';
import { findDirection } from './direction';
import type { HeaderRole } from './headers/roles';
import {
  cleanLabel,
  isAverageLabel,
  isConditionLabel,
  isCountLabel,
  isKindLabel,
  isMetricLabel,
  isNumberLabel,
  isOfSystem,
  isQualityLabel,
  isSettingLabel,
  isStatisticLabel,
  isUnitLabel,
  statedDirection,
  unitIn,
} from './labels';
import { bracketMetric, bracketOf, endOfLabel, splitLabel } from './label-parts';
import { cornerOf, labelKey, levelKey, type Label } from './levels';
import { spellOut } from './meanings';
import { isPlainWord } from './metric-levels';
import { averagedMetric, captionedMetric, lineMetric, metricOfAverage } from './line-metrics';
import type { NamedData } from './named-data';
import { conventionFor, plainScoreIn } from './named-in-text';

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

/** The metric of a place with its source, and what else the headers say. */
interface FoundMetric {
  readonly metric?: string | undefined;
  readonly from: MetricSource;
  readonly better?: Direction | undefined;
  /** Headers that name the data, outermost first. */
  readonly data: readonly string[];
  /** Those of them that divide the metric's own header: "EN-DE" and "EN-FR" below "Training cost". */
  readonly within?: readonly string[];
}

/** Whether a header is a quality that people judge; beside no other quality "Overall" averages the others. */
const isJudged = (leaf: string, { axes, meanings }: Surroundings): boolean =>
  isQualityLabel(spellOut(leaf, meanings)) &&
  (!isAverageLabel(leaf) ||
    [...axes.rows, ...axes.columns].some(({ labels }) =>
      labels.some(({ text }) => !isAverageLabel(text) && isQualityLabel(text)),
    ));

/** The metric of a place whose headers name none: from its line, its table or its benchmark. */
function borrowMetric(data: readonly string[], around: Surroundings): FoundMetric {
  const leaf = data.at(-1);
  // A metric that headers of the table name is theirs, and not that of the other lines.
  const fallback = around.headed.has(around.fallback?.metric.name ?? '') ? undefined : around.fallback;
  const said = fallback?.from === 'table' || fallback?.from === 'caption' || leaf === undefined;
  const ofCaption = said ? undefined : captionedMetric(leaf, around);
  if (ofCaption) return { metric: ofCaption.printed, from: 'caption', better: ofCaption.better, data };
  // A quality in the header is what people judged, whatever metric the text names for other tables.
  if (!said && isJudged(leaf, around))
    return { metric: leaf, from: 'table', better: 'higher', data: data.slice(0, -1) };
  const ofLine = said ? undefined : lineMetric(leaf, around);
  // A line that averages the others and names their metric says more than what their benchmarks are known for.
  const shared = leaf === undefined || isAverageLabel(leaf) ? undefined : metricOfAverage(around);
  const convention = leaf === undefined || shared ? undefined : conventionFor(leaf);
  const found: Default | undefined = ofLine
    ? { metric: ofLine, from: 'text' }
    : (fallback ?? (convention && { metric: convention, from: 'convention' }));
  if (found) {
    const { printed, better } = found.metric;
    const isAverage = leaf !== undefined && isAverageLabel(leaf);
    return { metric: isAverage ? `average ${printed}` : printed, from: found.from, better, data };
  }
  const averaged = leaf !== undefined && isAverageLabel(leaf) ? averagedMetric(around) : undefined;
  if (averaged) {
    const { printed, better } = averaged.metric;
    return { metric: printed, from: averaged.from, better, data };
  }
  if (shared && !isStatisticLabel(leaf ?? ''))
    return { metric: shared.printed, from: 'table', better: shared.better, data };
  if (leaf !== undefined && !isStatisticLabel(leaf) && isJudged(leaf, around))
    return { metric: leaf, from: 'table', data: data.slice(0, -1) };
  const plain = plainScoreIn(around.caption);
  return plain
    ? { metric: plain.printed, from: 'caption', better: plain.better, data }
    : { from: 'table', data };
}

/** The metric that the headers of a place name, or otherwise one from elsewhere. */
function findPlaceMetric(labels: readonly Label[], heading: string, around: Surroundings): FoundMetric {
  const { axes, metricLevels, meanings, body } = around;
  const isNamedMetric = (label: Label): boolean =>
    !around.soundAlike.has(labelKey(label)) &&
    !isNumberLabel(cleanLabel(label.text)) &&
    !isUnitLabel(label.text) &&
    (metricLevels.has(levelKey(label)) && !around.composite.has(levelKey(label))
      ? !isSettingLabel(label.text) || statedDirection(label.text) !== undefined
      : isMetricLabel(label.text) || isMetricLabel(spellOut(cleanLabel(label.text), meanings)));
  // A header is weighed with its level only where nothing names it or its metric for sure: a header that stands with it, a
  // line that averages its level, or the caption.
  const hasMetric = labels.some((label) => around.roleOf(label) === undefined && isNamedMetric(label));
  const roleOf = (label: Label): HeaderRole | undefined => {
    const role = around.soundAlike.has(labelKey(label)) ? undefined : around.roleOf(label);
    const isSure = (): boolean =>
      hasMetric ||
      metricOfAverage(around) !== undefined ||
      captionedMetric(cleanLabel(label.text), around) !== undefined;
    return role === 'metric' && isSure() ? undefined : role;
  };
  const isMetric = (label: Label): boolean => {
    const role = roleOf(label);
    return role === undefined ? isNamedMetric(label) : role === 'metric';
  };
  const [above, leaf] = labels.slice(-2);
  const overUnit =
    leaf && isUnitLabel(leaf.text) && above?.axis === leaf.axis && !isNumberLabel(above.text)
      ? above
      : undefined;
  // Of two metrics the outer is usually a family; the inner is more exact, unless it only stands beside metrics.
  const inner = labels.findLast(isMetric);
  const isBeside = inner !== undefined && isPlainWord(inner.text, meanings);
  const metric =
    (isBeside
      ? labels.findLast(
          (label) =>
            label !== inner &&
            isMetric(label) &&
            !isQualityLabel(label.text) &&
            splitLabel(label.text).data !== undefined,
        )
      : undefined) ??
    inner ??
    // What stands over a unit alone is measured in it: "Tinfer" over "s".
    overUnit;
  const isOpen = (label: Label): boolean =>
    label !== metric && !(overUnit && label === leaf) && (!isMetric(label) || (isBeside && label === inner));
  const open = labels.filter(isOpen);
  const dataOf = (left: readonly Label[]): readonly string[] =>
    left
      .filter((label) => {
        const { axis, level, text } = label;
        const role = roleOf(label);
        if (role !== undefined) return role === 'data';
        const corner = cornerOf(body, level);
        // What names rows below systems is what these were measured on, whatever its head: "Layer (task)".
        const isRowName = axes.systems === 'columns' && !isNumberLabel(cleanLabel(text));
        const isUnderSetting =
          axis === 'rows' && isSettingLabel(corner) && !isRowName && !/^domain$/i.test(corner);
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
          !isConditionLabel(text) &&
          (!isSettingLabel(text) || around.soundAlike.has(labelKey(label))) &&
          !(axis === 'columns' && around.families.has(level))
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
    const parts = end && around.shared.has(end.metric) ? end : splitLabel(metric.text);
    return {
      metric: parts.metric,
      from: 'table',
      data: [
        ...dataOf(open.filter((label) => labels.indexOf(label) < at)),
        ...(parts.data ? [parts.data] : []),
        ...dataOf(open.filter((label) => labels.indexOf(label) > at)),
      ],
      within: dataOf(open.filter(({ axis, level }) => axis === metric.axis && level > metric.level)),
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
    const bare = data.map((text) =>
      bracketMetric(text) || text === whole ? text.replace(/\s?\([^()]*\)/, '') : text,
    );
    return { metric: name, from: 'table', better, data: bare };
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
  // A number alone names no data: "384" on COCO.
  const isPart =
    /^\p{Ll}/u.test(outer) || isNumberLabel(outer) || (place.length === 1 && isAverageLabel(outer));
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
