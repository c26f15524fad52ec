import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fitChoice } from '@/lib/cli/train/conditional-logit';
import { readNameVectors } from '@/lib/cli/train/name-vectors';
import { countNeighbours, wordsOfText, type Neighbours } from '@/lib/cli/train/neighbour-counts';
import { principalRows } from '@/lib/cli/train/principal-rows';
import { wordOfKey } from '@/lib/cli/train/word-of-key';

const dot = (a: ArrayLike<number> = [], b: ArrayLike<number> = []): number =>
  Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

const cosine = (a?: ArrayLike<number>, b?: ArrayLike<number>): number =>
  dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

describe('features that share', () => {
  // Candidates with feature 0 are right, those with feature 1 wrong; 2 never holds.
  const choices = Array.from({ length: 30 }, () => ({
    features: [[0], [1]],
    isRight: [true, false],
    isNoneRight: false,
  }));
  const vectors = [
    [1, 0],
    [0, 1],
    [1, 0],
  ].map((vector) => ({ group: 0, vector: Float64Array.from(vector) }));

  test('a feature that never held has what holds for one with the same vector', () => {
    const alone = fitChoice(choices, 3);
    const shared = fitChoice(choices, 3, () => Infinity, {
      groups: 1,
      dimensions: 2,
      of: vectors,
      ridge: 1,
    });
    expect(alone.weights[2]).toBe(0);
    expect(shared.weights[2]).toBeGreaterThan(0.5);
    expect(shared.weights[2]).toBeCloseTo(shared.weights[0] ?? NaN);
    expect(shared.weights[1]).toBeLessThan(0);
  });
});

test.each([
  ['last dataset', { place: 'last', word: 'dataset' }],
  ['earlier before evaluate', { place: 'earlier before', word: 'evaluate' }],
  ['earlier preceded the plural', { place: 'earlier preceded', word: 'the' }],
  ['number followed on before', { place: 'number followed before', word: 'on' }],
  ['number preceded of after in', { place: 'number preceded after', word: 'of' }],
  ['way before of_the', undefined],
  ['form singular name before', undefined],
])('the word of the feature %j', (key, expected) => {
  expect(wordOfKey(key)).toEqual(expected);
});

test('words of a text are in lower case, and numbers are one sign', () => {
  expect(wordsOfText('On Kent-2 we reach 93.6% (Dice).')).toEqual([
    'on',
    'kent-2',
    'we',
    'reach',
    '#',
    '(',
    'dice',
    ')',
    '.',
  ]);
});

describe('neighbours of words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-neighbours-'));
  let found: Neighbours;
  beforeAll(async () => {
    const sentences = [
      'we test on the kent benchmark today .',
      'we test on the kent leaderboard today .',
      'a surgeon moves her instrument slowly .',
    ];
    const rows = Array.from({ length: 75 }, (_, at) => ({
      id: `2601.${String(10_000 + at)}`,
      title: 'A study',
      abstract: sentences[at % 3],
      categories: 'cs.CL',
      published: '2026-01-02',
    }));
    const file = join(folder, 'corpus.jsonl');
    writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    found = await countNeighbours(file);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('each word that is frequent has a row', () => {
    expect(found.words).toContain('leaderboard');
    expect(found.counts[found.words.indexOf('kent')]).toBe(50);
    expect(found.matrix.starts).toHaveLength(found.words.length + 1);
  });

  test('words that stand between the same words have nearly the same vector, others not', () => {
    const rows = principalRows(found.matrix, 4);
    const of = (word: string): Float64Array | undefined => rows[found.words.indexOf(word)];
    expect(cosine(of('benchmark'), of('leaderboard'))).toBeGreaterThan(0.95);
    expect(cosine(of('benchmark'), of('instrument'))).toBeLessThan(0.5);
  });
});

test('the vectors that names are fitted with know words of data from others', () => {
  const vectorOf = readNameVectors();
  expect(cosine(vectorOf('benchmark'), vectorOf('dataset'))).toBeGreaterThan(
    cosine(vectorOf('benchmark'), vectorOf('patient')),
  );
  expect(vectorOf('a word that no text has')).toBeUndefined();
});
