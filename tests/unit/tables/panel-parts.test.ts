import { describe, expect, test } from 'vitest';
import { readTables, type ReadTable } from '@/lib/domain/tables';
import { compareOwn, findSameNumbers } from '@/lib/domain/tables/compare';
import { formatTable } from '@/lib/domain/tables/copy';
import { sortRows } from '@/lib/domain/tables/sort';
import { tableOf } from '../../fixtures/tables';

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

describe('own numbers against the others', () => {
  test('are the best of each, by measurement', () => {
    expect(
      compareOwn(TABLE.results).map(({ own, other }) => [own.data, own.value, other?.value, other?.system]),
    ).toEqual([
      ['A', 81, 80.5, 'Beta'],
      ['B', 66, 60.1, 'Alpha'],
      ['A', 10, 9, 'Beta'],
    ]);
  });

  test('are none where the paper has no system in the table, and nothing is best where nobody knows what is', () => {
    expect(compareOwn(read('Model | F1\n---\nAlpha@ | 1.5\nBeta@ | 2.5').results)).toEqual([]);
    const [only] = compareOwn(read('Model | Glim\n---\nAlpha@ | 1.5\nOurs | 2.5').results);
    expect(only).toMatchObject({ own: { value: 2.5 }, other: undefined });
  });
});

describe('numbers of the abstract', () => {
  test('are found in the cells of own systems that print the same digits', () => {
    const found = findSameNumbers(['66.0%', '80.5', '10 ms', '+81.0'], [[], TABLE.results]);
    expect(found.map(({ value, table, result }) => [value, table, result.row, result.column])).toEqual([
      ['66.0%', 1, 6, 2],
      ['+81.0', 1, 6, 1],
    ]);
  });
});

describe('a table copied', () => {
  const body = read(
    'Model | F1 | Note | a|b\n---\n=SUM(A1)@ | 1.5 | -x & y | 2.5'.replace('a|b', 'a/b'),
  ).body;

  test('as TSV and CSV has no cell that a spreadsheet would run', () => {
    expect(formatTable(body, 'tsv')).toBe("Model\tF1\tNote\ta/b\n'=SUM(A1)\t1.5\t'-x & y\t2.5\n");
    expect(formatTable(body, 'csv')).toBe("Model,F1,Note,a/b\n'=SUM(A1),1.5,'-x & y,2.5\n");
  });

  test('as Markdown and LaTeX has its signs escaped', () => {
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

  test('writes what covers several places once', () => {
    expect(formatTable(TABLE.body, 'tsv').split('\n').slice(0, 2)).toEqual([
      'Model\tDice ↑\t\tLatency (ms)',
      '\tA\tB\tA',
    ]);
  });
});

describe('rows in an order', () => {
  test('stand as on the page, or by the numbers of a column, those without one last', () => {
    expect(sortRows(TABLE.body)).toEqual([2, 3, 4, 5, 6]);
    expect(sortRows(TABLE.body, { column: 2, isDescending: true })).toEqual([6, 5, 2, 4]);
    expect(sortRows(TABLE.body, { column: 2, isDescending: false })).toEqual([2, 5, 6, 4]);
  });

  test('stand by name where a column has no numbers', () => {
    expect(sortRows(TABLE.body, { column: 0, isDescending: false })).toEqual([2, 4, 5, 6]);
  });
});
