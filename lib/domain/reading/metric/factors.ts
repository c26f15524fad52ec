/** Nouns that a factor multiplies: "twice the diversity", "3x faster decoding". */
import { phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import { isModifier } from '../sentence/mention';
import { BASELINE_WORDS } from '../sentence/words';
import { qualityOf } from './adjectives';
import { asPrinted, tied, type MetricTie } from './metric-tie';

const UNMEASURED_NOUN =
  /^(?:performance|results?|models?|methods?|networks?|datasets?|baselines?|ones?|by|overall)$/;

/** "twice the diversity of the first set", "3x the throughput": the noun after the factor. */
export function twiceOf(context: Context, at: number): MetricTie | undefined {
  const from = at + 2;
  const factor = context.tokens[at];
  const isFactor = factor?.kind === 'number' && factor.number.form === 'times';
  if (!isFactor || context.tokens[at + 1]?.lower !== 'the') return undefined;
  let to = from;
  while (to - from < 3 && isModifier(context.tokens[to])) to += 1;
  const isNoun = to > from && /^(?:of|in|on|as|[,.;])$/.test(context.tokens[to]?.text ?? '.');
  const last = context.tokens[to - 1]?.lower ?? '';
  if (!isNoun || BASELINE_WORDS.has(last) || UNMEASURED_NOUN.test(last)) return undefined;
  const mention = context.mentionOf.get(to - 1);
  return mention ? tied(mention, 'near') : asPrinted(context, from, to);
}

/** "85M parameters, 14x smaller than Aton": what is smaller is the size, as the sentence names it. */
export function sizeOf(context: Context, at: number): MetricTie | undefined {
  const factor = context.tokens[at];
  if (factor?.kind !== 'number' || factor.number.form !== 'times') return undefined;
  if (context.tokens[at + 1]?.lower !== 'smaller') return undefined;
  if (!/^(?:than|and|models?|networks?|[,.;)])$/.test(context.tokens[at + 2]?.text ?? '.')) return undefined;
  for (let index = at - 80; index < at + 60; index += 1) {
    const size = context.mentionOf.get(index);
    if (size && /^(?:Parameters|Model size)$/.test(size.name)) return tied(size, 'near');
  }
  return { name: 'Size', better: 'lower', known: true, tie: 'near', from: at + 1, to: at + 2 };
}

/**
 * "98x faster than Aton", "4x faster.": with no noun behind "faster", what is higher is the speed.
 */
export function speedOf(context: Context, at: number): MetricTie | undefined {
  const last = numberGroup(context, at).at(-1) ?? at;
  const factor = context.tokens[at];
  if (factor?.kind !== 'number' || !/^(?:times|magnitude|percent)$/.test(factor.number.form))
    return undefined;
  const from = phrase(context, last + 1, last + 3) === 'as fast' ? last + 2 : last + 1;
  if (!/^(?:faster|quicker)$/.test(context.tokens[from]?.lower ?? '') && from === last + 1) return undefined;
  return FASTER_END.test(context.tokens[from + 1]?.lower ?? '.')
    ? { name: 'Speed', better: 'higher', known: true, tie: 'near', from, to: from + 1 }
    : undefined;
}

/** "high accuracy (2.7x faster under load)": a bracket may speak of the speed where a metric stands before it. */
export const speedInBracket = (context: Context, at: number): MetricTie | undefined =>
  context.tokens[at - 1]?.text === '(' ? speedOf(context, at) : undefined;

const FASTER_END =
  /^(?:than|on|in|at|and|but|or|while|whereas|compared|relative|over|with|without|to|as|by|across|depending|under|when|for|during|[.,;:)(])$/;

/**
 * "twofold higher odds of survival", "3x faster decoding", "+8% faster convergence": the noun after the
 * comparative.
 */
export function comparedNoun(context: Context, at: number): MetricTie | undefined {
  const token = context.tokens[at];
  const isFactor =
    token?.kind === 'number' && (/^(?:times|magnitude)$/.test(token.number.form) || token.number.signed);
  if (!isFactor) return undefined;
  const from = at + 2;
  let to = from;
  while (to - from < 3 && isModifier(context.tokens[to]) && !context.mentionOf.has(to)) to += 1;
  const last = context.tokens[to - 1]?.lower ?? '';
  const quality = to === from + 1 ? qualityOf(last) : undefined;
  if (quality) return { ...quality, tie: 'near', from, to };
  if (to === from || context.mentionOf.has(to) || UNMEASURED_NOUN.test(last)) return undefined;
  if (
    !/^(?:on|in|for|with|across|at|and|while|against|compared|over|than|of|relative|without|[.,;)])$/.test(
      context.tokens[to]?.lower ?? '.',
    )
  )
    return undefined;
  return asPrinted(context, from, to);
}
