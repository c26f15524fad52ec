/**
 * The training data for the second stage of names: what is asked of the likely names of every labelled number, and
 * which of them are right. The scores must be of a model that was not fitted on the paper.
 */
import { isRightName } from '@/lib/cli/bench/reading-score';
import type { GoldPaper, GoldResult } from '@/lib/cli/bench/reading-gold';
import { likelyOf, scoreNumbers } from '@/lib/domain/reading/names';
import { findCandidates } from '@/lib/domain/reading/names/document';
import { jointFacts } from '@/lib/domain/reading/names/joint-facts';
import { SLOTS, type FirstStage, type Slot } from '@/lib/domain/reading/names/model';
import type { TreeCase } from './fit-trees';
import { readLabelled } from './name-cases';

/** The likely names for one slot of a labelled number. */
export interface JointCase {
  /** The paper's id, which determines its fold. */
  readonly paper: string;
  readonly slot: Slot;
  readonly gold: GoldResult;
  readonly names: readonly (TreeCase & { readonly text: string })[];
}

/** The cases of a paper. */
export function jointCasesOf(paper: GoldPaper, model: FirstStage): readonly JointCase[] {
  const { title, text, read, labels } = readLabelled(paper);
  const all = scoreNumbers(model, read.found, findCandidates(title, text, read.sentences, read.found));
  return labels.flatMap(({ gold, index }) =>
    SLOTS.flatMap((slot, at): readonly JointCase[] => {
      if (gold[slot] === undefined) return [];
      const names = likelyOf(all[index]?.slots[at]).map((option) => ({
        text: option.candidate.text,
        facts: jointFacts(all, index, at, option, title.toLowerCase()),
        isRight: isRightName(slot, option.candidate.text, gold),
      }));
      return [{ paper: paper.id, slot, gold, names }];
    }),
  );
}
