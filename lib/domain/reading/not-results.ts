/**
 * Numbers that look like results and are none: confidence intervals, p-values,
 * years, dimensions, hyper-parameters, splits, statistics of the world.
 */
import { phrase, type Context } from './context';
import type { NumberMention } from './numbers';

/** What a number in front of it counts, rather than measures: "46 datasets", "30% of deaths". */
const WORLD =
  /\b(?:deaths?|mortality|population|people|individuals worldwide|worldwide|globally|annually|per year|prevalence|incidence|lifetime|new cases|diagnosed|americans|births|adults|women|men|survivors|cancers|citizens|gdp|market|deaths worldwide|of all (?:cancer|death|case)s?|survival rate|affects?|affecting|suffer)\b/;

/** Settings that the authors chose. */
const SETTING =
  /\b(?:learning rate|top-p|top-k|batch size|threshold|thresholds|temperature|dropout|momentum|weight decay|masking ratio|mask ratio|mask rate|noise level|quantile|percentile|confidence level|significance level|level of significance|resolution|voxel size|pixel size|slice thickness|spacing|split|ratio of|sampling rate|sample rate|alpha|beta|lambda|epsilon|budget of|kernel size|patch size|window of|windows of|length of|duration of|range of|field strength|radius|dose of|age of|aged|mean age|median age|compression ratio of|sparsity of|at a sparsity|sparsity ratio|pruning ratio|dimension|dimensionality|probability of)(?: (?:of|is|was|=|:|to|set to|at|between|from|up|a|the|value))*$/;

const INTERVAL = /\b(?:ci|cis|confidence|credible|interval|intervals|iqr|range|sd|p|se)\b/;

/** True where the number at `at` is no result whatever stands round it. */
export function isNoResult(context: Context, at: number, number: NumberMention): boolean {
  return (
    isYear(context, at, number) ||
    isInterval(context, at) ||
    isPValue(context, at) ||
    isSpread(context, at, number) ||
    isTally(context, at, number) ||
    isNameEnd(context, at, number) ||
    isDimension(context, at, number) ||
    isNamed(context, at, number) ||
    isEquation(context, at) ||
    isEnumerator(context, at, number) ||
    SETTING.test(phrase(context, at - 6, at)) ||
    isSettingAfter(context, at, number) ||
    isSplit(context, at, number) ||
    isWorldStatistic(context, at, number)
  );
}

function isYear(context: Context, at: number, number: NumberMention): boolean {
  return number.form === 'bare' && /^(?:19|20)\d\d(?:-(?:19|20)?\d\d)?$/.test(context.tokens[at]?.text ?? '');
}

/** "(95% CI: 0.80-0.90)", "95% confidence", "[0.80, 0.90]": it belongs to its result. */
function isInterval(context: Context, at: number): boolean {
  if (
    /^(?:ci|cis|confidence|credible|bootstrap|prediction interval|hdi)\b/.test(
      phrase(context, at + 1, at + 3),
    )
  )
    return true;
  let depth = 0;
  for (let index = at - 1; index >= 0 && at - index < 14; index -= 1) {
    const token = context.tokens[index];
    const lower = token?.lower ?? '';
    if (token?.text === ')' || token?.text === ']') depth += 1;
    if (token?.text === '(' || token?.text === '[') {
      if (depth === 0) {
        // "[0.80, 0.90]" after a number.
        const before = context.tokens[index - 1];
        const two = token.text === '[' && (before?.kind === 'number' || INTERVAL.test(before?.lower ?? ''));
        return two && !/=|:/.test(phrase(context, index, at));
      }
      depth -= 1;
    }
    if (depth === 0 && /^(?:ci|cis|iqr|interval|intervals|sd|std)$/.test(lower)) return true;
    if (/^(?:[;.]|and|while)$/.test(lower)) return false;
  }
  return false;
}

/** "(standard deviation of 3.49)", "SD 3.49", "0.85 (0.04)": how far the result before it scatters. */
function isSpread(context: Context, at: number, number: NumberMention): boolean {
  if (
    /\b(?:standard (?:deviation|error)s?|std|s\.d|sd|sem)(?: (?:of|=|:|was|is))*$/.test(
      phrase(context, at - 5, at),
    )
  )
    return !/\b(?:reduc|lower|decreas|improv)\w*\b/.test(phrase(context, at - 12, at));
  const value = context.tokens[at - 2];
  return (
    number.form === 'bare' &&
    number.decimal &&
    !number.signed &&
    context.tokens[at - 1]?.text === '(' &&
    context.tokens[at + 1]?.text === ')' &&
    value?.kind === 'number' &&
    value.number.decimal &&
    number.figure < value.number.figure / 4
  );
}

/** "RGB+D 60/120", "mAP@0.5:0.95": digits with which a name ends. */
function isNameEnd(context: Context, at: number, number: NumberMention): boolean {
  const before = context.tokens[at - 1];
  if (number.form === 'share' && /\d\/\d/.test(number.value)) return /^\p{Lu}/u.test(before?.text ?? '');
  return before?.text === ':' && /@[\d.]+$/.test(context.tokens[at - 2]?.text ?? '');
}

