/** Fits the weights by which tables are read as ones of results. */
import { paperOf, sourceOf, type LatexTable } from '@/lib/cli/bench/tables-latex';
import { KIND_TESTS, OUTRIGHT } from '@/lib/domain/tables/kind/tests';
import { fitChoice } from './conditional-logit';
import { kindCasesOf, type KindCase } from './kind-cases';

/**
 * The L2 penalty of hints, and that of tests which say it outright: these decide alone, however few tables need them. By
 * cross-validation the results hardly change between 1 and 4.
 */
const [RIDGE, OUTRIGHT_RIDGE] = [2, 0.1];

/** Weight of tables without results, of which fewer are labelled. */
const OF_OTHERS = 1.5;

const round = (value: number): number => Math.round(value * 10) / 10;

/** Fits the weights of the tests, and their bias last. */
export function fitKinds(cases: readonly KindCase[]): readonly number[] {
  const { bias, weights } = fitChoice(
    cases.map(({ passed, isResult, weight }) => ({
      features: [passed],
      isRight: [isResult],
      isNoneRight: !isResult,
      weight: 2 * weight * (isResult ? 1 : OF_OTHERS),
    })),
    KIND_TESTS.length,
    (test) => (test < OUTRIGHT.length ? OUTRIGHT_RIDGE : RIDGE),
  );
  return [...weights, bias].map(round);
}

/** A table rewritten from LaTeX as cases. */
export const latexKindCases = (table: LatexTable): readonly KindCase[] =>
  kindCasesOf({
    group: table.paper,
    source: sourceOf(table),
    paper: paperOf(table),
    isResult: table.isResult,
  });
