import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArxivId } from '@/lib/domain/arxiv-id';

describe('parseArxivId', () => {
  it.each([
    ['2407.08410', '2407.08410', undefined],
    ['2407.08410v2', '2407.08410', 2],
    [' arXiv:0704.0001V12 ', '0704.0001', 12],
    ['1412.9999', '1412.9999', undefined],
    ['1501.00001', '1501.00001', undefined],
    ['1805.0001', '1805.00001', undefined],
    ['2912.15538', '2912.15538', undefined],
    ['math/0309136', 'math/0309136', undefined],
    ['math.GT/0309136v2', 'math/0309136', 2],
    ['MATH/0309136', 'math/0309136', undefined],
    ['arxiv:cond-mat.mes-hall/9901001', 'cond-mat/9901001', undefined],
    ['condmat/0308217', 'cond-mat/0308217', undefined],
    ['solv-int/9501001v3', 'solv-int/9501001', 3],
    ['hep-th/9107001', 'hep-th/9107001', undefined],
    ['cs/0703999', 'cs/0703999', undefined],
  ])('parses %s as %s, version %s', (text, id, version) => {
    expect(parseArxivId(text)).toEqual(version === undefined ? { id } : { id, version });
  });

  it.each([
    ['', 'nothing'],
    ['2413.00001', 'month 13'],
    ['2400.00001', 'month 0'],
    ['0703.0001', 'before the new form'],
    ['9912.0001', 'the new form in the 1990s'],
    ['1412.00001', 'five digits in 2014'],
    ['2407.084101', 'six digits'],
    ['2407.0000', 'number zero'],
    ['2407.08410v0', 'version zero'],
    ['2407.08410v', 'no version'],
    ['2407.08410.', 'a dot too many'],
    ['math/0704001', 'the old form after March 2007'],
    ['math/9106001', 'the old form before July 1991'],
    ['math/0309000', 'number zero in the old form'],
    ['math/03091', 'too short'],
    ['math/0309.136', 'a dot in the old form'],
    ['stat/0701001', 'an archive that came later'],
    ['foo-bar/9901001', 'no archive'],
    ['2407.08410 2407.08411', 'two ids'],
    ['۲۴۰۷.08410', 'digits of another script'],
    ['240708410', 'no dot'],
  ])('refuses %s: %s', (text) => {
    expect(parseArxivId(text)).toBeUndefined();
  });

  it('returns ids that it parses to themselves, for any text', () => {
    const part = fc.oneof(
      fc.constantFrom('math', 'hep-th', 'cs.LG', '/', '.', 'v', 'arXiv:', '2407', '0309136', '08410', '0'),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const found = parseArxivId(parts.join(''));
        expect(found && parseArxivId(found.id)?.id).toBe(found?.id);
      }),
    );
  });
});
