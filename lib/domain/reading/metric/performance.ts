/**
 * "performance" as a measure: papers that name no other one say by how much the performance changed, and what it was
 * the performance of.
 */
import { isNear, phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import { isModifier } from '../sentence/mention';
import { BEAT_VERBS, CHANGE_NOUNS, CHANGE_VERBS, COMPARATIVES } from '../sentence/words';
import { metricAfter } from './after';
import { asPrinted, type MetricTie } from './metric-tie';

/** Words of degree and limit between a change and its number. */
const DEGREE =
  /^(?:up|to|at|least|most|over|about|an|a|average|mean|of|by|~|≈|approximately|roughly|more|less|than|only|just|nearly|almost|around|\(|:|<|>)$/;

/** Nouns of change besides those of the shared list. */
const CHANGE = /^(?:degradations?|gains?|penalty|deficit)$/;

/** Adjectives that say how much of it there is. */
const OF_DEGREE =
  /^(?:negligible|marked|severe|dramatic|clear|net|mild|noticeable|extra|strong|superior|great)$/;

/** What stands before a performance that another system reached, and that was only compared with. */
const OTHERS = /^(?:state-of-the-art|sota|previous|prior|human|baseline|expert)$/i;

/**
 * "improves retrieval performance by 7%", "a performance drop of 3%", "a 3% performance gain", "3% better
 * performance": the performance, with what it is of; undefined if the sentence names a metric behind the number.
 */
export function performanceChanged(context: Context, at: number): MetricTie | undefined {
  if (!context.lowered.includes('performance')) return undefined;
  const head = headBefore(context, at) ?? headBehind(context, at);
  if (head === undefined) return undefined;
  let from = head;
  while (head - from < 3 && isModifier(context.tokens[from - 1]) && isPlain(context, from - 1)) from -= 1;
  while (from < head && OF_DEGREE.test(context.tokens[from]?.lower ?? '')) from += 1;
  if (OTHERS.test(context.tokens[from - 1]?.text ?? '')) return undefined;
  // "reduces the performance gap by 7%": the gap is what changes.
  const to = context.tokens[head + 1]?.lower === 'gap' && head + 2 < at ? head + 2 : head + 1;
  return asPrinted(context, from, to);
}

/** A word of what the performance is of, and no name, number or comparison. */
const isPlain = ({ tokens }: Context, at: number): boolean =>
  !/\p{Lu}|\d|'/u.test(tokens[at]?.text ?? '') && !OTHERS.test(tokens[at]?.text ?? '');

const isPerformance = ({ tokens }: Context, at: number): boolean => tokens[at]?.lower === 'performance';

const isChange = ({ tokens }: Context, at: number): boolean => {
  const lower = tokens[at]?.lower ?? '';
  return CHANGE_NOUNS.has(lower) || CHANGE.test(lower);
};

const isDecimal = ({ tokens }: Context, at: number): boolean => {
  const token = tokens[at];
  return token?.kind === 'number' && token.number.form === 'bare' && token.number.decimal;
};

function headBefore(context: Context, at: number): number | undefined {
  const first = numberGroup(context, at)[0] ?? at;
  let noun = first - 1;
  while (first - noun < 7 && DEGREE.test(context.tokens[noun]?.lower ?? '')) noun -= 1;
  if (context.tokens[noun]?.lower.endsWith('ly') === true) noun -= 1;
  const between = phrase(context, noun + 1, first);
  const isNamedBehind = (): boolean => (metricAfter(context, at)?.name ?? null) !== null;
  // "its performance falls to 0.09": in digits, it is that of the metric before.
  const isValue = / ?\bto$/.test(between) && !/\bup to$/.test(between) && isDecimal(context, at);
  if (isPerformance(context, noun - 1) && isChange(context, noun) && between !== '' && !isValue)
    return isNamedBehind() ? undefined : noun - 1;
  if (!/\bby\b/.test(between)) return undefined;
  // "performance drops by 3%", "improves the performance by 3%".
  const isSubject = isPerformance(context, noun - 1) && CHANGE_VERBS.has(context.tokens[noun]?.lower ?? '');
  if (isSubject) return isNamedBehind() ? undefined : noun - 1;
  if (!isPerformance(context, noun)) return undefined;
  let verb = noun - 1;
  while (
    noun - verb < 7 &&
    !CHANGE_VERBS.has(context.tokens[verb]?.lower ?? '') &&
    context.tokens[verb]?.kind === 'word' &&
    context.tokens[verb]?.lower !== 'in'
  )
    verb -= 1;
  const isSaid =
    CHANGE_VERBS.has(context.tokens[verb]?.lower ?? '') ||
    // "beats Aton in tracking performance by 41%".
    (context.tokens[verb]?.lower === 'in' && isNear(context, verb, 8, BEAT_VERBS));
  return isSaid && !isNamedBehind() ? noun : undefined;
}

function headBehind(context: Context, at: number): number | undefined {
  const token = context.tokens[at];
  if (token?.kind !== 'number' || token.number.form === 'count') return undefined;
  let noun = (numberGroup(context, at).at(-1) ?? at) + 1;
  // "8% better performance" says no more than "better"; a factor needs its noun.
  const isBetter = token.number.form === 'times' && COMPARATIVES.has(context.tokens[noun]?.lower ?? '');
  for (const end = noun + 4; noun < end; noun += 1) {
    if (isPerformance(context, noun)) return isBetter || isChange(context, noun + 1) ? noun : undefined;
    if (context.tokens[noun]?.kind !== 'word' || context.mentionOf.has(noun)) return undefined;
    if (
      !isModifier(context.tokens[noun]) &&
      !/^(?:average|overall|mean|relative|absolute|total)$/.test(context.tokens[noun]?.lower ?? '') &&
      !COMPARATIVES.has(context.tokens[noun]?.lower ?? '')
    )
      return undefined;
  }
  return undefined;
}
