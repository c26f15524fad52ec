/**
 * Which metric a number belongs to. Papers tie the two in a handful of ways:
 * "AUC of 0.9", "0.9 AUC", "improves AUC by 3%", "AUC, recall and F1 of …",
 * and a list in which only the first number names its metric.
 */
import { isModifier, type Context } from './context';
import { type MetricTie, tied, printed, isFiller } from './metric-tie';
import { metricOfList } from './metric-lists';
import { metricAfter } from './metric-after';
import { objectOfVerb, subjectOfCopula, beforeBracket, ofUnit } from './metric-clause';
import { ACHIEVE_VERBS, CHANGE_NOUNS } from './words';

/** The metric beside the number at token `at`, or undefined where none is named beside it. */
export function metricNear(context: Context, at: number): MetricTie | undefined {
  return (
    metricOfList(context, at) ??
    leftTight(context, at) ??
    metricAfter(context, at) ??
    leftLoose(context, at) ??
    objectOfVerb(context, at) ??
    subjectOfCopula(context, at) ??
    ofUnit(context, at) ??
    beforeBracket(context, at)
  );
}

const REACH = 12;

/** "AUC of 0.9", "AUC = 0.9", "AUC: 0.9", "AUC (0.9": the form that leaves no doubt. */
function leftTight(context: Context, at: number): MetricTie | undefined {
  let index = at - 1;
  while (
    index > at - 4 &&
    /^(?:a|an|the|over|about|nearly|up|to|~|≈|only|approximately|=|:|\(|\[)$/.test(
      context.tokens[index]?.lower ?? '',
    )
  ) {
    const joint = context.tokens[index]?.text ?? '';
    const mention = context.mentionOf.get(index - 1);
    if (/[=:(]/.test(joint) && mention) return tied(mention, 'near');
    index -= 1;
  }
  if (context.tokens[index]?.lower !== 'of') return undefined;
  const mention = context.mentionOf.get(index - 1);
  if (mention) return tied(mention, 'near');
  // "a precision WPrec of 0.7", "a distance FID score of 26": the metric, then its short form.
  const named = context.mentionOf.get(index - 2);
  if (named && /\p{Lu}.*\p{Lu}/u.test(context.tokens[index - 1]?.text ?? '')) return tied(named, 'near');
  if (CHANGE_NOUNS.has(context.tokens[index - 1]?.lower ?? '')) return changeOf(context, at, index - 1);
  return namedByAchievement(context, index);
}

/** "reaching a VBench of 84", "achieves a Score of 66%": what is reached with "of" is a measure, known or not. */
function namedByAchievement(context: Context, of: number): MetricTie | undefined {
  let from = of;
  while (of - from < 4 && isModifier(context.tokens[from - 1])) from -= 1;
  const verb = context.tokens.slice(Math.max(0, from - 4), from);
  // "a performance of 49.0 mIoU" says nothing that the unit behind does not.
  if (/^(?:performances?|results?|values?|level)$/.test(context.tokens[of - 1]?.lower ?? ''))
    return undefined;
  if (from === of || !verb.some((token) => ACHIEVE_VERBS.has(token.lower))) return undefined;
  return { name: printed(context, from, of), known: false, tie: 'near', from, to: of };
}

/** "an accuracy gain of 3%", "gains of 0.9 in SDR": the metric that the noun of change is about. */
function changeOf(context: Context, at: number, noun: number): MetricTie | undefined {
  const after = metricAfter(context, at);
  if (after) return after;
  const before = context.mentionOf.get(noun - 1);
  if (before) return tied(before, 'near');
  return undefined;
}

/** "AUC reached a high of 0.9", "Dice rises from 71 to 74": only words of degree and change lie between. */
function leftLoose(context: Context, at: number): MetricTie | undefined {
  for (let index = at - 1; index >= 0 && at - index < REACH; index -= 1) {
    const mention = context.mentionOf.get(index);
    // "100% accuracy from 10 to 7,000 facts": the metric has its number already.
    if (mention)
      return context.tokens[mention.from - 1]?.kind === 'number' ? undefined : tied(mention, 'near');
    if (!isFiller(context, index) && context.tokens[index]?.text !== ',') return undefined;
    if (context.tokens[index]?.text === ',' && at - index > 1) return undefined;
  }
  return undefined;
}
