/** The metric that a sentence takes over from the sentence before. */
import type { MetricTie } from '../metric/metric-tie';
import type { Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import type { NumberMention } from '../sentence/number-form';
import { BEAT_VERBS } from '../sentence/words';
import type { Found } from './carry-over';

/** A metric from the sentence before; with `form`, only for numbers of that form. */
export interface Lent {
  readonly metric: MetricTie;
  readonly form?: NumberMention['form'];
}

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
  const isIt = one?.lower === 'it' && BEAT_VERBS.has(two?.lower ?? '');
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

/** The metric of the sentence before for a number that has none; undefined if it does not apply. */
export function lentTo(
  context: Context,
  at: number,
  number: NumberMention,
  before: Lent | undefined,
): MetricTie | undefined {
  if (!before || !/^(?:percent|bare|points)$/.test(number.form)) return undefined;
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
