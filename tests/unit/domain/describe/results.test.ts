import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundWord } from '@/lib/domain/describe';
import { describeResult } from '@/lib/domain/describe/figure';
import { findSharedMetrics, groupResults } from '@/lib/domain/describe/results';
import type { Result } from '@/lib/domain/paper';
import { LAMP, NEIGHBOURS, RESULTS } from '../../../fixtures/ui-papers';

const level = (value: string): Result => ({
  metric: 'F1',
  value,
  kind: 'level',
  role: 'own',
  anchor: value,
});

const bound: (anchor: string) => Result = (anchor) => ({
  metric: 'F1',
  value: '50%',
  kind: 'bound',
  role: 'own',
  anchor,
});

describe('the description of a result', () => {
  it.each([
    ['saves up to 50%', 'up to'],
    ['at least 50% of', 'at least'],
    ['in under 50%', 'under'],
    ['exceeding 50%', 'over'],
    ['nearly 50%', 'nearly'],
    ['some 50%', ''],
    ['roughly 50%', 'about'],
    ['accuracy within 50%', 'within'],
    ['from under 25% to over 50%', 'over'],
    ['up to 35% under 50%', 'under'],
    ['with under-abstention exceeding 50%', 'over'],
    ['50% at most', 'at most'],
    ['by up to 60% and 50%', 'up to'],
  ])('describes the bound of %s as "%s"', (anchor, word) => {
    expect(boundWord(bound(anchor))).toBe(word);
  });

  it('says how far it is from another value, not that it is less or has changed', () => {
    const near: Result = {
      ...bound('F1 comes within 2 points'),
      value: '2 points',
      bounds: 'change',
      way: 'down',
    };
    expect(describeResult(near)).toBe('this paper: F1 within 2 points');
  });

  it('says who reached what on which data', () => {
    expect(RESULTS.slice(0, 2).map(describeResult)).toEqual([
      'LampVLM: F1 0.63 on disease staging',
      'general models: F1 0.11 on disease staging',
    ]);
  });
});

const against = (whom: string, value: string): Result => ({
  metric: null,
  value,
  kind: 'change',
  role: 'own',
  target: `reasoning, against ${whom}`,
  anchor: value,
});

describe('groupResults', () => {
  const groups = groupResults(RESULTS);
  const group = (metric: string) => {
    const found = groups.find((candidate) => candidate.metric === metric);
    if (!found) throw new Error(`no group ${metric}`);
    return found;
  };

  it('returns every result once', () => {
    expect(groups.flatMap(({ rows }) => rows.map((row) => row.index)).toSorted((a, b) => a - b)).toEqual(
      RESULTS.map((_, index) => index),
    );
  });

  it('puts a baseline below the result that it belongs to', () => {
    expect(group('F1').rows.map((row) => [row.label, row.result.value])).toEqual([
      ['disease staging', '0.63'],
      ['general models', '0.11'],
      ['patient referral', '0.67'],
      ['baseline', '0.39'],
    ]);
  });

  it('groups one system compared with several under one heading', () => {
    const [one, ...others] = groupResults([
      against('medical models', '+15%'),
      against('general models', '+24%'),
    ]);
    expect(others).toEqual([]);
    expect(one?.on).toBe('reasoning');
    expect(one?.rows.map(({ label }) => label)).toEqual(['against medical models', 'against general models']);
    const [alone] = groupResults([against('medical models', '+15%')]);
    expect(alone?.on).toBe('reasoning, against medical models');
  });

  it('draws scores from zero to their maximum, so that bars can be compared', () => {
    expect(group('F1').rows.map((row) => row.mark)).toEqual(
      [0.63, 0.11, 0.67, 0.39].map((end) => ({ shape: 'level', origin: 0, end, isOfWhole: true })),
    );
  });

  it('draws 1 and 100 % on the same scale, whose end is marked', () => {
    const marks = ['0.63', '63%'].map((value) => groupResults([level(value)])[0]?.rows[0]?.mark);
    expect(marks[0]).toEqual({ shape: 'level', origin: 0, end: 0.63, isOfWhole: true });
    expect(marks[1]).toEqual(marks[0]);
    const past = groupResults([level('63%'), { ...level('126%'), role: 'baseline' }])[0]?.rows;
    expect(past?.map(({ mark }) => mark?.isOfWhole)).toEqual([false, false]);
  });

  it('draws no bar for a difference, since it is not an amount', () => {
    expect(group('AUROC').rows.map((row) => row.mark)).toEqual([undefined, undefined]);
    const limit: Result = { ...bound('up to 50%'), bounds: 'change', way: 'up' };
    expect(groupResults([limit])[0]?.rows[0]?.mark).toBeUndefined();
  });

  it('draws percentages, times and bounds each in their own way, and no bar for a rank', () => {
    expect(group('correctness').rows[0]?.mark?.shape).toBe('share');
    expect(group('inference time').rows[0]?.mark).toEqual({
      shape: 'times',
      origin: 1 / 3.2,
      end: 1,
      isOfWhole: false,
    });
    expect(group('labels').rows[0]?.mark?.shape).toBe('bound');
    expect(group('rank').rows[0]?.mark).toBeUndefined();
  });

  it('draws no bar for a single number without a maximum', () => {
    const seconds: Result = {
      metric: 'latency',
      value: '12 ms',
      kind: 'level',
      role: 'own',
      anchor: '12 ms',
    };
    expect(groupResults([seconds])[0]?.rows[0]?.mark).toBeUndefined();
    const two = groupResults([seconds, { ...seconds, value: '24 ms', role: 'baseline' }]);
    expect(two[0]?.rows.map((row) => row.mark?.end)).toEqual([0.5, 1]);
  });

  it('keeps every marker within its row', () => {
    const result = fc.record({
      metric: fc.constantFrom('F1', 'AUROC', null),
      value: fc.oneof(
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((n) => `${n.toFixed(2)}%`),
        fc.constantFrom('3x', '0', '+0%', 'half', '1st'),
      ),
      kind: fc.constantFrom('level', 'change', 'ratio', 'bound'),
      role: fc.constantFrom('own', 'baseline'),
      anchor: fc.constant('words'),
    });
    fc.assert(
      fc.property(fc.array(result, { maxLength: 8 }), (results) => {
        for (const { rows } of groupResults(results)) {
          for (const { mark } of rows) {
            if (!mark) continue;
            for (const place of [mark.origin, mark.end]) {
              expect(place).toBeGreaterThanOrEqual(0);
              expect(place).toBeLessThanOrEqual(1);
            }
          }
        }
      }),
    );
  });
});

describe('the comparison of two papers', () => {
  it('puts numbers side by side only if they share task and metric', () => {
    const [night, math, glare] = NEIGHBOURS;
    if (!night || !math || !glare) throw new Error('the fixture has three neighbours');
    expect(findSharedMetrics(LAMP, night).map(({ metric, there }) => [metric, there[0]?.value])).toEqual([
      ['F1', '0.58'],
    ]);
    expect(findSharedMetrics(LAMP, math)).toEqual([]);
    expect(findSharedMetrics(LAMP, glare)).toEqual([]);
  });
});
