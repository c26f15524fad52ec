/** Tables whose rows have several names, and where the systems stand. All names and numbers are invented. */
import { expect, test } from 'vitest';
import { lines } from '@/tests/fixtures/table-lines';

/** System, metric and data of each number. */
const read = (caption: string, table: string): readonly string[] =>
  lines(caption, table).map((line) => line.split(' | ').slice(2, 5).join(' | '));

test('names that rows repeat are told apart by the next column, and the head says which are systems', () => {
  expect(
    read(
      'Edits of faces.',
      `
      Procedure | Model | Control | Identity ↑
      ---
      Facelift | Walker | Masked | 0.711
      Facelift | Walker | Prompt | 0.594
      Rhinoplasty | Walker | Masked | 0.703
      Rhinoplasty | Strider | Prompt | 0.630
      `,
    ),
  ).toEqual([
    'Walker / Masked | Identity | Facelift',
    'Walker / Prompt | Identity | Facelift',
    'Walker / Masked | Identity | Rhinoplasty',
    'Strider / Prompt | Identity | Rhinoplasty',
  ]);
});

test('without heads, the names that repeat below each other name are the systems', () => {
  expect(
    read(
      'Results of the benchmark.',
      `
       |  | Acc
      ---
      <r3>Tabula | B | 91.1
      B++ | 81.8
      MT | 84.5
      ---
      <r3>Swiss | B | 68.0
      B++ | 62.8
      MT | 65.7
      `,
    )[4],
  ).toBe('B++ | Acc | Swiss');
});

test('bold numbers that are the highest of their rows show that the columns are compared', () => {
  expect(
    read(
      'Test accuracy (%) of each objective.',
      `
      Task | Backbone | Det. | VIB | NIB | CEB | AIB
      ---
      Digits | MLP | 98.33 | 98.28 | 98.10 | 98.26 | **98.49**
      Digits | CNN | 99.13 | 99.19 | 99.21 | 99.25 | **99.28**
      Pets | MLP | 83.12 | 82.65 | 83.02 | 82.34 | **83.96**
      Pets | CNN | 83.40 | 82.94 | 82.61 | 82.72 | **83.55**
      `,
    )[4],
  ).toBe('AIB | accuracy | Digits / MLP');
});

test('running numbers name nothing', () => {
  expect(
    read(
      'Comparison of accuracy.',
      `
      No. | Benchmark | Walker @ | LumNet (ours)
      ---
      1. | Fjord | 42.0 | 50.3
      2. | Brook | 50.4 | 63.8
      `,
    )[3],
  ).toBe('LumNet (ours) | accuracy | Brook');
});

test('the only names of rows below systems are data, whatever their head', () => {
  expect(
    read(
      'F-score when a category is left out.',
      `
      <r2>Category | <c2>F-score ↑
      Walker @ | LumNet (ours)
      ---
      Couch | 63.2 | 73.6
      Bench | 76.0 | 83.7
      `,
    )[3],
  ).toBe('LumNet (ours) | F-score | Bench');
});

test('a heading across the numbers applies to the rows below it, although its row is short', () => {
  expect(
    read(
      'Accuracy of models.',
      `
      Task | Walker @ | Strider @ | LumNet (ours)
      ---
       | <c3>Reasoning
      ---
      Easy | 70.2 | 71.7 | 74.2
      Hard | 41.6 | 44.5 | 43.4
      `,
    )[0],
  ).toBe('Walker | Accuracy | Reasoning / Easy');
});
