/** The training data for the scorer of metrics: the phrases around every labelled number, and which name its metric. */
import type { GoldPaper } from '@/lib/cli/bench/reading-gold';
import { isRightMetric } from '@/lib/cli/bench/reading-score';
import { findCandidates } from '@/lib/domain/reading/names/document';
import type { FeatureKeys } from '@/lib/domain/reading/names/feature-keys';
import { measureKey } from '@/lib/domain/reading/names/measures';
import { featuresOf, readLabelled, type NameCase } from './name-cases';

/** A number with the phrases that could name its metric. */
export interface MeasureCase extends NameCase {
  /** No rule finds its metric, so the scorer will be asked for it. */
  readonly isAsked: boolean;
}

/**
 * A paper's cases: the numbers for which the scorer is asked, and those whose metric a rule finds but not as a known
 * one beside them, since their metrics are named in similar ways.
 */
export function measureCasesOf(paper: GoldPaper, keys: FeatureKeys): readonly MeasureCase[] {
  const { title, text, read, labels } = readLabelled(paper);
  const { sentences, found } = read;
  const hidden = found.map((one) => ({ ...one, metric: undefined }));
  const candidates = findCandidates(title, text, sentences, hidden);
  return labels.flatMap(({ gold, index }): MeasureCase[] => {
    const metric = found[index]?.metric;
    const isAsked = (metric?.name ?? null) === null;
    if (!isAsked && metric?.known === true && /^(?:near|unit)$/.test(metric.tie)) return [];
    const measures = candidates[index]?.measures ?? [];
    const texts = measures.map((candidate) => candidate.text);
    return [
      {
        paper: paper.id,
        candidates: measures.map((candidate) => {
          const form = keys.get(measureKey(candidate)) ?? [];
          return { candidate, features: [...featuresOf(candidate, keys)].concat(form) };
        }),
        right: new Set(texts.filter((one) => isRightMetric(one, gold))),
        isWanted: !isRightMetric(null, gold),
        gold,
        isAsked,
      },
    ];
  });
}
