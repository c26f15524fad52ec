import { describe, expect, test } from 'vitest';
import { readTables, type ReadTable } from '@/lib/domain/tables';
import { compareOwn, findSameNumbers } from '@/lib/domain/tables/compare';
import { formatTable } from '@/lib/domain/tables/copy';
import { sortRows } from '@/lib/domain/tables/sort';
import { tableOf } from '../../../fixtures/tables';

function read(written: string): ReadTable {
  const [table] = readTables([tableOf('Table 1: Results.', written)], { title: '', abstract: '' });
  if (table?.kind !== 'results') throw new Error('the table reports results');
  return table;
}

const TABLE = read(
  `Model<r2> | Dice ↑<c2> | Latency (ms)
   A | B | A
   ---
   Alpha@ | 70.5 | 60.1 | 12
   Small<c4>
   Beta@ | 80.5 | – | 9
   Ours | 79.0 | 65.0 | 10
   Ours (large) | 81.0 | 66.0 | 20`,
);

describe('the paper’s own numbers compared with others', () => {
  test('are the best of each, per measurement', () => {
    expect(
      compareOwn(TABLE.results).map(({ own, other }) => [own.data, own.value, other?.value, other?.system]),
    ).toEqual([
      ['A', 81, 80.5, 'Beta'],
      ['B', 66, 60.1, 'Alpha'],
      ['A', 10, 9, 'Beta'],
    ]);
  });

  test('are empty if the table has no system of the paper, and without a best one if the direction is unknown', () => {
    expect(compareOwn(read('Model | F1\n---\nAlpha@ | 1.5\nBeta@ | 2.5').results)).toEqual([]);
    const [only] = compareOwn(read('Model | Glim\n---\nAlpha@ | 1.5\nOurs | 2.5').results);
    expect(only).toMatchObject({ own: { value: 2.5 }, other: undefined });
  });
});

const own = (value: string) => ({ value, role: 'own', metric: null }) as const;
const others = (value: string, metric: string | null) => ({ value, role: 'baseline', metric }) as const;

describe('numbers of the abstract', () => {
  test('are found in the cells of own systems that contain the same digits', () => {
    const found = findSameNumbers(
      [own('66.0%'), own('80.5'), own('10 ms'), own('+81.0'), own('66.0')],
      [[], TABLE.results],
    );
    expect(found.map(({ value, table, result }) => [value, table, result.row, result.column])).toEqual([
      ['66.0%', 1, 6, 2],
      ['+81.0', 1, 6, 1],
    ]);
  });
});

describe('numbers of others in the abstract', () => {
  test('are found in the cells of other systems that contain the same digits of the same metric', () => {
    const found = findSameNumbers(
      [others('80.5%', 'Dice'), others('66.0', 'Dice'), others('70.5', 'AUROC'), others('60.1', null)],
      [TABLE.results],
    );
    expect(found.map(({ value, result }) => [value, result.system])).toEqual([['80.5%', 'Beta']]);
  });
});

describe('a copied table', () => {
  const body = read(
    'Model | F1 | Note | a|b\n---\n=SUM(A1)@ | 1.5 | -x & y | 2.5'.replace('a|b', 'a/b'),
  ).body;

  test('has no cell that a spreadsheet would run, as TSV and CSV', () => {
    expect(formatTable(body, 'tsv')).toBe("Model\tF1\tNote\ta/b\n'=SUM(A1)\t1.5\t'-x & y\t2.5\n");
    expect(formatTable(body, 'csv')).toBe("Model,F1,Note,a/b\n'=SUM(A1),1.5,'-x & y,2.5\n");
  });

  test('keeps numbers and dashes as printed, as TSV and CSV', () => {
    const numbers = read('Model | A | B | C\n---\nAlpha | -1.5 | -.5 | -\nBeta | +2.5 | 1 | ---').body;
    expect(formatTable(numbers, 'csv')).toBe('Model,A,B,C\nAlpha,-1.5,-.5,-\nBeta,+2.5,1,---\n');
  });

  test('has its special characters escaped, as Markdown and LaTeX', () => {
    expect(formatTable(body, 'markdown')).toBe(
      '| Model | F1 | Note | a/b |\n| --- | --- | --- | --- |\n| =SUM(A1) | 1.5 | -x & y | 2.5 |\n',
    );
    expect(formatTable(body, 'latex')).toBe(
      String.raw`\begin{tabular}{lrrr}
\toprule
Model & F1 & Note & a/b \\
\midrule
=SUM(A1) & 1.5 & -x \& y & 2.5 \\
\bottomrule
\end{tabular}
`,
    );
  });

  test('contains a spanning cell once', () => {
    expect(formatTable(TABLE.body, 'tsv').split('\n').slice(0, 2)).toEqual([
      'Model\tDice ↑\t\tLatency (ms)',
      '\tA\tB\tA',
    ]);
  });
});

describe('sorted rows', () => {
  test('are in the page’s order, or by the numbers of a column, those without a number last', () => {
    expect(sortRows(TABLE.body)).toEqual([2, 3, 4, 5, 6]);
    expect(sortRows(TABLE.body, { column: 2, isDescending: true })).toEqual([6, 5, 2, 4]);
    expect(sortRows(TABLE.body, { column: 2, isDescending: false })).toEqual([2, 5, 6, 4]);
  });

  test('stay below their headings if these tell rows with the same name apart', () => {
    const { body } = read(
      'Model | Dice ↑\n---\nv1<c2>\nAlpha@ | 70.5\nOurs | 79.0\nv2<c2>\nAlpha@ | 80.5\nOurs | 81.0',
    );
    expect(sortRows(body, { column: 1, isDescending: true })).toEqual([1, 3, 2, 4, 6, 5]);
    expect(sortRows(body, { column: 1, isDescending: false })).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('are in alphabetical order if a column has no numbers', () => {
    expect(sortRows(TABLE.body, { column: 0, isDescending: false })).toEqual([2, 4, 5, 6]);
  });
});
