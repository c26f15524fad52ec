/** How the kind of a number applies to the later numbers of its list: "up to 37% and 41%". */
import type { ResultKind } from '../../paper';
import { decide, when, type RuleTable } from '../rule';
import { phrase, type Context } from '../sentence/context';
import { numberGroup } from '../sentence/groups';
import type { NumberMention } from '../sentence/number-form';
import { ACHIEVE_VERBS, BEAT_VERBS, CHANGE_NOUNS, CHANGE_VERBS, REACH_VERBS } from '../sentence/words';
import type { MetricTie } from '../metric/metric-tie';
import type { Found } from './carry-over';

/** The facts about a number in a list, besides its own. */
export interface ListFacts {
  readonly number: NumberMention;
  readonly previous: Found;
  /** The kind that it would have alone. */
  readonly own: ResultKind;
  readonly isPaired: boolean;
  /** True if another metric is named between the two: "up to 77% Dice and an IoU of 64%". */
  readonly namesMetric: boolean;
  readonly metric: MetricTie | undefined;
}

const lowerAt = (context: Context, at: number): string => context.tokens[at]?.lower ?? '';

/** True for a share after a share, both in percent: the second may be of the same whole. */
const followsShare = ({ own, previous, number }: Pick<ListFacts, 'own' | 'previous' | 'number'>): boolean =>
  own === 'level' &&
  previous.kind === 'ratio' &&
  number.form === 'percent' &&
  previous.number.form === 'percent';

/**
 * True for the 97% of "finds 40% of the verdicts, while ours reaches 97%": a share that takes over what the one before
 * is a share of. A bracket may hold something else.
 */
export const takesShare = (
  context: Context,
  { own, previous, number, metric }: Pick<ListFacts, 'own' | 'previous' | 'number' | 'metric'>,
): boolean =>
  followsShare({ own, previous, number }) &&
  metric?.tie === 'carried' &&
  !metric.known &&
  metric.name !== null &&
  metric.name === previous.metric?.name &&
  lowerAt(context, previous.at - 1) !== '(';

/** Rules for the kinds in a list, in order. */
export const LISTED_KINDS: RuleTable<ResultKind, ListFacts> = {
  aspect: 'kind',
  rules: [
    {
      name: 'limit of a list of differences',
      example: [
        'It brings up to a 60% reduction in cost, a 44% improvement in Dice.',
        '60% bound, 44% bound',
      ],
      match: when(
        (context, at, { own, previous, isPaired }) => !isPaired && sharesLimit(context, previous, at, own),
        'bound',
      ),
    },
    {
      name: 'limit of the list',
      example: ['It reaches up to 37% and 41% on two sets.', '37% bound, 41% bound'],
      match: when(
        (context, at, { own, previous, isPaired, namesMetric }) =>
          previous.kind === 'bound' &&
          !isPaired &&
          !namesMetric &&
          // "(up to 94%) and in age (91%": a new bracket starts without the limit.
          !opensNewBracket(context, previous.at, at) &&
          (own !== 'change' || numberGroup(context, previous.at).includes(at)),
        'bound',
      ),
    },
    {
      name: 'share of the same whole',
      example: ['Only 10% of papers adopt a norm, and 65% follow rules.', '10% ratio, 65% ratio'],
      match: when(
        (context, at, facts) =>
          followsShare(facts) &&
          !context.mentionOf.has(at + 1) &&
          context.tokens[facts.previous.at + 1]?.lower === 'of' &&
          context.tokens[at + 1]?.kind === 'word' &&
          !/^(?:on|in|for|at|and|or|to|with|of|by|over|vs|versus|when|while)$/.test(lowerAt(context, at + 1)),
        'ratio',
      ),
    },
    {
      name: 'share of what was named before',
      example: ['Bera finds 40% of the verdicts, while Aton reaches 97%.', '40% ratio, 97% ratio'],
      match: when((context, _, facts) => takesShare(context, facts), 'ratio'),
    },
    {
      name: 'value reached behind a difference',
      example: [
        'It improves the precision by 2.3%, achieving a precision of 90.3%.',
        '2.3% change, 90.3% level',
      ],
      match: when(
        (context, at, { own, previous, number, namesMetric }) =>
          own === 'level' &&
          previous.kind === 'change' &&
          (lowerAt(context, at - 1) === 'to' ||
            isReachedNext(context, previous.at, at) ||
            (previous.number.signed && !number.signed) ||
            (namesMetric &&
              context.tokens.slice(previous.at, at).some(({ lower }) => ACHIEVE_VERBS.has(lower)))),
        'level',
      ),
    },
    {
      name: 'difference of the list',
      example: ['It beats Aton by 3% and 5% on two sets, 2% on a third.', '3% change, 5% change, 2% change'],
      match: when(
        (context, at, { own, previous, number, isPaired }) =>
          own === 'level' &&
          !isPaired &&
          previous.kind === 'change' &&
          lowerAt(context, at - 1) !== '(' &&
          (previous.number.form === number.form || /^(?:in|on|for)$/.test(lowerAt(context, at + 1))),
        'change',
      ),
    },
  ],
};

