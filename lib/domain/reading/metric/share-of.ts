/** Metrics named by the whole of which the number is a share: "1% of the labels", "solves 46% of the tasks". */
import { phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import { isModifier } from '../sentence/mention';
import { asPrinted, type MetricTie, tied, VAGUE } from './metric-tie';

/** Verbs of which a share of the tasks is the success: "solves 46% of the tasks". */
const SOLVES =
  /\b(?:re)?solv\w+(?: only| just| up to| about)?$|\b(?:complet|answer|pass)\w+(?: only| just)?$/;

/**
 * "1% of labeled data", "10% of the parameters": a share is named by its whole, of which the "of" is token `of`; undefined
 * if that says nothing ("in 85% of cases").
 */
export function shareOf(context: Context, of: number): MetricTie | undefined {
  const share = context.tokens[of - 1];
  const form = share?.kind === 'number' ? share.number.form : 'bare';
  // "within 5% of Aton" is a distance, not a share.
  const first = numberGroup(context, of - 1)[0] ?? of - 1;
  // In "(vs. 86% of Aton)" the name is the owner of the value.
  const isAgainst =
    /^(?:vs|versus)(?: \.)?$/.test(phrase(context, of - 3, of - 1).replace(/^\( /, '')) ||
    // "approaching the 32% of Aton".
    /^(?:approach|surpass|exceed|match|beat|outperform)\w* the$/.test(phrase(context, of - 3, of - 1));
  if (isAgainst || form === 'points' || /\bwithin(?: about)?$/.test(phrase(context, first - 2, first)))
    return undefined;
  for (let index = of + 1; index < of + 5; index += 1) {
    const mention = context.mentionOf.get(index);
    if (mention) return tied(mention, 'near');
    if (
      !/^(?:the|its|their|total|original|all|available|full|entire|this|that|trainable|model|required|\S+'s)$/.test(
        context.tokens[index]?.lower ?? '',
      )
    )
      break;
  }
  // "2 GB of memory" has its metric; a number with a unit is no share of something.
  if (/^(?:measure|time|speed|count)$/.test(form)) return undefined;
  let from = of + 1;
  while (
    /^(?:the|its|their|total|all|original|our|these|those|fully)$/.test(context.tokens[from]?.lower ?? '')
  )
    from += 1;
  let to = from;
  // "58% of petitions succeed": a plural noun ends its phrase.
  while (
    to - from < 3 &&
    isModifier(context.tokens[to]) &&
    !(to > from && isPlural(context.tokens[to - 1]?.lower))
  )
    to += 1;
  if (context.tokens[to - 1]?.lower.endsWith('ing') === true) to -= 1;
  // In "93% of the teacher's dialogue quality" the measure comes after the owner.
  from += context.tokens.slice(from, to - 1).findLastIndex((token) => token.text.endsWith("'s")) + 1;
  if (to === from || context.tokens.slice(from, to).some((token) => /'s?$/.test(token.text)))
    return undefined;
  for (let index = from; index < to; index += 1) {
    const mention = context.mentionOf.get(index);
    if (mention?.known === true) return tied(mention, 'near');
  }
  // "in 85% of cases" does not say what was counted.
  if (
    (VAGUE.test(phrase(context, to - 1, to)) && !SOLVES.test(phrase(context, first - 2, first))) ||
    phrase(context, to - 2, to) === 'test set'
  )
    return undefined;
  return asPrinted(context, from, to);
}

const isPlural = (lower = ''): boolean => /[^s']s$/.test(lower);
