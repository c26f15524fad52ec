/** Numbers under which something was measured or asked for: an operating point, a noise level, a limit that "when" opens. */
import { phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import type { NumberMention } from '../sentence/numbers';

/** "when the error rate is below 20%", "if accuracy exceeds 0.9". */
const CONDITION =
  /\b(?:when|if|whenever|once) (?:\S+ ){1,5}(?:is|are|was|were|exceeds?|reach(?:es)?)(?: (?:below|above|under|over|at|less|more|than|higher|lower))*$/;
/** "data with an SNR of 20 dB": how noisy the data is. */
const NOISE =
  /\b(?:with|at|about|around|from|under|of) (?:an? )?(?:\S+ ){0,4}(?:snrs?|signal-to-noise ratios?)(?: \( snr \))? (?:of|about|around|at)(?: about| around)?$/;
/** "at compression ratios of 80%": how much was left out. */
const LEFT_OUT =
  /\b(?:at|under) (?:an? |the )?(?:\S+ )?(?:compression|sparsity|pruning|mask(?:ing)?|missing|retention|sampling|noise|dropout|corruption)(?: \S+)? (?:ratios?|rates?|levels?) of$/;
/** "as dropout rises from 0 to 0.75": what was varied. */
const VARIED =
  /\bas (?:the )?(?:\S+ ){1,4}(?:rises|increases|grows|decreases|falls|drops|scales|varies|goes|is (?:increased|reduced|varied)) from$/;
/** "assessed at 95% sensitivity", "requiring 100% NPV". */
const ASKED =
  /\b(?:(?:assessed|evaluated|measured|calculated|computed|set|operating|fixed) at|requiring|constraint of|target of)$/;

/** True where the number at `at` is a condition of a result, or the spread of the number before it. */
export function isCondition(context: Context, at: number, number: NumberMention): boolean {
  const last = context.tokens[at - 1]?.lower ?? '';
  // "(+/-0.05%)", "plus or minus 2%".
  if (last === '-' || last === '/' || /^(?:minus|plus-minus)$/.test(last))
    return /(?:\+ \/ -|\+ \/|plus or minus|plus-minus)$/.test(phrase(context, at - 3, at));
  if (/^(?:is|are|was|were|exceeds?|reach(?:es)?|below|above|under|over|at|than)$/.test(last)) {
    if (CONDITION.test(phrase(context, at - 10, at))) return true;
  }
  if (/^(?:of|about|around|at)$/.test(last) && NOISE.test(phrase(context, at - 11, at))) return true;
  const next = context.tokens[at + 1]?.lower ?? '';
  if (/^(?:snr|sparsity)$/.test(next))
    return /\b(?:at|under|with)(?: an?| about| approximately| around)?$/.test(phrase(context, at - 2, at));
  if (isVaried(context, at) || isTolerance(context, at, number)) return true;
  if (number.form !== 'percent') return false;
  // "Hausdorff distance 95% (HD95)": the percentile of a metric.
  if (last === 'distance') return phrase(context, at - 2, at) === 'hausdorff distance';
  const first = numberGroup(context, at)[0] ?? at;
  if (ASKED.test(phrase(context, first - 3, first))) return true;
  return context.tokens[first - 1]?.lower === 'of' && LEFT_OUT.test(phrase(context, first - 8, first));
}

/** Either end of "as dropout rises from 0 to 0.75"; of a metric it would be a finding. */
function isVaried(context: Context, at: number): boolean {
  const from = context.tokens[at - 1]?.lower === 'from' ? at : at - 2;
  if (context.tokens[from - 1]?.lower !== 'from' || (from < at && context.tokens[at - 1]?.lower !== 'to'))
    return false;
  if (!VARIED.test(phrase(context, from - 9, from))) return false;
  return !context.mentions.some((mention) => mention.known && mention.from < from && from - mention.from < 7);
}

/** "(3%/3 mm)": how far dose and place may be off to pass. */
function isTolerance(context: Context, at: number, number: NumberMention): boolean {
  const step = number.form === 'percent' ? 1 : -1;
  const other = context.tokens[at + 2 * step];
  if (context.tokens[at + step]?.text !== '/' || other?.kind !== 'number') return false;
  const units = [number.unit, other.number.unit];
  return units.includes('mm') && units.some((unit) => /^(?:%|percent)$/.test(unit));
}
