/** Which results are certain enough for a field in which most numbers are quantities of nature and settings. */
import { isMetricFact } from '../../metrics';
import { betterOf } from './better';
import type { Found } from './carry-over';

/** Forms of numbers that measure a quantity of nature as readily as a result. */
const QUANTITY = /^(?:measure|time|speed|points)$/;

/** Measures outside the lexicon by which a quantity is reported as a result. */
const REPORTED =
  /(?:\bdose|errors?|deviations?|differences?|(?:calculation|acquisition|scan|measurement|delivery|treatment|planning) times?)$/i;

/** Measures of models by everyday words: elsewhere "the parameters differ by 2%", "energy" and "data" are no costs. */
const isEverydayCost = (name: string): boolean =>
  isMetricFact(name, 'everyday') && isMetricFact(name, 'cost');

/** True for a value and for a share in per cent; false for a difference and a factor. */
const isValue = ({ kind, bounds, number }: Found): boolean =>
  (bounds ?? kind) === 'level' || ((bounds ?? kind) === 'ratio' && number.form === 'percent');

/**
 * True for a value with a metric of the lexicon or, if it has no unit, with a measure that stands beside it; for a
 * difference, unless it is a quantity of nothing. In fields outside machine learning, of 140 others 6 in 10 were a
 * condition, a concentration or a setting ("after 4 hours", "0.5% NaCl", "at 200 kHz", "1 cm below the heart").
 */
export function isCertain(found: Found): boolean {
  const { metric, number, kind, bounds } = found;
  const name = metric?.name ?? null;
  const isQuantity = QUANTITY.test(number.form);
  if (!isValue(found)) return name !== null || !isQuantity;
  if (metric === undefined || name === null || isEverydayCost(name)) return false;
  if (number.form === 'bare' && !number.decimal) return false;
  // "in 87% of the subjects" is a finding, "105% of the prescription" a condition.
  if ((bounds ?? kind) === 'ratio' && !metric.known) return name.endsWith('s');
  return (
    metric.known ||
    (metric.tie !== 'far' && (REPORTED.test(name) || (!isQuantity && betterOf(metric, number) !== undefined)))
  );
}
