import { describe, expect, test } from 'vitest';
import { type TablePaper } from '@/lib/domain/tables';
import { tableOf } from '../../../fixtures/tables';
import { readOne, results, lines } from '../../../fixtures/table-lines';

const owns = (caption: string, written: string, paper?: TablePaper) =>
  results(tableOf(caption, written), paper).map(({ isOwn }) => isOwn);

const bests = (written: string) => results(tableOf('Table 1: Results.', written)).map(({ isBest }) => isBest);

describe('headers that hold numbers', () => {
  test('are headers if there is a rule below them and a corner names them', () => {
    expect(
      lines(
        'Table 4: Speed at several lengths.',
        `Model \\ TPS | 256 | 512
         ---
         GPT-2@ | 7229.32 | 7468.27
         LumNet | 7229.52 | 7714.78`,
      ),
    ).toEqual([
      '1,1 | 7229.32 | GPT-2 | TPS | 256 | higher | -',
      '1,2 | 7468.27 | GPT-2 | TPS | 512 | higher | -',
      '2,1 | 7229.52 | LumNet | TPS | 256 | higher | own best',
      '2,2 | 7714.78 | LumNet | TPS | 512 | higher | own best',
    ]);
  });

  test('name nothing by themselves, so that the corner’s name is added', () => {
    expect(
      results(
        tableOf(
          'Table 2: Effect of the number of lamps.',
          `#lamps | AP
           ---
           100 | 48.9
           300 | **51.0**`,
        ),
      ).map(({ system }) => system),
    ).toEqual(['#lamps 100', '#lamps 300']);
  });
});

describe('cells of several numbers', () => {
  test('belong to the systems that a header lists in the same way', () => {
    expect(
      lines(
        'Table 2: Two systems in one cell.',
        `Metric | De | Fr
         ---
         BLEU↑ (base / ours) | 16.2 / **19.0** | 10.4 / 12.3`,
      ),
    ).toEqual([
      '1,1 | 16.2 | base | BLEU | De | higher | -',
      '1,1 | 19 | ours | BLEU | De | higher | own best',
      '1,2 | 10.4 | base | BLEU | Fr | higher | -',
      '1,2 | 12.3 | ours | BLEU | Fr | higher | own best',
    ]);
  });

  test('belong to the metrics that the caption lists in the same way', () => {
    expect(
      lines(
        'Table 2: Results (EM/F1).',
        `Method | BulbQA
         ---
         BM25@ | 32.1/40.2
         LumNet | 45.0/53.3`,
      ),
    ).toEqual([
      '1,1 | 32.1 | BM25 | EM | BulbQA | higher | -',
      '1,1 | 40.2 | BM25 | F1 | BulbQA | higher | -',
      '2,1 | 45 | LumNet | EM | BulbQA | higher | own best',
      '2,1 | 53.3 | LumNet | F1 | BulbQA | higher | own best',
    ]);
  });

  test('are omitted if nothing says whose they are', () => {
    expect(lines('Table 2: Results.', 'Method | BulbQA\n---\nBM25@ | 32.1/40.2\nLumNet | 45.0/53.3')).toEqual(
      [],
    );
  });
});

describe('the paper’s own system', () => {
  test.each([
    ['“Ours”', 'Alpha@ | 1.5\nOurs | 2.5'],
    ['“(ours)”', 'Alpha@ | 1.5\nBeta (ours) | 2.5'],
    ['“this work”', 'Alpha@ | 1.5\nBeta (this work) | 2.5'],
    ['the name that the paper introduces', 'Alpha@ | 1.5\nLumNet-L | 2.5'],
  ])('is recognised by %s', (_, rows) => {
    expect(owns('Table 1: Results.', `Model | F1\n---\n${rows}`)).toEqual([false, true]);
  });

  test('is recognised by the initials of the title', () => {
    const paper = { title: 'Unlit Oil Lamps Burn', abstract: '' };
    expect(owns('Table 1: Results.', 'Model | F1\n---\nAlpha@ | 1.5\nUOL | 2.5', paper)).toEqual([
      false,
      true,
    ]);
  });

  test('is the last row in bold if no row is named as its own', () => {
    expect(owns('Table 1: Results.', 'Model | F1\n---\nAlpha@ | 1.5\nBeta | **2.5**')).toEqual([false, true]);
    expect(owns('Table 1: Results.', 'Model | F1\n---\nAlpha@ | **2.5**\nBeta | 1.5')).toEqual([
      false,
      false,
    ]);
  });

  test('has variants, which are all rows of an ablation without other systems', () => {
    const written = 'Model | F1\n---\nLumNet | 2.5\nw/o glass | 2.1';
    expect(owns('Table 1: Results.', written)).toEqual([true, true]);
    expect(owns('Table 1: Ablation.', 'Loss | F1\n---\nplain | 2.5\nsoft | 2.1')).toEqual([true, true]);
  });
});

