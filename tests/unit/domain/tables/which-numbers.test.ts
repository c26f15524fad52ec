/**
 * Which numbers of a table are results, and which are years, differences or frequencies. All names and numbers are
 * invented.
 */
import { expect, test } from 'vitest';
import { lines, readOne } from '@/tests/fixtures/table-lines';
import { tableOf } from '@/tests/fixtures/tables';

test('a dash next to a number does not affect the number', () => {
  expect(
    lines(
      'Results on MOTH.',
      `
      Method | Acc-2 ↑
      ---
      Walker @ | - / 83.0
      Runner @ | - / -
      LumNet | 85.1
      `,
    ),
  ).toEqual([
    '1,1 | 83 | Walker | Acc-2 | MOTH | higher | -',
    '3,1 | 85.1 | LumNet | Acc-2 | MOTH | higher | own best',
  ]);
});

test('a column of years or steps before the names of systems is no result', () => {
  const read = lines(
    'Analysis on CANDLE-5.',
    `
    Iter. | Target | Depth | FID↓ | IS↑
    ---
    400K | Alto-L | 8 | 12.5 | 90.7
    400K | Brio-B | 8 | 11.9 | 92.9
    400K | Brio-L | 6 | 10.3 | 106.5
    400K | Brio-L | 8 | 10.0 | 106.6
    `,
  );
  expect(read.map((line) => line.split(' | ').slice(0, 4).join(' | '))).toEqual([
    '1,3 | 12.5 | Alto-L | FID',
    '1,4 | 90.7 | Alto-L | IS',
    '2,3 | 11.9 | Brio-B | FID',
    '2,4 | 92.9 | Brio-B | IS',
    '3,3 | 10.3 | Brio-L | FID',
    '3,4 | 106.5 | Brio-L | IS',
    '4,3 | 10 | Brio-L | FID',
    '4,4 | 106.6 | Brio-L | IS',
  ]);
});

const kindOf = (caption: string, table: string): string => readOne(tableOf(caption, table)).kind;

test('a comparison under the same prompts reports results, a list of prompts does not', () => {
  const written = `
    Model | Birds | Boats
    ---
    Walker | 0.48 | 0.41
    LumNet | 0.60 | 0.50
    `;
  const prompts = `
    Model | Prompt | Words
    ---
    Walker | Name the lamp in the hall | 6
    LumNet | Say which lamp is on, and why | 7
    `;
  expect(kindOf('Comparison of Pearson correlation given the same set of prompts.', written)).toBe('results');
  expect(kindOf('The prompts of each model and their length.', prompts)).toBe('other');
});

test('differences between rows are no results', () => {
  const read = lines(
    'Accuracy on LANTERN-B.',
    `
    Method | BEAM | Δ
    ---
    Walker @ | 70.1 | 0.0
    LumNet | 72.3 | 2.2
    Improv. (%) | 3.1 | 2.2
    `,
  );
  expect(read.map((line) => line.split(' | ').slice(0, 3).join(' | '))).toEqual([
    '1,1 | 70.1 | Walker',
    '2,1 | 72.3 | LumNet',
  ]);
});

test('tests of two systems beside them are no results', () => {
  const read = lines(
    'Error of LumNet and Walker.',
    'Dataset | Walker @ | LumNet | P-value | Cohen’s d\n---\nLANTERN-B | 33.4 | 30.2 | 0.02 | 0.64\nBEAM | 17.5 | 14.7 | 0.31 | 0.28',
  );
  expect(read.map((line) => line.split(' | ')[2])).toEqual(['Walker', 'LumNet', 'Walker', 'LumNet']);
});

test('the metric may end the names of systems, and their speedup is none', () => {
  const read = lines(
    'Lamps on a board.',
    'Task | Kind | Board | GPU latency (ms) | LumNet latency (ms) | Speedup\n---\nhall | wide | A | 30.6 | 20.8 | 1.5\nattic | low | B | 42.3 | 43.2 | 1.0\nstairs | steep | A | 45.1 | 28.3 | 1.6',
  );
  expect(read.slice(0, 2).map((line) => line.split(' | ').slice(1, 4).join(' | '))).toEqual([
    '30.6 | GPU latency (ms) | latency (ms)',
    '20.8 | LumNet latency (ms) | latency (ms)',
  ]);
  expect(read).toHaveLength(6);
});

test('the outcomes of comparisons are metrics, of which winning is better', () => {
  const read = lines(
    'Human evaluation of LumNet against others.',
    'Against | Win | Tie | Lose\n---\nWalker @ | 51.5 | 20.6 | 27.9\nRunner @ | 55.2 | 21.9 | 22.9',
  );
  expect(read.slice(0, 3).map((line) => line.split(' | ').slice(1, 6).join(' | '))).toEqual([
    '51.5 | Walker | Win | - | higher',
    '20.6 | Walker | Tie | - | -',
    '27.9 | Walker | Lose | - | lower',
  ]);
  const rows = lines(
    'Human evaluation of fluency.',
    'Alto-3 | Fluency | Coherence\n---\nVanilla | 27.9 | 23.5\nTie | 20.6 | 32.4\n+ LumNet | 51.5 | 44.1',
  );
  expect(rows.map((line) => line.split(' | ')[2])).toEqual(['Vanilla', 'Vanilla', '+ LumNet', '+ LumNet']);
});

test('frequencies of labels are no results', () => {
  const written = 'Label | Freq. | Count\n---\nBeam | 2.49% | 449\nGlow | 0.80% | 184\nTorch | 1.2% | 231';
  expect(readOne(tableOf('Labels of the corpus.', written)).kind).toBe('other');
});
