/**
 * Headers that are neither plain metrics nor plain names: families, letters, values of settings, counts. All names
 * and numbers are invented.
 */
import { describe, expect, test } from 'vitest';
import { lines } from '@/tests/fixtures/table-lines';

const parts = (line: string | undefined, from: number, to: number): string =>
  (line ?? '').split(' | ').slice(from, to).join(' | ');

describe('headers', () => {
  test('below families of metrics are metrics as soon as one of them is known', () => {
    const read = lines(
      'Depth estimation on ALTO-3.',
      `
      Method<r2> | Error ↓<c2> | Accuracy ↑<c2>
      Rel | RMSE | δ < 1.25 | δ < 1.25²
      ---
      Alpha@ | 0.115 | 4.863 | 0.877 | 0.959
      LumNet | 0.101 | 4.387 | 0.895 | 0.965
      `,
    );
    expect(read.slice(0, 4).map((line) => parts(line, 3, 6))).toEqual([
      'Rel | ALTO-3 | lower',
      'RMSE | ALTO-3 | lower',
      'δ < 1.25 | ALTO-3 | higher',
      'δ < 1.25² | ALTO-3 | higher',
    ]);
  });

  test('P and R beside each other are precision and recall', () => {
    const read = lines(
      'Tagging results on ALTO-3.',
      'Model | P | R | F1\n---\nAlpha@ | 41.2 | 30.9 | 35.3\nLumNet | 51.9 | 40.4 | 45.4',
    );
    expect(read.slice(0, 3).map((line) => parts(line, 3, 6))).toEqual([
      'precision | ALTO-3 | higher',
      'recall | ALTO-3 | higher',
      'F1 | ALTO-3 | higher',
    ]);
  });

  test('R1, R2 and RL beside each other are ROUGE, and no two capitals are a setting', () => {
    const read = lines(
      'Summaries of ALTO-3.',
      'Model | R1 | R2 | RL | MR\n---\nAlpha@ | 39.2 | 18.1 | 36.4 | 357\nLumNet | 44.2 | 21.5 | 41.1 | 177',
    );
    expect(read.slice(0, 4).map((line) => parts(line, 3, 4))).toEqual([
      'ROUGE-1',
      'ROUGE-2',
      'ROUGE-L',
      'MR',
    ]);
  });

  test('that are sizes with units are headers above larger numbers of decimals', () => {
    const read = lines(
      'Goodput (Gbps) for message sizes.',
      'System | 64 B | 1 KB | 64 KB\n---\nAlpha@ | 0.4 | 4.1 | 33.0\nLumNet | 3.6 | 28.4 | 92.5',
    );
    expect(read.map((line) => parts(line, 0, 1))).toEqual(['1,1', '1,2', '1,3', '2,1', '2,2', '2,3']);
  });

  test('with a P but no R leave it a setting', () => {
    const read = lines(
      'Tagging results on ALTO-3.',
      'Model | P | F1\n---\nAlpha@ | 4 | 35.3\nLumNet | 8 | 45.4',
    );
    expect(read.map((line) => parts(line, 0, 4))).toEqual([
      '1,2 | 35.3 | Alpha | F1',
      '2,2 | 45.4 | LumNet | F1',
    ]);
  });

  test('that are values of a setting name no data', () => {
    const read = lines(
      'Latency (ms) of each token.',
      'System | Batch size | Batch size\n | 16 | 64\n---\nAlpha@ | 41.5 | 98.4\nLumNet | 33.8 | 71.6',
    );
    expect(parts(read[0], 2, 5)).toBe('Alpha | Latency | -');
    const valued = lines(
      'Win rates on ALTO-3.',
      'Method | Temp 0 | Temp 0.25\n---\nAlpha@ | 0.26 | 0.23\nLumNet | 0.36 | 0.31',
    );
    expect(parts(valued[0], 3, 5)).toBe('Win rates | ALTO-3');
  });

  test('that say how much of the data is labelled name no data', () => {
    const read = lines(
      'WER on the Lantern test sets.',
      `
      Model | clean | other
      ---
      10 min labeled
      Alpha@ | 15.7 | 24.1
      LumNet | 4.6 | 7.9
      1h labeled
      Alpha@ | 8.5 | 16.4
      LumNet | 2.9 | 5.4
      `,
    );
    expect(read).toHaveLength(8);
    expect(read.map((line) => parts(line, 4, 5))).toEqual(
      read.map((_, at) => (at % 2 === 0 ? 'Lantern / clean' : 'Lantern / other')),
    );
  });

  test('that are a letter before MOS are opinions of people', () => {
    const [first, second] = lines(
      'Human evaluation on LibriSpeech.',
      'Setting | CMOS | SMOS\n---\nAlpha@ | -0.31 | 3.50\nLumNet | 0.00 | 3.83',
    );
    expect([parts(first, 3, 6), parts(second, 3, 6)]).toEqual([
      'CMOS | LibriSpeech | higher',
      'SMOS | LibriSpeech | higher',
    ]);
  });

  test('of a time per something are metrics of their own beside a metric of the caption', () => {
    const read = lines(
      'Benchmarks on ALTO-3. Relative L2 error.',
      'Model | Time per epoch | ν = 1e-3 | ν = 1e-4\n---\nAlpha@ | 48.67s | 0.0245 | 0.2051\nLumNet | 38.99s | 0.0086 | 0.1918',
    );
    expect(read.slice(0, 3).map((line) => parts(line, 3, 6))).toEqual([
      'Time per epoch | ALTO-3 | lower',
      'Relative L2 error | ALTO-3 | lower',
      'Relative L2 error | ALTO-3 | lower',
    ]);
  });
});

