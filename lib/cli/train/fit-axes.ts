/** Fits the weights by which levels of headers are read as those that name the systems. */
import { LEVEL_TESTS, OUTRIGHT } from '@/lib/domain/tables/axes/tests';
import type { AxisCase } from './axis-cases';
import { fitChoice } from './conditional-logit';

/**
 * The L2 penalty of hints, and that of tests which say it outright: these decide alone, however few tables need them.
 * By cross-validation the results hardly change between 3 and 5, and between 0.3 and 3.
 */
const [RIDGE, OUTRIGHT_RIDGE] = [5, 0.2];

const round = (value: number): number => Math.round(value * 10) / 10;

/** Fits the weights of the tests; all levels of a table have the same bias. */
export const fitAxes = (cases: readonly AxisCase[]): readonly number[] =>
  fitChoice(
    cases.map(({ levels }) => ({
      features: levels.map(({ passed }) => passed),
      isRight: levels.map(({ isRight }) => isRight),
      isNoneRight: false,
    })),
    LEVEL_TESTS.length,
    (test) => (test < OUTRIGHT.length ? OUTRIGHT_RIDGE : RIDGE),
  ).weights.map(round);
