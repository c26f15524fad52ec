/** Nouns that a factor multiplies: "twice the diversity", "3x faster decoding". */
import type { Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import { BASELINE_WORDS } from '../sentence/words';
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
  if (to === from || context.mentionOf.has(to) || UNMEASURED_NOUN.test(last)) return undefined;
  if (
    !/^(?:on|in|for|with|across|at|and|while|against|compared|over|than|of|relative|without|[.,;)])$/.test(
      context.tokens[to]?.lower ?? '.',
    )
  )
    return undefined;
  return asPrinted(context, from, to);
}
