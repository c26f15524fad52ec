import { describe, expect, test } from 'vitest';
import { readCell } from '@/lib/domain/tables/value';

describe('a cell with one number', () => {
  test.each([
    ['43.41', { value: 43.41, printed: '43.41' }],
    ['-0.5', { value: -0.5, printed: '-0.5' }],
    // TeX prints a minus sign, not a hyphen.
    ['−0.5', { value: -0.5, printed: '-0.5' }],
    ['.98', { value: 0.98, printed: '.98' }],
    ['175,886', { value: 175886, printed: '175,886' }],
    ['0,85', { value: 0.85, printed: '0,85' }],
    ['99.76%', { value: 99.76, unit: '%', printed: '99.76' }],
    ['50.6B', { value: 50.6, unit: 'B', printed: '50.6' }],
    ['$5.328M', { value: 5.328, unit: 'M', printed: '$5.328' }],
    ['3.0×', { value: 3, unit: '×', printed: '3.0' }],
    ['208.77 sent/s', { value: 208.77, unit: 'sent/s', printed: '208.77' }],
    ['12.5 ms', { value: 12.5, unit: 'ms', printed: '12.5' }],
    ['6e-5', { value: 6e-5, printed: '6e-5' }],
    ['3.3·10¹⁸', { value: 3.3e18, printed: '3.3·10¹⁸' }],
    ['3×10⁻⁴', { value: 3e-4, printed: '3×10⁻⁴' }],
    ['10⁶', { value: 1e6, printed: '10⁶' }],
    ['76.85±0.41', { value: 76.85, error: 0.41, printed: '76.85' }],
    ['76.85 ± 0.41%', { value: 76.85, error: 0.41, unit: '%', printed: '76.85' }],
    ['3.85 (+1.40)', { value: 3.85, delta: 1.4, printed: '3.85' }],
    ['8.103 (-0.86)', { value: 8.103, delta: -0.86, printed: '8.103' }],
    ['85.2 (↑1.2)', { value: 85.2, delta: 1.2, printed: '85.2' }],
    ['87 (256*256)', { value: 87, printed: '87' }],
    ['0.82 [0.75, 0.88]', { value: 0.82, printed: '0.82' }],
    ['1,540,396 (5.88 MB)', { value: 1540396, printed: '1,540,396' }],
    ['85.2†', { value: 85.2, printed: '85.2' }],
    ['85.2**', { value: 85.2, printed: '85.2' }],
    ['<0.001', { value: 0.001, qualifier: '<', printed: '<0.001' }],
    ['∼21', { value: 21, qualifier: '∼', printed: '∼21' }],
  ])('is read: %s', (text, number) => {
    expect(readCell(text)).toEqual({ kind: 'number', number });
  });

  test('has an error in brackets if the caption says so', () => {
    expect(readCell('0.91 (0.02)', true)).toMatchObject({ number: { value: 0.91, error: 0.02 } });
    expect(readCell('0.91 (0.02)')).toMatchObject({ number: { value: 0.91 } });
  });
});

describe('a cell without a number of its own', () => {
  test.each([
    ['', 'missing'],
    ['–', 'missing'],
    ['N/A', 'missing'],
    ['OOM', 'missing'],
    ['✓', 'missing'],
    ['×', 'missing'],
    ['5–15', 'range'],
    ['∼50–100', 'range'],
    ['54.4 – 73', 'range'],
    // An increase, in a row of differences.
    ['↑6.22', 'change'],
    ['3B-A0.5B', 'text'],
    ['160×120', 'text'],
    ['64×8 A100 40GB', 'text'],
    ['4 layers', 'text'],
    ['2:30', 'text'],
    ['1.2.3', 'text'],
    ['ResNet-50', 'text'],
    ['cosine decay', 'text'],
  ])('is recognised: %s is %s', (text, kind) => {
    expect(readCell(text).kind).toBe(kind);
  });
});

test('numbers of several systems are kept apart', () => {
  expect(readCell('16.2 / 19.0')).toMatchObject({
    kind: 'several',
    numbers: [{ value: 16.2 }, { value: 19 }],
  });
});

test('a cell of any length is read in linear time', () => {
  for (const text of ['1'.repeat(1e5), '('.repeat(1e5), '1 ± '.repeat(5e4), '1,'.repeat(5e4)])
    expect(['number', 'text', 'range']).toContain(readCell(text).kind);
});
