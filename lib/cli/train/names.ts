/**
 * `npm run train-names`: fits the weights by which the annotator names data, targets and systems, on the labelled
 * abstracts, prints how right they are on folds that they were not fitted on, and writes them. Deterministic: the
 * same
 * labels give the same bytes. `--curve SLOT` shows what other sureness would give, `--misses SLOT` what goes wrong in
 * the labels that may be looked at; `--known` finds again the names that other papers use.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { GoldPapers, type GoldPaper } from '@/lib/cli/bench/reading-gold';
import { readOptions, refuse } from '@/lib/cli/usage-error';
import { bestOf } from '@/lib/domain/reading/names';
import { FEATURES } from '@/lib/domain/reading/names/features';
import { SLOTS, type NameModel, type Slot, type SlotModel } from '@/lib/domain/reading/names/model';
import { fitChoice } from './choice';
import { writeKnownNames } from './known-names';
import { readOwnLabels } from './labels';
import { casesOf, type NameCase } from './name-cases';

const USAGE = 'usage: npm run train-names -- [--labels FILE] [--curve SLOT] [--misses SLOT] [--known]';
const FILE = 'lib/domain/reading/names/weights.ts';

/** How sure a name must be to be said: so sure that about so many of what is said out of fold are right. */
const LEAST: Readonly<Record<Slot, number>> = { data: 0.6, target: 0.68, system: 0.72 };

const FOLDS = 5;

/** The fold of a paper, by a hash of its id. */
export function foldOf(id: string): number {
  let hash = 7;
  for (let at = 0; at < id.length; at += 1) hash = (hash * 31 + id.charCodeAt(at)) % 1_000_003;
  return hash % FOLDS;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Tests that a slot goes without: what other papers call data made data no surer, and what a number measures or how a
 * name looks made systems none, on folds that were not fitted on.
 */
const UNUSED: Readonly<Partial<Record<Slot, RegExp>>> = {
  data: /^known as/,
  system: /^(?:of what|of a factor|of no measure|looks like)/,
};

function fitSlot(slot: Slot, cases: readonly NameCase[]): SlotModel {
  const isUsed = (feature: number): boolean => UNUSED[slot]?.test(FEATURES[feature]?.name ?? '') !== true;
  const { bias, weights } = fitChoice(
    cases.map(({ candidates, right }) => ({
      features: candidates.map(({ features }) => features.filter(isUsed)),
      isRight: candidates.map(({ candidate }) => right.has(candidate.text)),
    })),
    FEATURES.length,
  );
  return { bias: round(bias), weights: weights.map(round), least: LEAST[slot] };
}

type Cases = Readonly<Record<Slot, readonly NameCase[]>>;

const fitAll = (papers: readonly Cases[]): NameModel => {
  const of = (slot: Slot): SlotModel =>
    fitSlot(
      slot,
      papers.flatMap((cases) => cases[slot]),
    );
  return { data: of('data'), target: of('target'), system: of('system') };
};

/** One model a fold, fitted on the papers of all others; which one a paper is read with says `foldOf`. */
export function crossFit(papers: readonly GoldPaper[]): readonly NameModel[] {
  const all = papers.map((paper) => ({ fold: foldOf(paper.id), cases: casesOf(paper) }));
  return Array.from({ length: FOLDS }, (_, fold) =>
    fitAll(all.filter((one) => one.fold !== fold).map(({ cases }) => cases)),
  );
}

interface Outcome {
  readonly one: NameCase;
  readonly text: string;
  readonly sureness: number;
  readonly isRight: boolean;
}

function outcomesOf(
  models: readonly NameModel[],
  slot: Slot,
  cases: readonly NameCase[],
): readonly Outcome[] {
  return cases.map((one) => {
    const model = models[foldOf(one.paper)]?.[slot];
    const best = model && bestOf(model, one.candidates);
    const text = best?.candidate.text ?? '';
    return { one, text, sureness: best?.sureness ?? 0, isRight: one.right.has(text) };
  });
}

/** Precision of what is said with at least this sureness, and recall of what is wanted. */
function figures(outcomes: readonly Outcome[], least: number): string {
  const said = outcomes.filter(({ sureness }) => sureness >= least);
  const right = said.filter(({ isRight }) => isRight);
  const wanted = outcomes.filter(({ one }) => one.isWanted).length;
  const found = right.filter(({ one }) => one.isWanted).length;
  return `P ${(right.length / said.length).toFixed(3)} of ${said.length}, R ${(found / wanted).toFixed(3)} of ${wanted}`;
}

function printMisses(slot: Slot, outcomes: readonly Outcome[]): void {
  for (const { one, text, sureness, isRight } of outcomes) {
    const isSaid = sureness >= LEAST[slot];
    if (isSaid ? isRight : !one.isWanted) continue;
    const kind = isSaid ? 'wrong' : isRight ? 'unsure' : one.right.size > 0 ? 'other' : 'no candidate';
    console.log(
      `  ${kind} ${one.paper} ${one.gold.value}: labelled ${one.gold[slot] ?? 'none'}, ${sureness.toFixed(2)} for ${text} | ${one.gold.quote}`,
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
  if (!existsSync(options.labels)) refuse(`there are no labels at ${options.labels}`, USAGE);
  const gold = GoldPapers.parse(JSON.parse(readFileSync(options.labels, 'utf8')));
  const own = await readOwnLabels();
  const papers = [...gold, ...own];
  const isOwn = new Set(own.map(({ id }) => id));
  const cases = papers.map(casesOf);
  const models = crossFit(papers);
  for (const slot of SLOTS) {
    const outcomes = outcomesOf(
      models,
      slot,
      cases.flatMap((one) => one[slot]),
    );
    const part = (holds: (id: string) => boolean): string =>
      figures(
        outcomes.filter(({ one }) => holds(one.paper)),
        LEAST[slot],
      );
    console.log(`${slot}: gold ${part((id) => !isOwn.has(id))}; own labels ${part((id) => isOwn.has(id))}`);
    if (options.curve === slot)
      for (let least = 0.3; least < 1; least += 0.05)
        console.log(`  ${least.toFixed(2)} ${figures(outcomes, least)}`);
    if (options.misses === slot) printMisses(slot, outcomes);
  }
  const source = `/** Fitted by \`npm run train-names\`; nothing here is edited by hand. */
import type { NameModel } from './model';

/** Weights in the order of \`FEATURES\`. */
export const NAME_MODEL: NameModel = ${JSON.stringify(fitAll(cases))};
`;
  writeFileSync(FILE, await format(source, { ...(await resolveConfig(FILE)), parser: 'typescript' }));
  console.log(`${FILE}: written`);
}

if (import.meta.filename === process.argv[1]) await main();
