import { expect, test } from 'vitest';
import { spreadRows } from '@/tests/e2e/support/matrix';

test.each([
  [10, 4, [0, 3, 6, 9]],
  [24, 8, [0, 3, 7, 10, 13, 16, 20, 23]],
  [4, 2, [0, 3]],
  [5, 1, [0]],
  [3, 8, [0, 1, 2]],
  [0, 2, []],
])('%i rows are sampled as %i spread evenly, including first and last', (length, count, expected) => {
  expect(spreadRows([...Array(length).keys()], count)).toEqual(expected);
});
