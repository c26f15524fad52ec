/**
 * What is known about a number when the rules decide whether it is a result, and tests that rules of several
 * forms share.
 */
import type { MetricTie } from '../../metric/metric-tie';
import { when, type Rule } from '../../rule';
import { isNear, phrase, type Context } from '../../sentence/context';
import type { FromTo } from '../../sentence/groups';
import type { NumberMention } from '../../sentence/number-form';
import { BEAT_VERBS, CHANGE_VERBS, REACH_VERBS } from '../../sentence/words';

/** The facts about a number that may be a result. */
export interface Candidate {
  readonly number: NumberMention;
  readonly near: MetricTie | undefined;
  readonly far: MetricTie | undefined;
  /** True if a metric of quality stands beside it. */
  readonly known: boolean;
  readonly pairs: readonly FromTo[];
  /** True before the abstract first speaks of the paper's own work. */
  readonly background: boolean;
}

/** A rule that decides whether a number is a result; the first of its form that matches decides. */
export type Judgement = Rule<boolean, Candidate>;

type Holds = (context: Context, at: number, candidate: Candidate) => boolean;

/** A rule by which a number is a result; of its example text, the values `expected` are read. */
export const accept = (name: string, [text, expected]: Judgement['example'], holds: Holds): Judgement => ({
  name,
  example: [text, expected],
  match: when(holds, true),
});

/** A rule by which a number is not a result. */
export const reject = (name: string, [text, expected]: Judgement['example'], holds: Holds): Judgement => ({
  name,
  example: [text, expected],
  match: when(holds, false),
});

/**
 * True for a "from A to B" that reports a change, because a metric or a verb of change belongs to it; false
 * if it gives a range.
 */
export function isToldPair(context: Context, at: number, { pairs, near }: Candidate): boolean {
  const pair = pairs.find((one) => one.from === at || one.to === at);
  if (!pair) return false;
  if (/\b(?:rang\w+|vary|varying|varies)\b/.test(phrase(context, pair.from - 3, pair.from))) return false;
  return (near !== undefined && near.name !== null) || isNear(context, pair.from, 12, CHANGE_VERBS);
}

/** True if the clause has a verb of reaching, changing or winning. */
export function hasVerdict(context: Context, at: number): boolean {
  return (
    isNear(context, at, 22, REACH_VERBS) ||
    isNear(context, at, 22, CHANGE_VERBS) ||
    isNear(context, at, 22, BEAT_VERBS)
  );
}

/**
 * True for parameters and operations beside a result of quality, or where the text says that there are few.
 */
export function hasCompany(context: Context, at: number): boolean {
  const others = context.tokens.some(
    (token, index) =>
      token.kind === 'number' &&
      index !== at &&
      Math.abs(index - at) < 16 &&
      (token.number.decimal || token.number.form === 'percent' || token.number.form === 'measure'),
  );
  return others || /\b(?:only|just|merely|fewer|less|than|reduc\w*)\b/.test(phrase(context, at - 6, at + 3));
}
