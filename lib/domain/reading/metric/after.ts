/** Metrics named after their number: "0.9 AUC", "16x fewer Gaussians", "1% of the labels". */
import { isCost, isNear, phrase, type Context } from '../sentence/context';
import { isModifier, type MetricMention } from '../sentence/mention';
import { numberGroup } from '../sentence/groups';
import { comparedNoun, twiceOf } from './factors';
import { nounOfList } from './phrases';
import { isPlaceName, qualityOf } from './adjectives';
import { shareOf } from './share-of';
import { asPrinted, UNNAMED, isPlaceOf, isReductionOn, type MetricTie, tied } from './metric-tie';
import {
  ACHIEVE_VERBS,
  AFTER_NUMBER,
  BASELINE_WORDS,
  BEAT_VERBS,
  CHANGE_NOUNS,
  COMPARATIVES,
} from '../sentence/words';

/**
 * The metric after a number: "0.9 AUC", "2.7% top-1 accuracy improvement", "0.9 in SDR", "16x fewer
 * Gaussians".
 */
export function metricAfter(context: Context, at: number): MetricTie | undefined {
  const twice = twiceOf(context, at);
  if (twice) return twice;
  let index = at + 1;
  // "a marginal (~2%) drop in accuracy".
  if (context.tokens[index]?.text === ')' && CHANGE_NOUNS.has(context.tokens[index + 1]?.lower ?? ''))
    index += 1;
  // "81.3% and 81.2% F1": what follows the last number of a list applies to all.
  const group = numberGroup(context, at);
  if (group.length > 1 && context.tokens[index]?.lower !== 'of') index = (group.at(-1) ?? at) + 1;
  // "39.2%, and 84% of models": only the last number is a share of them.
  if (context.tokens[index]?.lower === 'of') return index === at + 1 ? shareOf(context, index) : undefined;
  // "4.5% (ranging from 2.4% to 7.7%) in Dice": the bracket is skipped.
  if (
    context.tokens[index]?.text === '(' &&
    /^(?:ranging|range|from|between)$/.test(context.tokens[index + 1]?.lower ?? '')
  )
    for (let close = index + 2; close < index + 8; close += 1)
      if (context.tokens[close]?.text === ')' && context.tokens[close + 1]?.lower === 'in') index = close + 1;
  let unknown = 0;
  for (let steps = 0; steps < 8; steps += 1, index += 1) {
    const token = context.tokens[index];
    // "by 19.7 and 15.6 respectively on the Dice metric".
    if (token?.lower === 'respectively' && /^(?:in|on)$/.test(context.tokens[index + 1]?.lower ?? ''))
      continue;
    // "76.9 Avg. F1".
    if (token?.text === '.' && context.tokens[index - 1]?.lower === 'avg') continue;
    if (!token || (token.kind !== 'word' && token.text !== '(')) return undefined;
    const mention = context.mentionOf.get(index);
    if (mention) {
      // "under 50% on the original queries": names where it was measured.
      if (isPlaceOf(context, mention) && !isReductionOn(context, at, mention)) return undefined;
      // "from 16% in the original data to 3%".
      if (isCost(mention.name) && /^from \S+ in$/.test(phrase(context, at - 1, at + 2))) return undefined;
      // "by 60% for an image volume": names what it is for, not what changed.
      if (!mention.known && /\bfor(?: an?| the)?$/.test(phrase(context, at + 1, mention.from)))
        return undefined;
      // "1% loss in relative accuracy": a loss of it.
      const lost = mention.name === 'Loss' && context.tokens[mention.to]?.lower === 'in';
      const noun = lost ? nounAfter(context, mention.to, at) : undefined;
      if (noun) return noun;
      // "12% in reward precision": the last noun of a compound is the metric.
      const next = context.mentionOf.get(mention.to);
      const head = next?.known === true && isCost(mention.name) ? next : mention;
      return isOtherwiseBound(context, head) ? undefined : tied(head, 'near');
    }
    if (
      /^(?:fewer|less|more|increase|reduction|decrease|drop)$/.test(token.lower) ||
      (CHANGE_NOUNS.has(token.lower) && context.tokens[index + 1]?.lower === 'in')
    ) {
      const noun = nounAfter(context, index + 1, at);
      if (noun) return noun;
    }
    const better = index === at + 1 && COMPARATIVES.has(token.lower) ? comparedNoun(context, at) : undefined;
    if (better) return better;
    // "29% length drop": what drops stands before the noun of change.
    if (
      unknown > 0 &&
      /^(?:reduction|drop|decrease|increase|savings?|improvement|gain|boost)$/.test(token.lower)
    )
      return namedByPhrase(context, at, index);
    // In "1.1 bpm for RR" the short form is what was estimated: a metric of two letters is never named with
    // "for".
    if (token.lower === 'for' && context.mentionOf.has(index + 1)) {
      if ((context.tokens[index + 1]?.text.length ?? 0) < 3) return undefined;
      continue;
    }
    if (AFTER_NUMBER.has(token.lower) || COMPARATIVES.has(token.lower)) continue;
    unknown += 1;
    if (unknown > 3 || !isModifier(token)) return undefined;
    const after = context.tokens[index + 1];
    const phraseEnds =
      !after ||
      after.kind === 'mark' ||
      /^(?:on|in|for|with|across|at|and|while|against|compared|over|during|when|than|via)$/.test(
        after.lower,
      ) ||
      (after.lower === 'of' && /(?:ness|ity)$/.test(token.lower));
    if (phraseEnds) return namedByPhrase(context, at, index + 1);
  }
  return undefined;
}

