import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeBest, takeTop } from '@/lib/domain/related/top';

test('the best few are the same as by sorting everything', () => {
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

test('the best of an empty list are none', () => {
  expect(takeTop([], 3, () => 1)).toEqual([]);
});

test('the best of a long list are found by a sample of it, or by a full search if the sample misleads', () => {
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
