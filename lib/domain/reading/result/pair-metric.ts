/** The metric of the two ends of a pair, from what stands around both: "from 60.0 to 63.2 overall F1". */
import { metricNear } from '../metric';
import { tied, type MetricTie } from '../metric/metric-tie';
import { nameOfPair, subjectOfPair } from '../metric/pairs';
import type { Context } from '../sentence/context';
import { versus, type FromTo } from '../sentence/groups';

/**
 * "from 6.9 to 13.1 on ROUGE-1", "its quality rose from 22 to 41 dB PSNR": a known metric directly behind a pair
 * applies to both values, whatever stands in front.
 */
export function behindPair(context: Context, at: number, pairs: readonly FromTo[]): MetricTie | undefined {
  const pair = pairs.find((one) => one.from === at || one.to === at);
  if (!pair || context.tokens[pair.from - 1]?.lower !== 'from') return undefined;
  const joint = /^(?:in|on)$/.test(context.tokens[pair.to + 1]?.lower ?? '') ? 2 : 1;
  const mention = context.mentionOf.get(pair.to + joint);
  return mention?.known === true && mention.from === pair.to + joint ? tied(mention, 'near') : undefined;
}

/** "60.0 to 63.2 overall F1": a metric named at one end of a pair applies to both. */
export function ofPair(context: Context, at: number, pairs: readonly FromTo[]): MetricTie | undefined {
  const pair = pairs.find((one) => one.from === at || one.to === at);
  if (pair)
    return (
      metricNear(context, pair.from === at ? pair.to : pair.from) ??
      nameOfPair(context, pair.from) ??
      subjectOfPair(context, pair.from) ??
      ofBracketed(context, pair.from)
    );
  // In "23.9 vs. 21.4 BLEU" both values have the same metric.
  const other = versus(context, at);
  return other === undefined ? undefined : metricNear(context, other);
}

/**
 * "training time by 63% (from 30 to 11 minutes)": the bracket gives the two values of the difference before
 * it.
 */
function ofBracketed(context: Context, first: number): MetricTie | undefined {
  const open = context.tokens[first - 1]?.lower === 'from' ? first - 2 : first - 1;
  return context.tokens[open]?.text === '(' && context.tokens[open - 1]?.kind === 'number'
    ? metricNear(context, open - 1)
    : undefined;
}
