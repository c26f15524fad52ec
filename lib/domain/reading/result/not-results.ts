/**
 * Numbers that look like results and are none: confidence intervals, p-values,
 * years, dimensions, hyper-parameters, splits, statistics of the world.
 */
import { isCondition } from './conditions';
import { isNear, phrase, type Context } from '../sentence/context';
import { hasChangeBehind, numberGroup } from '../sentence/groups';
import { belongsToResult } from './intervals';
import { effectSize } from '../metric/phrases';
import type { NumberMention } from '../sentence/number-form';
import { ACHIEVE_VERBS, CHANGE_NOUNS } from '../sentence/words';

/** What a number in front of it counts, rather than measures: "46 datasets", "30% of deaths". */
const WORLD =
  /\b(?:deaths?|mortality|population|people|individuals worldwide|worldwide|globally|annually|per year|prevalence|incidence|lifetime|new cases|diagnosed|americans|births|adults|women|men|survivors|cancers|citizens|gdp|market|deaths worldwide|of all (?:cancer|death|case)s?|survival rate|affects?|affecting|suffer)\b/;

/** Settings that the authors chose. */
const SETTING =
  /\b(?:learning rate|top-p|top-k|batch size|threshold|thresholds|threshold probabilit(?:y|ies)|temperature|dropout(?: rates?)?|momentum|weight decay|masking ratio|mask ratio|mask rate|noise levels?|quantile|percentile|confidence level|significance level|level of significance|resolution|voxel size|pixel size|slice thickness|spacing|split|ratio of|weighted combination of|sampling rate|sample rate|alpha|beta|lambda|epsilon|budget of|kernel size|patch size|window of|windows of|length of|duration of|range of|field strength|radius|dose of|age of|aged|mean age|median age|compression ratio of|sparsity of|at a sparsity|sparsity ratio|pruning ratio|dimension|dimensionality|probability of|sampling (?:rate|ratio|factor))(?: (?:of|is|was|=|:|to|set to|at|between|from|up|a|the|value|\())*$/;

/** True where the number at `at` is no result whatever stands round it. */
export function isNoResult(context: Context, at: number, number: NumberMention): boolean {
  return (
    isYear(context, at, number) ||
    belongsToResult(context, at, number) ||
    isNameEnd(context, at, number) ||
    isDimension(context, at, number) ||
    isNamed(context, at, number) ||
    isEquation(context, at) ||
    isEnumerator(context, at, number) ||
    isSetting(context, at) ||
    isOperatingPoint(context, at, number) ||
    isHorizon(context, at, number) ||
    isHardware(context, at, number) ||
    isSettingAfter(context, at, number) ||
    isCondition(context, at, number) ||
    isSplit(context, at, number) ||
    isWholeScale(context, at) ||
    isWorldStatistic(context, at, number)
  );
}

/** A setting in front of the number, unless its words are a metric's: "signal-to-noise ratio of 25". */
function isSetting(context: Context, at: number): boolean {
  return isSet(context, at) || isFurtherSetting(context, at);
}

/** "thresholds from 0.1 to 0.7", "a weighted combination of 0.4/0.4/0.2": what goes on a setting is one too. */
function isFurtherSetting(context: Context, at: number): boolean {
  if (!/^(?:to|\/)$/.test(context.tokens[at - 1]?.lower ?? '')) return false;
  const first = context.tokens[at - 1]?.lower === 'to' ? at - 2 : (numberGroup(context, at)[0] ?? at);
  return first < at && context.tokens[first]?.kind === 'number' && isSet(context, first);
}

function isSet(context: Context, at: number): boolean {
  return (
    SETTING.test(phrase(context, at - 6, at)) &&
    context.mentionOf.get(at - 2)?.known !== true &&
    // "achieving a transfer ratio of 82%": what is achieved was not set.
    !(context.mentionOf.has(at - 2) && isNear(context, at, 7, ACHIEVE_VERBS)) &&
    // "a reduction in output length of 37%".
    !context.tokens.slice(Math.max(0, at - 7), at).some((token) => CHANGE_NOUNS.has(token.lower))
  );
}

/** "At 50% retention, 7% of cases …": what a sentence opens with is the condition, not the finding. */
function isOperatingPoint(context: Context, at: number, number: NumberMention): boolean {
  if (at > 3 || context.tokens[0]?.lower !== 'at' || number.form !== 'percent') return false;
  const comma = context.tokens.findIndex((token) => token.text === ',');
  return comma > at && context.tokens.some((token, index) => index > comma && token.kind === 'number');
}

/** "1-5 year survival", "a 10-day horizon": how far ahead is looked. */
function isHorizon(context: Context, at: number, number: NumberMention): boolean {
  if (
    number.form !== 'bare' ||
    !/^(?:years?|months?|weeks?|epochs?)$/.test(context.tokens[at + 1]?.lower ?? '')
  )
    return false;
  // "a mean absolute error of 2.74 years": how far an age is off.
  return !(
    number.decimal &&
    context.mentions.some(
      ({ name, from }) => from < at && at - from < 16 && /error|^(?:MAE|RMSE)$/i.test(name),
    )
  );
}

/** "RTX 4090 24GB", "a GPU with 16 GB": what a computer has, not what a method needs. */
function isHardware(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'measure' || !/^[GMT]i?B$/.test(number.unit)) return false;
  return /\b(?:rtx|gtx|a100|h100|v100|nvidia|geforce|jetson)\b/.test(phrase(context, at - 4, at));
}

