import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headsOf } from '@/lib/domain/reading/heads';
import { SIGNS } from '@/lib/domain/reading/contribution/signs';
import { countWords, listWords, startOf, stemAt, wordAt } from '@/lib/domain/reading/word-list';

const printed = (text: string): string[] => {
  const words = listWords(text);
  return Array.from({ length: countWords(words) }, (_, at) => wordAt(text, words, at));
};

describe('the words of a text', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['letters and digits', 'U-Net reads 12-lead ECGs.', ['U', 'Net', 'reads', '12', 'lead', 'ECGs']],
    ['letters outside ASCII', 'naïve Poincaré maps', ['naïve', 'Poincaré', 'maps']],
    ['words beside a dash that is not ASCII', 'ours—the best', ['ours', 'the', 'best']],
    ['another script', '医学 imaging', ['医学', 'imaging']],
    ['nothing from punctuation', '… (!)', []],
  ])('are %s', (_what, text, expected) => {
    expect(printed(text)).toEqual(expected);
  });

  it('are independent of those of a text that was read before', () => {
    const first = listWords('one two three');
    listWords('a longer text than the first one was');
    expect(wordAt('one two three', first, 2)).toBe('three');
  });

  it('have the same stem for every ending and case', () => {
    const words = listWords('Proposing a proposal to propagate');
    expect(stemAt(words, 0)).toBe(stemAt(words, 2));
    expect(stemAt(words, 0)).toBe(stemAt(words, 4));
    expect(stemAt(words, 1)).not.toBe(stemAt(words, 3));
  });
});

const stems = (text: string): number[] => {
  const words = listWords(text);
  return Array.from({ length: countWords(words) }, (_, at) => stemAt(words, at));
};

describe('the words that a pattern can begin with', () => {
  it.each<[pattern: string, heads: string | undefined]>([
    [String.raw`\b(?:we|paper) (?:prove|show)`, 'we paper'],
    [String.raw`\b(?:(?:linear|ridge) regression|fixed[- ]points?)`, 'linear ridge fixed'],
    [String.raw`\bsurveys?\b`, 'survey'],
    [String.raw`\bin-depth`, 'in'],
    ['anywhere', undefined],
    [String.raw`\btests?`, 'test'],
    [String.raw`\basks?\b`, undefined],
    [String.raw`\b(?:very )?large`, 'very large'],
    [String.raw`\b(?:\w+ )?large`, undefined],
    [String.raw`\bend[- ]to[- ]end`, 'end'],
    [String.raw`\b(?:over|non-?convex)`, undefined],
    [String.raw`\bgan\w*`, undefined],
  ])('of %s are %s', (pattern, heads) => {
    expect(headsOf(pattern)?.map(({ first }) => first)).toEqual(
      heads === undefined ? undefined : stems(heads),
    );
  });

  it.each<[pattern: string, seconds: string | undefined]>([
    [String.raw`\bwe (?:prove|show)`, 'prov show'],
    [String.raw`\bthis\sdemo(?:nstration)?`, 'demo'],
    [String.raw`\bthe (?:new |old )?model`, 'new old model'],
    [String.raw`\bour (?:\w+ )?model`, undefined],
    [String.raw`\bwe (?:do|prove)\w*`, undefined],
    [String.raw`\bsurveys? of`, undefined],
    [String.raw`\bend-to-end`, 'to'],
  ])('followed by those of %s are %s', (pattern, seconds) => {
    expect(headsOf(pattern)?.map((head) => head.seconds)).toEqual([
      seconds === undefined ? undefined : new Set(stems(seconds)),
    ]);
  });

  it('include the position of every match, for any text', () => {
    const words = SIGNS.flatMap(({ pattern }) => pattern.source.match(/[a-z]{2,}/gi) ?? []);
    const texts = array(constantFrom(...words, 'a', 'of', 'the', 'new', '2024', '7B', ':', '.'), {
      maxLength: 40,
    });
    assert(
      property(texts, (parts) => {
        const text = parts.join(' ');
        const list = listWords(text);
        for (const { pattern, heads } of SIGNS.filter((sign) => sign.heads.length > 0)) {
          const at = text.search(new RegExp(pattern.source, 'i'));
          if (at < 0) continue;
          const place = Array.from({ length: countWords(list) }, (_, word) => word).find(
            (word) => startOf(list, word) === at,
          );
          const next = place === undefined ? 0 : stemAt(list, place + 1);
          const isHead = heads.some(
            ({ first, seconds }) =>
              place !== undefined && first === stemAt(list, place) && seconds?.has(next) !== false,
          );
          expect(isHead).toBe(true);
        }
      }),
    );
  });
});
