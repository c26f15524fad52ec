import { describe, expect, test } from 'vitest';
import { measureIn, metricHeldBy, metricsIn } from '@/lib/domain/tables/named-in-text';

const NONE: ReadonlySet<string> = new Set();

describe('the metric that a text assigns to a table', () => {
  test.each([
    ['We measure accuracy and F1. Table 8 reports the exact match of all models.', '8', 'exact match'],
    ['Accuracy is low. The exact match of all models is given in Table 8.', '8', 'exact match'],
    ['Tab. II lists BLEU. Accuracy is in Table I.', 'II', 'BLEU'],
    // Another table, several metrics, a finding, and a table without a number.
    ['Table 18 reports the exact match of all models.', '8', undefined],
    ['Table 8 reports accuracy and recall.', '8', undefined],
    ['Table 8 shows that accuracy drops.', '8', undefined],
    ['Table 8 reports the exact match of all models.', undefined, undefined],
  ])('is read from: %s', (text, number, printed) => {
    expect(metricHeldBy(number, text, NONE)?.printed).toBe(printed);
  });
});

describe('the metric that a text reports for a measurement', () => {
  test('is not a term of the paper’s subject', () => {
    const text =
      'Data gathered for risk assessment from agreements. We take 20 shots and report the entity-level F1 score.';
    expect(measureIn(text, NONE)?.printed).toBe('entity-level F1 score');
  });

  test.each([
    ['We report F1 score weighted by support.', 'weighted F1 score'],
    ['We report F1 macro-averaged.', 'F1 macro-averaged'],
    ['We report weighted F1.', 'weighted F1'],
    ['We report F1 and weighted sums.', 'F1'],
  ])('includes its variant, before or after it: %s', (text, printed) => {
    expect(metricsIn(text).map((metric) => metric.printed)).toEqual([printed]);
  });
});

test.each([
  ['Scores on three datasets of hallucination.', []],
  ['Scores on hallucination benchmarks.', []],
  ['Hallucination of three models.', ['Hallucination']],
  ['Effects of hallucination.', ['hallucination']],
])('what data are about is no metric: %s', (text, printed) => {
  expect(metricsIn(text).map((metric) => metric.printed)).toEqual(printed);
});
