/** Whether tables report results, told by their numbers, headers and captions together. */
import { expect, test } from 'vitest';
import { KIND_TESTS } from '@/lib/domain/tables/kind/tests';
import weights from '@/lib/domain/tables/kind/weights.json';
import { readTables } from '@/lib/domain/tables';
import { tableOf } from '@/tests/fixtures/tables';

const kindOf = (caption: string, written: string): string =>
  readTables([tableOf(caption, written)], { title: '', abstract: '' })[0]?.kind ?? '';

test('every test has its weight, and there is a bias', () => {
  expect(weights).toHaveLength(KIND_TESTS.length + 1);
});

test.each([
  [
    'systems in columns whose measures no lexicon has',
    '',
    ` | GPT-4o | Llama-3 8B | Qwen 4B
      ---
      Drifted, first order | 21.6% | 25.8% | 34.8%
      Drifted, mean | 19.9% | 24.6% | 28.6%
      Glow divergence | 0.164 | 0.340 | 0.211`,
  ],
  [
    'levels of a setting in the header',
    'Labels under growing noise.',
    `Noise | 0.0 | 0.2 | 0.4
      ---
      Majority vote | 0.682 | 0.676 | 0.589
      LumNet | 0.687 | 0.350 | 0.282`,
  ],
])('%s: results', (_, caption, written) => {
  expect(kindOf(caption, written)).toBe('results');
});

test.each([
  [
    'sizes of splits',
    'Lamps that were used.',
    `Dataset | Train | Val | Test | Classes
      ---
      Halls | 16,995 | 3,000 | 15,145 | 12
      Attics | 8,320 | 1,100 | 2,200 | 7`,
  ],
  [
    'parameters of a fitted model',
    '',
    `State | Intercept | Slope | β | Threshold (hours)
      ---
      Lit | 0.557 | -5.906 | 0.557 | 1.5
      Dim | 0.650 | -3.737 | 0.650 | 1.5
      Dark | 1.235 | -16.343 | 1.235 | 2.0`,
  ],
  [
    'settings',
    'Hyperparameters of LumNet.',
    `Parameter | Value
      ---
      Learning rate | 0.0003
      Batch size | 256
      Discount | 0.99`,
  ],
])('%s: none', (_, caption, written) => {
  expect(kindOf(caption, written)).toBe('other');
});
