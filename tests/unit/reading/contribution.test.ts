import { describe, expect, it } from 'vitest';
import { findContribution } from '@/lib/domain/reading/contribution';

const read = (title: string, abstract: string): string[] =>
  findContribution({ title, abstract, categories: [] });

describe('findContribution', () => {
  it.each<[what: string, title: string, abstract: string, expected: string[]]>([
    ['a proposed method', 'A title', 'We propose a novel framework for segmentation.', ['method']],
    [
      'a dataset',
      'Lungs: A Large Dataset of Scans',
      'We present Lungs, the largest dataset of scans.',
      ['dataset'],
    ],
    [
      'method and dataset',
      'A title',
      'We propose a network. We also collect a new dataset of scans.',
      ['method', 'dataset'],
    ],
    ['a benchmark', 'ScanBench: A Benchmark', 'We introduce a benchmark of questions.', ['benchmark']],
    ['a survey', 'A Survey of Scans', 'This survey reviews the state of the field.', ['survey']],
    [
      'a study',
      'Do Models Read Scans? An Empirical Study',
      'We investigate whether models read scans.',
      ['evaluation'],
    ],
    [
      'a study by the fixed words of medicine',
      'A pulse for scans',
      'The aim was to evaluate a pulse at 3 T against fat saturation.',
      ['evaluation'],
    ],
    ['software', 'Scanner: A Python Library', 'We present an open-source software package.', ['software']],
    ['theory', 'On the Convergence of Scans', 'We prove a generalization bound.', ['theory']],
    [
      'a challenge',
      'The Scan Challenge 2024',
      'The challenge attracted 20 teams that submitted to the shared task.',
      ['challenge'],
    ],
    ['a released model', 'A title', 'We release a family of models with their weights.', ['model']],
    ['a method where nothing is said', 'Scans', 'Scans are hard to read.', ['method']],
    ['nothing of an empty text', '', '', []],
  ])('reads %s', (_what, title, abstract, expected) => {
    expect(read(title, abstract)).toEqual(expected);
  });

  it('takes no dataset for new that a method is only tested on', () => {
    expect(read('A title', 'We propose a network and evaluate it on a public dataset.')).toEqual(['method']);
  });

  it('takes no study for one that follows a proposal, since every method is evaluated', () => {
    expect(read('A title', 'We propose a network. We evaluate it. Our results show that it works.')).toEqual([
      'method',
    ]);
  });
});
