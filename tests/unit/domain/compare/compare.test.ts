import { describe, expect, test } from 'vitest';
import { comparePapers, type ComparedPaper } from '@/lib/domain/compare';
import { formatComparison, type ComparisonForm } from '@/lib/domain/compare/copy';
import { readData } from '@/lib/domain/compare/data-name';
import { metricName } from '@/lib/domain/compare/metric-name';
import type { PaperLink, Result } from '@/lib/domain/paper';
import { numbered } from '../../extension/library/sample';

const result = (value: string, changes: Partial<Result> = {}): Result => ({
  metric: 'Dice',
  value,
  kind: 'level',
  role: 'own',
  data: 'BTCV',
  better: 'higher',
  anchor: value,
  ...changes,
});
const papers = (...lists: readonly (readonly Result[])[]): readonly ComparedPaper[] =>
  lists.map((results, at) => ({ id: numbered(at + 1), title: `Paper ${at + 1}`, results }));

/** Rows in short form: their subject, and the values of each cell, the best with a star. */
const rowsOf = (...lists: readonly (readonly Result[])[]) =>
  comparePapers(papers(...lists)).rows.map(({ metric, data, split, target, cells }) => [
    [metric, data, split, target].filter(Boolean).join(' '),
    ...cells.map((cell) =>
      cell.map(({ result: { value }, isBest }) => value + (isBest ? '*' : '')).join(' '),
    ),
  ]);
const apartOf = (...lists: readonly (readonly Result[])[]) =>
  comparePapers(papers(...lists)).apart.map(({ metric, reason, values }) => [
    metric,
    reason,
    ...values.map(({ paper, result: { value } }) => `${paper}: ${value}`),
  ]);

describe('the comparison of papers', () => {
  test.each<readonly [string, readonly (readonly Result[])[], readonly (readonly string[])[]]>([
    ['the higher is best', [[result('0.91')], [result('0.88')]], [['Dice BTCV', '0.91*', '0.88']]],
    [
      'the lower is best if the metric says so',
      [
        [result('3.2', { metric: 'HD95', better: 'lower' })],
        [result('2.9', { metric: 'HD95', better: 'lower' })],
      ],
      [['HD95 BTCV', '3.2', '2.9*']],
    ],
    ['equal numbers are both best', [[result('0.9')], [result('0.90')]], [['Dice BTCV', '0.9*', '0.90*']]],
    [
      'a fraction of one is the same as a percentage',
      [[result('0.91')], [result('92.5%')]],
      [['Dice BTCV', '0.91', '92.5%*']],
    ],
    [
      'the same data by another spelling',
      [[result('0.9')], [result('0.8', { data: 'the BTCV dataset' })]],
      [['Dice BTCV', '0.9*', '0.8']],
    ],
    [
      'a bound is shown but never best',
      [[result('0.9', { kind: 'bound', bounds: 'level' })], [result('0.8')]],
      [['Dice BTCV', '0.9', '0.8']],
    ],
    [
      'the paper’s own numbers come before baselines, which are never best',
      [[result('0.95', { role: 'baseline' }), result('0.91')], [result('0.88')]],
      [['Dice BTCV', '0.91* 0.95', '0.88']],
    ],
    [
      'each target has its own row',
      [
        [result('0.9', { target: 'liver' }), result('0.8', { target: 'spleen' })],
        [result('0.7', { target: 'Liver' }), result('0.85', { target: 'spleen' })],
      ],
      [
        ['Dice BTCV liver', '0.9*', '0.7'],
        ['Dice BTCV spleen', '0.8', '0.85*'],
      ],
    ],
    [
      'a third paper without the number has an empty cell',
      [[result('0.9')], [], [result('0.8')]],
      [['Dice BTCV', '0.9*', '', '0.8']],
    ],
    [
      'different units are not compared',
      [
        [result('12 ms', { metric: 'Latency', better: 'lower' })],
        [result('0.1 s', { metric: 'Latency', better: 'lower' })],
      ],
      [['Latency BTCV', '12 ms', '0.1 s']],
    ],
  ])('has the right rows: %s', (_, lists, rows) => {
    expect(rowsOf(...lists)).toEqual(rows);
  });

  test.each<readonly [string, readonly (readonly Result[])[], readonly (readonly string[])[]]>([
    [
      'other data',
      [[result('0.9')], [result('0.8', { data: 'AMOS' })]],
      [['Dice', 'data', '0: 0.9', '1: 0.8']],
    ],
    [
      'data that are not named',
      [[result('0.9', { data: undefined })], [result('0.8', { data: undefined })]],
      [['Dice', 'data', '0: 0.9', '1: 0.8']],
    ],
    [
      'another part of the same data',
      [[result('0.9', { data: 'BTCV test set' })], [result('0.8', { data: 'BTCV validation' })]],
      [['Dice', 'split', '0: 0.9', '1: 0.8']],
    ],
    [
      'another target',
      [[result('0.9', { target: 'liver' })], [result('0.8')]],
      [['Dice', 'target', '0: 0.9', '1: 0.8']],
    ],
    [
      'differences, each against its own baseline',
      [[result('+3%', { kind: 'change' })], [result('+5%', { kind: 'change' })]],
      [['Dice', 'difference', '0: +3%', '1: +5%']],
    ],
    [
      'factors',
      [[result('2x', { kind: 'ratio' })], [result('3x', { kind: 'ratio' })]],
      [['Dice', 'difference', '0: 2x', '1: 3x']],
    ],
    [
      'a number once that a paper says twice',
      [
        [
          result('0.9', { data: undefined }),
          result('0.9', { data: 'BTCV' }),
          result('0.90', { data: 'KiTS' }),
        ],
        [result('0.8', { data: 'AMOS' }), result('0.8', { data: 'AMOS' })],
      ],
      [['Dice', 'data', '0: 0.9', '0: 0.90', '1: 0.8']],
    ],
    [
      'a difference from another paper’s value',
      [[result('+3%', { kind: 'change' })], [result('0.8')]],
      [['Dice', 'difference', '0: +3%']],
    ],
    ['not a detail that only one paper reports', [[result('0.9')], [result('0.8', { metric: 'F1' })]], []],
    [
      'not numbers without a metric',
      [[result('0.9', { metric: null })], [result('0.8', { metric: null })]],
      [],
    ],
  ])('keeps apart: %s', (_, lists, apart) => {
    expect(rowsOf(...lists)).toEqual([]);
    expect(apartOf(...lists)).toEqual(apart);
  });
});

