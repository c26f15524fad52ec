/**
 * Two values in a bracket that show a comparison: "fewer retries (12 vs. 30)", "the error doubles (0.3 vs 0.6
 * m)".
 */
import type { Context } from '../sentence/context';
import { versus } from '../sentence/groups';
import { CHANGE_NOUNS, CHANGE_VERBS, COMPARATIVES } from '../sentence/words';

/** True if the number at `at` is one of two compared in a bracket that follows a word of comparison. */
export function isSetAgainst(context: Context, at: number): boolean {
  const other = versus(context, at);
  if (other === undefined) return false;
  const first = Math.min(at, other);
  let open = first - 1;
  // "(median entropy ~0.48 vs. 0.13".
  while (first - open < 5 && /^(?:[~≈]|[\p{L}-]+)$/u.test(context.tokens[open]?.text ?? '')) open -= 1;
  if (context.tokens[open]?.text !== '(') return false;
  for (let index = open - 1; index > open - 12 && index >= 0; index -= 1) {
    const lower = context.tokens[index]?.lower ?? '';
    if (/^[,;()]$/.test(lower)) return false;
    if (COMPARATIVES.has(lower) || CHANGE_VERBS.has(lower) || CHANGE_NOUNS.has(lower)) return true;
  }
  return false;
}