function isYear(context: Context, at: number, number: NumberMention): boolean {
  return number.form === 'bare' && /^(?:19|20)\d\d(?:-(?:19|20)?\d\d)?$/.test(context.tokens[at]?.text ?? '');
}

/** "RGB+D 60/120", "mAP@0.5:0.95": digits with which a name ends. */
function isNameEnd(context: Context, at: number, number: NumberMention): boolean {
  const before = context.tokens[at - 1];
  // "Hausdorff 95": a metric whose name ends in a number.
  if (context.mentionOf.get(at)?.known === true && context.mentionOf.has(at - 1)) return true;
  // "BLEU 1-4 (…)": which of the metrics of a family are told.
  if (
    number.form === 'bare' &&
    !number.decimal &&
    /^(?:bleu|rouge)$/.test(before?.lower ?? '') &&
    number.figure < 5
  )
    return true;
  // "mAP_.3": what is glued to a dot is no number of its own.
  if (before?.text === '.' && before.end === context.tokens[at]?.start) return true;
  // "95% Hausdorff distance": the percentile is part of the metric's name.
  if (context.tokens[at + 1]?.lower === 'hausdorff') return true;
  if (number.form === 'share' && /\d\/\d/.test(number.value)) return /^\p{Lu}/u.test(before?.text ?? '');
  // "mAP@0.5:0.95" is one name; "Acc@1: 12.5" is a name and its value.
  return (
    before?.text === ':' &&
    before.end === context.tokens[at]?.start &&
    /[@_][\d.]+$/.test(context.tokens[at - 2]?.text ?? '')
  );
}