/** "96.1% accuracy (734/764)": the counts behind a rate. */
function isTally(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'share' || context.tokens[at - 1]?.text !== '(') return false;
  return context.tokens
    .slice(Math.max(0, at - 6), at)
    .some((token) => token.kind === 'number' && token.number.form === 'percent');
}

/** "p < 0.05": a mark of significance. "a p-value of 0.02" is a finding and has no sign before it. */
function isPValue(context: Context, at: number): boolean {
  const before = phrase(context, at - 4, at);
  return (
    /(?:^|\s)(?:p|ps|p-value|p-values|p_\w+|q|alpha|α)(?: all)? ?(?:<|>|=|≤|≥|≪)(?: [<>=])?$/.test(before) ||
    /\bp (?:value|values) (?:<|=|≤)$/.test(before)
  );
}

function isDimension(context: Context, at: number, number: NumberMention): boolean {
  const before = context.tokens[at - 1]?.text ?? '';
  const after = context.tokens[at + 1]?.text ?? '';
  if (/^[×*^_|]$/.test(before)) return true;
  // "4×/8×/16×" are factors of a setting, "0.69/0.64" two values.
  if (number.form === 'times' && (before === '/' || after === '/')) return true;
  const joined = number.form === 'bare' && !number.decimal ? /^[×*^_/]$/ : /^[×*^_]$/;
  return joined.test(after) && context.tokens[at + 2]?.kind === 'number';
}

/** "Claude Opus 4.6", "Task 1", "Section 3", "ImageNet 256": a number that ends a name. */
function isNamed(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'bare' || number.signed || number.range) return false;
  const before = context.tokens[at - 1];
  if (!before || before.kind !== 'word' || context.mentionOf.has(at - 1)) return false;
  if (
    /^(?:task|section|table|figure|fig|phase|stage|level|type|grade|step|version|track|appendix|chapter|theorem|lemma|equation|class|group|part|subtask|day|week|gpt|llama|qwen|gemini|claude|python|level)$/.test(
      before.lower,
    )
  )
    return true;
  const next = context.tokens[at + 1];
  if (next?.kind === 'word' && context.mentionOf.has(at + 1)) return false;
  return (
    /^\p{Lu}/u.test(before.text) &&
    !/^(?:to|of|by|from|is|with|at|on|in|over|about|only|and|than)$/.test(before.lower)
  );
}

/** "N = 90", "4β^2 < 2ημ": algebra. A metric in front of the sign is no algebra. */
function isEquation(context: Context, at: number): boolean {
  const sign = context.tokens[at - 1]?.text ?? '';
  const name = context.tokens[at - 2];
  if (!/^[=<>≤≥≈∈]$/.test(sign) || !name) return false;
  // "42.0 -> 43.3" is an arrow.
  if (context.mentionOf.has(at - 2) || (sign === '>' && name.text === '-')) return false;
  return name.kind === 'mark' ? name.text !== ')' : name.text.length <= 2 || name.kind === 'number';
}

/** "(1)", "1)": the items of a list. */
function isEnumerator(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'bare' || number.decimal || number.figure > 20) return false;
  if (context.tokens[at + 1]?.text !== ')') return false;
  const before = context.tokens[at - 1]?.text ?? '';
  return before !== '(' || !context.mentionOf.has(at - 2);
}

/** "a 0.5 threshold", "1 mm resolution", "30 FPS video", "top 5%", "95th percentile". */
function isSettingAfter(context: Context, at: number, number: NumberMention): boolean {
  const after = phrase(context, at + 1, at + 4);
  if (
    /^(?:iou |confidence |decision |probability |similarity |isotropic |slice |voxel |sparsity |training |noise |label |random |missing |masking )?(?:threshold|thresholds|resolution|isotropic|slices?|thickness|spacing|noise|dropout|percentile|quantile|confidence|significance|confident|split|splits|subset|interpolation|magnification|upsampling|downsampling|subsampled|super-resolution|undersampling|undersampled|zoom|overlap ratio|masking|videos?|clips?|windows?|segments?|epochs|hidden|layers?)\b/.test(
      after,
    )
  )
    return true;
  const before = context.tokens[at - 1]?.lower ?? '';
  if (number.form === 'percent' && /^(?:top|bottom|first|last|remaining|highest|lowest|other)$/.test(before))
    return true;
  if (number.form === 'speed')
    return /sampl|record|captur|acqui|stimul|frequen|band/.test(phrase(context, at - 6, at + 4));
  return false;
}

/** "80% for training and 20% for testing", "trained on 50% of the data". */
function isSplit(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'percent') return false;
  return /^(?:of (?:the )?\w+ )?(?:was |were |is )?(?:used )?(?:for|as) (?:the )?(?:training|testing|validation|test)\b/.test(
    phrase(context, at + 1, at + 9),
  );
}

/** "accounts for 30% of deaths": what the world is like, not how well something works. */
function isWorldStatistic(context: Context, at: number, number: NumberMention): boolean {
  if (!/^(?:percent|share|bare|count|fraction|times)$/.test(number.form)) return false;
  if (context.mentions.some((mention) => mention.known && Math.abs(mention.from - at) < 14)) return false;
  return WORLD.test(phrase(context, at - 10, at + 12));
}
