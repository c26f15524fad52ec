import { expect, test } from 'vitest';
import { packScorers } from '@/lib/cli/train/pack-model';
import { numbered, scorersOf } from '@/lib/cli/train/scorers';
import { hashedForm } from '@/lib/domain/reading/names/feature-keys';
import { FEATURES } from '@/lib/domain/reading/names/features';
import { unpackKeys, unpackScorers } from '@/lib/domain/reading/names/packed-model';

const KEYS = [
  'last kite',
  'word kite',
  'word kites',
  'word kit"e\\',
  'word 😀a',
  'word 😁a',
  'gap before ;&1',
  'way after of_the_#',
  'number followed 10 000 after',
  'number preceded of before ',
  'number preceded of before in',
  'earlier before kite',
  'earlier preceded the plain',
  'earlier second ^',
  'form singular name before',
  `word ${'kite'.repeat(40)}`,
  `word ${'kite'.repeat(41)}`,
];
const { keys, indexes } = numbered(KEYS);
const weights = Array.from(
  { length: FEATURES.length + KEYS.length },
  (_, at) => ((at * 37) % 900) / 100 - 4.5,
);
const scorers = scorersOf(keys, [
  { bias: 0.25, weights, least: 0.7 },
  { bias: -1, weights: weights.map((weight) => -weight), least: 0.6 },
]);

test('a packed model has all that the model had', () => {
  const packed = packScorers(scorers, [...indexes]);
  const unpacked = unpackScorers(packed, FEATURES.length);
  expect(unpackKeys(packed).toSorted()).toEqual(KEYS.toSorted());
  expect([unpacked.biases, unpacked.least]).toEqual([
    [25, -100],
    [0.7, 0.6],
  ]);
  for (const key of KEYS) {
    const [before = 0, after = 0] = [keys.get(key), unpacked.keys.get(key)];
    expect([...unpacked.weights.subarray(2 * after, 2 * after + 2)]).toEqual([
      ...scorers.weights.subarray(2 * before, 2 * before + 2),
    ]);
  }
  expect(unpacked.weights.subarray(0, 2 * FEATURES.length)).toEqual(
    scorers.weights.subarray(0, 2 * FEATURES.length),
  );
});

test('a key is found by its form and its word, and no other key is', () => {
  const before = hashedForm(['number preceded ', ' before in']);
  expect(keys.indexOf(before, 'of')).toBe(FEATURES.length + KEYS.indexOf('number preceded of before in'));
  expect(keys.indexOf(before, 'to')).toBeUndefined();
  expect(['word kit', 'word', '', 'last kites'].map((key) => keys.get(key))).toEqual(
    Array.from({ length: 4 }, () => undefined),
  );
});
