/** Digits in names, sizes, formulas and lists: "RGB+D 60", "4×/8×", "N = 90", "(1)". */
import { isPrice } from '../../metric/clause';
import { ofLabelledItem } from '../../metric/labelled-items';
import { effectSize } from '../../metric/phrases';
import { phrase, type Context } from '../../sentence/context';
import { hasChangeBehind, numberGroup } from '../../sentence/groups';
import type { NumberMention } from '../../sentence/number-form';
import { COMPARATIVES } from '../../sentence/words';
import { TRAIT } from '../../sentence/word-traits';
import { refusal, type Refusal } from './refusal';

const textAt = (context: Context, at: number): string => context.tokens[at]?.text ?? '';

const isYear = (context: Context, at: number): boolean =>
  /^(?:19|20)\d\d(?:-(?:19|20)?\d\d)?$/.test(textAt(context, at));

/** True for "Hausdorff 95": the metric's name ends with the number. */
const isEndOfMetric = (context: Context, at: number): boolean =>
  context.mentionOf.get(at)?.known === true && context.mentionOf.has(at - 1);

/** True for "BLEU 1-4 (…)": which members of a family of metrics follow. */
const isFamilyMember = (context: Context, at: number, number: NumberMention): boolean =>
  !number.decimal && number.figure < 5 && /^(?:bleu|rouge)$/.test(context.tokens[at - 1]?.lower ?? '');

/** True for "mAP_.3": digits glued to a dot. */
const isGluedToDot = (context: Context, at: number): boolean =>
  textAt(context, at - 1) === '.' && context.tokens[at - 1]?.end === context.tokens[at]?.start;

/**
 * True for "95% Hausdorff distance", "Hausdorff distance 95% (HD95)": the percentile is part of the metric's
 * name.
 */
const isPercentileOfMetric = (context: Context, at: number, number: NumberMention): boolean =>
  context.tokens[at + 1]?.lower === 'hausdorff' ||
  (number.form === 'percent' && phrase(context, at - 2, at) === 'hausdorff distance');

/** True for "NTU 60/120": digits with a slash after a name. */
const isNamedPair = (context: Context, at: number, number: NumberMention): boolean =>
  /\d\/\d/.test(number.value) && /^\p{Lu}/u.test(textAt(context, at - 1));

/** True for the 5 of "4.3/5". */
function isBestMark(context: Context, at: number): boolean {
  const score = context.tokens[at - 2];
  return (
    textAt(context, at - 1) === '/' &&
    score?.kind === 'number' &&
    score.number.decimal &&
    /^(?:3|4|5|7|10|100)(?:\.0)?$/.test(textAt(context, at))
  );
}

/** True for "4.5x/2.7x higher throughput": the word behind the list says that both were measured. */
const isCompared = (context: Context, at: number): boolean =>
  COMPARATIVES.has(context.tokens[(numberGroup(context, at).at(-1) ?? at) + 1]?.lower ?? '');

/** True for "4×/8×/16×" (factors of a setting), "256×256" (a size) and "3 * 4" (a formula). */
function isDimension(context: Context, at: number, number: NumberMention): boolean {
  const before = textAt(context, at - 1);
  const after = textAt(context, at + 1);
  if (/^[×*^_|]$/.test(before)) return true;
  if (number.form === 'times' && (before === '/' || after === '/')) return !isCompared(context, at);
  const isWhole = number.form === 'bare' && !number.decimal;
  return (isWhole ? /^[×*^_/]$/ : /^[×*^_]$/).test(after) && context.tokens[at + 2]?.kind === 'number';
}

const NUMBERED =
  /^(?:task|section|table|figure|fig|phase|stage|level|type|grade|step|version|track|appendix|chapter|theorem|lemma|equation|class|group|part|subtask|day|week|gpt|llama|qwen|gemini|claude|python)$/;

