/**
 * `npm run train-sureness`: fits the weights by which a result that was read automatically is thought right in all that is
 * said of it, on the labelled numbers, and writes them. Names are those of models fitted without the paper's fold, as the
 * shipped model has learnt the names of these papers. Deterministic: the same labels give the same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { GoldPapers } from '@/lib/cli/bench/reading-gold';
import { linesOf } from '@/lib/cli/bench/reading-score';
import { SIGNS } from '@/lib/domain/entry/sureness';
import { readPaper } from '@/lib/domain/reading';
import { fitChoice } from './conditional-logit';
import { crossFit, foldOf } from './fit-names';
import { readOwnLabels } from './labels';

const FILE = 'lib/domain/entry/sureness-weights.json';
const SHARED_LABELS = '../shared/gold/dev2.json';

/** The L2 penalty; of so few signs on so many numbers it hardly matters. */
const RIDGE = 2;

const round = (value: number): number => Math.round(value * 100) / 100;

async function main(): Promise<void> {
  const papers = [
    ...GoldPapers.parse(JSON.parse(readFileSync(SHARED_LABELS, 'utf8'))),
    ...(await readOwnLabels()),
  ];
  const { models } = crossFit(papers);
  const lines = papers.flatMap((paper) => linesOf(paper, readPaper(paper, [], models[foldOf(paper.id)])));
  const { bias, weights } = fitChoice(
    lines.map(({ read, isRight }) => ({
      features: [SIGNS.flatMap(({ holds }, at) => (holds(read) ? [at] : []))],
      isRight: [isRight],
      isNoneRight: !isRight,
    })),
    SIGNS.length,
    () => RIDGE,
  );
  const fitted = {
    bias: round(bias),
    signs: Object.fromEntries(SIGNS.map(({ name }, at) => [name, round(weights[at] ?? 0)])),
  };
  const options = { ...(await resolveConfig(FILE)), filepath: FILE };
  writeFileSync(FILE, await format(JSON.stringify(fitted), options));
  console.log(`${FILE}: fitted on ${lines.length} numbers`);
}

await main();
