/** The metric that a sentence takes over from the sentence before. */
import type { MetricTie } from '../metric/metric-tie';
import { isMetricFact } from '../../metrics';
import { phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import type { NumberMention } from '../sentence/number-form';
import { BEAT_VERBS, CHANGE_NOUNS } from '../sentence/words';
import type { Found } from './carry-over';

/** A metric from the sentence before; with `form`, only for numbers of that form. */
export interface Lent {
  readonly metric: MetricTie;
  readonly form?: NumberMention['form'];
}

/** How many numbers back a metric is taken from, so that long texts are read in linear time. */
const REACH = 40;

/** Openings of sentences that continue the measurements of the one before. */
const GOES_ON =
  /^(?:in addition|additionally|similarly|likewise|furthermore|moreover|it also|on the other hand)$/;

/**
 * The metric of the sentence before, if this sentence continues it by its opening or names no metric itself.
 * Undefined otherwise.
 */
export function lastMetric(found: readonly Found[], context: Context): Lent | undefined {
  const last = found.at(-1);
  if (!last?.metric || last.context.index !== context.index - 1) return undefined;
  const [one, two] = context.tokens;
  const opening = `${one?.lower ?? ''} ${two?.lower ?? ''}`;
  const metric: MetricTie = { ...last.metric, tie: 'carried' };
  // "It outperforms Aton (63.2) and Bera (61.8)."
  const isIt = /^(?:it|this)$/.test(one?.lower ?? '') && BEAT_VERBS.has(two?.lower ?? '');
  if (isIt || GOES_ON.test(one?.lower ?? '') || GOES_ON.test(opening)) return { metric };
  return context.mentions.length === 0 && isAllMeasuredBy(found, last)
    ? { metric, form: last.number.form }
    : undefined;
}

/**
 * True for "AUC was 0.91 on A. On B, the model reached 0.87.": the sentence before measured one known metric
 * and nothing else.
 */
function isAllMeasuredBy(found: readonly Found[], last: Found): boolean {
  if (last.metric?.known !== true || last.kind === 'ratio') return false;
  return found.every(
    ({ context, metric }) => context.index !== last.context.index || metric?.name === last.metric?.name,
  );
}

/** "drops from 1.63 to 0.33 (79.5% reduction)": the metric of the value before a bracket that contains its change. */
export function ofValueInFront(found: readonly Found[], context: Context, at: number): MetricTie | undefined {
  const before = found.at(-1);
  if (before?.at !== at - 2 || before.kind !== 'level' || context.tokens[at - 1]?.text !== '(')
    return undefined;
  const next = context.tokens[at + 1]?.lower ?? '';
  return CHANGE_NOUNS.has(next) && before.metric ? { ...before.metric, tie: 'carried' } : undefined;
}

/** The metric of an earlier sentence that a number has too, by its unit or by the word before it. */
export const lentFrom = (
  found: readonly Found[],
  context: Context,
  at: number,
  number: NumberMention,
): MetricTie | undefined => inDecibel(found, number) ?? asPerformance(found, context, at, number);

/** The last metric that the abstract measured in decibels: it applies to "a drop of 1.3 dB" that names none. */
export function inDecibel(found: readonly Found[], number: NumberMention): MetricTie | undefined {
  if (number.unit !== 'dB') return undefined;
  const last = found
    .slice(-REACH)
    .findLast((one) => one.number.unit === 'dB' && one.metric?.known === true)?.metric;
  return last && { ...last, tie: 'carried' };
}

/**
 * "On B, the performance dropped to 0.66": a performance in digits has the metric of the last value in the same
 * form.
 */
function asPerformance(
  found: readonly Found[],
  context: Context,
  at: number,
  number: NumberMention,
): MetricTie | undefined {
  const isValue = number.form === 'percent' || (number.form === 'bare' && number.decimal);
  if (!isValue || number.signed || !PERFORMANCE.test(phrase(context, at - 7, at))) return undefined;
  const last = found
    .slice(-REACH)
    .findLast(
      (one) => one.metric?.known === true && isMetricFact(one.metric.name, 'share') && one.kind === 'level',
    );
  return last?.metric && last.number.form === number.form ? { ...last.metric, tie: 'carried' } : undefined;
}

const PERFORMANCE = /\bperformances?(?: (?!by\b|gain|improv)[^\s,;]+){0,3} (?:of|to|at|\()$/;

/** The metric of the sentence before for a number that has none; undefined if it does not apply. */
export function lentTo(
  context: Context,
  at: number,
  number: NumberMention,
  before: Lent | undefined,
): MetricTie | undefined {
  if (!before || !/^(?:percent|bare|points)$/.test(number.form)) return undefined;
  // "leads to a performance degradation of 3%" names its own measure.
  if (/\bperformance (?:degradation|drop|loss|gain|improvement)s? of$/.test(phrase(context, at - 3, at)))
    return undefined;
  if (before.form === undefined) return number.form === 'points' ? undefined : before.metric;
  // "bit savings of 76%", "decorrelated at 0.91": a number with words of its own does not take over a metric.
  const first = numberGroup(context, at)[0] ?? at;
  const joint = context.tokens[first - 1]?.lower ?? '';
  if (
    /^(?:of|=|:)$/.test(joint) ||
    (joint === 'at' && context.tokens[first - 2]?.lower.endsWith('ed') === true)
  )
    return undefined;
  return number.form === before.form || number.form === 'points' ? before.metric : undefined;
}
