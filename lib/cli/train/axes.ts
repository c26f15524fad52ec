/**
 * `npm run train-axes`: fits the weights by which a level of a table's headers is read as the one that names the systems,
 * on the labelled tables that were looked at, prints their quality by cross-validation over papers, and writes them.
 * Deterministic: the same labels give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readLookedAt } from '@/lib/cli/bench/tables-latex';
import { axisCasesOf, type AxisCase } from './axis-cases';
import { fitAxes } from './fit-axes';
import { foldOf, FOLDS } from './fit-names';

const FILE = 'lib/domain/tables/axes/weights.json';

/** The level that weighs most. */
function surest({ levels }: AxisCase, weights: readonly number[]): AxisCase['levels'][number] | undefined {
  const weigh = ({ passed, told }: AxisCase['levels'][number]): number =>
    passed.reduce((sum, test) => sum + (weights[test] ?? 0), told);
  return levels.toSorted((a, b) => weigh(b) - weigh(a))[0];
}

async function main(): Promise<void> {
  const cases = axisCasesOf(readLookedAt());
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
