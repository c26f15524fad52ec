/** Values that a statistic never has. */
import type { NumberMention } from '../sentence/number-form';

/** Statistics of agreement, which are at most 1 and nearly never printed in per cent below 10. */
const STATISTIC = /correlation|kappa|^(?:R²|ICC|CCC)$/i;

/** True for "kappa_r ~ 8.41", a constant of nature: no value of the statistic that stands beside it. */
export const isTooLarge = (
  metric: string | null | undefined,
  { form, figure }: Pick<NumberMention, 'form' | 'figure'>,
): boolean => form === 'bare' && figure > 1 && figure < 10 && STATISTIC.test(metric ?? '');

/**
 * True for such a value, and for "correlations (0.95) and differences (RMSD) of 4.4°". In "an R² and RMSE of 0.82 and
 * 4.1 kg" the unit belongs to the last number only.
 */
export const isOffScale = (metric: string | null | undefined, number: NumberMention): boolean =>
  (number.decimal && !number.signed && isTooLarge(metric, number)) ||
  (/^(?:measure|time|speed)$/.test(number.form) &&
    number.value.endsWith(number.unit) &&
    STATISTIC.test(metric ?? ''));
