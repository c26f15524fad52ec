/** Which direction of a result is better. */
import { metricDirection } from '../../metrics';
import type { Direction } from '../../paper';
import type { MetricTie } from '../metric/metric-tie';
import type { NumberMention } from '../sentence/number-form';

/** Qualities that are given as the size of what is missing to perfection if they have a length, an angle or a time. */
const AS_ERROR = /(?:accuracy|precision|reproducibility|repeatability|resolution)$/i;
const SIZES =
  /^-?(?:[µn]?m|mm|cm|km|microns?|(?:micro|milli|centi|kilo)?met(?:er|re)s?|°|deg(?:rees?)?|rad(?:ians?)?|px|pixels?|voxels?|[mµn]?s|(?:milli|micro)?seconds?|minutes?|hours?|days?)$/i;

/**
 * The better direction of a number of this metric: the metric's own, but "an accuracy of 2.7 mm" is an error, so
 * lower is better. Undefined if the metric gives none.
 */
export function betterOf(metric: MetricTie | undefined, number: NumberMention): Direction | undefined {
  if (!metric?.name) return metric?.better;
  if (/^(?:measure|time)$/.test(number.form) && AS_ERROR.test(metric.name) && SIZES.test(number.unit.trim()))
    return 'lower';
  return metric.better ?? metricDirection(metric.name);
}
