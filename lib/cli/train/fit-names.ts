/** Fits the weights of names: the choice of word features, the three scorers, the trees of the second stage, and the models of the folds. */
import type { GoldPaper } from '@/lib/cli/bench/reading-gold';
import { FEATURES } from '@/lib/domain/reading/names/features';
import { SLOTS, type FirstStage, type NameModel, type Slot } from '@/lib/domain/reading/names/model';
import type { Trees } from '@/lib/domain/reading/names/trees';
import { wordFeaturesOf } from '@/lib/domain/reading/names/word-features';
import { fitChoice, RIDGE, type Sharing } from './conditional-logit';
import { fitTrees } from './fit-trees';
import { jointCasesOf, type JointCase } from './joint-cases';
import { fitMeasures, measureWordsOf } from './fit-measures';
import { measureCasesOf, type MeasureCase } from './measure-cases';
import { casesOf, type NameCase } from './name-cases';
import { readNameVectors } from './name-vectors';
import { NO_KEYS, numbered, scorersOf, type NumberedKeys, type SlotFit } from './scorers';
import { wordOfKey } from './word-of-key';

/** Papers in which a word feature must occur to have a weight of its own; one of fewer says more of those papers. */
const LEAST_PAPERS = 10;
/** Papers in which it must occur to have the weight that its word's vector gives it. */
const LEAST_SHARED = 2;

/** Word features are many and each holds seldom, so their weights are held closer to zero. By cross-validation. */
const WORD_RIDGE = 8;
/** The penalty of what words share by their vectors. By cross-validation: from 8 to 20 the results hardly change. */
const SHARED_RIDGE = 15;

/**
 * Thresholds of a name's probability: of the systems by their scores, of data and targets by the second stage. On the
 * labelled abstracts nine in ten of the data said above theirs are right by cross-validation, and six in seven of the
 * targets; one step (0.05) lower for the data would cost a point of the lines with nothing wrong.
 */
export const LEAST: Readonly<Record<Slot, number>> = { data: 0.73, target: 0.72, system: 0.75 };

/** How many folds cross-validation has. */
export const FOLDS = 5;

/** The word features that occur in enough papers, whatever is right there, and how their weights are fitted. */
interface FittedWords extends NumberedKeys {
  /** Those with a weight of their own. */
  readonly own: ReadonlySet<number>;
  readonly sharing: Sharing;
}

function wordsOf(papers: readonly GoldPaper[]): FittedWords {
  const found = new Map<string, number>();
  for (const paper of papers) {
    const cases = casesOf(paper, NO_KEYS);
    const keys = new Set(
      SLOTS.flatMap((slot) =>
        cases[slot].flatMap(({ candidates }) =>
          candidates.flatMap(({ candidate }) => wordFeaturesOf(candidate)),
        ),
      ),
    );
    for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  }
  const vectorOf = readNameVectors();
  const groups = new Map<string, number>();
  const shared = (key: string): Sharing['of'][number] => {
    const { place, word } = wordOfKey(key) ?? {};
    const vector = word === undefined ? undefined : vectorOf(word);
    if (place === undefined || !vector) return undefined;
    const group = groups.get(place) ?? groups.size;
    groups.set(place, group);
    return { group, vector };
  };
  const kept = [...found]
    .filter(([, count]) => count >= LEAST_SHARED)
    .map(([key, count]) => ({ key, isOwn: count >= LEAST_PAPERS, shared: shared(key) }))
    .filter(({ isOwn, shared: one }) => isOwn || one)
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const [first, dimensions] = [FEATURES.length, vectorOf('the')?.length ?? 0];
  const of: Sharing['of'] = [
    ...Array.from({ length: first }, () => undefined),
    ...kept.map(({ shared: one }) => one),
  ];
  return {
    ...numbered(kept.map(({ key }) => key)),
    own: new Set(kept.flatMap(({ isOwn }, at) => (isOwn ? [first + at] : []))),
    sharing: { groups: groups.size, dimensions, of, ridge: SHARED_RIDGE },
  };
}

/** The fold of a paper, by a hash of its id. */
export function foldOf(id: string): number {
  let hash = 7;
  for (let at = 0; at < id.length; at += 1) hash = (hash * 31 + id.charCodeAt(at)) % 1_000_003;
  return hash % FOLDS;
}

/**
 * Features that a slot does not use, because they did not improve it by cross-validation: names that other
 * papers use as data (for data), what a number measures and what a name looks like (for systems).
 */
