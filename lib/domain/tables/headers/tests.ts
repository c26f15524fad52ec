/**
 * The tests by which a header is weighed as a metric and as data, each with its weights in `weights.json`: what surrounds
 * the header, the numbers below it, and its own words.
 */
import { isDataHead, isSettingLabel, isSystemHead } from '../labels';
import { overClasses } from '../metric-forms';
import {
  areMost,
  hasHead,
  holds,
  isData,
  isMetric,
  isNumber,
  isOfResults,
  share,
  type HeaderView,
} from './view';
import { OF_WORDS } from './word-tests';

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
  ({ said }) => said.data !== undefined,
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

/** All tests in the order of their weights. */
export const HEADER_TESTS: readonly ((view: HeaderView) => boolean)[] = [...AROUND, ...OF_WORDS];

/** The indexes of the tests that a header passes. */
export const testsPassed = (view: HeaderView): readonly number[] =>
  HEADER_TESTS.flatMap((test, at) => (test(view) ? [at] : []));