function isDimension(context: Context, at: number, number: NumberMention): boolean {
  const before = context.tokens[at - 1]?.text ?? '';
  const after = context.tokens[at + 1]?.text ?? '';
  // "4.3/5": out of five.
  const score = context.tokens[at - 2];
  if (
    before === '/' &&
    score?.kind === 'number' &&
    score.number.decimal &&
    /^(?:3|4|5|7|10|100)(?:\.0)?$/.test(context.tokens[at]?.text ?? '')
  )
    return true;
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
  if (hasChangeBehind(context, at)) return false;
  // "from Aton 4.5 to 4.6": the other end is the same name's.
  const other = context.tokens[at - 2];
  if (before?.lower === 'to' && other?.kind === 'number') return isNamed(context, at - 2, other.number);
  if (!before || before.kind !== 'word' || context.mentionOf.has(at - 1)) return false;
  // No version has a nought and two figures: "Top-3 Ensemble 0.558".
  if (/^0?\.\d\d/.test(context.tokens[at]?.text ?? '')) return false;
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
  if (context.mentionOf.has(at - 2) || effectSize(context, at) || (sign === '>' && name.text === '-'))
    return false;
  // "a >15x speedup": no word of the language is a variable.
  if (/^(?:an?|of|by|to|at|is|as|in|or|we|up)$/.test(name.text)) return false;
  return name.kind === 'mark'
    ? !/^[(),;:—]$/.test(name.text)
    : name.text.length <= 2 || name.kind === 'number';
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
  // "a 7-point scale", "a tolerance of ±0.1%".
  // A field of 0.55 T.
  if (number.form === 'bare' && context.tokens[at + 1]?.text === 'T') return true;
  if (/^(?:likert |rating )?scales?\b/.test(after) || context.tokens[at - 1]?.text === '±') return true;
  if (
    /^(?:of (?:the )?max(?:imum)?|criteri(?:on|a)|target|(?:iou |confidence |decision |probability |similarity |isotropic |slice |voxel |sparsity |training |noise |label |random |missing |masking )?(?:threshold|thresholds|resolution(?! rate)|isotropic|slices?|thickness|spacing|noise|dropout|percentile|quantile|confidence|significance|confident|split|splits|subset(?! accuracy)|interpolation|magnification|upsampling|downsampling|subsampled|super-resolution|undersampling|undersampled|zoom|overlap ratio|masking|videos?|clips?|windows?|segments?|epochs|hidden|layers?))(?![\w-])/.test(
      after,
    )
  )
    return true;
  const before = context.tokens[at - 1]?.lower ?? '';
  if (
    number.form === 'percent' &&
    /^(?:top|bottom|first|last|remaining|highest|lowest|other|uncertain|confident|hardest|easiest)$/.test(
      before,
    )
  )
    return true;
  if (number.form === 'speed')
    return /sampl|record|control|captur|acqui|stimul|frequen|band/.test(phrase(context, at - 6, at + 4));
  return false;
}

/** "80% for training and 20% for testing", "trained on 50% of the data". */
function isSplit(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'percent') return false;
  return (
    /^(?:of (?:the )?\w+ )?(?:was |were |is )?(?:used )?(?:for|as) (?:the )?(?:training|testing|validation|test)\b/.test(
      phrase(context, at + 1, at + 9),
    ) || isSplitList(context, at)
  );
}

/** "70%/20%/10% train/validation/test", "(66% train; 33% test)". */
function isSplitList(context: Context, at: number): boolean {
  const last = numberGroup(context, at).at(-1) ?? at;
  return /^(?:train\w*|validation|test(?:ing)?)(?:\/| [/+,;)]|$)/.test(phrase(context, last + 1, last + 3));
}

/** "from 0% to 100%": all that there can be. */
function isWholeScale(context: Context, at: number): boolean {
  const text = (index: number): string => context.tokens[index]?.text ?? '';
  return (
    (text(at) === '0%' && text(at + 1) === 'to' && text(at + 2) === '100%') ||
    (text(at) === '100%' && text(at - 1) === 'to' && text(at - 2) === '0%') ||
    /^0%?(?: to |-)100%$/.test(text(at))
  );
}

/** "accounts for 30% of deaths": what the world is like, not how well something works. */
function isWorldStatistic(context: Context, at: number, number: NumberMention): boolean {
  if (!/^(?:percent|share|bare|count|fraction|times)$/.test(number.form)) return false;
  if (context.mentions.some((mention) => mention.known && Math.abs(mention.from - at) < 14)) return false;
  return WORLD.test(phrase(context, at - 10, at + 12));
}
