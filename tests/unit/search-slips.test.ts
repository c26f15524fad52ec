import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDictionary, writeDictionary } from '@/lib/domain/search/dictionary';
import { editDistance } from '@/lib/domain/search/edit-distance';
import { forEachSlip } from '@/lib/domain/search/slips';
import type { SlipQuery } from '@/lib/domain/search/slips';

const open = (words: readonly string[]) => {
  const written = writeDictionary(new Map(words.map((word) => [word, word])), []);
  const dictionary = openDictionary(written.words, written.entries);
  if (dictionary === undefined) throw new Error('the dictionary does not open');
  return dictionary;
};

const slipsOf = (words: readonly string[], query: SlipQuery): [string, number][] => {
  const dictionary = open(words);
  const found: [string, number][] = [];
  forEachSlip(dictionary, query, [0, dictionary.size], (_, text, distance) => found.push([text, distance]));
  return found;
};

/** What is to be found, each word compared by itself. */
const compareEach = (words: readonly string[], { word, limit, prefix }: SlipQuery): [string, number][] =>
  [...new Set(words)]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((other): [string, number] => [other, editDistance(word, other, limit, prefix)])
    .filter(([, distance]) => distance <= limit);

const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'c', 'é', '漢', '😀'),
  minLength: 1,
  maxLength: 9,
});
const query = fc.record({ word, limit: fc.constantFrom(1, 2), prefix: fc.boolean() });

describe('slips in a dictionary', () => {
  it('are those that comparing each word finds', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 120 }), query, (words, asked) => {
        expect(slipsOf(words, asked)).toEqual(compareEach(words, asked));
      }),
    );
  });

  it.each<[string, SlipQuery, [string, number][]]>([
    ['a swap', { word: 'atteniton', limit: 2, prefix: false }, [['attention', 1]]],
    [
      'a word that goes on',
      { word: 'segmant', limit: 1, prefix: true },
      [
        ['segment', 1],
        ['segmentation', 1],
      ],
    ],
    ['nothing that is too far', { word: 'retina', limit: 1, prefix: false }, []],
    ['nothing for what is longer than any word', { word: 'a'.repeat(70), limit: 2, prefix: true }, []],
  ])('are %s', (_, asked, found) => {
    expect(slipsOf(['attend', 'attention', 'segment', 'segmentation', 'retinal-like'], asked)).toEqual(found);
  });

  it('are sought among the entries that are named', () => {
    const words = Array.from({ length: 40 }, (_, at) => `word${String.fromCharCode(97 + (at % 26))}${at}`);
    const dictionary = open(words);
    const found: number[] = [];
    forEachSlip(dictionary, { word: 'wordx', limit: 2, prefix: true }, [18, 30], (entry) =>
      found.push(entry),
    );
    expect(found).toEqual(Array.from({ length: 12 }, (_, at) => 18 + at));
  });
});