describe('rows', () => {
  test('of counts above the results are no systems', () => {
    const read = lines(
      'Classification accuracies (%).',
      'Datasets | ALTO-3 | BRIO-2\n# graphs | 1000 | 1500\n---\nAlpha@ | 73.8 | 50.9\nLumNet | 75.1 | 52.3',
    );
    expect(read.map((line) => parts(line, 2, 3))).toEqual(['Alpha', 'Alpha', 'LumNet', 'LumNet']);
  });

  test('of metrics are the systems where these are compared with people', () => {
    const read = lines(
      'Pearson correlations with human judgments on ALTO-18.',
      'Metric | en-cs | en-de\n---\nBLEU | .970 | .971\nLumNet | .990 | .999',
    );
    expect(parts(read[0], 1, 5)).toBe('0.97 | BLEU | Pearson correlations | ALTO-18 / en-cs');
  });

  test('of values of a setting are the systems of an ablation', () => {
    const read = lines(
      'Ablation on ALTO-3: depth of the decoder. We report accuracy (%).',
      'blocks | tuned | probed\n---\n1 | 84.8 | 65.5\n2 | 84.9 | 70.1',
    );
    expect(parts(read[0], 1, 4)).toBe('84.8 | blocks 1 | accuracy');
  });
});

describe('captions', () => {
  test('name a metric and say in brackets more of it', () => {
    const read = lines(
      'Absolute trajectory error (RMSE, meters) on the ALTO-3 sequences.',
      'System | eee_01 | nya_01\n---\nAlpha@ | 0.075 | 0.069\nLumNet | 0.061 | 0.058',
    );
    expect(parts(read[0], 3, 6)).toBe('Absolute trajectory error | ALTO-3 / eee_01 | lower');
  });

  test('with data leave what training a system took outside of it', () => {
    const read = lines(
      'Quality and training on ALTO-3.',
      'Method | CIDEr ↑ | GPU hours ↓\n---\nAlpha@ | 133.3 | 1440\nLumNet | 136.8 | 512',
    );
    expect(read.slice(0, 2).map((line) => parts(line, 3, 5))).toEqual(['CIDEr | ALTO-3', 'GPU hours | -']);
  });

  test('name metrics that are one word with a hyphen', () => {
    const read = lines(
      'C-index (mean ± std) of survival prediction.',
      'Model | BLCA | LUAD\n---\nAlpha@ | 0.541 | 0.539\nLumNet | 0.624 | 0.634',
    );
    expect(parts(read[0], 3, 6)).toBe('C-index | BLCA | higher');
  });

  test('share out metrics where only the first has a verb', () => {
    const read = lines(
      'F1 scores are reported for QLP, and accuracy for the other tasks.',
      'System | QLP | RAL\n---\nAlpha@ | 66.1 | 82.3\nLumNet | 72.1 | 92.7',
    );
    expect(read.slice(0, 2).map((line) => parts(line, 3, 5))).toEqual(['F1 scores | QLP', 'accuracy | RAL']);
  });

  test('say what is reported otherwise', () => {
    const read = lines(
      'Results. Metrics: F1 for QLP, Matthews correlation for CLA, accuracy otherwise.',
      'System | RAL | QLP | CLA\n---\nAlpha@ | 82.3 | 66.1 | 35.0\nLumNet | 92.7 | 72.1 | 60.5',
    );
    expect(read.slice(0, 3).map((line) => parts(line, 3, 5))).toEqual([
      'accuracy | RAL',
      'F1 | QLP',
      'Matthews correlation | CLA',
    ]);
  });

  test('begin with a metric that the lexicon does not know, and its unit', () => {
    const read = lines(
      'Table 1: Energy errors (mHa) for molecules.',
      'Molecule | PauliNet@ | LumNet\n---\nLiH | 0.5 | 0.1\nCO | 8.2 | 2.4',
    );
    expect(parts(read[0], 2, 6)).toBe('PauliNet | Energy errors | LiH | lower');
  });

  test('give the everyday word for a score where nothing else names a metric', () => {
    const read = lines(
      'Scores of agents after 200M steps.',
      'Game | Random | Walker | LumNet\n---\nLamp | 227.8 | 904.1 | 3967.5\nTorch | 5.8 | 31.4 | 2577.2',
    );
    expect(parts(read[2], 2, 6)).toBe('LumNet | Score | Lamp | higher');
  });
});
