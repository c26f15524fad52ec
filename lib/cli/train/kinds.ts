/**
 * `npm run train-kinds`: fits the weights by which a table is read as one of results, on the labelled tables that were
 * looked at, prints their quality by cross-validation over papers, and writes them. Deterministic: the same labels give the
 * same bytes.
 */
import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readLookedAt } from '@/lib/cli/bench/tables-latex';
import { readKinds } from '@/lib/cli/bench/tables-pages';
import { fitKinds, latexKindCases } from './fit-kinds';
import { foldOf, FOLDS } from './fit-names';
import { kindCasesOf, type KindCase } from './kind-cases';

const FILE = 'lib/domain/tables/kind/weights.json';

const isRead = ({ passed }: KindCase, weights: readonly number[]): boolean =>
  passed.reduce((sum, test) => sum + (weights[test] ?? 0), weights.at(-1) ?? 0) > 0;

async function main(): Promise<void> {
  const saved = readKinds('../shared/pages/D-html-full').map((table) => ({ ...table, group: table.page }));
  const cases = [...readLookedAt().map(latexKindCases), ...saved.map(kindCasesOf)];
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
