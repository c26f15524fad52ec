/**
 * The tests by which a header is weighed as a metric and as data, each with its weights in `weights.json`: what surrounds
 * the header, the numbers below it, and its own words.
 */
import type { Body } from '../body';
import {
  isConditionLabel,
  isDataHead,
  isDifferenceLabel,
  isFamilyLabel,
  isMeasureHead,
  isMetricLabel,
  isSettingLabel,
  isStatisticLabel,
  isSystemHead,
  isUnitLabel,
  unitIn,
} from '../labels';
import { isKnownSystem } from '../known-names';
import { bracketMetric, endOfLabel, splitLabel } from '../label-parts';
import { conventionFor } from '../named-in-text';
import { cornerOf, type Axis } from '../levels';
import { overClasses } from '../metric-forms';
import type { Header, HeaderLevel, Sense } from './facts';

/** What a caption says of the whole table. */
export interface SaidOfTable {
  readonly caption: string;
  /** How many metrics it names. */
  readonly metrics: number;
  readonly hasData: boolean;
  /** Whether a line averages the others and names their metric. */
  readonly hasAverage: boolean;
  /** Where the metric of numbers without one of their own comes from; undefined if there is none. */
  readonly fallback: 'table' | 'caption' | 'text' | 'convention' | undefined;
}

/** A header in its table. */
export interface HeaderView {
  readonly header: Header;
  readonly own: HeaderLevel;
  /** The other headers of its level. */
  readonly others: readonly Header[];
  readonly outer: HeaderLevel | undefined;
  readonly inner: HeaderLevel | undefined;
  /** All levels but its own. */
  readonly levels: readonly HeaderLevel[];
  readonly systems: Axis;
  /** The level of the systems on their side. */
  readonly systemLevel: number;
  readonly body: Body;
  readonly said: SaidOfTable;
}

const share = (headers: readonly Header[], test: (sense: Sense) => boolean): number =>
  headers.length === 0 ? 0 : headers.filter(({ sense }) => test(sense)).length / headers.length;
const areMost = (level: HeaderLevel | undefined, test: (sense: Sense) => boolean): boolean =>
  level !== undefined && share(level.headers, test) >= 0.5;
const holds = (level: HeaderLevel | undefined, test: (sense: Sense) => boolean): boolean =>
  level !== undefined && share(level.headers, test) > 0;

const isMetric = (sense: Sense): boolean => sense.isMetric;
const isOfResults = (sense: Sense): boolean => sense.isMetric && !sense.isCost;
const isData = (sense: Sense): boolean => sense.isData;
const isNumber = (sense: Sense): boolean => sense.isNumber;

/** Whether a metric stands below the same header as this one. */
const hasMetricInGroup = ({ header, others }: HeaderView): boolean =>
  others.some(({ sense, outer }) => sense.isMetric && [...outer].some((text) => header.outer.has(text)));

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const isSaid = ({ header, said }: HeaderView): boolean =>
  ` ${wordsOf(said.caption)} `.includes(` ${wordsOf(header.name)} `);

const hasForm =
  (form: RegExp) =>
  ({ header }: HeaderView): boolean =>
    form.test(header.name);
const SHORT_FORM = /^\p{Lu}[\p{L}]{0,4}\d?$/u;
const cornerBeside = ({ own, body }: HeaderView): string =>
  cornerOf(body, own.axis === 'rows' ? own.level : 0);
const hasHead =
  (axis: Axis, test: (head: string) => boolean) =>
  (view: HeaderView): boolean =>
    view.own.axis === axis && test(cornerBeside(view));

