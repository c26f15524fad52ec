/** The confidence interval behind a value. */
import { phrase, type Context } from '../sentence/context';

/** True for "0.81, 95% CI": only a measured value has a confidence interval. */
export const hasInterval = (context: Context, at: number): boolean =>
  /^[,;([] (?:with )?(?:a )?9\d(?:\.\d)?% (?:ci|confidence|credible)\b/.test(phrase(context, at + 1, at + 6));
