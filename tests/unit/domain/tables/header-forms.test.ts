/** Forms of headers that are metrics, differences or known data by themselves. */
import { expect, test } from 'vitest';
import { isKnownData } from '@/lib/domain/tables/known-names';
import { isDifferenceLabel, isMetricLabel, knownDirection } from '@/lib/domain/tables/labels';

test.each([
  ['B.Acc', 'higher'],
  ['Bal.Acc.', 'higher'],
  ['C-index', 'higher'],
  ['Rec.', 'higher'],
  ['Lat.', 'lower'],
  ['minADE5', 'lower'],
  ['Tokens/issue', 'lower'],
  ['LL0/data', 'higher'],
  ['BRAM', 'lower'],
  ['Timeout', 'lower'],
])('%s is a metric by its form, better %s', (label, better) => {
  expect(isMetricLabel(label)).toBe(true);
  expect(knownDirection(label)).toBe(better);
});

test.each(['Pearson’s r'.replace('’', "'"), 'ARD/%', 'Index build (s)', 'Glow ρ', 'Wait (ms/q)', 'Draw (W)'])(
  '%s is a metric by its unit or its name',
  (label) => {
    expect(isMetricLabel(label)).toBe(true);
  },
);

test.each([
  'Noisy labels',
  'Real data',
  'Buffer size (MB)',
  'MNLI-(m/mm)',
  'p-value',
  'Learning rate',
  'Lamp 2',
])('%s is no metric', (label) => {
  expect(isMetricLabel(label)).toBe(false);
});

test.each([
  ['Δ vs LumNet [95% CI]', true],
  ['vs Lamps only', true],
  ['δ < 1.25', false],
  ['ΔE', false],
])('%s is a difference: %s', (label, isDifference) => {
  expect(isDifferenceLabel(label)).toBe(isDifference);
});

test.each([
  ['MNLI-m', true],
  ['SST-2', true],
  ['ETTh1', true],
  ['Carsten', false],
  ['Weather', false],
])('%s is known data: %s', (label, isData) => {
  expect(isKnownData(label)).toBe(isData);
});
