import { describe, expect, test } from 'vitest';
import { dataIn } from '@/lib/domain/tables/named-data';
import { lines } from '../../../fixtures/table-lines';

const averages = (first: string, second: string, about: string) =>
  lines(
    'Table 1: Results.',
    `Task | LumNet | Alpha@
     ---
     ${first} | 65.5 | 60.4
     ${second} | 77.9 | 75.8
     All Tasks (avg) | 71.7 | 68.1`,
    { section: about === '' ? [] : about.split('\n') },
  ).slice(-2);

const metricOf = (caption: string) =>
  lines(caption, 'Method | Bulb | Wick\n---\nAlpha@ | 48.3 | 63.4\nLumNet | 51.0 | 65.2')[0]?.split(' | ')[3];

describe('metrics of rows whose headers name none', () => {
  test('are in brackets after what the caption says is measured by them', () => {
    const read = lines(
      'Table 1: Loss on inside (lampval, 5M words) and outside sets (perplexity), and on tasks (accuracy).',
      `Set | LumNet | Alpha@
       ---
       lamp val | 8.4 | 8.6
       bulbqa | 37.8 | 36.0`,
    );
    expect(read).toEqual([
      '1,1 | 8.4 | LumNet | perplexity | lamp val | lower | own best',
      '1,2 | 8.6 | Alpha | perplexity | lamp val | lower | -',
      '2,1 | 37.8 | LumNet | accuracy | bulbqa | higher | own best',
      '2,2 | 36 | Alpha | accuracy | bulbqa | higher | -',
    ]);
  });

  test('are those that the caption reports for them', () => {
    const read = lines(
      'Table 1: F1 scores are reported for QLP, correlations for STL, and accuracy is reported for the other tasks.',
      `System | MLI-(m/mm) | QLP | Average
        | 392k | 363k | -
       ---
       Alpha@ | 82.1/81.4 | 70.3 | 75.1
       LumNet | 86.7/85.9 | 72.1 | 82.1`,
    );
    expect(read.slice(0, 4)).toEqual([
      '2,1 | 82.1 | Alpha | accuracy | MLI-m | higher | -',
      '2,1 | 81.4 | Alpha | accuracy | MLI-mm | higher | -',
      '2,2 | 70.3 | Alpha | F1 scores | QLP | higher | -',
      '2,3 | 75.1 | Alpha | average | Average | higher | -',
    ]);
  });

  test('are taken from the header of their average', () => {
    const read = lines(
      'Table 2: Classification results (%) on LampSet.',
      'Method | Edema | Nodule | Mean AUROC\n---\nAlpha@ | 80.1 | 91.2 | 85.6\nLumNet | 83.0 | 93.1 | 88.0',
    );
    expect(read.slice(0, 3)).toEqual([
      '1,1 | 80.1 | Alpha | AUROC | LampSet / Edema | higher | -',
      '1,2 | 91.2 | Alpha | AUROC | LampSet / Nodule | higher | -',
      '1,3 | 85.6 | Alpha | Mean AUROC | LampSet | higher | -',
    ]);
  });

  test('are unknown if the caption’s brackets are ambiguous', () => {
    const read = lines(
      'Table 1: Sets (perplexity) and tasks (accuracy).',
      'Set | LumNet | Alpha@\n---\nlampset | 8.4 | 8.6\nbulbqa | 37.8 | 36.0',
    );
    expect(read.map((line) => line.split(' | ')[3])).toEqual(['-', '-', '-', '-']);
  });

  test('are, of several that the caption names, that with its unit, otherwise the first', () => {
    expect(metricOf('Table 1: Precision of folding: average accuracy (%) of all.')).toBe('average accuracy');
    expect(metricOf('Table 1: Accuracy of folding; BLEU is alike.')).toBe('Accuracy');
  });

  test('are, for an average, the average of the metrics that it covers', () => {
    expect(averages('BoolQ', 'PiQA', '')).toEqual([
      '3,1 | 71.7 | LumNet | average accuracy | All Tasks (avg) | higher | own best',
      '3,2 | 68.1 | Alpha | average accuracy | All Tasks (avg) | higher | -',
    ]);
    expect(averages('BulbQA', 'LampTone', 'BulbQA: we report accuracy.\nLampTone: we report F1.')[0]).toBe(
      '3,1 | 71.7 | LumNet | average | All Tasks (avg) | higher | own best',
    );
  });
});

