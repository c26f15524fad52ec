/** Numbers under which something was measured or asked for: an operating point, a noise level, a limit that "when" opens. */
import { phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import { isTolerance } from '../metric/tie';
import type { NumberMention } from '../sentence/number-form';

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

/** "AP at IoU 0.5": how much overlap makes a match. */
const MATCH = /\bat (?:an? )?(?:3d )?iou(?: thresholds?)?(?: of| =| >| ≥)?$/;
/** "under motion conditions (3% and 5%", "undersampling rates (4x and": which settings were tried. */
const TRIED =
  /\b(?:(?:under|across|at|for|over) (?:\S+ ){0,4}(?:conditions|settings|levels|budgets)|(?:undersampling|sampling|acceleration|masking|missing|dropout) (?:rates|factors|ratios|levels)) \($/;
/** "the 1% and 10% data settings", "the 0-20% annotation regime". */
const SUPPLY =
  /^(?:labell?ed )?(?:data|labels?|annotations?|supervision|missing(?:ness)?) (?:settings?|regimes?|budgets?|scenarios?|protocols?)\b/;

/** True where words right before or behind the list of the number at `at` say that its numbers were set. */
function isTried(context: Context, at: number, number: NumberMention): boolean {
  const group = numberGroup(context, at);
  const [first = at, last = at] = [group[0], group.at(-1)];
  if (group.length > 1 && context.tokens[first - 1]?.text === '(')
    if (TRIED.test(phrase(context, first - 8, first))) return true;
  return number.form === 'percent' && SUPPLY.test(phrase(context, last + 1, last + 4));
}

/** True where the number at `at` is a condition of a result, or the spread of the number before it. */
export function isCondition(context: Context, at: number, number: NumberMention): boolean {
  const last = context.tokens[at - 1]?.lower ?? '';
  // "(+/-0.05%)", "plus or minus 2%".
  if (last === '-' || last === '/' || /^(?:minus|plus-minus)$/.test(last))
    return /(?:\+ \/ -|\+ \/|plus or minus|plus-minus)$/.test(phrase(context, at - 3, at));
  if (/^(?:is|are|was|were|exceeds?|reach(?:es)?|below|above|under|over|at|than)$/.test(last)) {
    if (CONDITION.test(phrase(context, at - 10, at))) return true;
  }
  if (isTried(context, at, number) || isTolerance(context, at)) return true;
  if (number.form === 'bare' && number.figure <= 1 && MATCH.test(phrase(context, at - 5, at))) return true;
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
