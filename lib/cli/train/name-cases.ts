/**
 * The training data for the scorers of names: the candidates for every labelled number, and which of them are
 * right.
 */
import { isSameName } from '@/lib/cli/bench/name-match';
import type { GoldPaper, GoldResult } from '@/lib/cli/bench/reading-gold';
import { isNumberOf } from '@/lib/cli/bench/reading-score';
import { cleanText, sourceSpan } from '@/lib/domain/reading/clean-text';
import type { Candidate } from '@/lib/domain/reading/names/candidates';
import { findCandidates } from '@/lib/domain/reading/names/document';
import { ELIGIBLE } from '@/lib/domain/reading/names/eligible';
import type { FeatureKeys } from '@/lib/domain/reading/names/feature-keys';
import { SLOTS, type Slot } from '@/lib/domain/reading/names/model';
import { modelFeatures } from '@/lib/domain/reading/names/model-features';
import { readAbstract, type ReadAbstract } from '@/lib/domain/reading/result';

/** A candidate with the indexes of its features. */
export interface Featured {
  readonly candidate: Candidate;
  readonly features: readonly number[];
}

/** The features that a model with these keys has of a candidate. */
export function featuresOf(candidate: Candidate, keys: FeatureKeys): readonly number[] {
  const found: number[] = [];
  modelFeatures(keys).addOf(candidate, { add: (feature) => void found.push(feature) });
  return found;
}

/** One field of a labelled number. */
export interface NameCase {
  /** The paper's id, which determines its fold. */
  readonly paper: string;
  readonly candidates: readonly Featured[];
  /** The texts of the candidates that the label allows; empty if the field should be left out. */
  readonly right: ReadonlySet<string>;
  /** Whether the label has a name. */
  readonly isWanted: boolean;
  readonly gold: GoldResult;
}

/** A paper as it is read, with its labels and the index of the number that each is about. */
export interface LabelledReading {
  readonly title: string;
  readonly text: string;
  readonly read: ReadAbstract;
  readonly labels: readonly { readonly gold: GoldResult; readonly index: number }[];
}

/** Reads a paper; labels of numbers that the annotator does not find are left out. */
export function readLabelled(paper: GoldPaper): LabelledReading {
  const clean = cleanText(paper.abstract);
  const read = readAbstract(clean);
  const open = new Set(read.found.keys());
  const labels = paper.results.flatMap((gold) => {
    const index = [...open].find((one) => {
      const number = read.found[one];
      const token = number?.context.tokens[number.at];
      if (!number || !token) return false;
      const span = sourceSpan(clean, token.start, token.end);
      return isNumberOf({ span, value: number.number.value }, gold, paper.abstract);
    });
    if (index === undefined) return [];
    open.delete(index);
    return [{ gold, index }];
  });
  return { title: cleanText(paper.title).text, text: clean.text, read, labels };
}

/** A paper's cases by slot. */
export function casesOf(paper: GoldPaper, keys: FeatureKeys): Readonly<Record<Slot, readonly NameCase[]>> {
  const { title, text, read, labels } = readLabelled(paper);
  const candidates = findCandidates(title, text, read.sentences, read.found);
  const cases: Record<Slot, NameCase[]> = { data: [], target: [], system: [] };
  for (const { gold, index } of labels)
    for (const slot of SLOTS) {
      const label = gold[slot];
      if (label === undefined) continue;
      const names = [...(label === null ? [] : [label]), ...gold[`${slot}Alt`]];
      const eligible = (candidates[index]?.names ?? []).filter(ELIGIBLE[slot]);
      const texts = eligible.map((candidate) => candidate.text);
      cases[slot].push({
        paper: paper.id,
        candidates: eligible.map((candidate) => ({ candidate, features: featuresOf(candidate, keys) })),
        right: new Set(texts.filter((one) => names.some((name) => isSameName(one, name)))),
        isWanted: label !== null,
        gold,
      });
    }
  return cases;
}
