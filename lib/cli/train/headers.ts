/**
 * `npm run train-headers`: fits the weights by which headers of tables that no lexicon knows are read as metrics, data or
 * neither, on the labelled tables that were looked at, prints their quality by cross-validation over papers, and writes
 * them. Deterministic: the same labels give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readLookedAt } from '@/lib/cli/bench/tables-latex';
import { weigh, type HeaderModel, type HeaderRole } from '@/lib/domain/tables/headers/roles';
import { fitHeaders } from './fit-headers';
import { foldOf, FOLDS } from './fit-names';
import { headerCasesOf } from './header-cases';

const FILE = 'lib/domain/tables/headers/weights.json';

function roleOf(passed: readonly number[], model: HeaderModel): HeaderRole {
  const [metric, data] = weigh(passed, model);
  return Math.max(metric, data) < 0 ? 'none' : metric > data ? 'metric' : 'data';
}

async function main(): Promise<void> {
  const cases = readLookedAt().flatMap(headerCasesOf);
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
