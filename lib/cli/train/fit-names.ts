/** Fits the weights of names: the choice of word features, the three scorers, and the models of the folds. */
import type { GoldPaper } from '@/lib/cli/bench/reading-gold';
import { FEATURES } from '@/lib/domain/reading/names/features';
import { SLOTS, type NameModel, type Slot, type SlotModel } from '@/lib/domain/reading/names/model';
import { wordFeaturesOf } from '@/lib/domain/reading/names/word-features';
import { fitChoice, RIDGE } from './conditional-logit';
import { fitMeasures, measureWordsOf } from './fit-measures';
import { measureCasesOf, type MeasureCase } from './measure-cases';
import { casesOf, type NameCase } from './name-cases';

/** Papers in which a word feature must occur; one of fewer says more of those papers than of names. */
const LEAST_PAPERS = 10;

/** Word features are many and each holds seldom, so their weights are held closer to zero. By cross-validation. */
const WORD_RIDGE = 8;

/**
 * Thresholds of a name's probability, each near the desired precision. That of data is well above what
 * cross-validation asks for: on abstracts that no rule was written for, names of data are wrong more often.
 */
export const LEAST: Readonly<Record<Slot, number>> = { data: 0.7, target: 0.65, system: 0.75 };

/** How many folds cross-validation has. */
export const FOLDS = 5;

/** A model's word features, numbered after the tests. */
type Words = NameModel['words'];

/** The word features that occur in enough papers, whatever is right there. */
function wordsOf(papers: readonly GoldPaper[]): Words {
  const found = new Map<string, number>();
  for (const paper of papers) {
    const cases = casesOf(paper, new Map());
    const keys = new Set(
      SLOTS.flatMap((slot) =>
        cases[slot].flatMap(({ candidates }) =>
          candidates.flatMap(({ candidate }) => wordFeaturesOf(candidate)),
        ),
      ),
    );
    for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  }
  const kept = [...found]
    .filter(([, count]) => count >= LEAST_PAPERS)
    .map(([key]) => key)
    .toSorted();
  return new Map(kept.map((key, at) => [key, FEATURES.length + at]));
}

/** The fold of a paper, by a hash of its id. */
export function foldOf(id: string): number {
  let hash = 7;
  for (let at = 0; at < id.length; at += 1) hash = (hash * 31 + id.charCodeAt(at)) % 1_000_003;
  return hash % FOLDS;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * Features that a slot does not use, because they did not improve it by cross-validation: names that other
 * papers use as data (for data), what a number measures and what a name looks like (for systems).
 */
const UNUSED: Readonly<Partial<Record<Slot, RegExp>>> = {
  data: /^known as/,
  system: /^(?:of what|of a factor|of no measure|looks like)/,
};

function fitSlot(slot: Slot, cases: readonly NameCase[], words: Words): SlotModel {
  const isUsed = (feature: number): boolean => UNUSED[slot]?.test(FEATURES[feature]?.name ?? '') !== true;
  const { bias, weights } = fitChoice(
    cases.map(({ candidates, right, isWanted, gold }) => ({
      features: candidates.map(({ features }) => features.filter(isUsed)),
      isRight: candidates.map(({ candidate }) => right.has(candidate.text)),
      // Data or a target that nobody would miss is only a risk; the paper's own name is still wanted where the
      // text just says "our model".
      // Data or a target that nobody would miss is only a risk; the paper's own name is still wanted where the
      // text just says "our model".
      isNoneRight: !isWanted || (slot !== 'system' && gold[`${slot}Optional`]),
    })),
    FEATURES.length + words.size,
    (feature) => (feature < FEATURES.length ? RIDGE : WORD_RIDGE),
  );
  return { bias: round(bias), weights: weights.map(round), least: LEAST[slot] };
}

/** The cases of one paper: those of names by slot, and those of metrics. */
interface Cases {
  readonly names: Readonly<Record<Slot, readonly NameCase[]>>;
  readonly metrics: readonly MeasureCase[];
}

/** The word features of names and of metrics. */
export interface AllWords {
  readonly names: Words;
  readonly metrics: Words;
}

/** The word features that occur in enough of the papers. */
export const allWordsOf = (papers: readonly GoldPaper[]): AllWords => ({
  names: wordsOf(papers),
  metrics: measureWordsOf(papers),
});

/** All cases of a paper. */
export const allCasesOf = (paper: GoldPaper, { names, metrics }: AllWords): Cases => ({
  names: casesOf(paper, names),
  metrics: measureCasesOf(paper, metrics),
});

/** The model of all papers whose cases are given. */
export const fitAll = (papers: readonly Cases[], words: AllWords): NameModel => {
  const of = (slot: Slot): SlotModel =>
    fitSlot(
      slot,
      papers.flatMap(({ names }) => names[slot]),
      words.names,
    );
  const metric = fitMeasures(
    papers.flatMap(({ metrics }) => metrics),
    words.metrics,
  );
  return { data: of('data'), target: of('target'), system: of('system'), words: words.names, metric };
};

/**
 * Returns one model for each fold, fitted on the papers of the other folds; a paper is read with the model of
 * `foldOf` its id.
 */
export function crossFit(papers: readonly GoldPaper[]): readonly NameModel[] {
  const words = allWordsOf(papers);
  const all = papers.map((paper) => ({ fold: foldOf(paper.id), cases: allCasesOf(paper, words) }));
  return Array.from({ length: FOLDS }, (_, fold) =>
    fitAll(
      all.filter((one) => one.fold !== fold).map(({ cases }) => cases),
      words,
    ),
  );
}