/**
 * Nouns for tasks, as whole words in lower case. Beside a number they say what was done or where it was
 * measured, and name no metric.
 */
export const TASKS =
  /^(?:recognition|extraction|segmentation|detection|classification|understanding|translation|prediction|estimation|localization|captioning|summarization|navigation|planning|reasoning|completion|comprehension|answering|augmentation|grounding|parsing|tasks?)$/;

/** "0.85 (Dice), 0.79 (IoU)": a bracket directly after the number that holds a metric and no number. */
export function bracketedAfter(context: Context, at: number): MetricTie | undefined {
  if (context.tokens[at + 1]?.text !== '(') return undefined;
  const mention =
    context.mentionOf.get(at + 2) ??
    (/^(?:average|mean)$/.test(context.tokens[at + 2]?.lower ?? '')
      ? context.mentionOf.get(at + 3)
      : undefined);
  return mention && context.tokens.slice(mention.to - 1, mention.to + 1).some((token) => token.text === ')')
    ? tied(mention, 'near')
    : undefined;
}

/**
 * "achieves 75% dye removal", "(59.1% case reuse)": the noun phrase after a percentage names what is
 * measured.
 */
function namedByPhrase(context: Context, at: number, to: number): MetricTie | undefined {
  const token = context.tokens[at];
  // "reductions of 32% in gate count": the noun after "in" is what changes.
  const end = numberGroup(context, at).at(-1) ?? at;
  const isIn =
    context.tokens[end + 1]?.lower === 'in' &&
    // "drops to 22% in deployment" names a place.
    (context.tokens[at - 1]?.lower !== 'to' || context.tokens[at - 2]?.lower === 'up') &&
    (isNear(context, at, 6, CHANGE_NOUNS) || isNear(context, at, 8, BEAT_VERBS));
  // "80% and 73% bandwidth reduction": the words after a list apply to all its numbers.
  let from = isIn ? end + 2 : end < to ? end + 1 : at + 1;
  if (isIn && end > at && context.tokens[from]?.lower === 'the') from += 1;
  // In "35% faster convergence" the noun is convergence.
  while (COMPARATIVES.has(context.tokens[from]?.lower ?? '') && from < to - 1) from += 1;
  const words = context.tokens.slice(from, to);
  const last = words.at(-1);
  if (token?.kind !== 'number' || !last || !words.every(isModifier)) return undefined;
  // "6.4x length reduction": the noun before "reduction" is what shrinks.
  if (
    token.number.form === 'times' &&
    last.lower !== 'performance' &&
    CHANGE_NOUNS.has(context.tokens[to]?.lower ?? '')
  )
    return asPrinted(context, from, to);
  // "50% less accurate", "1.5x more memory-efficient".
  const quality = words.length === 1 ? qualityOf(last.lower) : undefined;
  if (quality !== undefined) return { ...quality, tie: 'near', from, to };
  // "reaches 34.2 AP3D": a short form after a value that was reached.
  const isValue = token.number.form === 'percent' || (token.number.form === 'bare' && token.number.decimal);
  if (isValue && words.length === 1 && /^\p{Lu}[\p{Lu}\d]+$/u.test(last.text))
    return isNear(context, at, 12, ACHIEVE_VERBS)
      ? { name: last.text, known: false, tie: 'near', from, to }
      : undefined;
  // "(+2% music, +1% sports)": the words name what a difference was measured on. In "+0.15 quality
  // improvement" they name the quality.
  const isGain = CHANGE_NOUNS.has(context.tokens[to]?.lower ?? '');
  if (!isGain && (token.number.form !== 'percent' || (token.number.signed && words.length === 1)))
    return undefined;
  // In "88% training stability" it is stability; "90% trained" and "80% training" say what was done.
  if (/(?:ed|ing)$/.test(last.lower) || words.some((word) => word.lower.endsWith('ed'))) return undefined;
  // Neither a task nor a baseline is a metric: "71% random" and "50% chance" name what is compared with.
  if (
    BASELINE_WORDS.has(last.lower) ||
    TASKS.test(last.lower) ||
    /^(?:random|chance|cases)$/.test(last.lower)
  )
    return undefined;
  // "13% out-of-distribution" names a place.
  if (/-(?:distribution|domain|shot)$/.test(last.lower) && words.length === 1) return undefined;
  // "8% higher performance" says no more than "higher", unless the sentence began with the metric.
  if (last.lower === 'performance' && words.length === 1)
    return /\bin terms of\b/.test(phrase(context, 0, at)) ? undefined : UNNAMED;
  // "reductions of 18% in emissions": plural nouns count as measured if there is less of them.
  const isLessened =
    isIn &&
    /\b(?:reduc|decreas|saving|drop|cut)\w*\b/.test(phrase(context, at - 8, at)) &&
    !PLACES.test(last.lower);
  if (/^\p{Lu}/u.test(last.text) || (!isLessened && last.lower.endsWith('s') && !last.lower.endsWith('ss')))
    return undefined;
  return asPrinted(context, from, to);
}

