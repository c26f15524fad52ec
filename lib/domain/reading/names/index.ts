/**
 * Assigns data, target and system to each number: every phrase that could name one is scored by tests with
 * fitted weights, and the best is used if it is sure enough; for data and targets a second stage decides that, which knows
 * the names of the abstract's other numbers too. Nothing is better than something wrong.
 */
import type { Sentence } from '../sentence';
import type { MetricTie } from '../metric/metric-tie';
import type { Trace } from '../sentence/context';
import type { Candidate, Numbered } from './candidates';
import { findCandidates, type Candidates } from './document';
import { ELIGIBLE } from './eligible';
import { leastOfMeasure, measureKey, measureTie, SUREST } from './measures';
import { jointFacts, type NumberOptions } from './joint-facts';
import { SECOND_STAGE, SLOTS, type FirstStage, type NameModel, type Scorers, type Slot } from './model';
import { modelFeatures, type ModelFeatures } from './model-features';
import { relationOf } from './name-relations';
import { optionsOf, shareOf, type Option, type Options, type Scored } from './options';
import { likelihood, type Trees } from './trees';
import { WeightSums } from './weight-sums';

/** The names of a number, and its metric if only the weights found one. */
export interface Names {
  readonly metric?: MetricTie | undefined;
  readonly data?: string | undefined;
  readonly target?: string | undefined;
  readonly system?: string | undefined;
}

/** The best name of a slot, and how sure it is compared with all others and with no name. */
export interface Best {
  readonly candidate: Candidate;
  /** 0 to 1. */
  readonly sureness: number;
}

/** The surest name of a slot by the scores alone; undefined if there are no candidates. */
export function bestOf(candidates: readonly Scored[]): Best | undefined {
  const options = optionsOf(candidates);
  const { first } = options;
  return first && { candidate: first.candidate, sureness: shareOf(options, first) };
}

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

/** A number with its metric and system, which the scores alone decide. */
interface FirstChoice extends NumberOptions {
  readonly measure: Best | undefined;
  readonly system: Best | undefined;
}

const SYSTEM = SLOTS.indexOf('system');

const atLeast = (best: Best | undefined, least: number): Best | undefined =>
  best && best.sureness >= least ? best : undefined;

/** The first stage for each number: its metric, its system, and for each of `SLOTS` the names that are left. */
export const scoreNumbers = (
  model: FirstStage,
  numbers: readonly Numbered[],
  candidates: readonly Candidates[],
): readonly FirstChoice[] =>
  numbers.map((number, index) => {
    const { names = [], measures = [] } = candidates[index] ?? {};
    const measure = atLeast(
      bestOf(scoreMeasures(model.metric, measures)),
      leastOfMeasure(model.metric, number),
    );
    // A phrase that is the metric names nothing else, and one that is the system is no data or target.
    const taken = new Set(measure && [measure.candidate.text]);
    const isLeft = ({ candidate }: Scored): boolean => !taken.has(candidate.text);
    const scored = scoreNames(scorerOf(model.names), names);
    const systems = (scored[SYSTEM] ?? []).filter(
      (one) => isLeft(one) && !(number.role === 'baseline' && isOwnWork(one)),
    );
    const system = atLeast(bestOf(systems), model.names.least[SYSTEM] ?? 1);
    if (system) taken.add(system.candidate.text);
    return {
      number,
      measure,
      system,
      slots: scored.map((all, slot) => optionsOf(slot === SYSTEM ? systems : all.filter(isLeft))),
    };
  });

/** A name that the first stage finds less likely than this is none. */
const LEAST_LIKELY = 0.08;

/** The names of a number that the second stage decides on. */
export const likelyOf = (options: Options | undefined): readonly Option[] =>
  [options?.first, options?.second].flatMap((one) =>
    options && one && shareOf(options, one) >= LEAST_LIKELY ? [one] : [],
  );

/** The surest name by the second stage; undefined if none is likely. */
function surestOf(
  trees: Trees,
  likely: readonly Option[],
  factsOf: (option: Option) => readonly number[],
): Best | undefined {
  let best: Best | undefined;
  for (const option of likely) {
    const sureness = likelihood(trees, factsOf(option));
    if (best === undefined || sureness > best.sureness) best = { candidate: option.candidate, sureness };
  }
  return best;
}

function namesOf(model: NameModel, all: readonly FirstChoice[], at: number, title: string): Names {
  const one = all[at];
  if (!one) return {};
  const { number, measure, system, slots } = one;
  const { context } = number;
  const trace = (what: Slot | 'metric', rule: Parameters<Trace>[1]): void =>
    context.trace?.(what, rule, context.tokens[number.at]?.start ?? 0);
  if (system) trace('system', relationOf(system.candidate));
  const names: Partial<Record<Slot, string>> = system ? { system: system.candidate.text } : {};
  for (const slot of SECOND_STAGE) {
    const index = SLOTS.indexOf(slot);
    const best = surestOf(
      model.trees[slot],
      likelyOf(slots[index]).filter(({ candidate }) => candidate.text !== names.data),
      (option) => jointFacts(all, at, index, option, title),
    );
    if (best === undefined || best.sureness < (model.names.least[index] ?? 1)) continue;
    const { text } = best.candidate;
    if (slot === 'data' && isSeveralUnnamed(text)) continue;
    names[slot] = text;
    trace(slot, relationOf(best.candidate));
  }
  if (measure) trace('metric', SUREST);
  return { ...names, metric: measure && measureTie(measure.candidate) };
}

/** The names of every number, in order. `title` helps to recognise the paper's own names; it may be empty. */
export function findNames(
  model: NameModel,
  title: string,
  abstract: string,
  sentences: readonly Sentence[],
  numbers: readonly Numbered[],
): readonly Names[] {
  const all = scoreNumbers(model, numbers, findCandidates(title, abstract, sentences, numbers));
  const lower = title.toLowerCase();
  return all.map((_, at) => namesOf(model, all, at, lower));
}