/** True for "Claude Opus 4.6", "Task 1", "ImageNet 256": the number ends a name. */
function isNamed(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'bare' || number.signed || number.range) return false;
  const before = context.tokens[at - 1];
  // "Aton 33 → 92" has two values.
  if (hasChangeBehind(context, at) || textAt(context, at + 1) === '→') return false;
  // "from Aton 4.5 to 4.6": both numbers belong to the name.
  const other = context.tokens[at - 2];
  if (before?.lower === 'to' && other?.kind === 'number') return isNamed(context, at - 2, other.number);
  if (!before || before.kind !== 'word' || context.mentionOf.has(at - 1)) return false;
  // Versions do not look like "Top-3 Ensemble 0.558": a zero and two or more decimals.
  if (/^0?\.\d\d/.test(textAt(context, at))) return false;
  if (NUMBERED.test(before.lower)) return true;
  if (isPrice(context, at)) return false;
  const next = context.tokens[at + 1];
  if (next?.kind === 'word' && context.mentionOf.has(at + 1)) return false;
  return (
    /^\p{Lu}/u.test(before.text) &&
    !/^(?:to|of|by|from|is|with|at|on|in|over|about|only|and|than)$/.test(before.lower)
  );
}

/** True for "N = 90", "4β^2 < 2ημ"; false if a metric stands before the sign. */
function isEquation(context: Context, at: number): boolean {
  const sign = textAt(context, at - 1);
  const name = context.tokens[at - 2];
  if (!/^[=<>≤≥≈∈]$/.test(sign) || !name) return false;
  // "42.0 -> 43.3" is an arrow.
  if (
    context.mentionOf.has(at - 2) ||
    effectSize(context, at) ||
    ofLabelledItem(context, at) ||
    (sign === '>' && name.text === '-')
  )
    return false;
  // "a >15x speedup": a word of the language is not a variable.
  if (/^(?:an?|of|by|to|at|is|as|in|or|we|up)$/.test(name.text)) return false;
  return name.kind === 'mark'
    ? !/^[(),;:—]$/.test(name.text)
    : name.text.length <= 2 || name.kind === 'number';
}

/** True for "(1)", "1)": numbered items. */
const isEnumerator = (context: Context, at: number, number: NumberMention): boolean =>
  !number.decimal &&
  number.figure <= 20 &&
  textAt(context, at + 1) === ')' &&
  (textAt(context, at - 1) !== '(' || !context.mentionOf.has(at - 2));

/** Rules for years and digits in names, sizes, formulas and lists. */
export const NAMES: readonly Refusal[] = [
  refusal('year', ['The Dice was 0.85 in 2019.', '0.85'], isYear, { forms: ['bare'] }),
  refusal('number in the name of a metric', ['A mAP at IoU 0.5 of 62.1% is met.', '62.1%'], isEndOfMetric, {
    cues: TRAIT.opensMetric,
  }),
  refusal(
    'members of a family',
    ['We reach BLEU 1-4 (0.4, 0.3, 0.2, 0.1).', '0.4, 0.3, 0.2, 0.1'],
    isFamilyMember,
    { forms: ['bare'], cues: TRAIT.refuses },
  ),
  refusal('digits glued to a dot', ['The score mAP$_{.3}$ reaches 62.1%.', '62.1%'], isGluedToDot),
  refusal(
    'percentile of a metric',
    ['A 95% Hausdorff distance of 3.1 mm is met.', '3.1 mm'],
    isPercentileOfMetric,
    { cues: TRAIT.refuses },
  ),
  refusal('slash of a name', ['On NTU 60/120 we reach 92.1% accuracy.', '92.1%'], isNamedPair, {
    forms: ['share'],
  }),
  refusal('best mark that can be had', ['Readers give it a mean rating of 4.3/5.', '4.3'], isBestMark, {
    cues: TRAIT.operator,
  }),
  refusal('size or formula', ['Scaled by 4x/8x, the images reach an SSIM of 0.92.', '0.92'], isDimension, {
    cues: TRAIT.operator,
  }),
  refusal('number that ends a name', ['With Aton Opus 4.6 we reach a Dice of 0.85.', '0.85'], isNamed, {
    forms: ['bare'],
  }),
  refusal('equation', ['With N = 90 we reach a Dice of 0.85.', '0.85'], isEquation, { cues: TRAIT.sign }),
  refusal('item of a list', ['It (1) learns and (2) reaches a Dice of 0.85.', '0.85'], isEnumerator, {
    forms: ['bare'],
    cues: TRAIT.bracket,
  }),
];