const REACHED =
  /, (?:\S+ )?(?:achiev|reach|obtain|attain|yield)\w*(?: (?:an? )?(?:(?:average|mean|overall|final) )?(?:scores?|values?|results?) of)?(?: (?:about|over|~))?$/;

/** True for the second list of "by 3% and 5%, achieving scores of 74% and 80%". */
const isReachedNext = (context: Context, before: number, at: number): boolean => {
  const first = numberGroup(context, at)[0] ?? at;
  return first > before && REACHED.test(phrase(context, Math.max(before + 1, first - 9), first));
};

/**
 * True if the bracket around the earlier number is closed and this number is in another one, with words
 * between.
 */
function opensNewBracket(context: Context, before: number, at: number): boolean {
  const first = numberGroup(context, at)[0] ?? at;
  if (lowerAt(context, first - 1) !== '(') return false;
  const between = context.tokens.slice(before + 1, first - 1).map(({ lower }) => lower);
  return between.includes(')') && between.length > 5;
}

const isVerb = (lower: string): boolean =>
  !CHANGE_NOUNS.has(lower) &&
  (REACH_VERBS.has(lower) || CHANGE_VERBS.has(lower) || BEAT_VERBS.has(lower)) &&
  !/^(?:with|is|improved|reduced)$/.test(lower);

/**
 * True for "up to a 60% reduction in cost, a 44% improvement in Dice" and "at least +9.6% accuracy and +1.5% F1": a
 * difference listed after another with a limit, without a verb between.
 */
export function sharesLimit(context: Context, previous: Found, at: number, own: ResultKind): boolean {
  const { tokens, clauses } = context;
  const isLimited = previous.kind === 'bound' && previous.bounds !== 'level';
  if (!isLimited || !/^(?:change|ratio)$/.test(own) || at - previous.at > 14) return false;
  if (clauses[previous.at] !== clauses[at]) return false;
  // "up to +30% in recall and +2% on average": a range or an average has no limit.
  const token = tokens[at];
  if (token?.kind !== 'number' || token.number.range || /^(?:average|mean)$/.test(lowerAt(context, at + 1)))
    return false;
  const between = tokens.slice(previous.at + 1, at).map(({ lower }) => lower);
  return (
    between.some((lower) => /^(?:,|and|or)$/.test(lower)) &&
    !between.some((lower) => /^[()]$/.test(lower) || isVerb(lower)) &&
    /^(?:,|and|or|an?|by|~|≈)$/.test(between.at(-1) ?? '')
  );
}

/** The kind of a number that continues a list. */
export const findListedKind = (context: Context, at: number, facts: ListFacts): ResultKind =>
  decide(LISTED_KINDS, context, at, facts) ?? facts.own;
