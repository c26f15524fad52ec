import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, findNearestNames } from '@/lib/domain/search/edit-distance';
import { parseQuery } from '@/lib/domain/search/query';

describe('parseQuery', () => {
  it('splits any text without losing words', () => {
    expect(parseQuery('brain "two words" task:"a b" year:2024.. sc')).toEqual({
      text: 'brain sc',
      phrases: ['two words'],
      filters: [
        { name: 'task', value: 'a b' },
        { name: 'year', value: '2024..' },
      ],
      isOpen: true,
    });
    expect(parseQuery('https://arxiv.org/abs/2402.00002').filters).toEqual([]);
  });
});

describe('editDistance', () => {
  it.each([
    ['brain', 'brain', 0],
    ['brian', 'brain', 1],
    ['bran', 'brain', 1],
    ['braiin', 'brain', 1],
    ['drain', 'brain', 1],
    ['xrain', 'brown', 3],
  ])('of %s and %s is %i', (a, b, edits) => {
    expect(editDistance(a, b, 2)).toBe(edits);
  });

  it('is symmetric, and zero only for equals', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 3)).toBe(editDistance(b, a, 3));
        expect(editDistance(a, b, 3) === 0).toBe(a === b);
      }),
    );
  });

  it('suggests the nearest first', () => {
    expect(findNearestNames('taks', ['year', 'tag', 'task', 'has'], 2)).toEqual(['task', 'tag']);
  });
});
