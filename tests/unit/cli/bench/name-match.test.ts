import { describe, expect, it } from 'vitest';
import { isSameMetric, isSameName } from '@/lib/cli/bench/name-match';

describe('isSameName', () => {
  it.each([
    ['BTCV', 'the BTCV dataset'],
    ['BTCV', 'BTCV 2015'],
    ['internal test set', 'the internal test set'],
    ['test set', 'test split'],
    ['PSP patients', 'patients with PSP'],
    ['tumors', 'tumor'],
  ])('accepts %s for %s', (read, label) => {
    expect(isSameName(read, label)).toBe(true);
  });

  it.each([
    ['BTCV 2014', 'BTCV 2015'],
    ['type-I patches', 'type-IV patches'],
    ['BTCV', 'BTCV and MIMIC-CXR'],
    ['internal test set', 'external test set'],
    ['test set', 'BTCV'],
  ])('does not accept %s for %s', (read, label) => {
    expect(isSameName(read, label)).toBe(false);
  });
});

describe('isSameMetric', () => {
  it.each([
    ['Dice', 'mean Dice similarity coefficient (DSC)'],
    ['AUROC', 'area under the ROC curve'],
    ['acceptance rate', 'Acceptance rates'],
    ['quality score', 'overall quality'],
  ])('accepts %s for %s', (read, label) => {
    expect(isSameMetric(read, label)).toBe(true);
  });

  it.each([
    ['AUROC', 'Accuracy'],
    ['acceptance rate', 'rejection rate'],
    ['quality', 'image quality'],
  ])('does not accept %s for %s', (read, label) => {
    expect(isSameMetric(read, label)).toBe(false);
  });
});
