import { describe, expect, test } from 'vitest';
import { readTables, type PaperTable, type TablePaper, type TableResult } from '@/lib/domain/tables';
import type { TableSource } from '@/lib/domain/tables/source';
import { tableOf } from '../../fixtures/tables';

const PAPER: TablePaper = {
  title: 'LumNet: A Network for Lamps',
  abstract: 'We propose LumNet, a network for lamps.',
};

const readOne = (source: TableSource, paper = PAPER): PaperTable => {
  const [table] = readTables([source], paper);
  if (!table) throw new Error('each source gives a table');
  return table;
};

const results = (source: TableSource, paper = PAPER): readonly TableResult[] => {
  const table = readOne(source, paper);
  return table.kind === 'results' ? table.results : [];
};

/** A result on one line: place, system, metric, data, what is better, marks. */
const lineOf = (result: TableResult): string =>
  [
    `${result.row},${result.column}`,
    result.value,
    result.system,
    result.metric ?? '-',
    result.data ?? '-',
    result.better ?? '-',
    [result.isOwn && 'own', result.isBest && 'best'].filter(Boolean).join(' ') || '-',
  ].join(' | ');

const lines = (caption: string, written: string, rest?: Partial<TableSource>): readonly string[] =>
  results(tableOf(caption, written, rest)).map(lineOf);

const underHeadings = (first: string, second: string) => `Model | F1
       ---
       ${first}<c2>
       Alpha@ | 70.0
       LumNet | 71.0
       ${second}<c2>
       Alpha@ | 60.0
       LumNet | 59.0`;

const owns = (caption: string, written: string, paper?: TablePaper) =>
  results(tableOf(caption, written), paper).map(({ isOwn }) => isOwn);

const bests = (written: string) => results(tableOf('Table 1: Results.', written)).map(({ isBest }) => isBest);

describe('systems in rows', () => {
  test('have their metrics in the columns, with arrows for what is better', () => {
    expect(
      lines(
        'Table 1: Comparison on Lantern-Bench.',
        `Method | Size | Dice ↑ | Blur ↓
         ---
         U-Net@ | 31M | 80.1 | 3.2
         LumNet | 30M | **84.0** | **2.9**`,
      ),
    ).toEqual([
      '1,2 | 80.1 | U-Net | Dice | Lantern-Bench | higher | -',
      '1,3 | 3.2 | U-Net | Blur | Lantern-Bench | lower | -',
      '2,2 | 84 | LumNet | Dice | Lantern-Bench | higher | own best',
      '2,3 | 2.9 | LumNet | Blur | Lantern-Bench | lower | own best',
    ]);
  });

  test('have data above their metrics', () => {
    expect(
      lines(
        'Table 2: Main results.',
        `Method<r2> | Synapse<c2> | ACDC
         Dice | HD95 | Dice
         ---
         U-Net@ | 80.1 | 12.2 | 90.0
         Ours | 79.0 | 9.9 | 91.0`,
      ),
    ).toEqual([
      '2,1 | 80.1 | U-Net | Dice | Synapse | higher | best',
      '2,2 | 12.2 | U-Net | HD95 | Synapse | lower | -',
      '2,3 | 90 | U-Net | Dice | ACDC | higher | -',
      '3,1 | 79 | Ours | Dice | Synapse | higher | own',
      '3,2 | 9.9 | Ours | HD95 | Synapse | lower | own best',
      '3,3 | 91 | Ours | Dice | ACDC | higher | own best',
    ]);
  });

  test('have the metric of the caption where the columns are data', () => {
    expect(
      lines(
        'Table 3: Accuracy (%) with standard deviation.',
        `Model | Cora | Pubmed
         ---
         GCN@ | 81.5 | 79.0
         LumNet | 83.0 ± 0.7 | **79.5 ± 0.3**`,
      ),
    ).toEqual([
      '1,1 | 81.5 | GCN | Accuracy | Cora | higher | -',
      '1,2 | 79 | GCN | Accuracy | Pubmed | higher | -',
      '2,1 | 83 | LumNet | Accuracy | Cora | higher | own best',
      '2,2 | 79.5 | LumNet | Accuracy | Pubmed | higher | own best',
    ]);
  });

  test('are sorted by headings, which are data only where a system comes under several', () => {
    expect(
      lines('Table 1: Results on LampSet (v1/v2).', underHeadings('Images (v1)', 'Images (v2)')),
    ).toEqual([
      '2,1 | 70 | Alpha | F1 | LampSet v1 | higher | -',
      '3,1 | 71 | LumNet | F1 | LampSet v1 | higher | own best',
      '5,1 | 60 | Alpha | F1 | LampSet v2 | higher | best',
      '6,1 | 59 | LumNet | F1 | LampSet v2 | higher | own',
    ]);
    const sorted = `Model | F1
       ---
       Small<c2>
       Alpha@ | 70.0
       Large<c2>
       LumNet | 59.0`;
    expect(results(tableOf('Table 1: Results on LampSet.', sorted)).map(({ data }) => data)).toEqual([
      'LampSet',
      'LampSet',
    ]);
  });

  test('come after the data that span them', () => {
    expect(
      lines(
        'Table 4: Accuracy on few images.',
        `Dataset | Method | 1-shot | 5-shot
         ---
         miniLamp<r2> | ProtoNet@ | 49.4 | 68.2
         LumNet | **55.1** | **72.0**
         BULB<r2> | ProtoNet@ | 51.3 | 70.7
         LumNet | **60.0** | **75.1**`,
      ).slice(0, 4),
    ).toEqual([
      '1,2 | 49.4 | ProtoNet | Accuracy | miniLamp | higher | -',
      '1,3 | 68.2 | ProtoNet | Accuracy | miniLamp | higher | -',
      '2,2 | 55.1 | LumNet | Accuracy | miniLamp | higher | own best',
      '2,3 | 72 | LumNet | Accuracy | miniLamp | higher | own best',
    ]);
  });

  test('without names are called by what they switch on', () => {
    expect(
      lines(
        'Table 5: Ablation.',
        `CL | EMA | mAP
         ---
          | | 30.1
         ✓ | | 32.0
         ✓ | ✓ | **35.0**`,
      ),
    ).toEqual([
      '1,2 | 30.1 | without CL, EMA | mAP | - | higher | own',
      '2,2 | 32 | CL | mAP | - | higher | own',
      '3,2 | 35 | CL + EMA | mAP | - | higher | own best',
    ]);
  });
});

