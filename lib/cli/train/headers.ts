/**
 * `npm run train-headers`: fits the weights by which headers of tables that no lexicon knows are read as metrics, data or
 * neither, on the labelled tables that were looked at, prints their quality by cross-validation over papers, and writes
 * them. Deterministic: the same labels give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readLatexTables } from '@/lib/cli/bench/tables-latex';
import { weigh, type HeaderModel, type HeaderRole } from '@/lib/domain/tables/headers/roles';
import { HEADER_TESTS } from '@/lib/domain/tables/headers/tests';
import { fitChoice } from './conditional-logit';
import { foldOf, FOLDS } from './fit-names';
import { headerCasesOf, type HeaderCase } from './header-cases';

const FILE = 'lib/domain/tables/headers/weights.json';

/** The L2 penalty; between 2 and 8 the results hardly change. */
const RIDGE = 8;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Fits the weights of both roles against neither. */
function fitHeaders(cases: readonly HeaderCase[]): HeaderModel {
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

function roleOf(passed: readonly number[], model: HeaderModel): HeaderRole {
  const [metric, data] = weigh(passed, model);
  return Math.max(metric, data) < 0 ? 'none' : metric > data ? 'metric' : 'data';
}

async function main(): Promise<void> {
  const cases = readLatexTables('looked at').flatMap(headerCasesOf);
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitHeaders(cases.filter(({ paper }) => foldOf(paper) !== fold)),
  );
  let [right, all] = [0, 0];
  for (const { paper, passed, right: role, weight } of cases) {
    const model = folds[foldOf(paper)];
    all += weight;
    if (model && roleOf(passed, model) === role) right += weight;
  }
  console.log(
    `roles of ${cases.length} headers, half of them hidden from the lexicon once: ${(right / all).toFixed(3)} right`,
  );
  const options = { ...(await resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await format(JSON.stringify(fitHeaders(cases)), options));
  console.log(`${FILE}: written`);
}

await main();
