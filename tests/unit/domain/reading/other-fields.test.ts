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

  it('are read in full where a text uses machine learning', () => {
    const text = paper('We propose a neural network. It reaches 31% on Surrey.', 'physics.med-ph');
    expect(resultsOf(text)).toEqual(['31% null']);
  });
});