describe('systems in columns', () => {
  test('are told by the names of the paper’s own and of what it cites', () => {
    expect(
      lines(
        'Table 1: Performance.',
        `Metric | SVM | LumNet
         ---
         Accuracy | 0.81 | **0.90**
         Log loss | 0.40 | **0.31**`,
      ),
    ).toEqual([
      '1,1 | 0.81 | SVM | Accuracy | - | higher | -',
      '1,2 | 0.9 | LumNet | Accuracy | - | higher | own best',
      '2,1 | 0.4 | SVM | Log loss | - | lower | -',
      '2,2 | 0.31 | LumNet | Log loss | - | lower | own best',
    ]);
  });

  test('may stand above their metrics', () => {
    expect(
      lines(
        'Table 2: Comparison.',
        `Dataset<r2> | U-Net@<c2> | LumNet (ours)<c2>
         Dice ↑ | HD95 ↓ | Dice ↑ | HD95 ↓
         ---
         BTCV | 80.1 | 12.2 | 84.0 | 9.9`,
      ),
    ).toEqual([
      '2,1 | 80.1 | U-Net | Dice | BTCV | higher | -',
      '2,2 | 12.2 | U-Net | HD95 | BTCV | lower | -',
      '2,3 | 84 | LumNet (ours) | Dice | BTCV | higher | own best',
      '2,4 | 9.9 | LumNet (ours) | HD95 | BTCV | lower | own best',
    ]);
  });

  test('have headings between their rows, which say more of the data', () => {
    const read = lines(
      'Table 3: F1 on our own data.',
      ` | LumNet | GPT-3@
       ---
       NER | |
       News | 53.6 | 47.7
       Linking | |
       News | 67.2 | 68.0`,
    );
    expect(read).toEqual([
      '2,1 | 53.6 | LumNet | F1 | NER / News | higher | own best',
      '2,2 | 47.7 | GPT-3 | F1 | NER / News | higher | -',
      '4,1 | 67.2 | LumNet | F1 | Linking / News | higher | own',
      '4,2 | 68 | GPT-3 | F1 | Linking / News | higher | best',
    ]);
  });

  test('take metrics that only the text about the table names, for the lines that it speaks of', () => {
    const read = results(
      tableOf(
        'Table 8: Results on public tasks.',
        ` | LumNet | GPT-3@
         ---
         BulbQA | 43.4 | 30.1
         LampTone | 75.1 | 50.6`,
        {
          section: [
            'BulbQA asks about bulbs. We report the exact match accuracy.',
            'LampTone: a task. We report weighted F1.',
          ],
        },
      ),
    );
    expect(read.map(({ metric, metricFrom }) => [metric, metricFrom])).toEqual([
      ['exact match accuracy', 'text'],
      ['exact match accuracy', 'text'],
      ['weighted F1', 'text'],
      ['weighted F1', 'text'],
    ]);
  });
});

