/** The tests of a header by its own words and numbers, and by how many on each level are metrics. */
import {
  isConditionLabel,
  isDifferenceLabel,
  isFamilyLabel,
  isMeasureHead,
  isMetricLabel,
  isStatisticLabel,
  isUnitLabel,
  unitIn,
} from '../labels';
import { isKnownSystem } from '../known-names';
import { bracketMetric, endOfLabel, splitLabel } from '../label-parts';
import { conventionFor } from '../named-in-text';
import type { Sense } from './facts';
import { isNameBesideCosts } from './sure';
import { areMost, hasHead, isData, isMetric, isNumber, isOfResults, share, type HeaderView } from './view';

/** How far the numbers of a header are from the middle of those of the others, by some measure. */
const distance = ({ header, others }: HeaderView, of: 'order' | 'decimals'): number => {
  const beside = others.map(({ numbers }) => numbers[of]).toSorted((a, b) => a - b);
  return beside.length === 0 ? 0 : Math.abs(header.numbers[of] - (beside[beside.length >> 1] ?? 0));
};
const own =
  (test: (sense: Sense) => boolean) =>
  ({ header }: HeaderView): boolean =>
    test(header.sense);
const ofText =
  (test: (text: string) => boolean) =>
  ({ header }: HeaderView): boolean =>
    test(header.label.text);
/** Whether a share of all headers of its level have a sense. */
const ofLevel =
  (least: number, test: (sense: Sense) => boolean) =>
  ({ own: level }: HeaderView): boolean =>
    share(level.headers, test) >= least;
const across =
  (least: number, test: (sense: Sense) => boolean) =>
  ({ levels, own: level }: HeaderView): boolean =>
    levels.some((other) => other.axis !== level.axis && share(other.headers, test) >= least);
const beside =
  (least: number, test: (sense: Sense) => boolean) =>
  ({ levels, own: level }: HeaderView): boolean =>
    levels.some((other) => other.axis === level.axis && share(other.headers, test) >= least);

/** Whether a caption lists a name after "on": "generalization on LIMP and the WG suites". */
const isListed = (name: string, caption: string): boolean =>
  [...caption.slice(0, 600).matchAll(/\bon\s(?:the\s)?([^.;:()]{3,120})/gu)].some(([, names = '']) =>
    names.includes(name),
  );

/** Tests of what its own words say. */
export const OF_WORDS: readonly ((view: HeaderView) => boolean)[] = [
  own(isMetric),
  own(isOfResults),
  own((sense) => sense.isMetric && !sense.isEveryday && !sense.isCost),
  own(({ isCost }) => isCost),
  own(isData),
  own(isNumber),
  own(({ isSetting }) => isSetting),
  own(({ isAverage }) => isAverage),
  own(({ hasArrow }) => hasArrow),
  own((sense) => sense.hasArrow && !sense.hasMeasuredHead),
  own(({ isQuality }) => isQuality),
  own(({ isEveryday }) => isEveryday),
  own(({ hasMeasuredHead }) => hasMeasuredHead),
  own(({ isUnknown }) => isUnknown),
  isNameBesideCosts,
  ({ header, said }) => said.hasAverage && header.sense.isUnknown,
  ({ header, said }) => said.hasAverage && header.sense.isMetric,
  ({ header, said }) => header.sense.hasArrow && isListed(header.name, said.caption),
  (view) =>
    view.header.sense.isUnknown && areMost(view.outer, ({ isQuality, hasArrow }) => isQuality && hasArrow),
  ({ header, own: level }) =>
    header.sense.isMetric && level.headers.filter(({ name }) => isKnownSystem(name)).length > 1,
  ofText(isStatisticLabel),
  ofText(isConditionLabel),
  ofText(isUnitLabel),
  ofText(isDifferenceLabel),
  ofText(isFamilyLabel),
  ofText((text) => unitIn(text) !== undefined),
  ofText((text) => /%\)?$/.test(text)),
  ofText((text) => bracketMetric(text) !== undefined),
  ofText((text) => splitLabel(text).data !== undefined),
  ofText((text) => endOfLabel(text) !== undefined),
  ofText((text) => isKnownSystem(text)),
  ofText((text) => conventionFor(text) !== undefined),
  // Numbers.
  (view) => distance(view, 'order') > 0.5,
  (view) => distance(view, 'order') > 1,
  (view) => distance(view, 'decimals') > 0,
  (view) => distance(view, 'decimals') > 1,
  // Levels.
  ...[0.3, 0.5, 0.8].flatMap((least) => [
    ofLevel(least, isMetric),
    ofLevel(least, isOfResults),
    across(least, isOfResults),
    beside(least, isOfResults),
  ]),
  ofLevel(0.5, ({ hasArrow }) => hasArrow),
  across(0.5, ({ hasArrow }) => hasArrow),
  beside(0.5, ({ hasArrow }) => hasArrow),
  ofLevel(0.3, isData),
  across(0.3, isData),
  beside(0.3, isData),
  across(0.5, isNumber),
  beside(0.5, isNumber),
  ofLevel(0.5, ({ hasMeasuredHead }) => hasMeasuredHead),
  ofLevel(0.5, ({ isQuality }) => isQuality),
  ({ inner }) => areMost(inner, isOfResults),
  ({ outer }) => areMost(outer, isOfResults),
  ({ inner }) => areMost(inner, ({ hasArrow }) => hasArrow),
  ({ outer }) => areMost(outer, ({ hasArrow }) => hasArrow),
  ({ own: level }) => level.headers.length > 3,
  hasHead('rows', isMeasureHead),
  hasHead('rows', (head) => head === ''),
  hasHead('rows', (head) => isMetricLabel(head)),
  ({ header }) => header.outer.size > 1,
];
