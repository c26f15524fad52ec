/** Which headers of one level are alike, and where a table says what it compares. All names and numbers are invented. */
import { expect, test } from 'vitest';
import { lines } from '@/tests/fixtures/table-lines';

/** Of each number: value, system, metric and data. */
const read = (caption: string, written: string): readonly string[] =>
  lines(caption, written).map((line) => line.split(' | ').slice(1, 5).join(' | '));

test.each([
  {
    what: 'one certain metric makes metrics of the others on the only level of headers',
    caption: 'Main results.',
    written: `Method | Accuracy | Abstain | Grounded
      ---
      Walker @ | 71.7 | 28.3 | 43.4
      LumNet (ours) | 72.7 | 22.3 | 45.4`,
    first: ['71.7 | Walker | Accuracy | -', '28.3 | Walker | Abstain | -', '43.4 | Walker | Grounded | -'],
  },
  {
    what: 'costs stand beside data',
    caption: 'Pruning of models.',
    written: `Method | Brook | Fjord | Train time | Inf Mem ↓
      ---
      Walker @ | 87.6 | 94.8 | 21.3 | 60.5
      LumNet (ours) | 86.4 | 94.5 | 5.92 | 70.1`,
    first: ['87.6 | Walker | - | Brook', '94.8 | Walker | - | Fjord', '21.3 | Walker | Train time | -'],
  },
  {
    what: 'a letter beside names is no metric',
    caption: 'Shifted data.',
    written: `<r2>Method | <c3>Accuracy ↑
      R | V2 | Sketch
      ---
      Walker @ | 59.5 | 75.4 | 44.9
      LumNet (ours) | 63.8 | 76.4 | 49.9`,
    first: ['59.5 | Walker | Accuracy | R', '75.4 | Walker | Accuracy | V2'],
  },
  {
    what: 'tasks that the caption names as a whole are data',
    caption: 'Comparison on four Brook tasks.',
    written: `Method | Hopper | Runner | Reacher
      ---
      Walker @ | 3646.5 | 3967.7 | -2.87
      LumNet (ours) | 3663.9 | 3982.8 | -2.66`,
    first: ['3646.5 | Walker | - | Hopper', '3967.7 | Walker | - | Runner'],
  },
  {
    what: 'known metrics with a number, after their kind, in code and without a hyphen',
    caption: 'Quality.',
    written: `Method | ARI1 | Intra-LPIPS | goal_accuracy | Top1
      ---
      Walker @ | 0.91 | 0.55 | 0.83 | 70.1
      LumNet (ours) | 0.92 | 0.58 | 0.87 | 73.3`,
    first: [
      '0.91 | Walker | ARI1 | -',
      '0.55 | Walker | Intra-LPIPS | -',
      '0.83 | Walker | goal_accuracy | -',
      '70.1 | Walker | Top1 | -',
    ],
  },
  {
    what: 'the corner heads the row of names if the own system is in it',
    caption: 'Accuracy of selection.',
    written: `Method | Uniform | Influence | LumNet
      ---
      Brook | 78.1 | 75.9 | 79.9
      Noisy Brook | 65.0 | 52.8 | 65.9`,
    first: ['78.1 | Uniform | Accuracy | Brook', '75.9 | Influence | Accuracy | Brook'],
  },
  {
    what: 'a corner of two heads',
    caption: 'Accuracy.',
    written: `Method/Dataset | Brook | Fjord
      ---
      Walker @ | 78.1 | 75.9
      LumNet (ours) | 65.0 | 52.8`,
    first: ['78.1 | Walker | Accuracy | Brook', '75.9 | Walker | Accuracy | Fjord'],
  },
  {
    what: 'numbers that each group of rows repeats are headers',
    caption: 'Test accuracy with some sizes.',
    written: ` | size | Uniform | LumNet (ours)
      ---
      Brook | 1000 | 76.9 | 79.7
      Brook | 2000 | 80.0 | 82.8
      Fjord | 1000 | 67.1 | 70.6
      Fjord | 2000 | 75.9 | 78.3`,
    first: ['76.9 | Uniform | accuracy | Brook', '79.7 | LumNet (ours) | accuracy | Brook'],
  },
  {
    what: 'a second outline has its names in the same rows as the first',
    caption: 'Infidelity of explanations.',
    written: `Signal | Network | Method | Inf ↓ | Cost ↓
      ---
      Brook | Conv1D | LumNet | 0.13 | 0.65
       |  | Grad | 0.12 | 0.76
      Fjord | Conv1D | LumNet | 0.04 | 0.28
       |  | Grad | 0.20 | 0.64`,
    first: ['0.13 | LumNet | Inf | Brook / Conv1D', '0.65 | LumNet | Cost | Brook / Conv1D'],
  },
  {
    what: 'a short form that the caption gives to the own system',
    caption: 'Average accuracy. LN represents results from LumNet.',
    written: ` | Walker | Grad | LN
      ---
      Brook | 60.1 | 60.4 | 60.5
      Fjord | 51.2 | 52.1 | 52.9`,
    first: ['60.1 | Walker | Average accuracy | Brook', '60.4 | Grad | Average accuracy | Brook'],
  },
  {
    what: 'fractions with the same digits are results without any word for it',
    caption: '',
    written: `Strategy | 80 | 200 | 450
      ---
      Genetic | 99.2% | 88.6% | 75.3%
      Greedy | 92.6% | 79.1% | 71.4%`,
    first: ['99.2 | Genetic | - | 80'],
  },
  {
    what: 'the iterations of expectation maximisation are no exact match',
    caption: 'Likelihood after a single EM iteration.',
    written: `Method | Brook | Fjord
      ---
      Walker @ | -1.82 | -2.51
      LumNet (ours) | -1.51 | -2.05`,
    first: ['-1.82 | Walker | - | Brook'],
  },
  {
    what: 'a mean over classes names the metric of the classes',
    caption: 'Segmentation by class.',
    written: `Method | Road | Sky | Fence | mIoU
      ---
      Walker @ | 71.7 | 28.3 | 43.4 | 47.8
      LumNet (ours) | 72.7 | 22.3 | 45.4 | 46.8`,
    first: ['71.7 | Walker | IoU | Road', '28.3 | Walker | IoU | Sky', '43.4 | Walker | IoU | Fence'],
  },
  {
    what: 'a metric of the caption that a header names with a number is not that of the others',
    caption: 'Likelihood, and the adjusted rand index (ARI) for Brook.',
    written: `<r2>Method | <c2>Toys | <c2>Brook
      LX0 | LX1 | ARI0 | ARI1
      ---
      Walker @ | -2.01 | -1.62 | 0.56 | 0.57
      LumNet (ours) | -1.51 | -1.46 | 0.90 | 0.91`,
    first: ['-2.01 | Walker | LX0 | Toys', '-1.62 | Walker | LX1 | Toys', '0.56 | Walker | ARI0 | Brook'],
  },
  {
    what: 'no benchmark is known for what systems cost',
    caption: 'Memory on ImageNet.',
    written: `Method | B=1 | B=4
      ---
      Walker @ | 346.2 | 369.1
      LumNet (ours) | 372.4 | 402.3`,
    first: ['346.2 | Walker | - | ImageNet'],
  },
  {
    what: 'a cost with its unit in the caption is what the table measures',
    caption: 'Comparison of run-time memory (MB) usage on ImageNet.',
    written: `Method | B=1 | B=4
      ---
      Walker @ | 346.2 | 369.1
      LumNet (ours) | 372.4 | 402.3`,
    first: ['346.2 | Walker | memory | ImageNet'],
  },
  {
    what: 'data in brackets after a description of it is named',
    caption: 'EM scores on upstream pretraining data (LUM-Train) before updates.',
    written: `Model | EM
      ---
      Walker @ | 50.5
      LumNet (ours) | 51.3`,
    first: ['50.5 | Walker | EM | LUM-Train'],
  },
])('$what', ({ caption, written, first }) => {
  expect(read(caption, written).slice(0, first.length)).toEqual(first);
});

test('counts and lengths with fractions beside them are no results', () => {
  expect(
    read(
      'Average code lengths.',
      `Setting | Brook | Fjord | Lake
      ---
      k=200 | 4.25 | 3.35 | 3.11
      k=500 | 3.66 | 3.61 | 3.05`,
    ),
  ).toEqual([]);
});

test.each([
  [
    'alone "No x" is what there is without the paper',
    'Strategy',
    ['No lamps', 'Other lamps', 'LumNet (ours)'],
    1,
  ],
  [
    'beside other parts left out it is one of them',
    'Strategy',
    ['No lamps', 'w/o light', 'LumNet (ours)'],
    3,
  ],
  ['all lines are own below a head that says so', 'Ablation', ['No lamps', 'Half the lamps', 'All lamps'], 3],
])('%s', (_, corner, names, own) => {
  const rows = names.map((name, at) => `${name} | 0.0${at + 5}1 | 0.1${at}2`).join('\n');
  const marks = lines('Error by strategy.', `${corner} | Best MSE | Final MSE\n---\n${rows}`);
  expect(marks.filter((line) => / \| own[^|]*$/.test(line))).toHaveLength(own * 2);
});
