import { describe, expect, it } from 'vitest';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { findResults } from '@/lib/domain/reading/result';

const read = (abstract: string) => findResults(cleanText(abstract));

describe('the better direction', () => {
  it.each([
    ['Our arm reaches its targets with an accuracy of 2.73 mm.', 'lower'],
    ['Our clock has a precision of 15 ms.', 'lower'],
    ['Our arm has a rotation accuracy of 1.2 degrees.', 'lower'],
    ['Our model reaches an accuracy of 91.2%.', 'higher'],
    ['Our model has a precision of 0.91.', 'higher'],
    ['Our model has a latency of 15 ms.', 'lower'],
  ])('of "%s" is %s', (abstract, better) => {
    expect(read(abstract).map((result) => result.better)).toEqual([better]);
  });

  it('turns the way of an accuracy in millimetres', () => {
    expect(read('Our arm improves the accuracy by 3 mm.')).toMatchObject([{ way: 'down', improves: true }]);
  });
});

describe('numbers that print no number', () => {
  it.each([
    String.raw`\ding{172} $\beta$-KL regularization and \ding{173} accuracy regularization help our model.`,
    String.raw`Our model has the accuracy of \cite{smith0.91}.`,
    'We ask why errors occur in the first place, before our model is trained.',
    'Our model improves code generation by more than 4 standard deviations.',
  ])('%s', (abstract) => {
    expect(read(abstract)).toEqual([]);
  });

  it('leaves a rank that a team was placed at', () => {
    expect(read('Our team ranked in the first place of the challenge.')).toMatchObject([{ metric: 'Rank' }]);
  });
});
