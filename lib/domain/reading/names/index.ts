/**
 * Deals data, targets and systems to numbers: every phrase that could name one is scored by what speaks for it, and
 * the best is said where it is sure enough. Saying nothing is better than saying something wrong.
 */
import type { Sentence } from '../sentence';
import type { Candidate, Numbered } from './candidates';
import { findCandidates } from './document';
import { ELIGIBLE } from './eligible';
import { featuresOf } from './features';
import type { NameModel, Slot, SlotModel } from './model';
import { standingOf } from './standings';

/** What is named of a number. */
export interface Names {
  readonly data?: string | undefined;
  readonly target?: string | undefined;
  readonly system?: string | undefined;
}

/** A candidate whose features are known. */
export interface Scored {
  readonly candidate: Candidate;
  /** Numbers of the features that hold. */
  readonly features: readonly number[];
}

/** A name with how sure it is, against all others and against saying nothing. */
export interface Best {
  readonly candidate: Candidate;
  /** 0 to 1. */
  readonly sureness: number;
}

/** The surest name of a slot; undefined where there is no candidate. Candidates of one text stand together. */
export function bestOf({ bias, weights }: SlotModel, candidates: readonly Scored[]): Best | undefined {
  const byText = new Map<string, { weight: number; best: number; candidate: Candidate }>();
  // Saying nothing weighs 1.
  let all = 1;
  for (const { candidate, features } of candidates) {
    const score = features.reduce((sum, feature) => sum + (weights[feature] ?? 0), bias);
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

/** The candidates of a slot for every number, in order; for training. */
export const scoredCandidates = (
  slot: Slot,
  candidates: readonly Candidate[],
  taken: ReadonlySet<string> = NONE_TAKEN,
  known = new Map<Candidate, readonly number[]>(),
): readonly Scored[] => {
  const isEligible = ELIGIBLE[slot];
  const scored: Scored[] = [];
  for (const candidate of candidates) {
    if (!isEligible(candidate) || taken.has(candidate.text)) continue;
    // Many may name several slots; what holds of them is the same.
    let features = known.get(candidate);
    if (!features) known.set(candidate, (features = featuresOf(candidate)));
    scored.push({ candidate, features });
  }
  return scored;
};
const NONE_TAKEN: ReadonlySet<string> = new Set();

/** The order in which names are dealt: what names the system names nothing else. */
const ORDER: readonly Slot[] = ['system', 'data', 'target'];

function namesOf(model: NameModel, number: Numbered, candidates: readonly Candidate[]): Names {
  const names: Partial<Record<Slot, string>> = {};
  const taken = new Set<string>();
  const known = new Map<Candidate, readonly number[]>();
  for (const slot of ORDER) {
    const best = bestOf(model[slot], scoredCandidates(slot, candidates, taken, known));
    if (best === undefined || best.sureness < model[slot].least) continue;
    const { text } = best.candidate;
    names[slot] = text;
    taken.add(text);
    const { context, at } = number;
    context.trace?.(slot, standingOf(best.candidate), context.tokens[at]?.start ?? 0);
  }
  return names;
}

/** The names of every number, in order. `title` helps to tell the paper's own names; it may be empty. */
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
