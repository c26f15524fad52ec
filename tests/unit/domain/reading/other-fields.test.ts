import { describe, expect, it } from 'vitest';
import type { PaperText } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';

const paper = (abstract: string, category: string): PaperText => ({
  title: 'Helium pumps at low pressure',
  abstract,
  categories: [category],
});

const resultsOf = (text: PaperText): string[] =>
  readPaper(text, []).results.map(({ value, metric }) => `${value} ${metric ?? 'null'}`);

describe('results in a field outside machine learning', () => {
  it.each<[what: string, abstract: string, shown: string[], inLearning: string[]]>([
    [
      'leave out shares of nothing',
      'We propose a gauge. The cell reached 12%, and later 31%.',
      [],
      ['12% null', '31% null'],
    ],
    [
      'leave out how long something lasted',
      'We propose a pump. Samples were cooled within 4 hours.',
      [],
      ['4 hours null'],
    ],
    [
      'leave out quantities with a unit whose measure is in no lexicon',
      'We propose a pump. It yields a flow rate of 80 mL/min.',
      [],
      ['80 mL/min flow rate'],
    ],
    [
      'leave out costs of models in their everyday sense',
      'We propose a counter. It had an energy of 36.9%.',
      [],
      ['36.9% Energy consumption'],
    ],
    [
      'leave out shares of one thing and keep those of several',
      'We propose a gauge. It worked in 87% of the patients and at 105% of the prescription.',
      ['87% patients'],
      ['87% patients', '105% prescription'],
    ],
    [
      'leave out values of which nobody knows whether more is better',
      'We propose a gauge. It yields a hazard index of 0.15.',
      [],
      ['0.15 hazard index'],
    ],
    [
      'keep differences from a reference',
      'We propose a gauge. The mean dose difference is 0.4 mm.',
      ['0.4 mm dose difference'],
      ['0.4 mm dose difference'],
    ],
    [
      'keep values of known metrics',
      'We propose a gauge. It reaches an RMSE of 0.12 and a correlation of 0.93.',
      ['0.12 RMSE', '0.93 Correlation'],
      ['0.12 RMSE', '0.93 Correlation'],
    ],
    [
      'keep times that something took',
      'We propose a coil. It cuts the scan time to 6 minutes.',
      ['6 minutes scan time'],
      ['6 minutes scan time'],
    ],
    [
      'keep differences',
      'We propose a pump. It is 8x faster and cuts friction by 42%.',
      ['8x Speed', '42% friction'],
      ['8x Speed', '42% friction'],
    ],
  ])('%s', (_, abstract, shown, inLearning) => {
    expect(resultsOf(paper(abstract, 'physics.med-ph'))).toEqual(shown);
    expect(resultsOf(paper(abstract, 'cs.RO'))).toEqual(inLearning);
  });

  it.each<[what: string, abstract: string, categories: string[], expected: string[]]>([
    [
      'in full where a paper of machine learning also names another field, and uses learning',
      'We propose a neural network. It reaches 31% on Surrey.',
      ['cs.LG', 'physics.med-ph'],
      ['31% null'],
    ],
    [
      'as in the other field where it does not',
      'We propose a gauge. It reaches 31% on Surrey.',
      ['cs.CE', 'physics.med-ph'],
      [],
    ],
    [
      'as in the field that is named first, whatever is used',
      'We propose a neural network. It reaches 31% on Surrey.',
      ['physics.med-ph', 'cs.LG'],
      [],
    ],
  ])('are read %s', (_, abstract, categories, expected) => {
    expect(resultsOf({ ...paper(abstract, ''), categories })).toEqual(expected);
  });
});
