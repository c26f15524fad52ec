import { describe, expect, it } from 'vitest';
import { ratioOfPairs } from '@/lib/cli/bench/interval';

describe('the ratio of pairs', () => {
  it('is the median of their ratios with its interval, without pairs that were not measured', () => {
    expect(
      ratioOfPairs([
        [2, 1],
        [4, 2],
        [Number.NaN, 1],
        [6, 3],
      ]),
    ).toBe('2.00 (2.00 to 2.00)');
  });

  it('has an interval as wide as the pairs are apart', () => {
    const pairs = Array.from({ length: 21 }, (_, at) => [at + 10, 10] as const);
    const [, median, low, high] = /^(\S+) \((\S+) to (\S+)\)$/.exec(ratioOfPairs(pairs)) ?? [];
    expect(Number(median)).toBe(2);
    expect(Number(low)).toBeGreaterThanOrEqual(1);
    expect(Number(low)).toBeLessThan(2);
    expect(Number(high)).toBeGreaterThan(2);
    expect(Number(high)).toBeLessThanOrEqual(3);
  });
});