describe('the best number', () => {
  test('is chosen by value, whatever is bold, and includes ties', () => {
    expect(bests('Model | F1\n---\nAlpha@ | **1.5**\nBeta@ | 2.5\nOurs | 2.50')).toEqual([false, true, true]);
  });

  test('is undefined if nothing is compared', () => {
    expect(bests('Model | F1\n---\nOurs | 1.5\nOurs | 2.5')).toEqual([undefined, undefined]);
  });

  test('is taken from the page’s bold type if nothing else says which direction is better', () => {
    expect(bests('Model | Glim\n---\nAlpha@ | 1.5\nBeta@ | 2.5\nOurs | **1.2**')).toEqual([
      false,
      false,
      true,
    ]);
    expect(bests('Model | Glim\n---\nAlpha@ | 1.5\nBeta@ | 2.5\nOurs | 1.2')).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('is never a bound', () => {
    expect(bests('Model | Latency (ms)\n---\nAlpha@ | 15\nBeta@ | 25\nOurs | <10')).toEqual([
      true,
      false,
      undefined,
    ]);
  });
});

describe('tables without results', () => {
  test.each([
    [
      'Table 1: Statistics of the data.',
      'Dataset | Train | Test\n---\nLampSet | 1,200 | 300\nBULB | 18 | 12',
    ],
    ['Table 2: Hyper-parameters.', 'Learning rate | 3e-4\nBatch size | 24\nEpochs | 300'],
    ['Table 3: Notation.', 'Symbol | Meaning\n---\nk | number of lamps (default 5)\nm | memory'],
    [
      'Table 4: Comparison with other surveys.',
      'Survey | Year | Lamps\n---\nA@ | 2023 | ×\nThis survey | 2026 | ✓',
    ],
    [
      'Table 5: Benchmarks and their sizes.',
      'Benchmark | Tasks | Sessions\n---\nMem | 12 | 4,200\nLong | 7 | 850',
    ],
    ['', 'a | 1\nb | 2'],
    [
      'Table 6: Patient characteristics.',
      ' | Training | Test\n---\nPatients | 1,200 | 300\nAge | 61.2 ± 10.1 | 60.8 ± 9.9',
    ],
    [
      'Table 7: Models that we evaluate.',
      'Name | # Tokens (B) | # Params. (B)\n---\nLumNet | 569 | 50.6\nOPT | 300 | 66',
    ],
    ['', 'Lamp | 0.41 | 0.37\nWick | 0.28 | 0.24\nTallow | 0.21 | 0.18'],
  ])('are ignored: %s', (caption, written) => {
    expect(readOne(tableOf(caption, written)).kind).toBe('other');
  });

  test('are ignored if their rows do not fit together', () => {
    expect(readOne(tableOf('Table 1: Results.', 'Method | A | B\nx | 1.0 | 2.0\ny | 1.0'))).toMatchObject({
      kind: 'unreadable',
      fault: 'uneven',
    });
  });
});

test('settings and counts in a table of results are not results', () => {
  expect(
    lines(
      'Table 1: Detection on COCO val2017.',
      `Model | Epochs | AP
       ---
       DETR@ | 500 | 42.0
       LumNet | 12 | **46.0**`,
    ).map((line) => line.split(' | ')[0]),
  ).toEqual(['1,2', '2,2']);
});

test('large tables are read completely, with names or without', () => {
  const numbers = Array.from({ length: 99 }, (_, at) => String(at + 0.5)).join(' | ');
  const head = ['Model', ...Array.from({ length: 99 }, (_, at) => `Set${at}`)].join(' | ');
  const body = (label: (at: number) => string) =>
    Array.from({ length: 99 }, (_, at) => `${label(at)} | ${numbers}`).join('\n');
  const read = (label: (at: number) => string) =>
    results(tableOf('Table 1: Results as F1.', `${head}\n---\n${body(label)}`));
  expect(read((at) => `Alpha${at}@`)).toHaveLength(99 * 99);
  expect(read((at) => (at % 2 === 0 ? '✓' : ''))).toHaveLength(99 * 99);
});
