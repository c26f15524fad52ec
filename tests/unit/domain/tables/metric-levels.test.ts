/** Which headers are metrics, by the evidence of all headers beside them. All names and numbers are invented. */
import { expect, test } from 'vitest';
import { lines } from '@/tests/fixtures/table-lines';

/** System, metric and data of each number. */
const read = (caption: string, table: string): readonly string[] =>
  lines(caption, table).map((line) => line.split(' | ').slice(2, 5).join(' | '));

test('equal headers below each system are metrics where the rows are data', () => {
  expect(
    read(
      'Comparison of pruning algorithms.',
      `
      <r2>Dataset | <c2>Walker @ | <c2>LumNet (ours)
      Pr | Pg | Pr | Pg
      ---
      Fjord | 0.98 | 0.79 | 1.00 | 0.75
      Brook | 1.00 | 0.99 | 0.99 | 0.98
      `,
    ),
  ).toContain('LumNet (ours) | Pg | Brook');
});

test('everyday words over benchmarks only group them where the caption names the metric', () => {
  expect(
    read(
      'Accuracy on memory benchmarks.',
      `
      <r2>Method | <c2>Conversational memory | <c2>Long-term memory
      LoBro | MemFjord | LoBro-2 | EvoBrook
      ---
      Walker @ | 52.3 | 4.5 | 86.7 | 49.3
      LumNet (ours) | 58.8 | 10.3 | 92.8 | 67.2
      `,
    )[1],
  ).toBe('Walker | Accuracy | Conversational memory / MemFjord');
});

test('a metric over plain words is theirs although they stand beside metrics', () => {
  expect(
    read(
      'Long-horizon benchmarks.',
      `
      <r2>Model | <c2>DeepBrook: Acc. | WideFjord | MarkBro
      Shopping | Travel | item F1 | Pass rate
      ---
      LumNet (ours) | 4.17 | 0.50 | 18.77 | 12.82
      Walker | 3.10 | 0.40 | 17.70 | 11.80
      `,
    ).slice(0, 3),
  ).toEqual([
    'LumNet (ours) | Acc. | DeepBrook / Shopping',
    'LumNet (ours) | Acc. | DeepBrook / Travel',
    'LumNet (ours) | item F1 | WideFjord',
  ]);
});

test('arrows make no metrics of benchmarks', () => {
  expect(
    read(
      'Quality after skipping layers.',
      `
      Method | WikiText-2 NLL ↓ | HellaSwag ↑ | PIQA ↑ | Avg. ↑
      ---
      Dense | 2.76 | 48.0 | 68.0 | 58.0
      LumNet (ours) | 2.97 | 41.0 | 64.0 | 52.5
      `,
    ).slice(0, 3),
  ).toEqual(['Dense | NLL | WikiText-2', 'Dense | accuracy | HellaSwag', 'Dense | accuracy | PIQA']);
});

test('words in brackets are metrics if one of them is', () => {
  expect(
    read(
      'Main results on tool use.',
      `
      Method | BrowseBro-Plus (Acc) | AppFjord (TGC) | FanBrook (Judge)
      ---
      Walker | 73.49 | 82.10 | 55.81
      LumNet (ours) | 80.60 | 91.70 | 60.00
      `,
    ).slice(0, 3),
  ).toEqual(['Walker | Accuracy | BrowseBro-Plus', 'Walker | TGC | AppFjord', 'Walker | Judge | FanBrook']);
});

test('names beside data with their metrics are data', () => {
  const all = read(
    'Scores after training on junk.',
    `
    Task | Walker @ | LumNet (ours)
    ---
    Easy Acc. | 70.2 | 77.8
    Challenge Acc. | 41.6 | 47.9
    Variable tracking | 22.4 | 98.0
    `,
  );
  expect(all).toContain('Walker | Acc | Easy');
  expect(all.filter((line) => line.includes('| Variable tracking |'))).toEqual([]);
});

test('a header over a unit is measured in it', () => {
  expect(
    read(
      'Quality and time on summarization.',
      `
      Model | Tinfer | CNN | WMT
       | s | R1 | BLEU
      ---
      MHA-Large | 0.37 | 42.9 | 27.7
      GQA-8 | 0.28 | 43.5 | 28.4
      `,
    ).slice(0, 3),
  ).toEqual(['MHA-Large | Tinfer | -', 'MHA-Large | R1 | CNN', 'MHA-Large | BLEU | WMT']);
});

test('differences of a metric, numbers of features, lengths and tests are no results', () => {
  const all = lines(
    'Results on the Brook dataset.',
    `
    Variant | MAE | ΔMAE | Feat. | Avg Length | p-value
    ---
    Full | 123.1 | 0.0 | 23 | 3.37 | 0.02
    w/o mixing | 124.2 | 1.1 | 22 | 2.79 | 0.03
    `,
  );
  expect(all).toHaveLength(2);
});

test('a cost that the caption names aside is not what the table measures', () => {
  const [first] = lines(
    'Overview of models. Scores are means of categories. Cost uses the throughput at $2.49 an hour.',
    `
    Model | Fjord | Brook | Cost
    ---
    Walker | 85.2 | 66.6 | 154
    LumNet | 84.1 | 65.7 | 56
    `,
  );
  expect(first).toContain('| Score | Fjord |');
});
