/**
 * `npm run train-kinds`: fits the weights by which a table is read as one of results, on the labelled tables that were
 * looked at, prints their quality by cross-validation over papers, and writes them. Deterministic: the same labels give the
 * same bytes.
 */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { paperOf, readLatexTables, sourceOf } from '@/lib/cli/bench/tables-latex';
import { readKinds } from '@/lib/cli/bench/tables-pages';
import { KIND_TESTS, OUTRIGHT } from '@/lib/domain/tables/kind/tests';
import { fitChoice } from './conditional-logit';
import { foldOf, FOLDS } from './fit-names';
import { kindCasesOf, type KindCase } from './kind-cases';

const FILE = 'lib/domain/tables/kind/weights.json';

/**
 * The L2 penalty of hints, and that of tests which say it outright: these decide alone, however few tables need them. By
 * cross-validation the results hardly change between 1 and 4.
 */
const [RIDGE, OUTRIGHT_RIDGE] = [2, 0.1];

/** Weight of tables without results, of which fewer are labelled. */
const OF_OTHERS = 1.5;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Fits the weights of the tests, and their bias last. */
function fitKinds(cases: readonly KindCase[]): readonly number[] {
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

const isRead = ({ passed }: KindCase, weights: readonly number[]): boolean =>
  passed.reduce((sum, test) => sum + (weights[test] ?? 0), weights.at(-1) ?? 0) > 0;

async function main(): Promise<void> {
  const tables = readLatexTables('looked at').map((table) => ({
    group: table.paper,
    source: sourceOf(table),
    paper: paperOf(table),
    isResult: table.isResult,
  }));
  const saved = readKinds('../shared/pages/D-html-full').map((table) => ({ ...table, group: table.page }));
  const cases = [...tables, ...saved].map(kindCasesOf);
  const all = cases.flat();
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitKinds(all.filter(({ group }) => foldOf(group) !== fold)),
  );
  for (const [at, name] of ['with the lexicon', 'without'].entries()) {
    const found = cases.flatMap((pair) => {
      const one = pair[at];
      return one ? [{ isResult: one.isResult, isRead: isRead(one, folds[foldOf(one.group)] ?? []) }] : [];
    });
    const right = found.filter((one) => one.isResult && one.isRead).length;
    const share = (of: (one: (typeof found)[number]) => boolean): string =>
      (right / found.filter(of).length).toFixed(3);
    console.log(
      `${found.length} tables ${name}: precision ${share((one) => one.isRead)}, recall ${share((one) => one.isResult)}`,
    );
  }
  const options = { ...(await resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await format(JSON.stringify(fitKinds(all)), options));
  console.log(`${FILE}: written`);
}

await main();
