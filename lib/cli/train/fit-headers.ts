/** Fits the weights by which headers of tables are read as metrics, data or neither. */
import type { HeaderModel } from '@/lib/domain/tables/headers/roles';
import { HEADER_TESTS } from '@/lib/domain/tables/headers/tests';
import { fitChoice } from './conditional-logit';
import type { HeaderCase } from './header-cases';

/** The L2 penalty; between 2 and 8 the results hardly change. */
const RIDGE = 6;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Fits the weights of both roles against neither. */
export function fitHeaders(cases: readonly HeaderCase[]): HeaderModel {
  const count = HEADER_TESTS.length;
  const mean = cases.reduce((sum, { weight }) => sum + weight, 0) / cases.length;
  // Each role has its weights, and a bias after them.
  const { bias, weights } = fitChoice(
    cases.map(({ passed, right, weight }) => ({
      features: [[...passed, count], [...passed, count].map((at) => at + count + 1)],
      isRight: [right === 'metric', right === 'data'],
      isNoneRight: right === 'none',
      weight: weight / mean,
    })),
    2 * (count + 1),
    () => RIDGE,
  );
  const of = (role: number): readonly number[] =>
    weights
      .slice(role * (count + 1), (role + 1) * (count + 1))
      .map((weight, at) => round(at === count ? weight + bias : weight));
  return { metric: of(0), data: of(1) };
}
