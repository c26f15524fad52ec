/**
 * Decides whether a number is a result: its form must be able to measure something, and the words around it
 * must report it. Each form of number has its own rules.
 */
import { isCost, type Context } from '../../sentence/context';
import type { NumberForm } from '../../sentence/number-form';
import { decide, type RuleTable } from '../../rule';
import { BARE } from './bare';
import { accept, hasVerdict, reject, type Candidate, type Judgement } from './candidate';
import { FRACTION, RANK, SHARE, TIMES } from './factors';
import { PERCENT } from './percent';
import { COUNT, MEASURE, SPEED, TIME } from './units';

/** In the background of an abstract, only plain values of known metrics are results. */
const BACKGROUND: readonly Judgement[] = [
  accept(
    'value known before',
    ['Aton reaches an accuracy of 91% today. It is slow. We propose a fast net.', '91%'],
    (context, at, { background, known, number }) =>
      background && known && number.form !== 'bare' && hasVerdict(context, at),
  ),
  reject(
    'background',
    ['Some 91% of users are old. We propose a net.', ''],
    (_, __, { background }) => background,
  ),
];

const POINTS: readonly Judgement[] = [accept('points', ['It gains 3 points.', '3 points'], () => true)];

const tableOf = (rules: readonly Judgement[]): RuleTable<boolean, Candidate> => ({
  aspect: 'accepted',
  rules: [...BACKGROUND, ...rules],
});

const TABLES = {
  bare: tableOf(BARE),
  percent: tableOf(PERCENT),
  points: tableOf(POINTS),
  times: tableOf(TIMES),
  magnitude: tableOf(TIMES),
  share: tableOf(SHARE),
  fraction: tableOf(FRACTION),
  rank: tableOf(RANK),
  measure: tableOf(MEASURE),
  time: tableOf(TIME),
  speed: tableOf(SPEED),
  count: tableOf(COUNT),
} satisfies Readonly<Record<NumberForm, RuleTable<boolean, Candidate>>>;

/** All rules that decide whether a number is a result, for all forms. */
export const ACCEPTED: RuleTable<boolean, Candidate> = {
  aspect: 'accepted',
  rules: [...new Set(Object.values(TABLES).flatMap(({ rules }) => rules))],
};

/** True if the number at `at` is reported as a result. */
export function isResult(context: Context, at: number, given: Omit<Candidate, 'known'>): boolean {
  const known = given.near?.known === true && !isCost(given.near.name);
  return decide(TABLES[given.number.form], context, at, { ...given, known }) === true;
}
