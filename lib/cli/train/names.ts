/**
 * `npm run train-names`: fits the weights by which the annotator names data, targets, systems and metrics on
 * the labelled abstracts, prints their quality by cross-validation, and writes them. Deterministic: the same labels
 * give the same bytes. `--curve SLOT` prints the quality for other thresholds, `--misses SLOT` the errors in
 * the development labels; `--known` updates the list of names that other papers use.
 */
import { existsSync, readFileSync } from 'node:fs';
import { GoldPapers, type GoldResult } from '@/lib/cli/bench/reading-gold';
import { readOptions, exitWithUsageError } from '@/lib/cli/usage-error';
import { bestOf } from '@/lib/domain/reading/names';
import { SLOTS, type NameModel, type SECOND_STAGE, type Slot } from '@/lib/domain/reading/names/model';
import { likelihood } from '@/lib/domain/reading/names/trees';
import { WeightSums } from '@/lib/domain/reading/names/weight-sums';
import { LEAST_OF_METRIC } from './fit-measures';
import { allCasesOf, allWordsOf, crossFit, fitAll, foldOf, LEAST } from './fit-names';
import { writeKnownNames } from './known-names';
import type { JointCase } from './joint-cases';
import { readOwnLabels } from './labels';
import type { NameCase } from './name-cases';
import { writeNameModel } from './write-names';

const USAGE = 'usage: npm run train-names -- [--labels FILE] [--curve SLOT] [--misses SLOT] [--known]';

/** What is said of a labelled number in a slot. */
interface Outcome {
  readonly paper: string;
  readonly gold: GoldResult;
  readonly isWanted: boolean;
  /** Whether any of the names that it could have is right. */
  readonly hasRight: boolean;
  readonly text: string;
  readonly sureness: number;
  readonly isRight: boolean;
}

/** What is named: a slot, or the metric. */
type Named = Slot | 'metric';

const leastOf = (slot: Named): number => (slot === 'metric' ? LEAST_OF_METRIC : LEAST[slot]);

/** By the scores alone. */
function outcomesOf(
  models: readonly NameModel[],
  slot: 'system' | 'metric',
  cases: readonly NameCase[],
): readonly Outcome[] {
  const isMetric = slot === 'metric';
  const folds = models.map(({ names, metric }) => new WeightSums(isMetric ? metric : names));
  return cases.map(({ paper, gold, isWanted, right, candidates }) => {
    const sums = folds[foldOf(paper)];
    const best =
      sums &&
      bestOf(
        candidates.map(({ candidate, features }) => {
          sums.begin();
          for (const feature of features) sums.add(feature);
          return { candidate, score: sums.scoreOf(isMetric ? 0 : SLOTS.indexOf(slot)) };
        }),
      );
    const text = best?.candidate.text ?? '';
    const hasRight = right.size > 0;
    return { paper, gold, isWanted, hasRight, text, sureness: best?.sureness ?? 0, isRight: right.has(text) };
  });
}

/** By the second stage. */
const jointOutcomesOf = (
  models: readonly NameModel[],
  slot: (typeof SECOND_STAGE)[number],
  cases: readonly JointCase[],
): readonly Outcome[] =>
  cases.map(({ paper, gold, names }) => {
    const trees = models[foldOf(paper)]?.trees[slot];
    let best = { text: '', sureness: 0, isRight: false };
    for (const { text, facts, isRight } of names) {
      const sureness = trees ? likelihood(trees, facts) : 0;
      if (sureness > best.sureness) best = { text, sureness, isRight };
    }
    const hasRight = names.some(({ isRight }) => isRight);
    return { paper, gold, isWanted: gold[slot] !== null, hasRight, ...best };
  });

/** Precision of the names above a threshold, and recall of the labelled ones. */
function figures(outcomes: readonly Outcome[], least: number): string {
  const said = outcomes.filter(({ sureness }) => sureness >= least);
  const right = said.filter(({ isRight }) => isRight);
  const wanted = outcomes.filter(({ isWanted }) => isWanted).length;
  const found = right.filter(({ isWanted }) => isWanted).length;
  return `P ${(right.length / said.length).toFixed(3)} of ${said.length}, R ${(found / wanted).toFixed(3)} of ${wanted}`;
}

function printMisses(slot: Named, outcomes: readonly Outcome[]): void {
  for (const { paper, gold, isWanted, hasRight, text, sureness, isRight } of outcomes) {
    const isSaid = sureness >= leastOf(slot);
    if (isSaid ? isRight : !isWanted) continue;
    const kind = isSaid ? 'wrong' : isRight ? 'unsure' : hasRight ? 'other' : 'no candidate';
    console.log(
      `  ${kind} ${paper} ${gold.value}: labelled ${gold[slot] ?? 'none'}, ${sureness.toFixed(2)} for ${text} | ${gold.quote}`,
    );
  }
}

async function main(): Promise<void> {
  const options = readOptions(
    {
      labels: { type: 'string', default: '../shared/gold/dev2.json' },
      curve: { type: 'string' },
      misses: { type: 'string' },
      known: { type: 'boolean', default: false },
    },
    USAGE,
  );
  if (options.known) {
    await writeKnownNames();
    return;
  }
  if (!existsSync(options.labels)) exitWithUsageError(`there are no labels at ${options.labels}`, USAGE);
  const gold = GoldPapers.parse(JSON.parse(readFileSync(options.labels, 'utf8')));
  const own = await readOwnLabels();
  const papers = [...gold, ...own];
  const isOwn = new Set(own.map(({ id }) => id));
  const words = allWordsOf(papers);
  const cases = papers.map((paper) => allCasesOf(paper, words));
  const { models, joint } = crossFit(papers, words);
  for (const slot of [...SLOTS, 'metric'] as const) {
    const outcomes =
      slot === 'metric' || slot === 'system'
        ? outcomesOf(
            models,
            slot,
            cases.flatMap(({ names, metrics }) =>
              slot === 'metric' ? metrics.filter(({ isAsked }) => isAsked) : names[slot],
            ),
          )
        : jointOutcomesOf(
            models,
            slot,
            joint.filter((one) => one.slot === slot),
          );
    const part = (holds: (id: string) => boolean): string =>
      figures(
        outcomes.filter(({ paper }) => holds(paper)),
        leastOf(slot),
      );
    console.log(`${slot}: gold ${part((id) => !isOwn.has(id))}; own labels ${part((id) => isOwn.has(id))}`);
    if (options.curve === slot)
      for (let least = 0.3; least < 1; least += 0.05)
        console.log(`  ${least.toFixed(2)} ${figures(outcomes, least)}`);
    if (options.misses === slot) printMisses(slot, outcomes);
  }
  await writeNameModel(fitAll(cases, words, joint), {
    names: words.names.indexes,
    metric: words.metrics.indexes,
  });
}

if (import.meta.filename === process.argv[1]) await main();
