/**
 * `npm run train-axes`: fits the weights by which a level of a table's headers is read as the one that names the systems,
 * on the labelled tables that were looked at, prints their quality by cross-validation over papers, and writes them.
 * Deterministic: the same labels give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readLatexTables } from '@/lib/cli/bench/tables-latex';
import { LEVEL_TESTS, OUTRIGHT } from '@/lib/domain/tables/axes/tests';
import { axisCasesOf, type AxisCase } from './axis-cases';
import { fitChoice } from './conditional-logit';
import { foldOf, FOLDS } from './fit-names';

const FILE = 'lib/domain/tables/axes/weights.json';

/**
 * The L2 penalty of hints, and that of tests which say it outright: these decide alone, however few tables need them.
 * By cross-validation the results hardly change between 3 and 5, and between 0.3 and 3.
 */
const [RIDGE, OUTRIGHT_RIDGE] = [5, 0.2];

const round = (value: number): number => Math.round(value * 100) / 100;

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

/** The level that weighs most. */
function surest({ levels }: AxisCase, weights: readonly number[]): AxisCase['levels'][number] | undefined {
  const weigh = ({ passed, told }: AxisCase['levels'][number]): number =>
    passed.reduce((sum, test) => sum + (weights[test] ?? 0), told);
  return levels.toSorted((a, b) => weigh(b) - weigh(a))[0];
}

async function main(): Promise<void> {
  const cases = axisCasesOf(readLatexTables('looked at'));
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitAxes(cases.filter(({ paper }) => foldOf(paper) !== fold)),
  );
  const found = cases.map((one) => ({ one, level: surest(one, folds[foldOf(one.paper)] ?? []) }));
  const shareOf = (isRight: (item: (typeof found)[number]) => boolean): string =>
    (found.filter(isRight).length / found.length).toFixed(3);
  console.log(
    `${cases.length} tables: side ${shareOf(({ one, level }) => level?.axis === one.axis)} right, level ${shareOf(({ level }) => level?.isRight === true)}`,
  );
  const options = { ...(await resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await format(JSON.stringify(fitAxes(cases)), options));
  console.log(`${FILE}: written`);
}

await main();
