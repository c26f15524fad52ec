/**
 * Metrics separated from their number by brackets: "speedup on CIFAR (+11%)", "80% (A) and 79% (B) pass
 * rate".
 */
import { isCost, type Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import { PLACES } from './after';
import { asPrinted, type MetricTie, tied } from './metric-tie';
import { BEAT_VERBS, CHANGE_NOUNS } from '../sentence/words';

const FALL = /^(?:drops?|decreases?|declines?|degradations?|reductions?|savings)$/;

/** The token before the number at `at` and its words of degree: "(" in "(up to 3%)". */
function openingOf({ tokens }: Context, at: number): number {
  let open = at - 1;
  while (at - open < 4 && /^(?:~|≈|up|to|about|by|over|nearly|around)$/.test(tokens[open]?.lower ?? ''))
    open -= 1;
  return open;
}

/** "a reduction in sequence length (~50%)": what there is less of, before the bracket with the difference. */
export function fallBeforeBracket(context: Context, at: number): MetricTie | undefined {
  const { tokens } = context;
  const open = openingOf(context, at);
  if (tokens[open]?.text !== '(') return undefined;
  let from = open;
  while (open - from < 4 && isModifier(tokens[from - 1])) from -= 1;
  const isFall = tokens[from - 1]?.lower === 'in' && FALL.test(tokens[from - 2]?.lower ?? '');
  if (!isFall || from === open || PLACES.test(tokens[open - 1]?.lower ?? '')) return undefined;
  const mention = context.mentionOf.get(open - 1);
  return mention && mention.from >= from ? tied(mention, 'near') : asPrinted(context, from, open);
}

/** "a higher reuse rate on CIFAR (+11%)": a bracket after a metric and the place where it was measured. */
export function beforePlacedBracket(context: Context, at: number): MetricTie | undefined {
  const open = openingOf(context, at);
  if (context.tokens[open]?.text !== '(') return undefined;
  let placed = false;
  for (let index = open - 1; index >= 0 && at - index < 10; index -= 1) {
    const mention = context.mentionOf.get(index);
    if (mention)
      return placed && !(isCost(mention.name) && mention.known) ? tied(mention, 'near') : undefined;
    const token = context.tokens[index];
    if (
      token?.kind !== 'word' ||
      BEAT_VERBS.has(token.lower) ||
      /^(?:than|over|to|by|and|against)$/.test(token.lower)
    )
      return undefined;
    if (/^(?:on|in|for|during|at|of|under)$/.test(token.lower)) placed = true;
  }
  return undefined;
}

/**
 * "80% (Aton), 79% (Bera) and 78% (Ceto) overall pass rate": the metric of all numbers stands after the last
 * bracket.
 */
export function behindNamedList(context: Context, at: number): MetricTie | undefined {
  let index = at;
  for (let steps = 0; steps < 8; steps += 1) {
    if (context.tokens[index + 1]?.text !== '(') return undefined;
    let close = index + 2;
    // "0.35 (68% reduction), and accuracy": a number is no name.
    if (context.tokens[close]?.kind === 'number' && CHANGE_NOUNS.has(context.tokens[close + 1]?.lower ?? ''))
      return undefined;
    while (close < index + 9 && context.tokens[close]?.text !== ')') {
      // "14% to 4% (p = 0.002) and a gap of 3": no name.
      if (context.mentionOf.has(close) || context.tokens[close]?.text === '=') return undefined;
      close += 1;
    }
    if (context.tokens[close]?.text !== ')') return undefined;
    index = close + 1;
    while (/^(?:,|and)$/.test(context.tokens[index]?.lower ?? '')) index += 1;
    if (context.tokens[index]?.kind === 'number') continue;
    while (
      index - close < 4 &&
      !context.mentionOf.has(index) &&
      (isModifier(context.tokens[index]) ||
        /^(?:overall|average|mean|in|of)$/.test(context.tokens[index]?.lower ?? ''))
    )
      index += 1;
    const mention = context.mentionOf.get(index);
    const next = context.tokens[mention?.to ?? 0];
    return mention && next?.kind !== 'number' && !/^(?:of|=|:)$/.test(next?.lower ?? '')
      ? tied(mention, 'near')
      : undefined;
  }
  return undefined;
}
