import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SAMPLES_FILE } from '@/lib/cli/samples';
import { rowsOf } from '@/tests/e2e/support/matrix';

// These are not tables that the summary of a run should name.
beforeEach(() => {
  vi.stubEnv(SAMPLES_FILE, '');
});

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  [10, 4, [0, 3, 6, 9]],
  [24, 8, [0, 3, 7, 10, 13, 16, 20, 23]],
  [4, 2, [0, 3]],
  [3, 8, [0, 1, 2]],
  [0, 2, []],
])('%i rows are sampled as %i spread evenly, including first and last', (length, count, expected) => {
  expect(rowsOf([...Array(length).keys()], count)).toEqual(expected);
});
