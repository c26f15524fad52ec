/** Headers that look like metrics, by their word or by an arrow, and name data. */
import { findMetric } from '../metrics';
import type { Axes } from './axes';
import {
  cleanLabel,
  isAverageLabel,
  isConditionLabel,
  isMetricLabel,
  isNumberLabel,
  isQualityLabel,
  isSettingLabel,
  isStatisticLabel,
  statedDirection,
} from './labels';
import { isAlsoTested, isKnownData, isKnownSystem } from './known-names';
import { labelKey, levelKey, type Label } from './levels';
import { isEverydayOnly } from './metric-levels';
import { conventionFor, metricsIn } from './named-in-text';

/** Metrics whose names are also those of systems: MAE is the masked autoencoder too. */
const ALSO_SYSTEMS: ReadonlySet<string> = new Set(['MAE']);

/** Names that a caption lists after "on": "generalization on LIMP and the WG suites". */
const LISTED = /\bon\s(?:the\s)?([^.;:()]{3,120})/gu;

const nameOf = ({ text }: Label): string | undefined => findMetric(cleanLabel(text))?.name;

/** Whether only an arrow makes a metric of a header. */
function isByArrow({ text }: Label): boolean {
  const name = cleanLabel(text);
  return name !== text && !isMetricLabel(name) && !isQualityLabel(name);
}

const isBenchmark = ({ text }: Label): boolean =>
  isKnownData(cleanLabel(text)) || conventionFor(cleanLabel(text)) !== undefined;

/**
 * Headers of which only arrows make metrics, beside benchmarks that everybody knows: these, other proper names and
 * averages ("PIQA ↑", "VWB-U ↑", "Avg. ↑").
 */
function findArrowed(beside: readonly Label[]): readonly Label[] {
  const arrowed = beside.filter(isByArrow);
  return arrowed.some(isBenchmark)
    ? arrowed.filter(
        (label) =>
          isBenchmark(label) ||
          isAverageLabel(label.text) ||
          /^(?=.{5})\p{Lu}.*[\p{Lu}\d-]/u.test(cleanLabel(label.text)),
      )
    : [];
}

/** Whether a header of several words is a metric only by an everyday one. */
const isGroup = (label: Label): boolean => label.text.trim().includes(' ') && isEverydayOnly(label);

/**
 * Headers over others that are metrics only by an everyday word at their end, with those beside them, where the caption
 * names another metric: "Conversational memory" over benchmarks whose accuracy is compared.
 */
function findGroups(beside: readonly Label[], inner: readonly Label[], caption: string): readonly Label[] {
  const alike = beside.filter(({ text }) => isMetricLabel(text));
  const isDivided = inner.some(
    ({ text }) =>
      !isNumberLabel(text) && !isConditionLabel(text) && !isSettingLabel(text) && !isMetricLabel(text),
  );
  // Beside a group without any such word there is no metric among them.
  const areMetrics = beside.every(({ text }) => isMetricLabel(text) || isSettingLabel(text));
  const isGrouping =
    alike.length > 0 && alike.every(isGroup) && isDivided && (!areMetrics || metricsIn(caption).length > 0);
  return isGrouping ? beside : [];
}

/**
 * The headers of lines that look like metrics and are none, by `labelKey`: among at least twice as many that name
 * data, those that models are also tested for; among names of systems, those that are also systems; and names with an
 * arrow that no lexicon has and that the caption lists after "on".
 */
export function findSoundAlike(
  { systems, rows, columns }: Axes,
  metricLevels: ReadonlySet<string>,
  caption: string,
): ReadonlySet<string> {
  const lines = systems === 'rows' ? columns : rows;
  const labels = new Map(lines.flatMap((line) => line.labels.map((label) => [labelKey(label), label])));
  const listed = [...caption.slice(0, 600).matchAll(LISTED)].map(([, names = '']) => names);
  const found = new Set<string>();
  const levels = Map.groupBy(labels.values(), levelKey);
  for (const [level, beside] of levels) {
    const [{ axis, level: at } = { axis: 'rows' as const, level: 0 }] = beside;
    const inner = levels.get(levelKey({ axis, level: at + 1 })) ?? [];
    for (const label of [...findArrowed(beside), ...findGroups(beside, inner, caption)])
      found.add(labelKey(label));
    const isAlike = (label: Label): boolean =>
      statedDirection(label.text) === undefined && isAlsoTested(nameOf(label));
    const alike = beside.filter(isAlike);
    const others = beside.filter(({ text }) =>
      [isMetricLabel, isSettingLabel, isStatisticLabel, isNumberLabel].every((test) => !test(text)),
    );
    if (!metricLevels.has(level) && others.length >= 2 * alike.length)
      for (const label of alike) found.add(labelKey(label));
    const known = others.filter(({ text }) => isKnownSystem(text) || /^(?:DINO|MoCo|SimCLR|BYOL)/.test(text));
    for (const label of beside)
      if (ALSO_SYSTEMS.has(nameOf(label) ?? '') && known.length > 1) found.add(labelKey(label));
    for (const label of beside) {
      const name = cleanLabel(label.text);
      const isOnlyArrow = isByArrow(label);
      const isProper = /\p{Lu}.*[\p{Lu}\d]/u.test(name);
      if (isOnlyArrow && isProper && listed.some((names) => names.includes(name))) found.add(labelKey(label));
    }
  }
  return found;
}
