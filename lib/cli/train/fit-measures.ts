/** Fits the scorer of metrics for numbers beside which no rule finds one. */
import type { GoldPaper } from '@/lib/cli/bench/reading-gold';
import { FEATURES } from '@/lib/domain/reading/names/features';
import { measureKey } from '@/lib/domain/reading/names/measures';
import type { Scorers } from '@/lib/domain/reading/names/model';
import { wordFeaturesOf } from '@/lib/domain/reading/names/word-features';
import { fitChoice, RIDGE } from './conditional-logit';
import { measureCasesOf, type MeasureCase } from './measure-cases';
import { NO_KEYS, numbered, scorersOf, type NumberedKeys } from './scorers';

/** Papers in which a word feature must occur. */
const LEAST_PAPERS = 20;
/** Word features are held closer to zero, as those of names. */
const WORD_RIDGE = 8;
/** How much a number counts whose metric a rule finds. By cross-validation. */
const FOUND_WEIGHT = 0.3;
/** The sureness with which a metric is used: just below it, more are wrong than right. */
export const LEAST_OF_METRIC = 0.55;

/** The word features that occur in enough papers. */
export function measureWordsOf(papers: readonly GoldPaper[]): NumberedKeys {
  const found = new Map<string, number>();
  for (const paper of papers) {
    const keys = new Set(
      measureCasesOf(paper, NO_KEYS).flatMap(({ candidates }) =>
        candidates.flatMap(({ candidate }) => [...wordFeaturesOf(candidate), measureKey(candidate)]),
      ),
    );
    for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  }
  const kept = [...found].flatMap(([key, count]) => (count >= LEAST_PAPERS ? [key] : [])).toSorted();
  return numbered(kept);
}

/** The scorer fitted on these cases. */
export function fitMeasures(cases: readonly MeasureCase[], { keys }: NumberedKeys): Scorers {
  const fit = fitChoice(
    cases.map(({ candidates, right, isWanted, isAsked }) => ({
      features: candidates.map(({ features }) => features),
      isRight: candidates.map(({ candidate }) => right.has(candidate.text)),
      isNoneRight: !isWanted,
      weight: isAsked ? 1 : FOUND_WEIGHT,
    })),
    FEATURES.length + keys.size,
    (feature) => (feature < FEATURES.length ? RIDGE : WORD_RIDGE),
  );
  return scorersOf(keys, [{ ...fit, least: LEAST_OF_METRIC }]);
}
