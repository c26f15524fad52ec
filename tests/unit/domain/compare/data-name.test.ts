import { expect, test } from 'vitest';
import { readData } from '@/lib/domain/compare/data-name';

test.each([
  ['WMT 2014 English-German', 'WMT14 En–De'],
  ["WMT'14 English→German", 'WMT-14 EN-DE'],
  ['ISIC-2018', 'ISIC18'],
])('%s and %s are one dataset', (one, other) => {
  expect(readData(one)?.key).toBe(readData(other)?.key);
});

test.each([
  ['WMT14 En-De', 'WMT16 En-De'],
  ['WMT14 En-De', 'WMT14 De-En'],
  // Test sets of several years and campaigns are called so.
  ['EN-DE', 'WMT14 En-De'],
  ['CIFAR-10', 'CIFAR-100'],
])('%s and %s are not one dataset', (one, other) => {
  expect(readData(one)?.key).not.toBe(readData(other)?.key);
});
