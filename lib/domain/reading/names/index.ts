/**
 * Assigns data, target and system to each number: every phrase that could name one is scored by tests with
 * fitted weights, and the best is used if it is sure enough. Nothing is better than something wrong.
 */
import type { Sentence } from '../sentence';
import type { MetricTie } from '../metric/metric-tie';
import type { Candidate, Numbered } from './candidates';
import { findCandidates, type Candidates } from './document';
import { ELIGIBLE } from './eligible';
import { leastOfMeasure, measureKey, measureTie, SUREST } from './measures';
import { SLOTS, type NameModel, type Scorers, type Slot } from './model';
import { modelFeatures, type ModelFeatures } from './model-features';
import { relationOf } from './name-relations';
import { WeightSums } from './weight-sums';

/** The names of a number, and its metric if only the weights found one. */
export interface Names {
  readonly metric?: MetricTie | undefined;
  readonly data?: string | undefined;
  readonly target?: string | undefined;
  readonly system?: string | undefined;
}

/** A candidate with its score in a slot: the logarithm of how much likelier it is than no name. */
export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
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
export function bestOf(candidates: readonly Scored[]): Best | undefined {
  const byText = new Map<string, number>();
  // The weight of no name is 1.
  let all = 1;
  for (const { candidate, score } of candidates) {
    const weight = Math.exp(score);
    all += weight;
    byText.set(candidate.text, (byText.get(candidate.text) ?? 0) + weight);
  }
  let text = '';
  let most = 0;
  for (const [each, weight] of byText)
    if (weight > most) {
      text = each;
      most = weight;
    }
  let best: Scored | undefined;
  for (const one of candidates)
    if (one.candidate.text === text && (best === undefined || one.score > best.score)) best = one;
  return best && { candidate: best.candidate, sureness: most / all };
}

/** The order in which slots are filled: a phrase that names the system is not used for data or target. */
const ORDER: readonly Slot[] = ['system', 'data', 'target'];

/** What finds and adds up the features of a model's candidates. */
interface Scorer {
  readonly features: ModelFeatures;
  readonly sums: WeightSums;
}

const known = new WeakMap<Scorers, Scorer>();

function scorerOf(model: Scorers): Scorer {
  const before = known.get(model);
  if (before) return before;
  const made = { features: modelFeatures(model.keys), sums: new WeightSums(model) };
  known.set(model, made);
  return made;
}

/** The candidates of each of `SLOTS`. Each is scored once for all slots. */
function scoreNames({ features, sums }: Scorer, candidates: readonly Candidate[]): readonly Scored[][] {
  const scored: Scored[][] = SLOTS.map(() => []);
  for (const candidate of candidates) {
    let isAdded = false;
    SLOTS.forEach((slot, index) => {
      if (!ELIGIBLE[slot](candidate)) return;
      if (!isAdded) {
        sums.begin();
        features.addOf(candidate, sums);
        isAdded = true;
      }
      scored[index]?.push({ candidate, score: sums.scoreOf(index) });
    });
  }
  return scored;
}

function scoreMeasures(model: Scorers, candidates: readonly Candidate[]): readonly Scored[] {
  const { features, sums } = scorerOf(model);
  return candidates.map((candidate) => {
    sums.begin();
    features.addOf(candidate, sums);
    const form = model.keys.get(measureKey(candidate));
    if (form !== undefined) sums.add(form);
    return { candidate, score: sums.scoreOf(0) };
  });
}

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
  const measure = bestOf(scoreMeasures(model.metric, measures));
  const metric =
    measure && measure.sureness >= leastOfMeasure(model.metric, number)
      ? measureTie(measure.candidate)
      : undefined;
  // A phrase that is the metric names nothing else.
  const taken = new Set(metric && measure ? [measure.candidate.text] : []);
  const scored = scoreNames(scorerOf(model.names), candidates);
  for (const slot of ORDER) {
    const index = SLOTS.indexOf(slot);
    const isRival = slot === 'system' && number.role === 'baseline';
    const best = bestOf(
      (scored[index] ?? []).filter((one) => !taken.has(one.candidate.text) && !(isRival && isOwnWork(one))),
    );
    if (best === undefined || best.sureness < (model.names.least[index] ?? 1)) continue;
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
