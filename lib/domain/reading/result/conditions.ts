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
/** "under 25% pruning ratio". */
const RATIO_OF_SETTING =
  /^(?:pruning|mask(?:ing)?|retention|dropout|missing|corruption|keep) (?:ratio|rate|level)s?$/;
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
  if (/^(?:snr|sparsity)$/.test(next) || RATIO_OF_SETTING.test(phrase(context, at + 1, at + 3)))
    return /\b(?:at|under|with)(?: an?| about| approximately| around)?$/.test(phrase(context, at - 2, at));
  if (number.form !== 'percent') return false;
  // "Hausdorff distance 95% (HD95)": the percentile of a metric.
  if (last === 'distance') return phrase(context, at - 2, at) === 'hausdorff distance';
  const first = numberGroup(context, at)[0] ?? at;
  if (ASKED.test(phrase(context, first - 3, first))) return true;
  return context.tokens[first - 1]?.lower === 'of' && LEFT_OUT.test(phrase(context, first - 8, first));
}
