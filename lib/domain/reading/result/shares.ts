/** Shares of a whole: "85% of runs", "46% of the tasks against 9%", "64% agree". */
import { isCost, phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import type { MetricTie } from '../metric/metric-tie';
import type { NumberMention } from '../sentence/number-form';

/** True for "in 85.4% of runs", "with 1% of the labels": a share of a whole that the text names. */
export function isShareOf(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'percent') return false;
  // "with only 20% labeled data": the whole is named without "of".
  if (
    /^(?:(?:of )?(?:the |all )?(?:(?:labell?ed|annotated|training|real|available|clean|paired|original) )?(?:data|samples|examples|images|set)|labels|annotations)\b/.test(
      phrase(context, at + 1, at + 5),
    ) &&
    /\b(?:with|using|uses|use|only|just|on|at|from|requir\w+)\b/.test(phrase(context, at - 3, at))
  )
    return true;
  // "73% and 23% of the objects": the whole is named behind the last of the shares.
  const last = numberGroup(context, at).at(-1) ?? at;
  const end = context.tokens[last];
  const from = end?.kind === 'number' && end.number.form === 'percent' ? last : at;
  // "83% (5/6) of organs": the counts come after the share.
  const tally = context.tokens[from + 1]?.text === '(' && context.tokens[from + 3]?.text === ')' ? 3 : 0;
  if (context.tokens[from + tally + 1]?.lower !== 'of' || context.tokens[from + tally + 2]?.kind !== 'word')
    return false;
  // "84.8% of accuracy" is accuracy; "1% of labels" is a share.
  const whole = context.mentionOf.get(from + tally + 2);
  return !whole?.known || isCost(whole.name);
}

const SET_AGAINST = /\b(?:vs|versus|against|than|compared (?:to|with))(?: (?:only|just|about|the))?$/;

/** True for "solves 46% of the tasks against 9%": a share beside the one before it, of the same whole. */
export function isSetAgainstShare(context: Context, at: number, number: NumberMention): boolean {
  if (number.form !== 'percent' || !SET_AGAINST.test(phrase(context, at - 3, at))) return false;
  let before = at - 1;
  while (at - before < 16 && before >= 0 && context.tokens[before]?.kind !== 'number') before -= 1;
  const token = context.tokens[before];
  return token?.kind === 'number' && isShareOf(context, before, token.number);
}

const ANSWERS =
  /^(?:(?:even|also|strongly|still|only) ){0,2}(?:agree|disagree|prefer|favou?r|consider|report|rely|believe|find|think|want|trust|lack|adopt|cite|accept|approve|support|rated?|chose|preferred|reported|agreed)\b/;

/** True for "64% even agree", "40% report a fault": how many of those who were asked or counted do so. */
export const isShareWho = (
  context: Context,
  at: number,
  number: NumberMention,
  metric: MetricTie | undefined,
): boolean =>
  number.form === 'percent' && metric?.known !== true && ANSWERS.test(phrase(context, at + 1, at + 4));
