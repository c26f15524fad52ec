/** Values that a statistic never has. */
import type { NumberMention } from '../sentence/number-form';

/** Statistics of agreement, which are at most 1 and nearly never printed in per cent below 10. */
const STATISTIC = /correlation|kappa|^(?:R²|ICC|CCC)$/i;

/**
 * True for "kappa_r ~ 8.41", a constant of nature, and "correlations (0.95) and differences (RMSD) of 4.4°": no value
 * of the statistic that stands beside it.
 */
export const isOffScale = (metric: string | null | undefined, number: NumberMention): boolean =>
  STATISTIC.test(metric ?? '') &&
  (number.form === 'bare'
    ? number.decimal && !number.signed && number.figure > 1 && number.figure < 10
    : // In "an R² and RMSE of 0.82 and 4.1 kg" the unit belongs to the last number only.
      /^(?:measure|time|speed)$/.test(number.form) && number.value.endsWith(number.unit));