describe('headers that hold numbers', () => {
  test('are headers still, where a line is drawn below and a corner names them', () => {
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

  test('name nothing by themselves, so that what heads them is said too', () => {
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
  test('belong to the systems that a header parts in the same way', () => {
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

  test('belong to the metrics that the caption parts in the same way', () => {
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

  test('are left out where nobody says whose they are', () => {
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
    ['the name that the paper gives', 'Alpha@ | 1.5\nLumNet-L | 2.5'],
  ])('is known by %s', (_, rows) => {
    expect(owns('Table 1: Results.', `Model | F1\n---\n${rows}`)).toEqual([false, true]);
  });

  test('is known by the first letters of the title', () => {
    const paper = { title: 'Unlit Oil Lamps Burn', abstract: '' };
    expect(owns('Table 1: Results.', 'Model | F1\n---\nAlpha@ | 1.5\nUOL | 2.5', paper)).toEqual([
      false,
      true,
    ]);
  });

  test('is the last row in bold where nothing names it', () => {
    expect(owns('Table 1: Results.', 'Model | F1\n---\nAlpha@ | 1.5\nBeta | **2.5**')).toEqual([false, true]);
    expect(owns('Table 1: Results.', 'Model | F1\n---\nAlpha@ | **2.5**\nBeta | 1.5')).toEqual([
      false,
      false,
    ]);
  });

  test('has variants, and in an ablation without rivals all rows are such', () => {
    const written = 'Model | F1\n---\nLumNet | 2.5\nw/o glass | 2.1';
    expect(owns('Table 1: Results.', written)).toEqual([true, true]);
    expect(owns('Table 1: Ablation.', 'Loss | F1\n---\nplain | 2.5\nsoft | 2.1')).toEqual([true, true]);
  });
});

describe('which number is best', () => {
  test('goes by the numbers, whatever is bold, and ties are all best', () => {
    expect(bests('Model | F1\n---\nAlpha@ | **1.5**\nBeta@ | 2.5\nOurs | 2.50')).toEqual([false, true, true]);
  });

  test('is not said where nothing is compared', () => {
    expect(bests('Model | F1\n---\nOurs | 1.5\nOurs | 2.5')).toEqual([undefined, undefined]);
  });

  test('is told by the page’s bold type where nothing else says which way is better', () => {
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

  test('leaves out bounds', () => {
    expect(bests('Model | Latency (ms)\n---\nAlpha@ | 15\nBeta@ | 25\nOurs | <10')).toEqual([
      true,
      false,
      undefined,
    ]);
  });
});

describe('tables that report no results', () => {
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
  ])('are left alone: %s', (caption, written) => {
    expect(readOne(tableOf(caption, written)).kind).toBe('other');
  });

  test('and tables whose rows do not fit together are not read at all', () => {
    expect(readOne(tableOf('Table 1: Results.', 'Method | A | B\nx | 1.0 | 2.0\ny | 1.0'))).toMatchObject({
      kind: 'unreadable',
      fault: 'uneven',
    });
  });
});

test('settings and counts of a result table are no results', () => {
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

test('large tables are read whole, with names or with none', () => {
  const numbers = Array.from({ length: 99 }, (_, at) => String(at + 0.5)).join(' | ');
  const head = ['Model', ...Array.from({ length: 99 }, (_, at) => `Set${at}`)].join(' | ');
  const body = (label: (at: number) => string) =>
    Array.from({ length: 99 }, (_, at) => `${label(at)} | ${numbers}`).join('\n');
  const read = (label: (at: number) => string) =>
    results(tableOf('Table 1: Results as F1.', `${head}\n---\n${body(label)}`));
  expect(read((at) => `Alpha${at}@`)).toHaveLength(99 * 99);
  expect(read((at) => (at % 2 === 0 ? '✓' : ''))).toHaveLength(99 * 99);
});
