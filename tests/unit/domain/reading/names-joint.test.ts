import { describe, expect, it } from 'vitest';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { likelyOf, scoreNumbers } from '@/lib/domain/reading/names';
import { findCandidates } from '@/lib/domain/reading/names/document';
import { jointFacts } from '@/lib/domain/reading/names/joint-facts';
import { SLOTS } from '@/lib/domain/reading/names/model';
import { optionsOf } from '@/lib/domain/reading/names/options';
import { LIMIT, likelihood, packNumbers } from '@/lib/domain/reading/names/trees';
import { NAME_MODEL } from '@/lib/domain/reading/names/weights';
import { readAbstract } from '@/lib/domain/reading/result';

const scoresOf = (text: string): ReturnType<typeof scoreNumbers> => {
  const { sentences, found } = readAbstract(cleanText(text));
  return scoreNumbers(NAME_MODEL, found, findCandidates('', text, sentences, found));
};

const DATA = SLOTS.indexOf('data');
const factsIn = (text: string, title = ''): readonly number[] => {
  const all = scoresOf(text);
  const [likely] = likelyOf(all[0]?.slots[DATA]);
  return likely ? jointFacts(all, 0, DATA, likely, title) : [];
};

describe('optionsOf', () => {
  it('adds up what stands for one name, and puts the likeliest first', () => {
    const [first] = scoresOf('On the KITEBench dataset, KiteNet reaches an accuracy of 91.2%.');
    const candidates = [...(first?.slots[DATA]?.byText.values() ?? [])].map(({ candidate }) => candidate);
    const [one, other = one] = candidates;
    if (!one || !other) throw new Error('there is no candidate');
    const {
      all,
      first: best,
      second,
      byText,
    } = optionsOf([
      { candidate: one, score: 0 },
      { candidate: { ...other, text: 'another' }, score: Math.log(1.5) },
      { candidate: one, score: 0 },
    ]);
    expect(all).toBeCloseTo(4.5);
    expect([best?.candidate.text, best?.weight, second?.candidate.text]).toEqual([one.text, 2, 'another']);
    expect(byText.size).toBe(2);
  });
});

describe('jointFacts', () => {
  const ALONE = 'On the KITEBench dataset, KiteNet reaches an accuracy of 91.2%.';
  const WITH_NEXT =
    'On the KITEBench dataset, KiteNet reaches an accuracy of 91.2% and an F1 score of 88.1%.';

  it('says how likely the name is for the other numbers', () => {
    expect(factsIn(ALONE).slice(4, 7)).toEqual([-1, -LIMIT, -LIMIT]);
    for (const fact of factsIn(WITH_NEXT).slice(4, 7)) expect(fact).toBeGreaterThan(0);
  });

  it('says whether the title has the name', () => {
    expect(factsIn(ALONE, 'towards kitebench').at(-4)).toBe(1);
    expect(factsIn(ALONE, 'towards sails').at(-4)).toBe(0);
  });

  it('stays within what a character holds, however long the text', () => {
    const facts = factsIn(`${WITH_NEXT} `.repeat(80));
    expect(facts.length).toBeGreaterThan(20);
    for (const fact of facts) expect(Math.abs(fact)).toBeLessThanOrEqual(LIMIT);
  });
});

describe('likelihood', () => {
  const values = Array.from({ length: 16 }, (_, at) => (at === 5 ? 40 : 0));
  const questions = packNumbers([0, 10, 1, -3, 2, LIMIT - 1, 3, 0]);
  const trees = { bias: -20, questions, values: packNumbers(values) };
  it.each([
    ['no, yes, no, yes', [10, -2, 44, 1], 0.2],
    ['yes to the first too', [11, -2, 44, 1], -0.2],
    ['no to the last', [10, -2, 44, 0], -0.2],
  ])('adds the value of the answers: %s', (_, facts, sum) => {
    expect(likelihood(trees, facts)).toBeCloseTo(1 / (1 + Math.exp(-sum)));
  });
});
