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
    [
      'data that was built, without a subject beside the verb',
      'A title',
      'We asked readers, and compiled a corpus of scans.',
      ['dataset'],
    ],
    [
      'no data that others have built',
      'A title',
      'Prior teams have compiled a corpus of scans. We propose a network.',
      ['method'],
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
      'a study by fixed phrases of medicine',
      'A pulse for scans',
      'The aim was to evaluate a pulse at 3 T against fat saturation.',
      ['evaluation'],
    ],
    [
      'data as what a method is done to',
      'Marked Scans',
      'We propose the first dataset watermark for scans.',
      ['method'],
    ],
    [
      'rivals that are called benchmarks',
      'Scans in Rounds',
      'We propose an algorithm. The speed of our solvers compared to benchmark algorithms is high.',
      ['method'],
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
    ['a method if nothing is stated', 'Scans', 'Scans are hard to read.', ['method']],
    ['nothing from an empty text', '', '', []],
  ])('reads %s', (_what, title, abstract, expected) => {
    expect(read(title, abstract)).toEqual(expected);
  });

  it.each([
    ['Models and Software Testing Education', 'We examine how well models answer questions.', ['evaluation']],
    ['Agents for Software Engineering', 'We propose agents that repair code.', ['method']],
  ])('does not read a field of research about software as software: %s', (title, abstract, expected) => {
    expect(read(title, abstract)).toEqual(expected);
  });

  it('does not read a dataset as new if a method is only tested on it', () => {
    expect(read('A title', 'We propose a network and evaluate it on a public dataset.')).toEqual(['method']);
  });

  it.each([
    ['annotated datasets', 'We propose a network, since annotated datasets are rare.', ['method']],
    ['open-source models', 'We propose a prompt and try it on open-source models.', ['method']],
    [
      'works that develop',
      'We evaluate how well models read. Recent works develop foundation models.',
      ['evaluation'],
    ],
    [
      'a challenge that it presents',
      'Noise presents a challenge for methods. We evaluate how models fail.',
      ['evaluation'],
    ],
    ['a benchmark that it establishes', 'We establish a strong baseline and propose a network.', ['method']],
  ])('does not read %s as made by the paper', (_what, abstract, expected) => {
    expect(read('A title', abstract)).toEqual(expected);
  });

  it.each([
    [
      'built in the passive',
      'A title',
      'A network is proposed. A dataset was created and we released a corpus.',
      'dataset',
    ],
    [
      'opened by its name',
      'A Technical Report',
      'Lungs-2 is a 1.2-billion-parameter language model.',
      'model',
    ],
    ['called a model at once', 'A title', 'We present Lungs, a novel deep model that reads scans.', 'model'],
    ['named in the title', 'A Graph Framework for Scans', 'Our approach reads scans.', 'method'],
    [
      'a track that is described',
      'Overview of the Scan Track',
      'We describe the Scan challenge.',
      'challenge',
    ],
    ['added in the title', 'A Pipeline: Evaluation on 12 Scans', 'We propose a pipeline.', 'evaluation'],
  ])('reads what is %s', (_what, title, abstract, expected) => {
    expect(read(title, abstract)).toContain(expected);
  });

  it.each(['A Network for Fast Object Tracking', 'Curricula for Competition Mathematics'])(
    'does not call the paper "%s" a challenge',
    (title) => {
      expect(read(title, 'We propose a network.')).toEqual(['method']);
    },
  );

  it('does not call the overview of a track a survey', () => {
    expect(read('Overview of the Scan Track', 'We describe the Scan challenge.')).not.toContain('survey');
  });

  it('does not read a study from words that follow a proposal, since every method is evaluated', () => {
    expect(read('A title', 'We propose a network. We evaluate it. Our results show that it works.')).toEqual([
      'method',
    ]);
  });
});
