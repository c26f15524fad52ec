/** Headers that stand on one level with metrics and name data. */
import type { Axes } from './axes';
import {
  cleanLabel,
  isAverageLabel,
  isConditionLabel,
  isCostLabel,
  isMetricLabel,
  isNumberLabel,
  isQualityLabel,
  isSettingLabel,
  isUnitLabel,
  statedDirection,
} from './labels';
import { labelKey, type Label, type Line } from './levels';
import { spellOut, type Meanings } from './meanings';
import { isPlainWord } from './metric-levels';

/** What headers of a level have in common. */
interface Level {
  readonly labels: readonly Label[];
  /** By the text of the header above it. */
  readonly groups: ReadonlyMap<string, readonly Label[]>;
}

function levelOf(lines: readonly Line[], level: number): Level {
  const groups = new Map<string, Label[]>();
  const seen = new Map<string, Label>();
  for (const { labels } of lines) {
    const label = labels.find((one) => one.level === level);
    if (!label) continue;
    const outer = labels.findLast((one) => one.axis === label.axis && one.level < level)?.text ?? '';
    const group = groups.get(outer);
    if (group) group.push(label);
    else groups.set(outer, [label]);
    seen.set(label.text, label);
  }
  return { labels: [...seen.values()], groups };
}

/** Costs, also those whose names no lexicon has: "Inf Mem". */
const isCost = (text: string): boolean =>
  isCostLabel(text) ||
  /\b(?:time|mem(?:ory)?|params?|flops|speed(?:-?up)?|latency)\b/i.test(cleanLabel(text));

/** Letters that are metrics only beside others: "P", "R". */
const isLetter = (text: string): boolean => /^\p{Lu}$/u.test(cleanLabel(text));

/**
 * The headers of columns on levels of metrics that name data, by `labelKey`: names beside costs alone ("MNLI" beside
 * "Train time"), names below a header under which nothing is a metric, where there is one under another ("Shot" below
 * "Noise", "ECE" below "Average"), a letter beside names that are no metrics ("R" beside "Sketch"), and one word for a setting beside names.
 */
export function findDataBeside(
  { systems, columns }: Axes,
  metricLevels: ReadonlySet<string>,
  levels: number,
  meanings: Meanings,
): ReadonlySet<string> {
  const found = new Set<string>();
  if (systems !== 'rows') return found;
  const isMetric = ({ text }: Label): boolean =>
    [text, spellOut(text, meanings)].some((name) => isMetricLabel(name) || isQualityLabel(name));
  const isName = (label: Label): boolean =>
    !isMetric(label) &&
    statedDirection(label.text) === undefined &&
    ![isAverageLabel, isSettingLabel, isConditionLabel, isUnitLabel].some((test) => test(label.text)) &&
    !isNumberLabel(cleanLabel(label.text));
  for (let level = 0; level < levels; level += 1) {
    const { labels, groups } = levelOf(columns, level);
    const letters = labels.filter(({ text }) => isLetter(text));
    const names = letters.length === 1 ? labels.filter(isName) : [];
    if (names.length > 1 && names.every(({ text }) => !isLetter(text)))
      for (const label of letters) found.add(labelKey(label));
    // A word for a setting beside names below one header is a name too: "Shot" beside "Gaussian" below "Noise".
    for (const [outer, group] of groups) {
      const [setting, more] = group.filter(({ text }) => isSettingLabel(text));
      const isAmongNames = more === undefined && group.filter(isName).length === group.length - 1;
      if (outer !== '' && group.length > 1 && setting && isAmongNames) found.add(labelKey(setting));
    }
    if (!metricLevels.has(`columns ${level}`)) continue;
    const metrics = labels.filter((label) => isMetric(label) && !isAverageLabel(label.text));
    const isOfCosts = metrics.length > 1 && metrics.every(({ text }) => isCost(text));
    const outside = [...groups.values()].filter((group) => !group.some(isMetric));
    // Short forms alone may be metrics that no lexicon has.
    const areNames = outside.some((group) =>
      group.some((label) => isName(label) && isPlainWord(label.text, meanings)),
    );
    // Where most headers have a metric below them, the others have one that no lexicon knows.
    const isDivided =
      level > 0 && outside.length < groups.size && outside.length * 2 >= groups.size && areNames;
    for (const group of groups.values()) {
      if (isOfCosts || (isDivided && outside.includes(group)))
        for (const label of group.filter(isName)) found.add(labelKey(label));
    }
  }
  return found;
}
