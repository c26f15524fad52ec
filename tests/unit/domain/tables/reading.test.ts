import { describe, expect, test } from 'vitest';
import { tableOf } from '../../../fixtures/tables';
import { results, lines } from '../../../fixtures/table-lines';

const underHeadings = (first: string, second: string) => `Model | F1
       ---
       ${first}<c2>
       Alpha@ | 70.0
       LumNet | 71.0
       ${second}<c2>
       Alpha@ | 60.0
       LumNet | 59.0`;

describe('systems in rows', () => {
  test('have their metrics in the columns, with arrows for the better direction', () => {
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

  test('have the caption’s metric if the columns are data', () => {
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

  test('are grouped by headings, which are data only if a system occurs under several', () => {
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

  test('follow the data that span them', () => {
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

  test('are named after what they switch on if they have no names', () => {
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
  test('are recognised by the names of the paper’s own system and of cited ones', () => {
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

  test('may be above their metrics', () => {
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

  test('have rows of data and horizon below a corner that spans both', () => {
    expect(
      lines(
        'Table 2: Forecasts. A lower MSE or MAE is better.',
        `Models<c2> | LumNet (Ours)<c2> | Alpha@<c2>
         Metric<c2> | MSE | MAE | MSE | MAE
         ---
         Lamps<r2> | 96 | 0.334 | 0.368 | 0.329 | 0.369
         Avg | 0.407 | 0.410 | 0.387 | 0.400`,
      ).slice(0, 4),
    ).toEqual([
      '2,2 | 0.334 | LumNet (Ours) | MSE | Lamps / 96 | lower | own',
      '2,3 | 0.368 | LumNet (Ours) | MAE | Lamps / 96 | lower | own best',
      '2,4 | 0.329 | Alpha | MSE | Lamps / 96 | lower | best',
      '2,5 | 0.369 | Alpha | MAE | Lamps / 96 | lower | -',
    ]);
  });

  test('have headings between their rows, which specify the data', () => {
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

  test('use metrics that only the text about the table names, for the rows that it refers to', () => {
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
