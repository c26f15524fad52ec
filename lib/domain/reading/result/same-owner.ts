/** Whether a number of a list belongs to the same system as the number before it. */
import type { Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import { OWN_WORDS } from '../sentence/words';

/**
 * True for "exceeding A (74.6%), B (74.0%) and C (69.8%)": names with numbers in brackets continue a list,
 * unless a verb or another metric follows.
 */
function isFurtherRival(context: Context, before: number, at: number): boolean {
  if (context.tokens[at - 1]?.text !== '(' || at - before > 10) return false;
  // "(12 vs. 22) and a larger drift (21.8 vs. 4.1": another comparison of two values.
  if (/^(?:vs|versus)$/.test(context.tokens[at + 1]?.lower ?? '')) return false;
  const between = context.tokens.slice(before + 1, at - 1).map((token) => token.lower);
  return (
    context.clauses[before] === context.clauses[at] &&
    !context.mentionOf.has(at - 2) &&
    between.some((lower) => lower === ',' || lower === 'and') &&
    !between.some((lower) => OWN_WORDS.has(lower))
  );
}

/** True for "(C-index 0.63; AUC 0.59)": a bracket is about one system, unless it compares two. */
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

/** True for "20% (PnP) and 10% (Edit)": each value has its name in a bracket after it. */
function followsNamed({ tokens }: Context, before: number, at: number): boolean {
  if (tokens[before + 1]?.text !== '(' || tokens[at + 1]?.text !== '(' || at - before > 8) return false;
  let close = at - 1;
  while (/^(?:,|and)$/.test(tokens[close]?.lower ?? '')) close -= 1;
  return close < at - 1 && tokens[close]?.text === ')';
}

const JOINTS = /^(?:,|and|an?|of|=|:)$/;

/** True for "the baseline reached PSNR 21.1, SSIM 0.43 and an FID of 51": between the values stand only metrics. */
function continuesMetrics({ tokens, mentionOf }: Context, before: number, at: number): boolean {
  if (at - before > 12 || mentionOf.has(before + 1)) return false;
  let isNamed = false;
  for (let index = before + 1; index < at; index += 1)
    if (mentionOf.has(index)) isNamed = true;
    else if (!JOINTS.test(tokens[index]?.lower ?? '')) return false;
  return isNamed;
}

/**
 * True if the number at `at` belongs to the same system as the one before it: in the same list, the same
 * bracket or the next bracket of a list of rivals.
 */
export const goesOnList = (context: Context, before: number, at: number): boolean =>
  numberGroup(context, before).includes(at) ||
  sharesBracket(context, before, at) ||
  followsNamed(context, before, at) ||
  continuesMetrics(context, before, at) ||
  isFurtherRival(context, before, at);
