/** What names the metric and the data of numbers: captions, units, shares, heads. All names and numbers are invented. */
import { expect, test } from 'vitest';
import { metricEndings } from '@/lib/domain/tables/label-parts';
import { lines } from '@/tests/fixtures/table-lines';

test('short forms beside symbols of a formula are settings as they are', () => {
  const read = lines(
    'Variations of the architecture. Metrics are on the development set of newstest2013.',
    `Kind | N | d model | dff | h | dk | dv | P drop | PPL | BLEU | params
      Kind | N | d model | dff | h | dk | dv | P drop | (dev) | (dev) | (10^6)
      ---
      base | 6 | 512 | 1536 | 8 | 48 | 48 | 0.1 | 4.71 | 25.3 | 61
      (A) | - | - | - | 1 | 384 | 384 | - | 5.09 | 24.7 | -
      (A) | - | - | - | 4 | 96 | 96 | - | 4.80 | 25.1 | -
      (B) | - | - | - | - | 12 | - | - | 4.96 | 24.9 | 54
      (C) | 2 | - | - | - | - | - | - | 5.71 | 23.5 | 33
      (C) | - | 1024 | - | - | 96 | 96 | - | 4.46 | 25.8 | 154
      big | 6 | 1024 | 3072 | 16 | - | - | 0.3 | 4.13 | 26.2 | 204`,
  );
  expect(read.filter((line) => !/ (?:PPL|BLEU|param\S*)/.test(line))).toEqual([]);
});

test.each([
  {
    what: 'an arrow glued to the metric of a caption is no part of it',
    caption: 'LPIPS↓ of every method.',
    written: `Problem | Walker @ | LumNet (ours)
      ---
      Fog | 0.719 | 0.081
      Rain | 0.520 | 0.165`,
    first: ['0.719 | Walker | LPIPS | Fog'],
  },
  {
    what: 'what stands in brackets says how agreement was measured',
    caption: 'Agreement with people (AUC; 40 clips)',
    written: `System | Obs. | All
      ---
      Walker @ | 0.63 | 0.72
      LumNet (ours) | 0.65 | 0.75`,
    first: ['0.63 | Walker | AUC | Obs.'],
  },
  {
    what: 'a number of solved instances is a metric',
    caption: 'Lamp planners: number of solved instances in 3 min',
    written: `Planner | Fjord | Brook | Lake
      ---
      Walker @ | 229.8 | 223.5 | 210.4
      GPT-4o | 216.5 | 217.5 | 204.1
      LumNet (ours) | 241.3 | 233.5 | 214.4`,
    first: ['229.8 | Walker | number of solved instances | Fjord'],
  },
  {
    what: 'budgets in brackets below metrics are no data',
    caption: 'Constraints.',
    written: `Method | Return ↑ | Downtime ↓
       |  | (budget 10)
      ---
      Walker @ | 1.5 | 494.1
      LumNet (ours) | 2.5 | 8.5`,
    first: ['1.5 | Walker | Return | -', '494.1 | Walker | Downtime | -'],
  },
  {
    what: 'the metric stands above its unit in brackets',
    caption: 'Web servers.',
    written: `Server | Image | Startup
       | (MB) | (ms)
      ---
      Walker @ | 271.7 | 822
      LumNet (ours) | 250.1 | 640`,
    first: ['271.7 | Walker | Image | -', '822 | Walker | Startup | -'],
  },
  {
    what: 'shares of what happened are metrics, the time of training too',
    caption: 'Schedulers.',
    written: `Method | On-time rate | Break share | Train (s)
      ---
      Walker @ | 0.53 | 0.32 | 222.5
      LumNet (ours) | 0.71 | 0.18 | 120.1`,
    first: [
      '0.53 | Walker | On-time rate | -',
      '0.32 | Walker | Break share | -',
      '222.5 | Walker | Train | -',
    ],
  },
  {
    what: 'what is counted below each of several data belongs to these',
    caption: 'Reasoning.',
    written: `Method<r2> | GSM8K<c2> | ProsQA<c2>
      Acc. (%) | # Tokens | Acc. (%) | # Tokens
      ---
      Walker @ | 42.9 | 25.5 | 77.5 | 49.4
      LumNet (ours) | 34.1 | 8.2 | 97.1 | 14.2`,
    first: ['42.9 | Walker | Acc. (%) | GSM8K', '25.5 | Walker | # Tokens | GSM8K'],
  },
  {
    what: 'a row of deviations names no columns',
    caption: 'Accuracy on all data.',
    written: `Data | Walker @ | LumNet (ours)
      ---
      Fjord | 81.2 | 83.4
      dev. | ±0.3 | ±0.2
      Brook | 71.2 | 73.4`,
    first: ['71.2 | Walker | Accuracy | Brook'],
    from: 2,
  },
])('$what', ({ caption, written, first, from = 0 }) => {
  const read = lines(caption, written).map((line) => line.split(' | ').slice(1, 5).join(' | '));
  expect(read.slice(from, from + first.length)).toEqual(first);
});

test('names of systems may end with metrics that they share', () => {
  const names = ['Walker ECE', 'LumNet ECE (%)', 'LumNet ECE', 'Walker F1', 'Test F1'];
  expect([...metricEndings(names)]).toEqual([
    ['Walker ECE', 'ECE'],
    ['LumNet ECE', 'ECE'],
  ]);
});