/** Last words of phrases after "an improvement in" that name a place and not a measure. */
export const PLACES =
  /^(?:experiments?|settings?|scenarios?|environments?|\S*domains?|regimes?|conditions?|tasks?|benchmarks?|datasets?|cases?|terms|simulations?|tests?|queries|evaluations?|deployments?|practice|languages?|categories|subsets?|\S*distribution|performance|results?)$/;

/**
 * True for "sensitivity of 90% [and] specificity of 80%": a metric with its own number does not belong to the
 * number before it.
 */
function isOtherwiseBound(context: Context, mention: MetricMention): boolean {
  const next = context.tokens[mention.to];
  if (next?.kind === 'number') return true;
  const after = context.tokens[mention.to + 1];
  return /^(?:of|=|:|is|was)$/.test(next?.lower ?? '') && after?.kind === 'number';
}

/** "16x fewer Gaussians", "10x increase in training data": the noun of which there is more or less. */
function nounAfter(context: Context, from: number, at: number): MetricTie | undefined {
  let index = from;
  while (
    /^(?:in|of|the|number|total|than|average|mean|overall)$/.test(context.tokens[index]?.lower ?? '') &&
    index < from + 5
  ) {
    if (context.tokens[index]?.lower === 'than') return undefined;
    index += 1;
  }
  const start = index;
  const listed = nounOfList(context, at, start);
  if (listed) return listed;
  // "an increase in battle outcome prediction accuracy": the metric ends the phrase.
  while (index - start < 4 && !context.mentionOf.has(index) && isModifier(context.tokens[index])) index += 1;
  const mention = context.mentionOf.get(index) ?? context.mentionOf.get(start + 1);
  if (mention) return tied(mention, 'near');
  index = start;
  if (
    /^(?:performance|quality|results?|often|likely|efficient|accurate|effective|stable|robust|compact|expensive|frequent|powerful|diverse)$/.test(
      context.tokens[index]?.lower ?? '',
    )
  )
    return undefined;
  while (index - start < 3 && isModifier(context.tokens[index])) index += 1;
  if (index === start || at < 0) return undefined;
  // "in LeNet-5", "in English and over 20% in Arabic", "in urban and rural areas" name places.
  if (context.tokens[start - 1]?.lower === 'in' && isPlaceName(context, start, index)) return undefined;
  // "a 45% improvement in real-world experiments" names a place.
  const last = context.tokens[index - 1]?.lower ?? '';
  const isIn = context.tokens[start - 1]?.lower === 'in';
  if (isIn && PLACES.test(last)) return undefined;
  if (isIn && TASKS.test(last)) return UNNAMED;
  // "a reduction in price per token".
  if (
    context.tokens[index]?.lower === 'per' &&
    isModifier(context.tokens[index + 1]) &&
    !isModifier(context.tokens[index + 2])
  )
    index += 2;
  // In "a boost in the others' recall" the possessive is not the measure.
  if (context.tokens[index]?.text === "'") return undefined;
  // "3.5x more severe than": an adjective, not a thing.
  const isQuality = index === start + 1 && !context.tokens[start]?.lower.endsWith('s');
  if (isQuality && context.tokens[index]?.lower === 'than') return undefined;
  return asPrinted(context, start, index);
}
