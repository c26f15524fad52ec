/** The measure of "zero": what never went wrong. */
import type { Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import { asPrinted, tied, type MetricTie } from './metric-tie';

/** "with zero merge failures": the noun behind, with its qualifiers. */
export function neverSeen(context: Context, at: number): MetricTie | undefined {
  if (context.tokens[at]?.lower !== 'zero' || context.tokens[at]?.kind !== 'number') return undefined;
  let to = at + 1;
  while (to - at < 4 && isModifier(context.tokens[to])) to += 1;
  const mention = context.mentionOf.get(to - 1);
  if (mention) return tied(mention, 'near');
  return to > at + 1 ? asPrinted(context, at + 1, to) : undefined;
}
