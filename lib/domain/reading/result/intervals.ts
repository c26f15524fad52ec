/**
 * Numbers that belong to the result before them and are none of their own:
 * confidence intervals, spreads, p-values, the counts behind a rate.
 */
import { phrase, type Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import type { NumberMention } from '../sentence/number-form';
import { CHANGE_VERBS } from '../sentence/words';

const INTERVAL = /\b(?:ci|cis|confidence|credible|interval|intervals|iqr|range|sd|p|se)\b/;

/** True where the number at `at` tells how sure or how spread another is. */
export function belongsToResult(context: Context, at: number, number: NumberMention): boolean {
  return (
    isInterval(context, at) ||
    isPValue(context, at) ||
    isSpread(context, at, number) ||
    isTally(context, at, number)
  );
}

/** "(95% CI: 0.80-0.90)", "95% confidence", "[0.80, 0.90]": it belongs to its result. */
function isInterval(context: Context, at: number): boolean {
  if (
    /^(?:ci|cis|confidence|credible|bootstrap|prediction intervals?|hdi)\b/.test(
      phrase(context, at + 1, at + 3),
    )
  )
    return true;
  let depth = 0;
  for (let index = at - 1; index >= 0 && at - index < 14; index -= 1) {
    const token = context.tokens[index];
    const lower = token?.lower ?? '';
    if (token?.text === ')' || token?.text === ']') depth += 1;
    if (token?.text === '(' || token?.text === '[') {
      if (depth === 0) {
        if (isAround(context, index)) return true;
        // "[0.80, 0.90]" after a number.
        const before = context.tokens[index - 1];
        const two =
          token.text === '[' &&
          (before?.kind === 'number' ||
            INTERVAL.test(before?.lower ?? '') ||
            isTwoInBrackets(context, index));
        return two && !/=|:/.test(phrase(context, index, at));
      }
      depth -= 1;
    }
    // "interval sharpness", "SD throughput": before a noun the word qualifies it.
    const qualifies =
      isModifier(context.tokens[index + 1]) &&
      !/^(?:widths?|lengths?|estimates?|bounds?)$/.test(context.tokens[index + 1]?.lower ?? '');
    if (depth === 0 && !qualifies && /^(?:ci|cis|iqr|interval|intervals|sd|std)$/.test(lower))
      return !context.tokens.slice(index, at).some((one) => CHANGE_VERBS.has(one.lower));
    if (/^(?:[;.]|and|while)$/.test(lower)) return false;
  }
  return false;
}

/** "[0.80, 0.90]". */
function isTwoInBrackets(context: Context, open: number): boolean {
  const [one, comma, two, close] = context.tokens.slice(open + 1, open + 5);
  return one?.kind === 'number' && comma?.text === ',' && two?.kind === 'number' && close?.text === ']';
}

/** "1.62 (1.12-2.35)", "0.85 (0.80, 0.90)": two figures alone in a bracket, one on each side of the number in front. */
function isAround(context: Context, open: number): boolean {
  const value = context.tokens[open - 1];
  if (value?.kind !== 'number' || !value.number.decimal) return false;
  const inside = context.tokens.slice(open + 1, open + 5).map((token) => token.text);
  // "4.5% (ranging from 2.4% to 7.7%)": how far it went over the cases, not how sure it is.
  if (inside[0] === 'ranging') return false;
  const close = inside.findIndex((text) => text === ')' || text === ']');
  const figures =
    close < 0
      ? []
      : (
          inside
            .slice(0, close)
            .join(' ')
            .match(/\d*\.\d+|\d+/g) ?? []
        ).map(Number);
  const [low = 0, high = 0] = figures;
  return figures.length === 2 && low <= value.number.figure && value.number.figure <= high;
}

/** "(standard deviation of 3.49)", "SD 3.49", "0.85 (0.04)": how far the result before it scatters. */
function isSpread(context: Context, at: number, number: NumberMention): boolean {
  if (
    /\b(?:standard (?:deviation|error)s?|std|s\.d|sd|sem)(?: (?:of|=|:|was|is))*$/.test(
      phrase(context, at - 5, at),
    )
  )
    return !/\b(?:reduc|lower|decreas|improv)\w*\b/.test(phrase(context, at - 12, at));
  const value = context.tokens[at - 2];
  return (
    number.form === 'bare' &&
    number.decimal &&
    !number.signed &&
    context.tokens[at - 1]?.text === '(' &&
    context.tokens[at + 1]?.text === ')' &&
    value?.kind === 'number' &&
    value.number.decimal &&
    number.figure < value.number.figure / 4
  );
}

/** "96.1% accuracy (734/764)": the counts behind a rate. */
function isTally(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'share' || context.tokens[at - 1]?.text !== '(') return false;
  return context.tokens
    .slice(Math.max(0, at - 6), at)
    .some((token) => token.kind === 'number' && token.number.form === 'percent');
}

/** "p < 0.05": a mark of significance. "a p-value of 0.02" is a finding and has no sign before it. */
function isPValue(context: Context, at: number): boolean {
  const before = phrase(context, at - 4, at);
  // "Krippendorff's alpha = 0.4" is agreement.
  if (context.mentionOf.get(at - 2)?.known === true) return false;
  return (
    /(?:^|\s)(?:p|ps|p-value|p-values|p_\w+|q|alpha|α)(?: all)? ?(?:<|>|=|≤|≥|≪)(?: [<>=])?$/.test(before) ||
    /\bp (?:value|values) (?:<|=|≤)$/.test(before)
  );
}
