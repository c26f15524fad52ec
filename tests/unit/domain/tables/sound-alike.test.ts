/** Headers and captions that look like metrics, systems or data and are something else. All names and numbers are invented. */
import { describe, expect, test } from 'vitest';
import { lines } from '@/tests/fixtures/table-lines';

/** Of each number: its value, system, metric, data, better direction and whether it is the paper's own. */
const factsOf = (caption: string, written: string): readonly string[] =>
  lines(caption, written).map((line) =>
    line
      .split(' | ')
      .slice(1)
      .join(' | ')
      .replace(/ best$/, ''),
  );

interface Case {
  readonly what: string;
  readonly caption: string;
  readonly written: string;
  /** The first results. */
  readonly first: readonly string[];
}

describe('tables', () => {
  test.each<Case>([
    {
      what: 'a header that models are tested for is data beside others, although it is also a metric',
      caption: 'Strength of each behaviour by what is steered.',
      written: `Method | Flattery | Hallucination | Refusal
        ---
        Alpha@ | 1.41 | 3.88 | 7.90`,
      first: [
        '1.41 | Alpha | - | Flattery | - | -',
        '3.88 | Alpha | - | Hallucination | - | -',
        '7.9 | Alpha | - | Refusal | - | -',
      ],
    },
    {
      what: 'MAE is a system beside other ways of pre-training',
      caption: 'Top-1 accuracy on ALTO-3.',
      written: `Backbone | MAE | DINO | MoCo
        ---
        WickNet@ | 61.2 | 64.1 | 63.0`,
      first: ['61.2 | WickNet | Top-1 accuracy | ALTO-3 / MAE | higher | -'],
    },
    {
      what: 'MAE is a metric beside others',
      caption: 'Results on ALTO-3.',
      written: `Method | MAE | Correlation
        ---
        Alpha@ | 0.71 | 0.64`,
      first: ['0.71 | Alpha | MAE | ALTO-3 | lower | -'],
    },
    {
      what: 'spreads beside their numbers are no results',
      caption: 'Accuracy on ALTO-3.',
      written: `Model | Acc. | SE | ±
        ---
        Alpha@ | 50.1 | 0.4 | 0.2`,
      first: ['50.1 | Alpha | Acc. | ALTO-3 | higher | -'],
    },
    {
      what: 'the range of a scale below its header is no data',
      caption: 'Ratings by people.',
      written: `Method | Glow (↑) | Readability (↑)
        (Range) | (0.0−1.0) | (1 to 5)
        ---
        Alpha@ | 0.56 | 2.46`,
      first: ['0.56 | Alpha | Glow | - | higher | -', '2.46 | Alpha | Readability | - | higher | -'],
    },
    {
      what: 'headings that say how systems were trained are no data, and the caption names the whole of its parts',
      caption: 'LumNet is better for every language in LUMI. All are trained with float16 precision.',
      written: `Model | en | fr
        ---
        Fine-tuned on the English training set<c3>
        Alpha@ | 85.4 | 78.5
        LumNet | 85.6 | 79.6
        Fine-tuned on all training sets<c3>
        Alpha@ | 85.5 | 81.5
        LumNet | 85.9 | 81.7`,
      first: ['85.4 | Alpha | - | LUMI / en | - | -', '78.5 | Alpha | - | LUMI / fr | - | -'],
    },
    {
      what: 'rows whose head says that they are data are data too',
      caption: 'Recall and precision of the retriever.',
      written: `Retrieval Task (Top 10) | Recall | Precision
        ---
        Lumora | 90.1 | 71.0`,
      first: [
        '90.1 | Lumora | Recall | Lumora | higher | -',
        '71 | Lumora | Precision | Lumora | higher | -',
      ],
    },
    {
      what: 'data without a name are distinguished from the training data',
      caption: 'Performance on in-distribution tasks.',
      written: `Model | Success Rate
        ---
        Alpha@ | 99.5%
        LumNet | 99.7%`,
      first: ['99.5 | Alpha | Success Rate | in-distribution tasks | higher | -'],
    },
    {
      what: 'costs that a caption compares are its metric, and "the lower, the better" their direction',
      caption: 'Comparison of burning steps with other lamps (the lower, the better).',
      written: `Method | Hall | Shed
        ---
        Alpha@ | 7.3 | 10.1`,
      first: [
        '7.3 | Alpha | burning steps | Hall | lower | -',
        '10.1 | Alpha | burning steps | Shed | lower | -',
      ],
    },
    {
      what: 'a caption says what the two numbers below a header are',
      caption: 'We report accuracy for RIME, and Spearman/Pearson correlation for LUMI-B.',
      written: `Model | RIME | LUMI-B
        ---
        Alpha@ | 72.2 | 89.6/89.8`,
      first: [
        '72.2 | Alpha | accuracy | RIME | higher | -',
        '89.6 | Alpha | Spearman | LUMI-B | higher | -',
        '89.8 | Alpha | Pearson | LUMI-B | higher | -',
      ],
    },
    {
      what: 'additions beside those marked as the paper’s own are those of others',
      caption: 'Results on ALTO-3.',
      written: `Training data | EM | F1
        ---
        Baseline | 78.0 | 81.2
        + WICK | 77.8 | 81.0
        + Flame (ours) | 79.3 | 82.4`,
      first: [
        '78 | Baseline | EM | ALTO-3 | higher | -',
        '81.2 | Baseline | F1 | ALTO-3 | higher | -',
        '77.8 | + WICK | EM | ALTO-3 | higher | -',
        '81 | + WICK | F1 | ALTO-3 | higher | -',
        '79.3 | + Flame (ours) | EM | ALTO-3 | higher | own',
      ],
    },
    {
      what: 'values of a setting have no name, so that all are the paper’s own',
      caption: 'Performance of LumNet on ALTO-3 by the number n of warm-up rounds.',
      written: `Setting | Recall | Precision
        ---
        n=1 | 50.6 | 61.3
        n=5 | 50.0 | 60.9`,
      first: ['50.6 | n=1 | Recall | ALTO-3 | higher | own'],
    },
  ])('$what', ({ caption, written, first }) => {
    expect(factsOf(caption, written).slice(0, first.length)).toEqual(first);
  });

  test('have no numbers for spreads', () => {
    expect(
      factsOf('Accuracy on ALTO-3.', 'Model | Acc. | SE | ±\n---\nAlpha@ | 50.1 | 0.4 | 0.2'),
    ).toHaveLength(1);
    const tested = `
      | Style OR <c2> | Depth OR <c2>
      Config | OR | p | OR | p
      ---
      Wick | 13.10 | 0.0001 | 0.49 | .096
      Flame | 11.34 | 0.0001 | 0.45 | .062
      Bulb | 8.21 | 0.0001 | 0.38 | .020
      Lamp | 2.58 | .002 | 2.32 | .006`;
    expect(factsOf('Odds ratios.', tested)).toHaveLength(8);
  });

  test('are measured in rows that the corner calls quantities, so that columns are the systems', () => {
    const [first] = factsOf(
      'Geometry of clips.',
      `Quantity | Data | Small | Large | Lamp-13
      ---
      Pose gap (bl) | 0.000 | 0.381 | 0.236 | 1.447
      Bone bend (deg) | 11.6 | 10.6 | 11.3 | 0.0
      Foot slide (bl/s) | 2.02 | 2.32 | 1.84 | 3.80
      Root travel (bl) | 8.87 | 9.24 | 9.75 | 10.83`,
    );
    expect(first?.split(' | ')[1]).toBe('Data');
  });
});
