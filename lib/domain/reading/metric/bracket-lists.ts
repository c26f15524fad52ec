/**
 * Measures outside the lexicon that a list of brackets names: "accuracy (+14 points), completeness (+15
 * points)".
 */
import type { Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import { asPrinted, type MetricTie } from './metric-tie';

/**
 * The words before a bracket with a signed difference, if the bracket before it in the list has a difference
 * of the same form and a measure. Undefined otherwise.
 */
export function listedBracket(context: Context, at: number): MetricTie | undefined {
  const { tokens } = context;
  const token = tokens[at];
  if (tokens[at - 1]?.text !== '(' || token?.kind !== 'number' || !token.number.signed) return undefined;
  let from = at - 1;
  while (at - 1 - from < 3 && isModifier(tokens[from - 1])) from -= 1;
  const words = tokens.slice(from, at - 1);
  if (words.length === 0 || words.some(({ text }) => /\p{Lu}|\d/u.test(text))) return undefined;
  let close = from - 1;
  while (/^(?:,|and)$/.test(tokens[close]?.lower ?? '')) close -= 1;
  const before = tokens[close - 1];
  if (close === from - 1 || tokens[close]?.text !== ')' || before?.kind !== 'number') return undefined;
  const isAlike = before.number.signed && before.number.form === token.number.form;
  const isMeasure = context.mentionOf.has(close - 3) || listedBracket(context, close - 1) !== undefined;
  return isAlike && isMeasure && tokens[close - 2]?.text === '('
    ? asPrinted(context, from, at - 1)
    : undefined;
}
