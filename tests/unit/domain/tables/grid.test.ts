import { describe, expect, test } from 'vitest';
import { layOut } from '@/lib/domain/tables/grid';
import { tableOf } from '../../../fixtures/tables';

const rowsOf = (written: string) => tableOf('Table 1: Results.', written).rows;
const cell = (text: string, rowSpan = 1, columnSpan = 1) => ({
  text,
  bold: '',
  underlined: '',
  isCited: false,
  isHeader: false,
  hasRuleAbove: false,
  isShaded: false,
  rowSpan,
  columnSpan,
});
const texts = (written: string): unknown => {
  const grid = layOut(rowsOf(written));
  return typeof grid === 'string' ? grid : grid.map((row) => row.map(({ text }) => text).join(' '));
};

describe('the grid of a table', () => {
  test('repeats cells in all rows and columns that they span', () => {
    expect(
      texts(`
        Model<r2> | BLEU<c2>
        De | Fr
        a | 1 | 2`),
    ).toEqual(['Model BLEU BLEU', 'Model De Fr', 'a 1 2']);
  });

  test('ends a cell’s span at the last row of the table', () => {
    expect(layOut([[cell('a', 65_534), cell('1')], [cell('2')]])).toMatchObject([
      [{ text: 'a' }, { text: '1' }],
      [{ text: 'a' }, { text: '2' }],
    ]);
  });

  test('completes a row that is a heading or a remark', () => {
    expect(texts('a | 1 | 2\nOurs')).toEqual(['a 1 2', 'Ours  ']);
  });

  test.each([
    ['a row is shorter than the others', 'Method | A | B\nx | 1 | 2\ny | 1'],
    ['a row is longer than the others', 'Method | A\nx | 1 | 2'],
    ['a lone number may belong to any column', 'Method | A\n7.5'],
  ])('is undefined if %s, since its numbers cannot be assigned to columns', (_, written) => {
    expect(layOut(rowsOf(written))).toBe('uneven');
  });

  test('is undefined if two cells would overlap', () => {
    expect(layOut([[cell('a'), cell('b', 2)], [cell('c', 1, 2)]])).toBe('uneven');
  });

  test.each([
    ['10,000 columns', [Array.from({ length: 10_000 }, () => cell('1'))]],
    ['spans of 65,534 both ways', [[cell('a', 65_534, 65_534)], [cell('b')]]],
    ['100,000 rows', Array.from({ length: 100_000 }, () => [cell('1')])],
  ])('is undefined if a table has %s', (_, rows) => {
    expect(layOut(rows)).toBe('too-large');
  });
});
