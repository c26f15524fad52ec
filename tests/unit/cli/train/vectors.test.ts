import { describe, expect, it } from 'vitest';
import { trainByContrast } from '@/lib/cli/train/contrastive';
import { multiplyRows, transpose, zeros, type Matrix } from '@/lib/cli/train/matrix';
import { createNormal, createRandom, shuffled } from '@/lib/cli/train/random';
import { contentStems, countStems, halveSentences, type TextPairs } from '@/lib/cli/train/text-pairs';
import { wordFile } from '@/lib/cli/train/word-vectors';

const random = createRandom(3);

const filled = (rows: number, columns: number): Matrix => ({
  rows,
  columns,
  values: Float64Array.from({ length: rows * columns }, () => random() - 0.5),
});

const at = ({ values, columns }: Matrix, row: number, column: number): number =>
  values[row * columns + column] ?? Number.NaN;

describe('products of matrices', () => {
  it('are the dot products of all rows', () => {
    const [a, b] = [filled(8, 5), filled(12, 5)];
    const product = zeros(8, 12);
    multiplyRows(a, b, product);
    for (let row = 0; row < 8; row += 1)
      for (let column = 0; column < 12; column += 1) {
        const dot = [0, 1, 2, 3, 4].reduce((sum, i) => sum + at(a, row, i) * at(b, column, i), 0);
        expect(at(product, row, column)).toBeCloseTo(dot, 12);
      }
  });

  it('can be transposed', () => {
    const matrix = filled(3, 2);
    const turned = zeros(2, 3);
    transpose(matrix, turned);
    expect(at(turned, 1, 2)).toBe(at(matrix, 2, 1));
  });
});

const drawThree = (seed: number): number[] => Array.from({ length: 3 }, createRandom(seed));

describe('random numbers', () => {
  it('are the same for the same seed, and different for another', () => {
    expect(drawThree(5)).toEqual(drawThree(5));
    expect(drawThree(5)).not.toEqual(drawThree(6));
  });

  it('of the normal distribution have mean 0 and deviation 1', () => {
    const normal = createNormal(createRandom(1));
    const drawn = Array.from({ length: 4000 }, normal);
    const mean = drawn.reduce((sum, x) => sum + x, 0) / drawn.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(drawn.reduce((sum, x) => sum + (x - mean) ** 2, 0) / drawn.length).toBeCloseTo(1, 1);
  });

  it('shuffle without losing anything', () => {
    expect(Array.from(shuffled(50, createRandom(2)).toSorted())).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    );
  });
});

describe('training texts', () => {
  it('are stems without function words and bare numbers', () => {
    expect(contentStems('We segment 12 tumors in 3.5 hours, using the scans')).toEqual([
      'segment',
      'tumor',
      'hour',
      'scan',
    ]);
  });

  it('contain each stem with a number once', () => {
    const counted = countStems(
      ['scan', 'tumor', 'scan', 'rare'],
      new Map([
        ['scan', 4],
        ['tumor', 9],
      ]),
    );
    expect([Array.from(counted.stems), Array.from(counted.counts)]).toEqual([
      [4, 9],
      [2, 1],
    ]);
  });

  it.each([
    ['One sentence alone.', ['One sentence alone.', '']],
    ['First one. Second one.', ['First one.', 'Second one.']],
    [
      'A long first sentence with many words. Short. End.',
      ['A long first sentence with many words.', 'Short. End.'],
    ],
    ['', ['', '']],
  ])('are halved between two sentences: %s', (text, halves) => {
    expect(halveSentences(text)).toEqual(halves);
  });
});

/** Two fields whose papers share words within the field and none across. */
const FIELDS = [
  ['kidney scan lesion', 'renal image tumor'],
  ['speech voice accent', 'audio phoneme word'],
] as const;
const WORDS = FIELDS.flat().flatMap((text) => text.split(' '));
const numbers = new Map(WORDS.map((word, number) => [word, number]));
const asText = (text: string) => countStems(text.split(' '), numbers);
const pairs: TextPairs = {
  words: WORDS,
  idf: Float64Array.from(WORDS, () => Math.LN2),
  papers: Array.from({ length: 40 }, (_, paper) => {
    const [title, abstract] = FIELDS[paper % 2] ?? FIELDS[0];
    return {
      title: asText(title),
      abstract: asText(abstract),
      firstHalf: asText(title),
      secondHalf: asText(abstract),
    };
  }),
};
const options = { dimensions: 4, seed: 1, steps: 60, batch: 8, temperature: 0.2 };

const cosine = (table: Matrix, a: string, b: string): number => {
  const [x, y] = [a, b].map((word) => {
    const row = numbers.get(word) ?? 0;
    return Array.from(table.values.subarray(row * table.columns, (row + 1) * table.columns));
  });
  const dot = (x ?? []).reduce((sum, each, i) => sum + each * (y?.[i] ?? 0), 0);
  return dot / (Math.hypot(...(x ?? [])) * Math.hypot(...(y ?? [])));
};

/** The file that training from a seed produces. */
const bytes = (seed: number) => wordFile(pairs, trainByContrast(pairs, { ...options, seed }), 6);

describe('contrastive training', () => {
  it('moves words of the two texts of a pair together, and the others apart', () => {
    const losses: number[] = [];
    const table = trainByContrast(pairs, { ...options, onStep: (_, loss) => losses.push(loss) });
    expect(cosine(table, 'kidney', 'renal')).toBeGreaterThan(0.7);
    expect(cosine(table, 'kidney', 'audio')).toBeLessThan(0);
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
  });

  it('yields the same bytes for the same seed, and others for another', () => {
    expect(bytes(1)).toEqual(bytes(1));
    expect(bytes(1)).not.toEqual(bytes(2));
  });
});
