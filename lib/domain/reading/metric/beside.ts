/**
 * Metrics directly beside their number, before it or after "by": "AUC of 0.9", "AUC reached a high of 0.9",
 * "60.7% by recall".
 */
import { isCost, phrase, type Context } from '../sentence/context';
import { isModifier, type MetricMention } from '../sentence/mention';
import { ACHIEVE_VERBS, CHANGE_NOUNS, COMPARATIVES } from '../sentence/words';
import { metricAfter } from './after';
import { UNMEASURED } from './objects';
import {
  asPrinted,
  COUNTS,
  isFiller,
  isPlaceOf,
  isTolerance,
  tied,
  UNNAMED,
  type MetricTie,
} from './metric-tie';

const REACH = 12;

/** "AUC of 0.9", "AUC = 0.9", "AUC: 0.9", "AUC (0.9": the least ambiguous form. */
export function leftTight(context: Context, at: number): MetricTie | undefined {
  let index = at - 1;
  while (
    index > at - 4 &&
    /^(?:a|an|the|over|about|nearly|up|to|between|~|≈|<|>|≤|≥|only|approx|approximately|=|-|:|\(|\[)$/.test(
      context.tokens[index]?.lower ?? '',
    )
  ) {
    const joint = context.tokens[index]?.text ?? '';
    const mention = context.mentionOf.get(index - 1);
    if (mention && joint === '(' && isLacked(context, mention)) return undefined;
    // "EER (0.07 minDCF)": the bracket names its own metric.
    const own = joint === '(' ? context.mentionOf.get(at + 1) : undefined;
    if (own?.known && mention) return tied(own, 'near');
    if (/[=:(<>≤≥]/.test(joint) && mention)
      return isFactorOfOther(context, at) ? undefined : tied(mention, 'near');
    index -= 1;
  }
  const short = shortFormBefore(context, at);
  if (short) return short;
  if (context.tokens[index]?.lower !== 'of') return undefined;
  // "is reduced by a factor of 8": what is reduced.
  if (/^factors?$/.test(context.tokens[index - 1]?.lower ?? '')) return undefined;
  const mention = context.mentionOf.get(index - 1);
  if (mention) return tied(mention, 'near');
  // "a precision WPrec of 0.7", "a distance FID score of 26": the metric and then its short form.
  const named = context.mentionOf.get(index - 2);
  if (named && /\p{Lu}.*\p{Lu}/u.test(context.tokens[index - 1]?.text ?? '')) return tied(named, 'near');
  if (CHANGE_NOUNS.has(context.tokens[index - 1]?.lower ?? '')) return changeOf(context, at, index - 1);
  return performanceOf(context, index) ?? changeIn(context, index) ?? namedByAchievement(context, index);
}

/**
 * "a high R² regression performance of 0.94": the metric at most two words before a noun that names none
 * itself.
 */
function performanceOf(context: Context, of: number): MetricTie | undefined {
  if (!/^(?:performance|results?|levels?)$/.test(context.tokens[of - 1]?.lower ?? '')) return undefined;
  for (let index = of - 2; index > of - 5 && isModifier(context.tokens[index]); index -= 1) {
    const mention = context.mentionOf.get(index);
    if (mention) return mention.known ? tied(mention, 'near') : undefined;
  }
  return undefined;
}

/** "a reduction in muscle strain of 41%": what a noun of change refers to, before the "of" at token `of`. */
function changeIn(context: Context, of: number): MetricTie | undefined {
  let from = of;
  while (of - from < 4 && isModifier(context.tokens[from - 1])) from -= 1;
  const isIn =
    context.tokens[from - 1]?.lower === 'in' && CHANGE_NOUNS.has(context.tokens[from - 2]?.lower ?? '');
  return isIn && from < of && !/^(?:performance|results?|terms)$/.test(context.tokens[of - 1]?.lower ?? '')
    ? asPrinted(context, from, of)
    : undefined;
}

/**
 * True for "(CV: 15.2%": a short form with a colon before the value, at the start of a bracket or a list
 * item.
 */
function isLabel(context: Context, at: number): boolean {
  return (
    context.tokens[at - 1]?.text === ':' &&
    // In "(COS: 56.9 EM)" it is a system with its value.
    !context.mentionOf.has(at + 1) &&
    /^\p{Lu}{2,6}$/u.test(context.tokens[at - 2]?.text ?? '') &&
    /^[(,;]$/.test(context.tokens[at - 3]?.text ?? '') &&
    !isOfSystems(context, at - 3)
  );
}

/** True for "classical methods (ROBEX: 89.1, BET: 85.2)": the names in the bracket are systems. */
function isOfSystems({ tokens }: Context, from: number): boolean {
  let open = from;
  while (open > 0 && from - open < 30 && !/^[()]$/.test(tokens[open]?.text ?? '')) open -= 1;
  return (
    tokens[open]?.text === '(' &&
    /^(?:methods|models|approaches|baselines|systems|networks|tools|architectures|competitors)$/.test(
      tokens[open - 1]?.lower ?? '',
    )
  );
}

/** "75.9% by average precision, 60.7% by recall": a metric after "by" that has no value of its own. */
export function byMeasure(context: Context, at: number): MetricTie | undefined {
  const mention = context.tokens[at + 1]?.lower === 'by' ? context.mentionOf.get(at + 2) : undefined;
  const next = context.tokens[mention?.to ?? 0];
  return mention?.known === true && next?.kind !== 'number' && !/^(?:of|=|:)$/.test(next?.text ?? '')
    ? tied(mention, 'near')
    : undefined;
}

/**
 * "(Composite=0.60)", "achieves TDI 0.904": a name directly before a value with decimals, after "=" or
 * directly after the verb.
 */
function shortFormBefore(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  if (token?.kind !== 'number' || !(token.number.decimal || token.number.form === 'percent'))
    return undefined;
  const sign = /^[=≈~]$/.test(context.tokens[at - 1]?.text ?? '') || isLabel(context, at);
  // "with TreeSim above 0.90": a name directly before a limit.
  const limit =
    /^(?:above|below|exceeding)$/.test(context.tokens[at - 1]?.lower ?? '') &&
    /^(?:with|\(|and)$/.test(context.tokens[at - 3]?.lower ?? '') &&
    token.number.figure <= 1;
  const from = sign || limit ? at - 2 : at - 1;
  const name = context.tokens[from];
  if (name?.kind !== 'word') return undefined;
  // "(AUC 0.97): +strain Delta = +0.003" is a difference of the metric that the sentence names.
  if (name.lower === 'delta' && context.mentions.slice(0, 40).some(({ known }) => known)) return undefined;
  if (isBesideAlike(context, from)) return { name: name.text, known: false, tie: 'near', from, to: from + 1 };
  const isNamed =
    sign || limit
      ? (/^\p{Lu}\p{L}{2,}$/u.test(name.text) || isLabel(context, at)) &&
        (sign || /\p{L}\p{Lu}/u.test(name.text))
      : /^\p{Lu}{3,6}$/u.test(name.text) && ACHIEVE_VERBS.has(context.tokens[from - 1]?.lower ?? '');
  return isNamed ? { name: name.text, known: false, tie: 'near', from, to: from + 1 } : undefined;
}

/** True for the KGE of "(MAPE 0.16%, KGE 0.58)": a short form in a row of metrics that stand before their values. */
function isBesideAlike({ tokens, mentionOf }: Context, name: number): boolean {
  if (!/^\p{Lu}[\p{Lu}\d]{1,5}$/u.test(tokens[name]?.text ?? '') || mentionOf.has(name)) return false;
  if (!/^(?:,|and)$/.test(tokens[name - 1]?.lower ?? '')) return false;
  const before = tokens[name - 2];
  const alike = mentionOf.get(name - 3);
  return (
    before?.kind === 'number' && alike?.known === true && /^[(,]$/.test(tokens[alike.from - 1]?.text ?? '')
  );
}

/** True for "little compute (8x fewer steps)": the bracket has its own noun. */
function isFactorOfOther(context: Context, at: number): boolean {
  const token = context.tokens[at];
  return (
    token?.kind === 'number' &&
    token.number.form === 'times' &&
    /^(?:fewer|less|more)$/.test(context.tokens[at + 1]?.lower ?? '') &&
    context.tokens[at + 2]?.lower !== 'than'
  );
}

/**
 * "reaching a VBench of 84", "achieves a Score of 66%": whatever is reached with "of" is a measure, known or
 * not.
 */
function namedByAchievement(context: Context, of: number): MetricTie | undefined {
  let from = of;
  while (of - from < 4 && isModifier(context.tokens[from - 1])) from -= 1;
  const verb = context.tokens.slice(Math.max(0, from - 24), from);
  // "a performance of 49.0 mIoU" names nothing; the unit does.
  if (context.tokens[of - 1]?.lower === 'score' && !context.mentionOf.has(of - 1)) return UNNAMED;
  if (
    /^(?:performances?|results?|values?|instead|level|baselines?|references?|ceiling|floor|figures?|total|peak|record|models?|methods?|systems?|approach(?:es)?|networks?|datasets?)$/.test(
      context.tokens[of - 1]?.lower ?? '',
    )
  )
    return undefined;
  if (
    from === of ||
    !(verb.some((token) => ACHIEVE_VERBS.has(token.lower)) || isFurtherMeasure(context, from))
  )
    return undefined;
  return asPrinted(context, from, of);
}

/** True for "an accuracy of 0.91 and a mean strain of 0.87": the phrase goes on a list of measures with "of". */
function isFurtherMeasure({ tokens, mentionOf }: Context, from: number): boolean {
  let joint = from - 1;
  while (/^(?:an?|the|mean|average|median|overall)$/.test(tokens[joint]?.lower ?? '')) joint -= 1;
  if (!/^(?:and|,|with)$/.test(tokens[joint]?.lower ?? '')) return false;
  while (/^(?:and|,|with)$/.test(tokens[joint]?.lower ?? '')) joint -= 1;
  return tokens[joint]?.kind === 'number' && tokens[joint - 1]?.lower === 'of' && mentionOf.has(joint - 2);
}

/**
 * "an accuracy gain of 3%", "gains of 0.9 in SDR": the metric to which the noun of change at token `noun`
 * refers.
 */
function changeOf(context: Context, at: number, noun: number): MetricTie | undefined {
  const after = metricAfter(context, at);
  if (after) return after;
  const before = context.mentionOf.get(noun - 1);
  if (before) return tied(before, 'near');
  // "the highest equalized odds improvement of 40%": what improves, unless it is a name.
  let from = noun;
  while (noun - from < 3 && isModifier(context.tokens[from - 1])) from -= 1;
  const words = context.tokens.slice(from, noun);
  const isMeasure =
    words.length > 1 &&
    words.at(-1)?.lower !== 'potential' &&
    !words.some(({ text }) => /\p{Lu}|\d/u.test(text)) &&
    !UNMEASURED.test(words.at(-1)?.text ?? '');
  return isMeasure ? asPrinted(context, from, noun) : undefined;
}

/**
 * "higher F1 in 83% of organs": the share of cases in which something was better, with the metric by which it
 * was.
 */
export function betterIn(context: Context, at: number): MetricTie | undefined {
  if (context.tokens[at - 1]?.lower !== 'in') return undefined;
  const mention = context.mentionOf.get(at - 2);
  return mention?.known === true && COMPARATIVES.has(context.tokens[mention.from - 1]?.lower ?? '')
    ? tied(mention, 'near')
    : undefined;
}

/** True for "41% without memory (+8%)": what a variant has or lacks is not what was measured. */
function isLacked(context: Context, mention: MetricMention): boolean {
  // An error is never part of a variant.
  return (
    mention.name !== 'Error' &&
    isCost(mention.name) &&
    /^with(?:out)?$/.test(context.tokens[mention.from - 1]?.lower ?? '')
  );
}

/** True for the annotations of "the quality of annotations": they are what the measure is of. */
function isWhole(context: Context, mention: MetricMention): boolean {
  const [noun, of] = context.tokens.slice(Math.max(0, mention.from - 2), mention.from);
  return isCost(mention.name) && of?.lower === 'of' && isModifier(noun) && !COUNTS.test(noun?.lower ?? '');
}

/**
 * True for "38% higher than from internal memory and 64% higher": a word for a cost behind a preposition ends the
 * item before "and".
 */
const isBehindAnother = (context: Context, mention: MetricMention, at: number): boolean =>
  isCost(mention.name) &&
  /^(?:and|or|to)\b/.test(phrase(context, mention.to, at)) &&
  /\b(?:from|for|with|without|at|under|detecting|than|\d+%? in)(?: [^\s,;]+){0,2}$/.test(
    phrase(context, mention.from - 4, mention.from),
  );

/** "AUC reached a high of 0.9", "Dice rises from 71 to 74": only words of degree and change lie between. */
export function leftLoose(context: Context, at: number): MetricTie | undefined {
  for (let index = at - 1; index >= 0 && at - index < REACH; index -= 1) {
    const mention = context.mentionOf.get(index);
    // In "100% accuracy from 10 to 7,000 facts" the metric already has its number.
    if (mention)
      return context.tokens[mention.from - 1]?.kind === 'number' ||
        isWhole(context, mention) ||
        isPlaceOf(context, mention) ||
        isLacked(context, mention) ||
        isBehindAnother(context, mention, at)
        ? undefined
        : tied(mention, 'near');
    if (context.tokens[index]?.text === ',') {
      // "the best AUC, reaching 0.9": the verb after the comma continues the phrase before it.
      const next = context.tokens[index + 1]?.lower ?? '';
      if (at - index > 1 && !(ACHIEVE_VERBS.has(next) && next.endsWith('ing'))) return undefined;
    } else if (isTolerance(context, index)) {
      index -= 1;
    } else if (!isFiller(context, index)) return undefined;
  }
  return undefined;
}
