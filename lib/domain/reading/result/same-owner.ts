/** Whether a number of a list is of the same system as the one before it. */
import type { Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import { OWN_WORDS } from '../sentence/words';

/**
 * "exceeding A (74.6%), B (74.0%) and C (69.8%)": names with their numbers in brackets go on as they began,
 * unless a verb or another metric begins again.
 */
function isFurtherRival(context: Context, before: number, at: number): boolean {
  if (context.tokens[at - 1]?.text !== '(' || at - before > 10) return false;
  // "(12 vs. 22) and a larger drift (21.8 vs. 4.1": another two that are set against each other.
  if (/^(?:vs|versus)$/.test(context.tokens[at + 1]?.lower ?? '')) return false;
  const between = context.tokens.slice(before + 1, at - 1).map((token) => token.lower);
  return (
    context.clauses[before] === context.clauses[at] &&
    !context.mentionOf.has(at - 2) &&
    between.some((lower) => lower === ',' || lower === 'and') &&
    !between.some((lower) => OWN_WORDS.has(lower))
  );
}

/** "(C-index 0.63; AUC 0.59)": one bracket speaks of one system, unless it sets two against each other. */
function sharesBracket(context: Context, before: number, at: number): boolean {
  const between = context.tokens.slice(before + 1, at).map((token) => token.lower);
  if (between.length > 8 || between.some((lower) => /^(?:[()[\]]|vs|versus|to|than|ours?)$/.test(lower)))
    return false;
  for (let index = before - 1; index > before - 30; index -= 1) {
    const text = context.tokens[index]?.text;
    if (text === '(') return true;
    if (text === undefined || text === ')') return false;
  }
  return false;
}

/** "20% (PnP) and 10% (Edit)": each value with its name in a bracket behind it. */
function followsNamed({ tokens }: Context, before: number, at: number): boolean {
  if (tokens[before + 1]?.text !== '(' || tokens[at + 1]?.text !== '(' || at - before > 8) return false;
  let close = at - 1;
  while (/^(?:,|and)$/.test(tokens[close]?.lower ?? '')) close -= 1;
  return close < at - 1 && tokens[close]?.text === ')';
}

/** Whether the number at `at` is of the same system as the one before: in one plain list, one bracket or the next bracket of rivals. */
export const goesOnList = (context: Context, before: number, at: number): boolean =>
  numberGroup(context, before).includes(at) ||
  sharesBracket(context, before, at) ||
  followsNamed(context, before, at) ||
  isFurtherRival(context, before, at);