const UNUSED: Readonly<Partial<Record<Slot, RegExp>>> = {
  data: /^known as/,
  system: /^(?:of what|of a factor|of no measure|looks like)/,
};

/** The slot whose words share by their vectors. */
const SHARES: Slot = 'data';

function fitSlot(slot: Slot, cases: readonly NameCase[], fitted: FittedWords): SlotFit {
  const { keys, own, sharing } = fitted;
  const isUsed = (feature: number): boolean =>
    feature < FEATURES.length
      ? UNUSED[slot]?.test(FEATURES[feature]?.name ?? '') !== true
      : slot === SHARES || own.has(feature);
  const fit = fitChoice(
    cases.map(({ candidates, right, isWanted, gold }) => ({
      features: candidates.map(({ features }) => features.filter(isUsed)),
      isRight: candidates.map(({ candidate }) => right.has(candidate.text)),
      // A target that nobody would miss is only a risk; the paper's own name is still wanted where the text just says
      // "our model", and data where labels allow none too: the words around it tell well enough which it is.
      isNoneRight: !isWanted || (slot === 'target' && gold.targetOptional),
    })),
    FEATURES.length + keys.size,
    (feature) => (feature < FEATURES.length ? RIDGE : own.has(feature) ? WORD_RIDGE : Infinity),
    slot === SHARES ? sharing : undefined,
  );
  return { ...fit, least: LEAST[slot] };
}

/** The cases of one paper: those of names by slot, and those of metrics. */
interface Cases {
  readonly names: Readonly<Record<Slot, readonly NameCase[]>>;
  readonly metrics: readonly MeasureCase[];
}

/** The word features of names and of metrics. */
export interface AllWords {
  readonly names: FittedWords;
  readonly metrics: NumberedKeys;
}

/** The word features that occur in enough of the papers. */
export const allWordsOf = (papers: readonly GoldPaper[]): AllWords => ({
  names: wordsOf(papers),
  metrics: measureWordsOf(papers),
});

/** All cases of a paper. */
export const allCasesOf = (paper: GoldPaper, { names, metrics }: AllWords): Cases => ({
  names: casesOf(paper, names.keys),
  metrics: measureCasesOf(paper, metrics.keys),
});

/** The first stage of all papers whose cases are given. */
const fitFirst = (papers: readonly Cases[], words: AllWords): FirstStage => {
  const slots = SLOTS.map((slot) =>
    fitSlot(
      slot,
      papers.flatMap(({ names }) => names[slot]),
      words.names,
    ),
  );
  const metric = fitMeasures(
    papers.flatMap(({ metrics }) => metrics),
    words.metrics,
  );
  return { names: scorersOf(words.names.keys, slots), metric };
};

const treesOf = (cases: readonly JointCase[]): NameModel['trees'] => {
  const of = (slot: Slot): Trees =>
    fitTrees(cases.filter((one) => one.slot === slot).flatMap(({ names }) => names));
  return { data: of('data'), target: of('target') };
};

/** What is fitted by cross-validation. */
export interface CrossFit {
  /** One model for each fold, fitted on the papers of the other folds. */
  readonly models: readonly NameModel[];
  /** The cases of the second stage, scored by models that were not fitted on their papers. */
  readonly joint: readonly JointCase[];
}

/** Fits one model for each fold; a paper is read with the model of `foldOf` its id. */
export function crossFit(papers: readonly GoldPaper[], words = allWordsOf(papers)): CrossFit {
  const all = papers.map((paper) => ({ fold: foldOf(paper.id), cases: allCasesOf(paper, words) }));
  const firsts = Array.from({ length: FOLDS }, (_, fold) =>
    fitFirst(
      all.filter((one) => one.fold !== fold).map(({ cases }) => cases),
      words,
    ),
  );
  const joint = papers.flatMap((paper) => {
    const first = firsts[foldOf(paper.id)];
    return first ? jointCasesOf(paper, first) : [];
  });
  const models = firsts.map((first, fold) => ({
    ...first,
    trees: treesOf(joint.filter(({ paper }) => foldOf(paper) !== fold)),
  }));
  return { models, joint };
}

/** The model that ships, of all papers whose cases are given. */
export const fitAll = (
  papers: readonly Cases[],
  words: AllWords,
  joint: readonly JointCase[],
): NameModel => ({ ...fitFirst(papers, words), trees: treesOf(joint) });
