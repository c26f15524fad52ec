/** Whether a metric can have the value that was found for it, by its form and range. */
import { isMetricFact } from '../../metrics';
import type { ResultKind } from '../../paper';
import { ofUnit } from '../metric/clause';
import type { MetricTie } from '../metric/metric-tie';
import type { Found } from './carry-over';
import { inDecibel } from './metric-before';
import { isOffScale } from './off-scale';
import type { Context } from '../sentence/context';
import type { NumberMention } from '../sentence/number-form';

/**
 * False for an accuracy of 140%: a value outside the range that the lexicon gives for the metric is of something else.
 * So is a time, for shares and for "a 3x speedup (0.1 s vs. 0.3 s)".
 */
export function isPossible(metric: MetricTie | undefined, number: NumberMention, kind: ResultKind): boolean {
  if (isOffScale(metric?.name, number)) return false;
  const { form, unit, figure } = number;
  const isShare = isMetricFact(metric?.name, 'share');
  if (form === 'time' && (metric?.name === 'Speedup' || (isShare && metric?.tie !== 'near'))) return false;
  // "31 dB and 0.9 SSIM, within 1 dB of Aton": decibels go on with nothing that is none.
  if (unit === 'dB' && isShare && metric?.tie !== 'near') return false;
  return kind !== 'level' || !isShare || figure <= 100 || !/^(?:percent|bare)$/.test(form);
}

/**
 * The metric, or the one that its unit tells if it cannot have that unit: "cuts parameters by 14x, achieving 6.5 FPS",
 * "31 dB and 0.9 SSIM, within 1 dB of Aton".
 */
export function ofItsUnit(
  metric: MetricTie | undefined,
  context: Context,
  at: number,
  number: NumberMention,
  before: readonly Found[],
): MetricTie | undefined {
  if (metric === undefined) return undefined;
  if (number.form === 'speed' && !SPEED.test(metric.name ?? '')) return ofUnit(context, at) ?? metric;
  return number.unit === 'dB' && metric.tie !== 'near' && isMetricFact(metric.name, 'share')
    ? (inDecibel(before, number) ?? metric)
    : metric;
}

const SPEED = /speed|rate|throughput|fps|frequency|latency/i;
