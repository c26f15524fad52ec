import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDictionary, writeDictionary } from '@/lib/domain/search/dictionary';
import { editDistance } from '@/lib/domain/search/edit-distance';
import { forEachTypoMatch } from '@/lib/domain/search/typo-matches';
import type { TypoQuery } from '@/lib/domain/search/typo-matches';

const open = (words: readonly string[]) => {
  const written = writeDictionary(new Map(words.map((word) => [word, word])), []);
  const dictionary = openDictionary(written.words, written.entries);
  if (dictionary === undefined) throw new Error('the dictionary does not open');
  return dictionary;
};

const typoMatchesOf = (words: readonly string[], query: TypoQuery): [string, number][] => {
  const dictionary = open(words);
  const found: [string, number][] = [];
  forEachTypoMatch(dictionary, query, [0, dictionary.size], (_, text, distance) =>
    found.push([text, distance]),
  );
  return found;
};

/** The distance to a word, or for the beginning of one to the nearest of its beginnings. */
const distanceTo = (other: string, { word, limit, prefix }: TypoQuery): number =>
  Math.min(
    ...Array.from({ length: prefix ? other.length + 1 : 1 }, (_, left) =>
      editDistance(word, other.slice(0, other.length - left), limit),
    ),
  );

/** The expected result, by comparing each word separately. */
const compareEach = (words: readonly string[], query: TypoQuery): [string, number][] =>
  [...new Set(words)]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((other): [string, number] => [other, distanceTo(other, query)])
    .filter(([, distance]) => distance <= query.limit);

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'é', '漢', '😀'),
  minLength: 1,
  maxLength: 9,
});
const query = fc.record({ word, limit: fc.constantFrom(1, 2), prefix: fc.boolean() });

describe('typo matches in a dictionary', () => {
  it('are the same as by comparing each word', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), query, (words, asked) => {
        expect(typoMatchesOf(words, asked)).toEqual(compareEach(words, asked));
      }),
    );
  });

  it.each<[string, TypoQuery, [string, number][]]>([
    ['a swap', { word: 'atteniton', limit: 2, prefix: false }, [['attention', 1]]],
    [
      'an unfinished word',
      { word: 'segmant', limit: 1, prefix: true },
      [
        ['segment', 1],
        ['segmentation', 1],
      ],
    ],
    ['nothing that differs too much', { word: 'retina', limit: 1, prefix: false }, []],
    ['nothing for a word longer than any other', { word: 'a'.repeat(70), limit: 2, prefix: true }, []],
  ])('are %s', (_, asked, found) => {
    expect(typoMatchesOf(['attend', 'attention', 'segment', 'segmentation', 'retinal-like'], asked)).toEqual(
      found,
    );
  });

  it('are limited to the given entries', () => {
    const words = Array.from({ length: 40 }, (_, at) => `word${String.fromCharCode(97 + (at % 26))}${at}`);
    const dictionary = open(words);
    const found: number[] = [];
    forEachTypoMatch(dictionary, { word: 'wordx', limit: 2, prefix: true }, [18, 30], (entry) =>
      found.push(entry),
    );
    expect(found).toEqual(Array.from({ length: 12 }, (_, at) => 18 + at));
  });
});
