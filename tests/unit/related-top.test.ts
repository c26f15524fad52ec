import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeTop } from '@/lib/domain/related/top';

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
