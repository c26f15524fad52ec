import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults understands phrases:', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'the measure of a difference, after the noun',
      'Our tutor achieves 14% gains in task progress and 9% in success rate.',
      ['14% task progress change own', '9% Success rate change own'],
    ],
    [
      'a long name that ends in a metric',
      'We see a 1-3% relative increase in bird call recognition accuracy.',
      ['1-3% Accuracy change own'],
    ],
    [
      'a price per unit',
      'The cascade achieves a 2-25x reduction in average price per token.',
      ['2-25x price per token ratio own'],
    ],
    [
      'as many measures as there are differences',
      'Our compiler brings 17% and 14% improvements in syntax and meaning.',
      ['17% syntax change own', '14% meaning change own'],
    ],
    [
      'a place, which is not a measure',
      'Our policy yields a 45% improvement in kitchen environments.',
      ['45% null change own'],
    ],
    [
      'where it was measured, in one word',
      'Our policy yields 22% gains in-distribution and 13% out-of-distribution.',
      ['22% null change own', '13% null change own'],
    ],
    [
      'only better performance',
      'Our encoder achieves 8% higher performance on Surrey.',
      ['8% null change own'],
    ],
    [
      'performance if the sentence began with the metric',
      'In terms of Pearson correlation, our model achieves 8% higher performance on Surrey.',
      ['8% Pearson correlation change own'],
    ],
    [
      'short forms after signed numbers, one of them known',
      'Online we see +2.9% CTR, +3.7% IPV and +2.1% TVR.',
      ['+2.9% Click-through rate change own', '+3.7% IPV change own', '+2.1% TVR change own'],
    ],
    [
      'an event at a rate',
      'Tutors still show flattery at a rate of 43% on average.',
      ['43% flattery level own'],
    ],
    [
      'a short form that changes on a dataset',
      'Our decoder improves TPF on Surrey from 2.0 to 5.5.',
      ['2.0 TPF level baseline', '5.5 TPF level own'],
    ],
    [
      'a score by its name, as a second subject',
      'Accuracy improves from 69% to 96% and PickScore increases from 20.4 to 23.8.',
      [
        '69% Accuracy level baseline',
        '96% Accuracy level own',
        '20.4 PickScore level baseline',
        '23.8 PickScore level own',
      ],
    ],
    [
      'verbs of halving and widening',
      'We see the tool gap widening from 7% to 56%, halving expressed doubt (25% to 13%).',
      [
        '7% tool gap level baseline',
        '56% tool gap level own',
        '25% expressed doubt level baseline',
        '13% expressed doubt level own',
      ],
    ],
    [
      'a pass rate that is called an accuracy',
      'Our prover raises pass@16 accuracy from 24.4% to 33.6%.',
      ['24.4% Pass@16 level baseline', '33.6% Pass@16 level own'],
    ],
    [
      'one number for two objects',
      'Our filter reduces missed turns and unsafe stops by over 60%.',
      ['60% missed turns and unsafe stops bound own'],
    ],
    [
      'an action as the object, and a required number',
      'Our tools improve successful plan execution by 87%, reducing the number of required training frames by 25%.',
      ['87% successful plan execution change own', '25% training frames change own'],
    ],
    [
      'a decrease of a count',
      'Our decoder reduces decoding steps from 256 to 30 on Surrey.',
      ['256 decoding steps level baseline', '30 decoding steps level own'],
    ],
    [
      'the share of a quality that is retained, without its owner',
      "The pruned model retains 93% of the teacher's dialogue quality.",
      ['93% dialogue quality ratio own'],
    ],
    [
      'two values of a comparison in a bracket',
      'Strong agents need fewer tuning steps (12 vs. 22) and show a larger drift (21.8 m vs 4.1 m).',
      [
        '12 tuning steps level own',
        '22 tuning steps level baseline',
        '21.8 m drift level own',
        '4.1 m drift level baseline',
      ],
    ],
    [
      'a share with its total',
      'Our agent wins in 10 of 16 evaluation settings and finds 5/12 planted attacks.',
      ['10 of 16 evaluation settings ratio own', '5/12 planted attacks ratio own'],
    ],
    [
      'the number of cases in which a value was reached',
      'Our ray finds a sensitivity of 100% in 28 out of 32 patients.',
      ['100% Sensitivity level own', '28 out of 32 Sensitivity ratio own'],
    ],
    ['the number of passed tests', 'Our agent passes 38 public tests.', ['38 public tests level own']],
    ['an effect size', 'The tutor helps (d = 0.41, p = 0.002).', ['0.41 Effect size level own']],
    [
      'a unit shared by two ends, in the bracket after their difference',
      'Training time drops by 63% (from 30 to 11 minutes).',
      [
        '63% Training time change own',
        '30 Training time level baseline',
        '11 minutes Training time level own',
      ],
    ],
    [
      'a unit shared by two differences',
      'Our tuner improves recall by 8 and 4 points over Aton.',
      ['8 Recall change own', '4 points Recall change own'],
    ],
    [
      'a range of factors',
      'Our cache improves throughput by 1.6x to 3.8x over Aton.',
      ['1.6x to 3.8x Throughput ratio own'],
    ],
    [
      'a value compared with the previous one',
      'Stiffness is read with R^2 = 0.50, compared with 0.12 for the rest.',
      ['0.50 R² level own', '0.12 R² level baseline'],
    ],
    [
      'an age error in years',
      'We observe a mean absolute error of 2.74 years for women and 2.77 years for men.',
      ['2.74 MAE level own', '2.77 MAE level own'],
    ],
    [
      'how often something is correct',
      'Our ranker finds the expert 79.5% of the time.',
      ['79.5% null ratio own'],
    ],
    [
      'speeds by their short forms',
      'Our server achieves an average of 1,338 TPS at batch size 1.',
      ['1,338 TPS Throughput level own'],
    ],
    [
      'a whole number for compression',
      'Our codec achieves a compression rate of 14.',
      ['14 Compression ratio level own'],
    ],
    [
      'measures in the plural',
      'Draws are common for easy queries, with risk ratios of 1.37 and 1.35.',
      ['1.37 risk ratios level own', '1.35 risk ratios level own'],
    ],
    [
      'the increase of a metric',
      'Our fusion achieves an increase in mAP of 3.0%, 1.9% and 2.5% on three sets.',
      ['3.0% mAP change own', '1.9% mAP change own', '2.5% mAP change own'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults understands whose result it is:', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'the subject after a comparison',
      'Compared with strong multimodal baselines, Aton achieves better results (accuracy 87.3%).',
      ['87.3% Accuracy level own'],
    ],
    [
      'a second verb of the subject',
      'Aton improves over the strongest baseline, achieves a GREEN score of 0.80, and reads aloud.',
      ['0.80 GREEN score level own'],
    ],
    [
      'a clause after a colon',
      'Aton outperforms the baselines: it wins all and reaches 63.8% accuracy.',
      ['63.8% Accuracy level own'],
    ],
    [
      'the field in which a system leads',
      'Our model leads on recall (0.89) and coverage (0.94).',
      ['0.89 Recall level own', '0.94 Coverage level own'],
    ],
    [
      'experts who verify',
      'The expert validation ensures a low error rate (2.7%).',
      ['2.7% Error rate level own'],
    ],
    [
      'chance level',
      'The best accuracy is 63.8%, only modestly above the 50% random baseline.',
      ['63.8% Accuracy level own', '50% Accuracy level baseline'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults ignores conditions:', () => {
  it.each([
    ['the amount left out', 'At compression ratios of 80% and 50%, Aton wins.'],
    [
      'the range of peak widths',
      'The peaks span over nearly four orders of magnitude, and the model is faster.',
    ],
    ['ratios that were varied', 'Aton improves on others across all masking ratios.'],
    ['a name that begins like a unit', 'We detect all 80 MS-COCO classes in real-time.'],
  ])('%s', (_what, text) => {
    expect(read(text)).toEqual([]);
  });
});
