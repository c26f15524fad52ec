import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeBest, takeTop } from '@/lib/domain/related/top';

test('the best few are those that sorting all would put first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 })),
      fc.integer({ min: 1, max: 12 }),
      (values, count) => {
        const items = [...values.keys()];
        const sorted = items.toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
        expect(takeTop(items, count, (item) => values[item] ?? 0)).toEqual(sorted.slice(0, count));
      },
    ),
  );
});

test('of none there is none', () => {
  expect(takeTop([], 3, () => 1)).toEqual([]);
});

test('of a long list the best are found by what a sample of it says, or by all where that misleads', () => {
  const misleading = Float32Array.from({ length: 5000 }, (_, at) => (at % 4 === 0 ? 9 : at % 7));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4999 }), fc.integer({ min: 1, max: 400 }), (factor, count) => {
      for (const values of [
        Float32Array.from({ length: 5000 }, (_, at) => (at * factor) % 977),
        misleading,
      ]) {
        const sorted = [...values.keys()].toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
        expect(takeBest(values, count)).toEqual(sorted.slice(0, count));
      }
    }),
    { numRuns: 20 },
  );
  expect(takeBest(new Float32Array(0), 3)).toEqual([]);
});
