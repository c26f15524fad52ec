/** Tables whose headers are not in the first row or column. All names and numbers are invented. */
import { expect, test } from 'vitest';
import { lines } from '@/tests/fixtures/table-lines';

test('numbers that subdivide the names above them are headers and not results', () => {
  expect(
    lines(
      'Success rates after both budgets.',
      `
      <r2>Method | <c2>Alto-3 | <c2>Brio-2
      50 | 100 | 50 | 100
      ---
      Walker @ | 17.5 | 19.5 | 53.5 | 61.5
      LumNet | 46.5 | 76.5 | 86.5 | 99.5
      `,
    ),
  ).toEqual([
    '2,1 | 17.5 | Walker | Success rates | Alto-3 / 50 | higher | -',
    '2,2 | 19.5 | Walker | Success rates | Alto-3 / 100 | higher | -',
    '2,3 | 53.5 | Walker | Success rates | Brio-2 / 50 | higher | -',
    '2,4 | 61.5 | Walker | Success rates | Brio-2 / 100 | higher | -',
    '3,1 | 46.5 | LumNet | Success rates | Alto-3 / 50 | higher | own best',
    '3,2 | 76.5 | LumNet | Success rates | Alto-3 / 100 | higher | own best',
    '3,3 | 86.5 | LumNet | Success rates | Brio-2 / 50 | higher | own best',
    '3,4 | 99.5 | LumNet | Success rates | Brio-2 / 100 | higher | own best',
  ]);
});

test('a corner next to numbers says what they are, and the caption what is measured', () => {
  const [first] = lines(
    'True positive rates at 0.1% and 1% FPR.',
    `
    Dataset | <c2>Birds | <c2>Boats
    ---
    FPR | 0.1% | 1% | 0.1% | 1%
    ---
    Walker @ | 2.03 | 17.65 | 1.53 | 10.72
    LumNet | 6.95 | 34.17 | 9.29 | 18.52
    `,
  );
  expect(first).toBe('2,1 | 2.03 | Walker | True positive rates | Birds | higher | -');
});

test('a name in one row of its group names all rows of the group', () => {
  const read = lines(
    'Retrieval under noise.',
    `
    Noise | Method | Recall | MRR
    ---
    | Walker @ | 27.1 | 47.8
    low | LumNet | 45.2 | 68.4
    ---
    | Walker @ | 16.1 | 33.9
    high | LumNet | 42.9 | 65.7
    `,
  );
  expect(read.map((line) => line.split(' | ').slice(2, 5).join(' | '))).toEqual([
    'Walker | Recall | low',
    'Walker | MRR | low',
    'LumNet | Recall | low',
    'LumNet | MRR | low',
    'Walker | Recall | high',
    'Walker | MRR | high',
    'LumNet | Recall | high',
    'LumNet | MRR | high',
  ]);
});

test('rows that repeat the metrics belong to the name next to them', () => {
  const read = lines(
    'Low precision.',
    `
    Method | Measure | Alto-3
    ---
    | ppl (↓) | 6.13
    Full | acc. (↑) | 68.83
    ---
    | ppl | 29.09
    Walker | acc. | 48.78
    | ppl | 8.09
    + LumNet | acc. | 58.78
    `,
  );
  expect(read.map((line) => line.split(' | ').slice(1, 4).join(' | '))).toEqual([
    '6.13 | Full | ppl',
    '68.83 | Full | acc.',
    '29.09 | Walker | ppl',
    '48.78 | Walker | acc.',
    '8.09 | + LumNet | ppl',
    '58.78 | + LumNet | acc.',
  ]);
});

test('outer headers that only classify the systems are not data, and a system may span them', () => {
  expect(
    lines(
      'Results.',
      `
      <r2><c2>Method | <c2>Birds
      AUROC | TPR
      ---
      <c2>Nothing | 0.5 | 0.05
      ---
      <r2>Afterwards | Walker @ | 0.55 | 0.11
      Runner @ | 0.53 | 0.13
      ---
      Marking | LumNet | 0.94 | 0.73
      `,
    ).filter((line) => line.includes('AUROC')),
  ).toEqual([
    '2,2 | 0.5 | Nothing | AUROC | Birds | higher | -',
    '3,2 | 0.55 | Walker | AUROC | Birds | higher | -',
    '4,2 | 0.53 | Runner | AUROC | Birds | higher | -',
    '5,2 | 0.94 | LumNet | AUROC | Birds | higher | own best',
  ]);
});

test('a heading across all columns is no header of theirs, and the column of system names keeps its header', () => {
  const read = lines(
    'Main results.',
    `
    | | <c2>Editing
    | Method | Reliability ↑ | Locality ↑
    ---
    | Alto-3 | <c2>Size: 3.8B
    ---
    <r2>Simple | Walker | 60.98 | 8.47
    Runner | 58.66 | 3.06
    ---
    <r2>Trained | LumNet | 99.41 | 66.43
    Jumper | 80.01 | 93.79
    `,
  );
  expect(read.map((line) => line.split(' | ')[2])).toEqual([
    'Walker',
    'Walker',
    'Runner',
    'Runner',
    'LumNet',
    'LumNet',
    'Jumper',
    'Jumper',
  ]);
});