describe('headers that are not data', () => {
  test('add a split or a unit to the metric above, or subdivide the costs of a system', () => {
    expect(
      lines(
        'Table 1: Variations. All are on the lamp translation development set, lanterns2013.',
        `Model | PPL | BLEU | Time | Training cost (FLOPs)<c2>
         | (dev) | (dev) | (ms) | EN-DE | EN-FR
         ---
         Alpha@ | 4.9 | 25.8 | 12 | 2.0 | 4.0
         LumNet | 4.3 | 26.4 | 10 | 1.0 | 3.0`,
      ).slice(0, 5),
    ).toEqual([
      '2,1 | 4.9 | Alpha | PPL | lanterns2013 | lower | -',
      '2,2 | 25.8 | Alpha | BLEU | lanterns2013 | higher | -',
      '2,3 | 12 | Alpha | Time | lanterns2013 | lower | -',
      '2,4 | 2 | Alpha | Training cost (FLOPs) | EN-DE | lower | -',
      '2,5 | 4 | Alpha | Training cost (FLOPs) | EN-FR | lower | -',
    ]);
  });

  test('describe the system if each system has one column', () => {
    const read = lines(
      'Table 3: Comparison.',
      `Benchmark (Metric) | Alpha@ | Beta@ | LumNet
       Architecture | MoE | Dense | MoE
       ---
       BBH (EM) | 78.8 | 79.8 | **87.5**
       MMLU (EM) | 78.4 | 85.0 | **87.1**`,
    );
    expect(read[0]).toBe('2,1 | 78.8 | Alpha | Exact match | BBH | higher | -');
    expect(read[2]).toBe('2,3 | 87.5 | LumNet | Exact match | BBH | higher | own best');
  });

  test('describe how a system was built if they are symbols next to metrics', () => {
    const read = lines(
      'Table 1: Perplexities of variants.',
      `Model | N | d model | dk | ϵls | PPL | BLEU
       ---
       base | 6 | 512 | 64 | 0.1 | 4.9 | 25.8
       big | 6 | 1024 | 128 | 0.2 | 4.3 | 26.4`,
    );
    expect(read.map((line) => line.split(' | ')[3])).toEqual(['PPL', 'BLEU', 'PPL', 'BLEU']);
  });

  test('do not include symbols below a metric’s header', () => {
    const read = lines(
      'Table 1: Results.',
      'Model<r2> | Dice ↑<c2>\nA | B\n---\nAlpha@ | 70.5 | 60.1\nLumNet | 80.5 | 61.0',
    );
    expect(read.map((line) => line.split(' | ')[4])).toEqual(['A', 'B', 'A', 'B']);
  });
});

test.each([
  ['Table 1: Scores on the German test set, lanterns2014.', 'lanterns2014'],
  ['Table 1: Scores on the lamp corpus, LumSet.', 'LumSet'],
  ['Table 1: Scores on the lamp corpus, which is small.', undefined],
  ['Table 1: Scores on MoCha-Bench.', 'MoCha-Bench'],
  ['Table 1: Scores when trained on Alto-3 and tested on Brio-7.', 'Brio-7'],
  ['Table 1: Scores of models trained on Alto-3.', 'Alto-3'],
  ['Table 1: Accuracy on Alto-3. LumNet wins.', 'Alto-3'],
  ['Table 1: Errors on the Lantern dev/test sets.', 'Lantern'],
  ['Table 1: Errors for the Lantern dataset.', 'Lantern'],
  ['Table 1: Boxes of all models, ADE20K.', 'ADE20K'],
  ['Table 1: Boxes of models with ADE20K pre-training.', undefined],
  ['Table 1: Time of each token on OPT-13B.', undefined],
])('the name of the data is read from a caption: %s', (caption, name) => {
  expect(dataIn(caption)?.name).toBe(name);
});