/** Tests of what surrounds it. */
const AROUND: readonly ((view: HeaderView) => boolean)[] = [
  // Long capitals.
  hasForm(/^\p{Lu}{5,}$/u),
  // Capitals with a number.
  hasForm(/^\p{Lu}{1,5}[@-]?\d+$|@/u),
  // Capital inside.
  hasForm(/\p{Ll}\p{Lu}/u),
  // Two digits.
  hasForm(/\d\d/),
  // One digit.
  hasForm(/(?<!\d)\d(?!\d)/),
  // One word.
  hasForm(/^\S+$/),
  // Three words.
  hasForm(/\S\s+\S+\s+\S/),
  // Three letters at most.
  hasForm(/^.{1,3}$/u),
  // Capitalised word.
  hasForm(/^\p{Lu}\p{Ll}+\.?$/u),
  // Small letters.
  hasForm(/^\P{Lu}*\p{Ll}\P{Lu}*$/u),
  // Hyphen.
  hasForm(/-/),
  // Underscore.
  hasForm(/_/),
  // Brackets.
  hasForm(/\(/),
  // Number in brackets.
  hasForm(/\(\d+\)$/),
  // Number at the end.
  hasForm(/\s\d+$/),
  // From one to another.
  hasForm(/→|->|⇒/),
  // Capitals that end with R.
  hasForm(/(?:^|\s)\p{Lu}{1,4}R$/u),
  // Capitals that end with E.
  hasForm(/(?:^|\s)\p{Lu}{1,4}E$/u),
  // In the caption.
  isSaid,
  // Shares.
  ({ header }) => header.numbers.areShares,
  // Up to 100.
  ({ header }) => header.numbers.arePercent,
  // Above 100.
  ({ header }) => header.numbers.areLarge,
  // Negative.
  ({ header }) => header.numbers.hasNegative,
  // Whole.
  ({ header }) => header.numbers.areWhole,
  // Percent sign.
  ({ header }) => header.numbers.hasPercentSign,
  // Unit.
  ({ header }) => header.numbers.hasUnit,
  // A metric beside.
  ({ others }) => share(others, isMetric) > 0,
  // Metrics beside.
  ({ others }) => share(others, isMetric) >= 0.5,
  // A metric of results beside.
  ({ others }) => share(others, isOfResults) > 0,
  // Metrics of results beside.
  ({ others }) => share(others, isOfResults) >= 0.5,
  // A metric in its group.
  (view) => view.header.outer.size > 0 && hasMetricInGroup(view),
  // A metric in other groups alone.
  (view) => view.header.outer.size > 0 && !hasMetricInGroup(view) && share(view.others, isMetric) > 0,
  // A mean over classes beside.
  ({ others }) => others.some(({ name }) => overClasses(name) !== undefined),
  // Data beside.
  ({ others }) => share(others, isData) > 0,
  // A cost beside.
  ({ others }) => share(others, ({ isCost }) => isCost) > 0,
  // An average beside.
  ({ others }) => share(others, ({ isAverage }) => isAverage) > 0,
  // A setting beside.
  ({ others }) => share(others, ({ isSetting }) => isSetting) > 0,
  // Only unknown beside.
  ({ others }) => others.length > 0 && share(others, ({ isUnknown }) => isUnknown) === 1,
  // Alone.
  ({ others }) => others.length === 0,
  // Six beside.
  ({ others }) => others.length > 5,
  // Ten times apart.
  ({ own }) => own.scale.orders > 1,
  // Hundred times apart.
  ({ own }) => own.scale.orders > 2,
  // Mixed forms.
  ({ own }) => own.scale.hasMixedForms,
  // Opposed.
  ({ own }) => (own.scale.opposed ?? 0) > 0.4,
  // Mixed bold.
  ({ own }) => own.scale.hasMixedBold,
  // Least bold.
  ({ own }) => own.scale.isLeastBold,
  // Short forms.
  ({ own }) => own.headers.filter(({ name }) => SHORT_FORM.test(name)).length * 3 >= own.headers.length * 2,
  // Row.
  ({ own }) => own.axis === 'rows',
  // Systems in rows.
  ({ systems }) => systems === 'rows',
  // Side of the systems.
  ({ own, systems }) => own.axis === systems,
  // After the systems.
  ({ own, systems, systemLevel }) => own.axis === systems && own.level > systemLevel,
  // Innermost.
  ({ inner }) => inner === undefined,
  // Below another.
  ({ outer }) => outer !== undefined,
  // Below metrics.
  ({ outer }) => areMost(outer, isMetric),
  // Below data.
  ({ outer }) => holds(outer, isData),
  // Above metrics.
  ({ inner }) => areMost(inner, isMetric),
  // Above numbers.
  ({ inner }) => areMost(inner, isNumber),
  // Metrics on another level.
  ({ levels }) => levels.some((level) => areMost(level, isMetric)),
  // Data on another level.
  ({ levels }) => levels.some((level) => holds(level, isData)),
  // Other levels.
  ({ levels }) => levels.length > 0,
  // Several other levels.
  ({ levels }) => levels.length > 1,
  // Caption with a metric.
  ({ said }) => said.metrics > 0,
  // Caption with metrics.
  ({ said }) => said.metrics > 1,
  // Caption with data.
  ({ said }) => said.hasData,
  // Caption of several data.
  ({ said }) =>
    /\b(?:tasks|environments|data ?sets|benchmarks|scenes|domains|languages|subjects|scenarios|graphs|networks|games)\b/i.test(
      said.caption,
    ),
  // No caption.
  ({ said }) => said.caption === '',
  // Metric in the corner.
  ({ said }) => said.fallback === 'table',
  // Metric of all.
  ({ said }) => said.fallback !== undefined,
  // Metric by convention.
  ({ said }) => said.fallback === 'convention',
  // Head of systems.
  hasHead('rows', isSystemHead),
  // Head of data.
  hasHead('rows', isDataHead),
  // Head of a setting.
  hasHead('rows', isSettingLabel),
  // Beside a head of data.
  hasHead('columns', isDataHead),
  // Beside a head of systems.
  hasHead('columns', isSystemHead),
  // Headings.
  ({ body }) => body.headingOf.some((heading) => heading !== ''),
];

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

/** Whether a name stands beside no other metrics than costs, which stand beside data and metrics alike. */
export const isNameBesideCosts = ({ header, others }: HeaderView): boolean =>
  header.sense.isUnknown && share(others, isMetric) > 0 && share(others, isOfResults) === 0;

/** Whether a caption lists a name after "on": "generalization on LIMP and the WG suites". */
const isListed = (name: string, caption: string): boolean =>
  [...caption.slice(0, 600).matchAll(/\bon\s(?:the\s)?([^.;:()]{3,120})/gu)].some(([, names = '']) =>
    names.includes(name),
  );

/** Tests of what its own words say. */
const OF_WORDS: readonly ((view: HeaderView) => boolean)[] = [
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

/** All tests in the order of their weights. */
export const HEADER_TESTS: readonly ((view: HeaderView) => boolean)[] = [...AROUND, ...OF_WORDS];

/** The indexes of the tests that a header passes. */
export const testsPassed = (view: HeaderView): readonly number[] =>
  HEADER_TESTS.flatMap((test, at) => (test(view) ? [at] : []));