test('each part that repeats the header is compared separately', () => {
  const read = lines(
    'Pruning on the Candela dataset.',
    `
    | <c2>Validation loss
    ---
    Sparsity: 90% | Block size: 5 | Block size: 10
    ---
    Walker @ | 0.452 | 0.469
    LumNet | 0.451 | 0.453
    ---
    Sparsity: 95% | Block size: 5 | Block size: 10
    ---
    Walker @ | 0.458 | 0.489
    LumNet | 0.454 | 0.459
    `,
  );
  expect(read.filter((line) => line.endsWith('own best'))).toEqual([
    '3,1 | 0.451 | LumNet | Validation loss | Candela | lower | own best',
    '3,2 | 0.453 | LumNet | Validation loss | Candela | lower | own best',
    '6,1 | 0.454 | LumNet | Validation loss | Candela | lower | own best',
    '6,2 | 0.459 | LumNet | Validation loss | Candela | lower | own best',
  ]);
});

test('a header for everything below it is no data', () => {
  expect(
    lines('Ablation.', '<r2>Experiment | <c2>Metrics\nBLEU ↑ | CodeBLEU ↑\n---\nLumNet | 52.1 | 51.9').map(
      (line) => line.split(' | ').slice(3, 6).join(' | '),
    ),
  ).toEqual(['BLEU | - | higher', 'CodeBLEU | - | higher']);
});

test('data with its metric in brackets is measured on systems that are named by their size only', () => {
  const read = lines(
    'Full results.',
    `
    <r2>Model Size | <r2>k = | <c2>Task
    TAG (Acc.) | NAME (F1)
    ---
    125M | <r3>10 | 64.35 ± 1.6 | 15.52 ± 1.7
    1.3B | 68.45 ± 1.7 | 39.07 ± 1.2
    2.7B | 70.36 ± 3.0 | 40.16 ± 2.6
    `,
  );
  expect(read.slice(0, 2).map((line) => line.split(' | ').slice(0, 6).join(' | '))).toEqual([
    '2,2 | 64.35 | Model Size 125M | Accuracy | TAG | higher',
    '2,3 | 15.52 | Model Size 125M | F1 | NAME | higher',
  ]);
  expect(read.length).toBe(6);
});

test('a word before a metric that several columns share is data, unless it forms another metric', () => {
  const split = lines(
    'Results.',
    'Model | Staging F1 | Referral F1\n---\nWalker @ | 0.11 | 0.39\nLumNet | 0.63 | 0.67',
  );
  expect(split.slice(0, 2).map((line) => line.split(' | ').slice(3, 5).join(' | '))).toEqual([
    'F1 | Staging',
    'F1 | Referral',
  ]);
  const whole = lines(
    'Results.',
    'Model | Macro F1 | Micro F1\n---\nWalker @ | 0.11 | 0.39\nLumNet | 0.63 | 0.67',
  );
  expect(whole.slice(0, 2).map((line) => line.split(' | ').slice(3, 5).join(' | '))).toEqual([
    'Macro F1 | -',
    'Micro F1 | -',
  ]);
});

test('numbers over several columns of names are headers, below a title that is no corner', () => {
  const read = lines(
    'Prediction of lamps.',
    `
    <c5>(a) Lamps
    <r2>Method | <c2>4 s | <c2>16 s
    PSNR | SSIM | PSNR | SSIM
    Walker @ | 20.1 | 0.71 | 18.4 | 0.62
    LumNet | 22.9 | 0.80 | 21.1 | 0.74
    `,
  );
  expect(read[0]).toBe('3,1 | 20.1 | Walker | PSNR | (a) Lamps / 4 s | higher | -');
});

test('names without a corner divide those over several columns above them', () => {
  const read = lines(
    'Hit@10 results with all lamps.',
    `
    Dataset | <c2>KITTI | <c2>Boats
    ---
    Walker @ | <c2>0.035 | <c2>0.060
    ---
    | low | high | low | high
    ---
    k=200 | 0.030 | 0.042 | 0.056 | 0.063
    `,
  );
  expect(read.map((line) => line.split(' | ').slice(2, 5).join(' | '))).toEqual([
    'Walker | Hit@10 | KITTI',
    'Walker | Hit@10 | Boats',
    'k=200 | Hit@10 | KITTI / low',
    'k=200 | Hit@10 | KITTI / high',
    'k=200 | Hit@10 | Boats / low',
    'k=200 | Hit@10 | Boats / high',
  ]);
});

test('rows named by a letter in brackets, and “None”, are systems; headers in brackets are not', () => {
  const read = lines(
    'Effect of each part on the speed.',
    `
    | Forward time | Power
    | (us) | (W)
    ---
    (a) | 77.5 | 15.3
    None | 10.9 | ×2.9
    `,
  );
  expect(read.map((line) => line.split(' | ').slice(1, 4).join(' | '))).toEqual([
    '77.5 | (a) | Forward time',
    '15.3 | (a) | Power',
    '10.9 | None | Forward time',
    '2.9 | None | Power',
  ]);
});

test('the own system in a column shows that “Model” heads what it was tried with', () => {
  const [first] = lines(
    'Accuracy with both kinds of lamps.',
    `
    Model | Lamps | No search | LumNet
    ---
    GPT-2 | large | 48.4 | 53.7
    BERT | large | 55.4 | 57.8
    GPT-2 | small | 51.9 | 54.3
    BERT | small | 52.4 | 54.4
    `,
  );
  expect(first?.split(' | ').slice(2, 5).join(' | ')).toBe('No search | Accuracy | GPT-2 / large');
});
