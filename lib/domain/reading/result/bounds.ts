/** What a limit bounds: a value, a difference or a ratio. */
import type { BoundedKind, ResultKind } from '../../paper';
import { decide, when, type RuleTable } from '../rule';
import { phrase, type Context } from '../sentence/context';
import type { NumberMention } from '../sentence/number-form';
import { isChange, isLimitOfMargin, isOverhead } from './change';
import { isFactorOf, RATIO_FORMS } from './kinds';
import { isShareOf } from './shares';

/** The facts about a number that is a limit. */
export interface Limit {
  readonly number: NumberMention;
  /** What the previous number of the list or bracket is or bounds; undefined if there is none. */
  readonly before: Exclude<ResultKind, 'bound'> | undefined;
}

const isWithinOf = (context: Context, at: number): boolean =>
  /\bwithin(?: only| just| about)?$/.test(phrase(context, at - 2, at)) &&
  context.tokens[at + 1]?.lower === 'of';

const DIFFERENCES =
  /\b(?:gaps?|differences?|margins?|improvements?|gains?|reductions?|degradations?|drops?|losses)\b(?!.*[,;])/;

/** True for "gender differences within 2%": the limit bounds a difference. */
const isOfDifference = (context: Context, at: number): boolean =>
  !context.mentionOf.has(at - 2) && DIFFERENCES.test(phrase(context, at - 6, at));

const PERFORMANCE_CHANGED =
  /\b(?:improv|degrad|boost|enhanc|reduc|rais|increas)\w* (?:[^\s,;()]+ ){0,3}performance (?:with|by|\() (?:up to|at least|over)$/;

/** A quality that is improved "up to" more than 60 % reaches that more often than it gains it. */
const IMPROVED = /\bimprov(?:es?|ed|ing) (?:[^\s,;()]+ ){1,5}up to$/;

/** Rules for what a limit bounds. */
export const BOUNDS: RuleTable<BoundedKind, Limit> = {
  aspect: 'bounds',
  rules: [
    {
      name: 'distance from another',
      example: ['Our pruned net is within 0.9% of the full one in accuracy.', '0.9% change'],
      match: when(isWithinOf, 'change'),
    },
    {
      name: 'factor',
      example: ['Our kernel is up to 12x faster.', '12x ratio'],
      match: when(
        (context, at, { number }) => RATIO_FORMS.has(number.form) || isFactorOf(context, at),
        'ratio',
      ),
    },
    {
      name: 'added load',
      example: ['Our loss adds less than 3% of overhead.', '3% change'],
      match: when(isOverhead, 'change'),
    },
    {
      name: 'limited share',
      example: ['Our model reaches this with less than 5% of the labels.', '5% ratio'],
      match: when((context, at, { number }) => isShareOf(context, at, number), 'ratio'),
    },
    {
      name: 'words of change',
      example: ['Our loss brings gains of up to 4%.', '4% change'],
      match: when((context, at, { number }) => isChange(context, at, number), 'change'),
    },
    {
      name: 'limit of a changed performance',
      example: ['Noise degrades the performance (up to 40% in accuracy).', '40% change'],
      match: when(
        (context, at) =>
          PERFORMANCE_CHANGED.test(phrase(context, at - 10, at)) && context.tokens[at + 1]?.lower === 'in',
        'change',
      ),
    },
    {
      name: 'improved up to',
      example: ['Our loss improves the Dice of nets up to 46%.', '46% change'],
      match: when(
        (context, at, { number }) =>
          number.form === 'percent' && number.figure < 60 && IMPROVED.test(phrase(context, at - 8, at)),
        'change',
      ),
    },
    {
      name: 'behind by',
      example: ['The sparse net misses the dense one in Dice by up to 4%.', '4% change'],
      match: when(isLimitOfMargin, 'change'),
    },
    {
      name: 'limited difference',
      example: ['All nets show gaps between the sexes below 2%.', '2% change'],
      match: when(isOfDifference, 'change'),
    },
    {
      name: 'listed with its like',
      example: [
        'Our loss raises the Dice by 3.3% on three public sets (up to 5.0% on Surrey).',
        '3.3% none, 5.0% change',
      ],
      match: (_, __, { before }) => (before === 'level' ? undefined : before),
    },
  ],
};

/** What the limit at `at` bounds; a value if no rule decides otherwise. */
export const findBounds = (context: Context, at: number, limit: Limit): BoundedKind =>
  decide(BOUNDS, context, at, limit) ?? 'level';
