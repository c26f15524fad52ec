import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundWord, foldAuthors, formatDay, parseFigure, shortAddress } from '@/lib/domain/describe';
import { citedName, listAuthors } from '@/lib/domain/cite/names';
import { describeResult } from '@/lib/domain/describe/figure';
import { parseTextRuns, plainMath } from '@/lib/domain/describe/math';
import { findSharedMetrics, groupResults } from '@/lib/domain/describe/results';
import type { Result } from '@/lib/domain/paper';
import { LAMP, NEIGHBOURS, RESULTS } from '../fixtures/ui-papers';

const level = (value: string): Result => ({
  metric: 'F1',
  value,
  kind: 'level',
  role: 'own',
  anchor: value,
});

describe('authors and dates', () => {
  it.each([
    ['Hendrik P. N. Scholl', 'Scholl'],
    ['Laurens van der Maaten', 'van der Maaten'],
    ['Martin Luther King Jr.', 'King'],
    ['Holland, Robbie', 'Holland'],
    ['Plato', 'Plato'],
    ['The Lamp Collaboration', 'The Lamp Collaboration'],
    ['Gemini Team', 'Gemini Team'],
    ['The CMS', 'The CMS'],
    ['The Anh Nguyen', 'Nguyen'],
    ['J. Lab', 'Lab'],
    ['Rogier Van der Sluijs', 'Van der Sluijs'],
    ['E. A. De Wolf', 'De Wolf'],
    ['Yann Le Cun', 'Le Cun'],
    ['Minh Van Nguyen', 'Nguyen'],
    ['Ada Ben Quill', 'Ben Quill'],
    ['Ben Quill', 'Quill'],
  ])('%s is cited as %s', (name, expected) => {
    expect(listAuthors({ names: [name] }).map(citedName)).toEqual([expected]);
  });

  it.each([
    [['A', 'B', 'C', 'D'], 'A, B, C, D', 0],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C', 2],
    [['A'], 'A', 0],
  ])('folds %j', (names, text, more) => {
    expect(foldAuthors({ names })).toEqual({ text, more, names: text.split(', ') });
  });

  it('shows a count or an organisation as it is', () => {
    expect(foldAuthors({ count: 1 })).toEqual({ text: '1 author', more: 0, names: [] });
    expect(foldAuthors({ count: 16 })).toEqual({ text: '16 authors', more: 0, names: [] });
    expect(foldAuthors({ organisation: 'Lamp Society' })).toEqual({
      text: 'Lamp Society',
      more: 0,
      names: [],
    });
    expect(foldAuthors(undefined)).toEqual({ text: '', more: 0, names: [] });
  });

  it.each([
    ['2024-07-11', '11 Jul 2024'],
    ['2024-13-11', '2024-13-11'],
    ['soon', 'soon'],
  ])('%s reads %s', (day, expected) => {
    expect(formatDay(day)).toBe(expected);
  });

  it('shortens addresses of known hosts', () => {
    expect(shortAddress('https://github.com/lamp-lab/lamp-vlm/')).toBe('lamp-lab/lamp-vlm');
    expect(shortAddress('https://gitlab.com/lamp-lab/vlm')).toBe('lamp-lab/vlm');
    expect(shortAddress('https://www.example.org/a')).toBe('example.org/a');
    expect(shortAddress('not an address')).toBe('not an address');
  });
});

describe('parseFigure', () => {
  it.each([
    ['83.5%', 83.5, '%'],
    ['+4.1%', 4.1, '%'],
    ['-1.3 points', -1.3, '%'],
    ['−0.2', -0.2, ''],
    ['0.63', 0.63, ''],
    ['3.2x', 3.2, 'x'],
    ['10-fold', 10, 'x'],
    ['37.51 dB', 37.51, 'db'],
    ['1,024 ms', 1024, 'ms'],
    ['27 out of 29', (100 * 27) / 29, '%'],
    ['6-7%', 6, ''],
    ['half', 0.5, 'x'],
  ])('%s', (value, amount, unit) => {
    expect(parseFigure(value)).toEqual({ amount, unit });
  });

  it.each(['1st', 'two orders of magnitude', '', 'state of the art'])('draws nothing for "%s"', (value) => {
    expect(parseFigure(value)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (value) => {
        expect(() => parseFigure(value)).not.toThrow();
      }),
    );
  });
});

const bound: (anchor: string) => Result = (anchor) => ({
  metric: 'F1',
  value: '50%',
  kind: 'bound',
  role: 'own',
  anchor,
});