test.each([
  ['MIMIC-CXR', 'MIMIC-CXR', 'mimiccxr', undefined],
  ['the MIMIC CXR dataset', 'MIMIC CXR', 'mimiccxr', undefined],
  ['COCO val', 'COCO', 'coco', 'validation'],
  ['ImageNet validation set', 'ImageNet', 'imagenet', 'validation'],
  ['Testicular MRI', 'Testicular MRI', 'testicularmri', undefined],
  ['Snarks†', 'Snarks', 'snarks', undefined],
])('the name of data %s is read as %s (%s, %s)', (printed, name, key, split) => {
  expect(readData(printed)).toEqual({ name, key, split });
});

test.each([
  'test set',
  'held-out test set',
  'two public datasets',
  'our internal cohort',
  'external validation',
  'patients',
  'All Tasks (avg)',
  'Overall',
  '512',
])('%s is not treated as a dataset, since two papers may mean different ones', (printed) => {
  expect(readData(printed)).toBeUndefined();
  expect(rowsOf([result('0.9', { data: printed })], [result('0.8', { data: printed })])).toEqual([]);
});

test.each([
  ['DSC (%)', 'Dice'],
  ['Dice', 'Dice'],
  ['BLEU scores', 'BLEU'],
  ['HD95 (mm) ↓', 'HD95'],
  ['weighted F1 score', 'Weighted F1'],
  ['average accuracy', 'average accuracy'],
  ['Text Edit', 'Text Edit'],
])('the metric %s is compared as %s', (printed, name) => {
  expect(metricName(printed)).toBe(name);
});

