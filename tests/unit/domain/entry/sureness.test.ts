import { describe, expect, it } from 'vitest';
import { groupResults } from '@/lib/domain/describe/results';
import { isSure, sureness, surestRows } from '@/lib/domain/entry/sureness';
import type { Result } from '@/lib/domain/paper';

const LEVEL: Result = {
  metric: 'F1',
  value: '0.83',
  kind: 'level',
  role: 'own',
  better: 'higher',
  anchor: 'F1 of 0.83',
};
const CHANGE: Result = { metric: null, value: '12', kind: 'change', role: 'own', anchor: 'by 12' };

const valuesOf = (results: readonly Result[]): readonly string[] =>
  surestRows(groupResults(results)).flatMap(({ rows }) => rows.map(({ result }) => result.value));

describe('sureness', () => {
  it.each([
    ['a known metric at its number', LEVEL, true],
    ['a bare difference of no metric and no direction', CHANGE, false],
    ['a bound of such a difference', { ...CHANGE, kind: 'bound', bounds: 'change' }, false],
    [
      'an improvement in points',
      { ...CHANGE, metric: 'F1', better: 'higher', value: '+2.5', way: 'up', improves: true },
      true,
    ],
  ] as const)('%s', (_, result, sure) => {
    expect(isSure(result)).toBe(sure);
  });

  it('falls with each name that is said, since each may be wrong', () => {
    expect(sureness({ ...LEVEL, target: 'tumours' })).toBeLessThan(sureness(LEVEL));
    expect(sureness({ ...LEVEL, data: 'COCO' })).toBeLessThan(sureness(LEVEL));
  });
});

describe('the surest rows', () => {
  it('are those that are sure enough', () => {
    expect(valuesOf([LEVEL, CHANGE])).toEqual(['0.83']);
  });

  it('are no compared values whose own value is in doubt', () => {
    const own: Result = {
      ...LEVEL,
      value: '7',
      anchor: '7',
      better: undefined,
      target: 'tumours',
      comparedWith: 1,
    };
    const baseline: Result = { ...LEVEL, role: 'baseline', value: '0.61', anchor: 'F1 of 0.61' };
    expect(isSure(own)).toBe(false);
    expect(isSure(baseline)).toBe(true);
    expect(valuesOf([own, baseline])).toEqual([]);
    expect(valuesOf([baseline])).toEqual(['0.61']);
  });
});
