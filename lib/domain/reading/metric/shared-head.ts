/**
 * Metrics whose noun is printed once for two numbers: "21% top-1 and 6% top-5 error", "97% training and 93%
 * test accuracy".
 */
import { findMetric } from '../../metrics';
import type { Context } from '../sentence/context';
import { isModifier } from '../sentence/mention';
import { printed, tied, type MetricTie } from './metric-tie';

/** Nouns of which several are distinguished by a qualifier. */
const NOUN = /^(?:errors?|accurac(?:y|ies)|rates?|scores?)$/i;

/**
 * The metric of the first of two numbers that each have a qualifier, when the noun stands only after the
 * second. Undefined if this is not such a pair.
 */
export function sharedHead(context: Context, at: number): MetricTie | undefined {
  const { tokens } = context;
  const first = tokens[at];
  let and = at + 1;
  while (and - at < 3 && isModifier(tokens[and])) and += 1;
  const second = tokens[and + 1];
  if (and === at + 1 || tokens[and]?.lower !== 'and') return undefined;
  if (first?.kind !== 'number' || second?.kind !== 'number' || first.number.form !== second.number.form)
    return undefined;
  let head = and + 2;
  while (head - and < 4 && !context.mentionOf.has(head) && isModifier(tokens[head])) head += 1;
  const mention = context.mentionOf.get(head);
  if (mention?.known !== true) return undefined;
  const noun = tokens[mention.to - 1]?.text ?? '';
  const metric = NOUN.test(noun) ? findMetric(`${printed(context, at + 1, and)} ${noun}`) : undefined;
  if (metric) return { ...metric, known: true, tie: 'near', from: at + 1, to: and };
  const isQualified = head > and + 2 && !context.mentionOf.has(and - 1);
  return isQualified ? tied(mention, 'near') : undefined;
}
