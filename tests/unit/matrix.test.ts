import { expect, test } from 'vitest';
import { rowsOf } from '@/tests/e2e/support/matrix';

test.each([
  [10, 4, [0, 3, 6, 9]],
  [24, 8, [0, 3, 7, 10, 13, 16, 20, 23]],
  [4, 2, [0, 3]],
  [3, 8, [0, 1, 2]],
  [0, 2, []],
])('of %i rows, %i are spread over the table, first and last among them', (length, count, expected) => {
  expect(rowsOf([...Array(length).keys()], count)).toEqual(expected);
});
