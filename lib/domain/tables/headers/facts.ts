/**
 * What is known of the headers of a table by level: words of the lexicon, shapes of names, and the numbers below them.
 * The facts by which headers are read.
 */
import { directionOfHead, findMetric, isMetricFact } from '../../metrics';
import type { Axes } from '../axes';
import type { Body } from '../body';
import {
  bare,
  cleanLabel,
  isAverageLabel,
  isConditionLabel,
  isCostLabel,
  isDifferenceLabel,
  isFamilyLabel,
  isKindLabel,
  isMetricLabel,
  isNumberLabel,
  isQualityLabel,
  isSettingLabel,
  isSpreadLabel,
  isStatisticLabel,
  isUnitLabel,
  statedDirection,
} from '../labels';
import { bracketMetric, splitLabel } from '../label-parts';
import { isAlsoTested, isKnownData } from '../known-names';
import { isOnLevel, labelKey, levelKey, type Axis, type Label } from '../levels';
import { spellOut, type Meanings } from '../meanings';
import { isTaskForm } from '../metric-forms';
import type { CellValue } from '../value';
import { findNumberFacts, findScaleFacts, type NumberFacts, type ScaleFacts } from './numbers';

/** What the lexicon says of a header. */
export interface Sense {
  readonly isMetric: boolean;
  readonly isCost: boolean;
  readonly isData: boolean;
  readonly isNumber: boolean;
  readonly isSetting: boolean;
  readonly isAverage: boolean;
  readonly hasArrow: boolean;
  /** A word for what is measured, or an everyday one for it: "clarity", "memory". */
  readonly isQuality: boolean;
  readonly isEveryday: boolean;
  /** Its last word is one for something measured: "matching error". */
  readonly hasMeasuredHead: boolean;
  /** Whether it is none of these, nor a unit, a count or another word with a meaning of its own: a name. */
  readonly isUnknown: boolean;
}

/** One distinct header of a level. */
export interface Header {
  readonly label: Label;
  /** As a name, without arrows and marks. */
  readonly name: string;
  readonly sense: Sense;
  readonly numbers: NumberFacts;
  /** The texts of the headers above it; empty where none is. */
  readonly outer: ReadonlySet<string>;
}

/** The headers of a level on one side of a table, with what they have in common. */
export interface HeaderLevel {
  readonly axis: Axis;
  readonly level: number;
  readonly headers: readonly Header[];
  readonly scale: ScaleFacts;
}

/** The most headers of a level, and numbers below each of them, that are looked at; more say nothing new. */
const MOST = 40;

/** A place below a header: the row or column across it, the number, and whether it is bold. */
export interface PlaceBelow {
  readonly across: number;
  readonly number: CellValue;
  readonly isBold: boolean;
}

const NOTHING: Sense = {
  isMetric: false,
  isCost: false,
  isData: false,
  isNumber: false,
  isSetting: false,
  isAverage: false,
  hasArrow: false,
  isQuality: false,
  isEveryday: false,
  hasMeasuredHead: false,
  isUnknown: true,
};

/** The header's sense as if no lexicon had its name, which is how fitting learns from names that it has. */
const withoutLexicon = (sense: Sense): Sense => ({
  ...NOTHING,
  isNumber: sense.isNumber,
  isSetting: sense.isSetting,
  isAverage: sense.isAverage,
  hasArrow: sense.hasArrow,
});

function senseOf(text: string, meanings: Meanings): Sense {
  const name = cleanLabel(text);
  const isNamed = isMetricLabel(text) || isMetricLabel(spellOut(name, meanings));
  // An average, and a metric that is also what models are tested for, say nothing of their neighbours.
  const isMetric = isNamed && !isAverageLabel(text) && !isAlsoTested(findMetric(name)?.name);
  const [isQuality, isData] = [isQualityLabel(text), isKnownData(name) || isTaskForm(name)];
  const [isNumber, isSetting] = [isNumberLabel(name), isSettingLabel(text)];
  const [isAverage, hasArrow] = [isAverageLabel(text), statedDirection(text) !== undefined];
  return {
    isMetric,
    isCost: isCostLabel(text) || isMetricFact(findMetric(name)?.name, 'cost'),
    isData,
    isNumber,
    isSetting,
    isAverage,
    hasArrow,
    isQuality,
    isEveryday: isMetricFact(findMetric(name)?.name, 'everyday'),
    hasMeasuredHead: directionOfHead(bare(text)) !== undefined,
    isUnknown:
      ![isNamed, isQuality, isData, isNumber, isSetting, isAverage, hasArrow].includes(true) &&
      ![
        isStatisticLabel,
        isConditionLabel,
        isUnitLabel,
        isDifferenceLabel,
        isSpreadLabel,
        isKindLabel,
        isFamilyLabel,
      ].some((test) => test(text)) &&
      bracketMetric(text) === undefined &&
      splitLabel(text).data === undefined,
  };
}

