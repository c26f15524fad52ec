/**
 * Assigns data, target and system to each number: every phrase that could name one is scored by tests with
 * fitted weights, and the best is used if it is sure enough. Nothing is better than something wrong.
 */
import type { Sentence } from '../sentence';
import type { MetricTie } from '../metric/metric-tie';
import type { Candidate, Numbered } from './candidates';
import { findCandidates, type Candidates } from './document';
import { ELIGIBLE } from './eligible';
import { featuresOf } from './features';
import { leastOfMeasure, measureFeatures, measureTie, SUREST } from './measures';
import type { MeasureModel, NameModel, Slot, SlotModel } from './model';
import { relationOf } from './name-relations';

/** The names of a number, and its metric if only the weights found one. */
export interface Names {
  readonly metric?: MetricTie | undefined;
  readonly data?: string | undefined;
  readonly target?: string | undefined;
  readonly system?: string | undefined;
}

/** A candidate with the tests that hold for it. */
export interface Scored {
  readonly candidate: Candidate;
  /** Indexes of the tests that hold. */
  readonly features: readonly number[];
}

/** The best name of a slot, and how sure it is compared with all others and with no name. */
export interface Best {
  readonly candidate: Candidate;
  /** 0 to 1. */
  readonly sureness: number;
}

/**
 * The surest name of a slot; undefined if there are no candidates. Candidates with the same text are added
 * up.
 */
export function bestOf({ bias, weights }: SlotModel, candidates: readonly Scored[]): Best | undefined {
  const byText = new Map<string, { weight: number; best: number; candidate: Candidate }>();
  // The weight of no name is 1.
  let all = 1;
  for (const { candidate, features } of candidates) {
    let score = bias;
    for (const feature of features) score += weights[feature] ?? 0;
    const weight = Math.exp(score);
    all += weight;
    const same = byText.get(candidate.text);
    if (!same) byText.set(candidate.text, { weight, best: weight, candidate });
    else {
      same.weight += weight;
      if (weight > same.best) Object.assign(same, { best: weight, candidate });
    }
  }
  let best: Best | undefined;
  for (const { weight, candidate } of byText.values())
    if (best === undefined || weight / all > best.sureness) best = { candidate, sureness: weight / all };
  return best;
}

/**
 * The candidates of a slot, in order, with their tests. `known` holds the tests of the candidates by index, which
 * are the same for every slot.
 */
export const scoredCandidates = (
  slot: Slot,
  candidates: readonly Candidate[],
  words: NameModel['words'],
  taken: ReadonlySet<string> = NONE_TAKEN,
  known: (readonly number[] | undefined)[] = [],
): readonly Scored[] => {
  const isEligible = ELIGIBLE[slot];
  const scored: Scored[] = [];
  candidates.forEach((candidate, index) => {
    if (!isEligible(candidate) || taken.has(candidate.text)) return;
    const features = (known[index] ??= featuresOf(candidate, words));
    scored.push({ candidate, features });
  });
  return scored;
};
const NONE_TAKEN: ReadonlySet<string> = new Set();

/** The candidates for a number's metric with their tests. */
export const scoredMeasures = (
  candidates: readonly Candidate[],
  words: MeasureModel['words'],
): readonly Scored[] =>
  candidates.map((candidate) => ({ candidate, features: measureFeatures(candidate, words) }));

/** The order in which slots are filled: a phrase that names the system is not used for data or target. */
const ORDER: readonly Slot[] = ['system', 'data', 'target'];

/**
 * The least sureness of the target of a baseline's number: beside a rival stand its own names too, and of 32 targets
 * below this on the labelled abstracts only 14 were right.
 */
const LEAST_OF_RIVAL = 0.8;

/**
 * True for a name that the paper gives to its own work: a rival's number is not its own (2 of 26 were right on the
 * labelled abstracts).
 */
const isOwnWork = ({ candidate: { own } }: Scored): boolean =>
  own !== undefined && (own.isProposed || own.inTitle);

const SEVERAL = /(?:datasets|data sets|benchmarks|sets|cohorts|collections|databases|corpora)$/;
/** A word with a capital that is no short form of a modality ("CT", "MRI"). */
const NAMED = /(?<![\p{L}\d-])(?!\p{Lu}{2,3}(?![\p{L}\d]))\p{L}*\p{Lu}/u;

/**
 * True for "CT datasets", "11 public benchmarks": several sets of which none is named say no more than that there are
 * several, and a number after them is mostly of one or of all (15 of 40 were right).
 */
const isSeveralUnnamed = (text: string): boolean => SEVERAL.test(text) && !NAMED.test(text);

function namesOf(model: NameModel, number: Numbered, { names: candidates, measures }: Candidates): Names {
  const names: Partial<Record<Slot, string>> = {};
  const { context, at } = number;
  const measure = bestOf(model.metric, scoredMeasures(measures, model.metric.words));
  const metric =
    measure && measure.sureness >= leastOfMeasure(model.metric, number)
      ? measureTie(measure.candidate)
      : undefined;
  // A phrase that is the metric names nothing else.
  const taken = new Set(metric && measure ? [measure.candidate.text] : []);
  const known: (readonly number[] | undefined)[] = candidates.map(() => undefined);
  for (const slot of ORDER) {
    const scored = scoredCandidates(slot, candidates, model.words, taken, known);
    const isRival = slot === 'system' && number.role === 'baseline';
    const best = bestOf(model[slot], isRival ? scored.filter((one) => !isOwnWork(one)) : scored);
    if (best === undefined || best.sureness < model[slot].least) continue;
    const { text } = best.candidate;
    if (slot === 'data' && isSeveralUnnamed(text)) continue;
    if (slot === 'target' && number.role === 'baseline' && best.sureness < LEAST_OF_RIVAL) continue;
    names[slot] = text;
    taken.add(text);
    context.trace?.(slot, relationOf(best.candidate), context.tokens[at]?.start ?? 0);
  }
  if (metric) context.trace?.('metric', SUREST, context.tokens[at]?.start ?? 0);
  return { ...names, metric };
}

/** The names of every number, in order. `title` helps to recognise the paper's own names; it may be empty. */
export const findNames = (
  model: NameModel,
  title: string,
  abstract: string,
  sentences: readonly Sentence[],
  numbers: readonly Numbered[],
): readonly Names[] =>
  findCandidates(title, abstract, sentences, numbers).map((candidates, index) => {
    const number = numbers[index];
    return number ? namesOf(model, number, candidates) : {};
  });
