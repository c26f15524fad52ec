/**
 * The training data for the scorers of names: the candidates for every labelled number, and which of them are
 * right.
 */
import { isSameName } from '@/lib/cli/bench/name-match';
import type { GoldPaper, GoldResult } from '@/lib/cli/bench/reading-gold';
import { isNumberOf } from '@/lib/cli/bench/reading-score';
import { cleanText, sourceSpan } from '@/lib/domain/reading/clean-text';
import { scoredCandidates, type Scored } from '@/lib/domain/reading/names';
import { findCandidates } from '@/lib/domain/reading/names/document';
import { SLOTS, type NameModel, type Slot } from '@/lib/domain/reading/names/model';
import { readAbstract } from '@/lib/domain/reading/result';

/** One field of a labelled number. */
export interface NameCase {
  /** The paper's id, which determines its fold. */
  readonly paper: string;
  readonly candidates: readonly Scored[];
  /** The texts of the candidates that the label allows; empty if the field should be left out. */
  readonly right: ReadonlySet<string>;
  /** Whether the label has a name. */
  readonly isWanted: boolean;
  readonly gold: GoldResult;
}

/** A paper's cases by slot; numbers that the annotator does not find are left out. */
export function casesOf(
  paper: GoldPaper,
  words: NameModel['words'],
): Readonly<Record<Slot, readonly NameCase[]>> {
  const clean = cleanText(paper.abstract);
  const { sentences, found } = readAbstract(clean);
  const candidates = findCandidates(cleanText(paper.title).text, clean.text, sentences, found);
  const open = new Set(found.keys());
  const cases: Record<Slot, NameCase[]> = { data: [], target: [], system: [] };
  for (const gold of paper.results) {
    const index = [...open].find((one) => {
      const number = found[one];
      const token = number?.context.tokens[number.at];
      if (!number || !token) return false;
      const span = sourceSpan(clean, token.start, token.end);
      return isNumberOf({ span, value: number.number.value }, gold, paper.abstract);
    });
    if (index === undefined) continue;
    open.delete(index);
    for (const slot of SLOTS) {
      const label = gold[slot];
      if (label === undefined) continue;
      const names = [...(label === null ? [] : [label]), ...gold[`${slot}Alt`]];
      const scored = scoredCandidates(slot, candidates[index] ?? [], words);
      const texts = scored.map(({ candidate }) => candidate.text);
      cases[slot].push({
        paper: paper.id,
        candidates: scored,
        right: new Set(texts.filter((text) => names.some((name) => isSameName(text, name)))),
        isWanted: label !== null,
        gold,
      });
    }
  }
  return cases;
}