/** The numbers below each header of these levels, by `labelKey`: at most `MOST` of each. */
function placesBelow(
  { rows, columns }: Axes,
  body: Body,
  levels: ReadonlySet<string>,
): ReadonlyMap<string, readonly PlaceBelow[]> {
  const found = new Map<string, PlaceBelow[]>();
  const keys = (labels: readonly Label[]): readonly string[] =>
    labels.filter((label) => levels.has(levelKey(label))).map(labelKey);
  const ofColumns = columns.map(({ at, labels }) => ({ at, keys: keys(labels) }));
  for (const { at: row, labels } of rows) {
    const ofRow = keys(labels);
    for (const { at: column, keys: ofColumn } of ofColumns) {
      const content = body.contents[row]?.[column];
      const number =
        content?.kind === 'number'
          ? content.number
          : content?.kind === 'several'
            ? content.numbers.find((one) => one !== undefined)
            : undefined;
      if (!number) continue;
      const isBold = body.grid[row]?.[column]?.bold !== '';
      const note = (key: string, across: number): void => {
        const places = found.get(key) ?? [];
        if (places.length === 0) found.set(key, places);
        if (places.length < MOST) places.push({ across, number, isBold });
      };
      for (const key of ofRow) note(key, column);
      for (const key of ofColumn) note(key, row);
    }
  }
  return found;
}

/**
 * The levels of headers beside that of the systems, by `levelKey`. For fitting, headers for which `isHidden` holds are
 * given as if no lexicon had them.
 */
export function findHeaderLevels(
  axes: Axes,
  body: Body,
  meanings: Meanings,
  isHidden?: (label: Label) => boolean,
): ReadonlyMap<string, HeaderLevel> {
  const byLevel = new Map<string, Map<string, Label>>();
  const outerOf = new Map<string, Set<string>>();
  for (const { labels } of [...axes.rows, ...axes.columns])
    for (const label of labels) {
      if (isOnLevel(label, axes.systems, axes.level)) continue;
      const level = byLevel.get(levelKey(label)) ?? new Map<string, Label>();
      byLevel.set(levelKey(label), level);
      if (level.size < MOST) level.set(labelKey(label), label);
      const outer = labels.findLast((one) => one.axis === label.axis && one.level < label.level);
      if (outer) outerOf.set(labelKey(label), (outerOf.get(labelKey(label)) ?? new Set()).add(outer.text));
    }
  const labels = [...byLevel.values()].flatMap((level) => [...level.values()]);
  const senses = new Map(labels.map((label) => [labelKey(label), senseOf(label.text, meanings)]));
  const places = placesBelow(axes, body, new Set(labels.map(levelKey)));
  return new Map(
    [...byLevel].map(([key, level]) => {
      const headers = [...level].map(([at, label]) => {
        const sense = senses.get(at) ?? NOTHING;
        return {
          label,
          name: cleanLabel(label.text),
          sense: isHidden?.(label) === true ? withoutLexicon(sense) : sense,
          numbers: findNumberFacts(places.get(at) ?? []),
          outer: outerOf.get(at) ?? new Set<string>(),
        };
      });
      const [first] = level.values();
      return [
        key,
        {
          axis: first?.axis ?? 'columns',
          level: first?.level ?? 0,
          headers,
          scale: findScaleFacts([...level.keys()].map((at) => places.get(at) ?? [])),
        },
      ];
    }),
  );
}
