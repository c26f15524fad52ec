/** Metrics, data and kinds that only the form of a table or caption tells. All names and numbers are invented. */
import { expect, test } from 'vitest';
import { lines } from '@/tests/fixtures/table-lines';

test.each([
  {
    what: 'a percentile of a quantity makes metrics of its level, and the caption calls nothing a bound',
    caption: 'Stress test. Oracle methods are upper bounds.',
    written: `Method | Avg Delay | p95 Delay | Handovers
      ---
      Walker @ | 6.32 | 7.71 | 58.15
      LumNet (ours) | 6.22 | 7.85 | 2.92`,
    first: [
      '6.32 | Walker | Avg Delay | -',
      '7.71 | Walker | p95 Delay | -',
      '58.15 | Walker | Handovers | -',
    ],
  },
  {
    what: 'the mean of a maximum is a metric',
    caption: 'Comparison of policies.',
    written: `Method | Avg. Max Glow (B=1.5) | Avg. Max Glow (B=2.5)
      ---
      Walker @ | 86.18 | 83.81
      LumNet (ours) | 88.69 | 86.07`,
    first: ['86.18 | Walker | Avg. Max Glow (B=1.5) | -', '83.81 | Walker | Avg. Max Glow (B=2.5) | -'],
  },
  {
    what: 'short forms of rates beside each other are metrics',
    caption: 'Results of all agents.',
    written: `Agent | Clean TQR | Soiled TQR | BQR
      ---
      Walker @ | 0.93 | 0.61 | 0.39
      LumNet (ours) | 0.95 | 0.65 | 0.23`,
    first: ['0.93 | Walker | Clean TQR | -', '0.61 | Walker | Soiled TQR | -'],
  },
  {
    what: 'tasks of recognition are no rates',
    caption: 'Results of all agents.',
    written: `Agent | CIR | NER | OCR
      ---
      Walker @ | 0.93 | 0.61 | 0.39
      LumNet (ours) | 0.95 | 0.65 | 0.23`,
    first: ['0.61 | Walker | - | NER'],
    from: 1,
  },
  {
    what: 'a capital behind all metrics is one, before them a setting',
    caption: 'Collapse of models.',
    written: `Model | N | Acc(T) | Acc(U) | C
      ---
      Walker @ | 2782 | 78.1 | 70.7 | 99.3
      LumNet (ours) | 2557 | 80.6 | 83.4 | 43.1`,
    first: ['78.1 | Walker | Acc(T) | -', '70.7 | Walker | Acc(U) | -', '99.3 | Walker | C | -'],
  },
  {
    what: 'a heading gives the metric of the rows below it',
    caption: 'Ablation of the graph.',
    written: `Metric | Graph on | Graph off
      ---
      Success rate | 59% | 100%
      <c3>By difficulty (success rate)
      Easy | 98% | 99%`,
    first: ['98 | Graph on | Success rate | By difficulty (success rate) / Easy'],
    from: 2,
  },
  {
    what: 'rows below the head "Metric" are metrics, whatever the caption names, and numbers beside "Model" are headers',
    caption: 'Classification accuracy at several resolutions.',
    written: `Model | Metric | 96 | 160
      ---
      <r2>Walker | Top-1 | 36.62 | 63.82
      Kept | 60.54 | 84.54
      <r2>LumNet (ours) | Top-1 | 45.46 | 70.00
      Kept | 69.58 | 87.52`,
    first: ['36.62 | Walker | Top-1 | 96', '63.82 | Walker | Top-1 | 160', '60.54 | Walker | Kept | 96'],
  },
  {
    what: 'domains name the data',
    caption: 'Routing controls.',
    written: `Domain | Routing | HR | NDCG
      ---
      <r2>Beads | Walker | 0.0503 | 0.0355
      LumNet (ours) | 0.0563 | 0.0387
      <r2>Kites | Walker | 0.0550 | 0.0376
      LumNet (ours) | 0.0592 | 0.0410`,
    first: ['0.0503 | Walker | HR | Beads', '0.0355 | Walker | NDCG | Beads'],
  },
  {
    what: 'a caption names its data after a word for what it is like',
    caption: 'Phase recognition on the private LumPriv16 dataset',
    written: 'Method | Accuracy\n---\nWalker @ | 68.2\nLumNet (ours) | 74.5',
    first: ['68.2 | Walker | Accuracy | LumPriv16'],
  },
  {
    what: 'a number names a part of the data that the caption names',
    caption: 'Detection on LUMCOCO at several resolutions.',
    written: `Model | Metric | 384 | 512
      ---
      <r2>Walker | mAP | 3.7 | 5.6
      AP50 | 8.4 | 12.8
      <r2>LumNet (ours) | mAP | 6.1 | 6.8
      AP50 | 13.2 | 15.1`,
    first: ['3.7 | Walker | mAP | LUMCOCO / 384', '5.6 | Walker | mAP | LUMCOCO / 512'],
  },
  {
    what: 'a caption without a number begins with a task',
    caption: 'Kite Racing performance and use of resources.',
    written: 'Method | Return ↑\n---\nWalker @ | 636.6\nLumNet (ours) | 882.0',
    first: ['636.6 | Walker | Return | Kite Racing'],
  },
  {
    what: 'a level that a row leaves empty names no systems',
    caption: 'Test results.',
    written: `Setting | Fused net | Glow Accuracy ↑ | IBS ↓
      ---
      L1 - Plain lamp | — | 61.91 | 0.141
      L2 - Lamp text<r2> | BERT | 61.61 | 0.184
      GPT-2 | 60.22 | 0.143
      L3 - Lamp sound | BERT | 61.55 | 0.142`,
    first: ['61.91 | L1 - Plain lamp | Glow Accuracy | -', '0.141 | L1 - Plain lamp | IBS | -'],
  },
  {
    what: 'a column headed as metrics is of metrics, and the words beside it are data',
    caption: 'Ablation: effect of dimming.',
    written: `Metric | Instance | Baseline | LumNet
      ---
      total_glare | hall01 | 540.00 | 410.00
      dusk_gap | hall01 | 120.50 | 65.20`,
    first: ['540 | Baseline | total_glare | hall01', '410 | LumNet | total_glare | hall01'],
  },
  {
    what: 'in Chinese a rate is a metric',
    caption: 'Results.',
    written: `Model | 点灯率 | 调光率
      ---
      Walker @ | 58.5 | 39.6
      LumNet (ours) | 59.5 | 40.6`,
    first: ['58.5 | Walker | 点灯率 | -', '39.6 | Walker | 调光率 | -'],
  },
  {
    what: 'a metric may stand above the names of systems',
    caption: 'Localization compared on lamps in the hall.',
    written: `Fault<r2> | Detection Rank<c3>
      Repair | Walker | LumNet
      ---
      880 | 22 | 25 | 4
      95 | 73 | 61 | 12
      1294 | 19 | 22 | 3`,
    first: ['22 | Repair | Detection Rank | 880', '25 | Walker | Detection Rank | 880'],
  },
  {
    what: 'a mean speed-up is not the metric of what it compares',
    caption: 'Effectiveness for each lamp.',
    written: `Lamp | Walker @ | LumNet (ours)
      ---
      hall | 16.85 | 11.52
      attic | 17.85 | 12.52
      Mean speedup | 1.0 | 1.5`,
    first: ['16.85 | Walker | - | hall'],
  },
])('$what', ({ caption, written, first, from = 0 }) => {
  const read = lines(caption, written).map((line) => line.split(' | ').slice(1, 5).join(' | '));
  expect(read.slice(from, from + first.length)).toEqual(first);
});

test.each([
  ['Fitted model.', ' | mean | sd | hdi_3%\n---\nperiod | 24.14 | 0.02 | 24.13\nradius | 1.41 | 0.02 | 1.37'],
  ['Observed targets', 'Object | J | SNR\n---\nLM 146 | 7.53 | 210\nLM 143 | 7.07 | 158'],
])('estimates and lists are no results: %s', (caption, written) => {
  expect(lines(caption, written)).toEqual([]);
});