describe('a copied comparison', () => {
  const CODE: PaperLink = { kind: 'code', url: 'https://github.com/example/few_kidneys', official: true };
  const compared = [
    { id: numbered(1), title: 'Kidneys | $x$', results: [result('0.91')], links: [CODE], tags: ['ct'] },
    {
      id: numbered(2),
      title: '=SUM(A1)',
      results: [result('0.88'), result('0.85', { role: 'baseline', system: 'nnU-Net' })],
      links: [],
      tags: [],
      published: '2025-01-02',
      readVersion: 2,
    },
  ];
  const copied = (form: ComparisonForm): string =>
    formatComparison(compared, comparePapers(compared), { form, labelOf: (tag) => tag.toUpperCase() });

  test('is Markdown in which titles are text and addresses are links', () => {
    expect(copied('markdown').split('\n')).toEqual([
      String.raw`| Metric and data | Kidneys \| x | =SUM(A1) |`,
      '| --- | --- | --- |',
      '| Dice (higher is better) BTCV | 0.91 (best) | 0.88; 0.85 (nnU-Net) |',
      '| Published |  | 2025-01-02 |',
      '| Version read |  | v2 |',
      '| Code | https://github.com/example/few_kidneys |  |',
      '| Tags | CT |  |',
      '| Address | https://arxiv.org/abs/2401.00001 | https://arxiv.org/abs/2401.00002v2 |',
      '',
    ]);
  });

  test('is a table in which no title is a formula', () => {
    const [head, row] = copied('tsv').split('\n');
    expect(head).toBe("Metric and data\tKidneys | x\t'=SUM(A1)");
    expect(row).toBe('Dice (higher is better) BTCV\t0.91 (best)\t0.88; 0.85 (nnU-Net)');
  });
});

const fromTable = (value: string, changes: Partial<Result> = {}): Result =>
  result(value, { anchor: '2', ...changes });
/** Two papers with these tables: one with Dice on BTCV in its abstract, one with Dice on KiTS. */
const compare = (...tables: readonly (readonly Result[])[]) =>
  comparePapers(
    papers([result('0.91')], [result('70.1', { data: 'KiTS' })]).map((paper, at) => ({
      ...paper,
      tableResults: tables[at],
    })),
  );

describe('numbers from tables', () => {
  test('are added to those of abstracts, each with the name of its table', () => {
    const { rows } = compare([fromTable('0.80', { data: 'KiTS' })], [fromTable('0.93')]);
    expect(
      rows.map(({ data, cells }) => [
        data,
        ...cells.flat().map(({ result: { value }, table }) => [value, table]),
      ]),
    ).toEqual([
      ['BTCV', ['0.91', undefined], ['0.93', '2']],
      ['KiTS', ['0.80', '2'], ['70.1', undefined]],
    ]);
  });

  test('are listed once if the abstract has them too', () => {
    const { rows } = compare([fromTable('0.91')], [fromTable('0.93')]);
    expect(rows[0]?.cells[0]?.map(({ table }) => table)).toEqual([undefined]);
  });

  test('are compared with those of abstracts by the standard name of their metric', () => {
    const { rows } = compare([fromTable('0.80', { data: 'KiTS', metric: 'DSC (%)' })], []);
    expect(rows.map(({ metric, cells }) => [metric, ...cells.map((cell) => cell.length)])).toEqual([
      ['Dice', 1, 1],
    ]);
  });

  test('are kept apart if part of the data differs, but not for a detail that only one of them has', () => {
    const { apart } = compare(
      [fromTable('0.70', { data: 'KiTS test set' }), fromTable('0.5', { data: 'LiTS' })],
      [fromTable('0.60', { data: 'FLARE' })],
    );
    expect(apart.map(({ reason, values }) => [reason, values.map(({ result: { value } }) => value)])).toEqual(
      [['split', ['0.70', '70.1']]],
    );
  });

  test('are copied with the name of their table', () => {
    const compared = papers([result('0.91')], []).map((paper, at) => ({
      ...paper,
      links: [],
      tags: [],
      tableResults: at === 0 ? [] : [fromTable('0.93')],
    }));
    const text = formatComparison(compared, comparePapers(compared), { form: 'tsv', labelOf: (tag) => tag });
    expect(text).toContain('0.93 (best) (Table 2)');
  });
});