describe('words of a result', () => {
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
  ])('%s is bounded "%s"', (anchor, word) => {
    expect(boundWord(bound(anchor))).toBe(word);
  });

  it('says how far from another it is, not that it is less or has changed', () => {
    const near: Result = {
      ...bound('F1 comes within 2 points'),
      value: '2 points',
      bounds: 'change',
      way: 'down',
    };
    expect(describeResult(near)).toBe('this paper: F1 within 2 points');
  });

  it('says who, what and on what', () => {
    expect(RESULTS.slice(0, 2).map(describeResult)).toEqual([
      'LampVLM: F1 0.63 on disease staging',
      'general models: F1 0.11 on disease staging',
    ]);
  });
});

describe('titles with mathematics', () => {
  it.each([
    ['On $\\alpha$-lamps', 'On α-lamps'],
    ['$O(n \\log n)$ time', 'O(n log n) time'],
    ['$\\mathbb{R}^{n}$ and $H_0$', 'Rn and H0'],
    ['From $5 to $6', 'From $5 to $6'],
    ['Vision--language models --- a survey', 'Vision–language models — a survey'],
    ['Use --fast, C-- and a-b', 'Use --fast, C-- and a-b'],
    ['{BERT} at 50\\% of R\\&D', 'BERT at 50% of R&D'],
    ['$unclosed', '$unclosed'],
    ['\\textit{LampNet}: {\\em via} \\emph{light}', 'LampNet: via light'],
    ['G\\"odel, caf\\\'{e}, \\v{C}apek, Wroc{\\l}aw, na{\\"\\i}ve', 'Gödel, café, Čapek, Wrocław, naïve'],
    ['{\\gamma}-rays and amyloid-\\beta{} at 360{\\deg}', 'γ-rays and amyloid-β at 360°'],
    ["\\LampNet{} and don\\'t", "\\LampNet and don\\'t"],
    ['$\\frac{1}{\\sqrt{n}}$ and $\\frac{a+b}{2}$', '1/√n and (a+b)/2'],
  ])('%s', (title, plain) => {
    expect(plainMath(title)).toBe(plain);
  });

  it('sets scripts apart', () => {
    expect(parseTextRuns('$x^{2}_i$')).toEqual([
      { text: 'x', style: 'math' },
      { text: '2', style: 'superscript' },
      { text: 'i', style: 'subscript' },
    ]);
  });

  it('reads anything, and keeps text without mathematics', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(() => plainMath(text)).not.toThrow();
        const plain = text.replaceAll(/[$\\{}-]/g, '');
        expect(plainMath(plain)).toBe(plain);
      }),
    );
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

  it('keeps every result once', () => {
    expect(groups.flatMap(({ rows }) => rows.map((row) => row.index)).toSorted((a, b) => a - b)).toEqual(
      RESULTS.map((_, index) => index),
    );
  });

  it('puts a baseline under the result it belongs to', () => {
    expect(group('F1').rows.map((row) => [row.label, row.result.value])).toEqual([
      ['disease staging', '0.63'],
      ['general models', '0.11'],
      ['patient referral', '0.67'],
      ['baseline', '0.39'],
    ]);
  });

  it('puts one subject held against several under one heading', () => {
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

  it('draws scores from zero to their whole, so that bars can be compared', () => {
    expect(group('F1').rows.map((row) => row.mark)).toEqual(
      [0.63, 0.11, 0.67, 0.39].map((end) => ({ shape: 'level', origin: 0, end, isOfWhole: true })),
    );
  });

  it('draws a share of 1 and of 100 % on one scale, whose end is marked', () => {
    const marks = ['0.63', '63%'].map((value) => groupResults([level(value)])[0]?.rows[0]?.mark);
    expect(marks[0]).toEqual({ shape: 'level', origin: 0, end: 0.63, isOfWhole: true });
    expect(marks[1]).toEqual(marks[0]);
    const past = groupResults([level('63%'), { ...level('126%'), role: 'baseline' }])[0]?.rows;
    expect(past?.map(({ mark }) => mark?.isOfWhole)).toEqual([false, false]);
  });

  it('draws no bar for a difference, bounded or not: it is no amount of anything', () => {
    expect(group('AUROC').rows.map((row) => row.mark)).toEqual([undefined, undefined]);
    const limit: Result = { ...bound('up to 50%'), bounds: 'change', way: 'up' };
    expect(groupResults([limit])[0]?.rows[0]?.mark).toBeUndefined();
  });

  it('draws shares, times and bounds each in their own way, and a rank not at all', () => {
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

  it('draws no bar for a lone number without a whole', () => {
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

  it('keeps every mark within its row', () => {
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

describe('two papers', () => {
  it('sets numbers side by side only where task and metric are shared', () => {
    const [night, math, glare] = NEIGHBOURS;
    if (!night || !math || !glare) throw new Error('the fixture has three neighbours');
    expect(findSharedMetrics(LAMP, night).map(({ metric, there }) => [metric, there[0]?.value])).toEqual([
      ['F1', '0.58'],
    ]);
    expect(findSharedMetrics(LAMP, math)).toEqual([]);
    expect(findSharedMetrics(LAMP, glare)).toEqual([]);
  });
});
