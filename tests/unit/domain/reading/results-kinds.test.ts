import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults, by the words around the number,', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'scores of systems before brackets, which are not frequencies',
      'Many systems fail, such as Aton-5 (43.7%) and the random baseline (15.2%).',
      ['43.7% null level own', '15.2% null level baseline'],
    ],
    [
      'ranks, by any metric',
      'Our team ranks 3rd in Macro F1 and 1st in accuracy on the leaderboard.',
      ['3rd Rank level own', '1st Rank level own'],
    ],
    [
      'the measure named in the bracket',
      'Our agent cuts dispersion (median entropy 0.48 vs. 0.13).',
      ['0.48 entropy level own', '0.13 entropy level baseline'],
    ],
    [
      'purposes, not places',
      'Our sampler reduces computational time by over 60% for a whole image volume.',
      ['60% Inference time bound own'],
    ],
    [
      'no action as the subject',
      'Agents that excel at plans fall below 50% under vague orders.',
      ['50% null bound own'],
    ],
    [
      'differences separated by slashes',
      'Binary nets gain with depth (+18.0/+13.5/+3.8 on three sets).',
      ['+18.0 null change own', '+13.5 null change own', '+3.8 null change own'],
    ],
    [
      'averaged metrics, and false positives by their short form',
      'We obtain an 88.4% averaged recall at few FPs.',
      ['88.4% Recall level own'],
    ],
    [
      'a benchmark on which a measure was repeated',
      'Sampling increases accuracy on Surrey from 53.8% to 56.1% and on the Kent benchmark from 58.9% to 63.4%.',
      [
        '53.8% Accuracy level baseline',
        '56.1% Accuracy level own',
        '58.9% Accuracy level baseline',
        '63.4% Accuracy level own',
      ],
    ],
    ['points of difference', 'We achieve 10.9 points better results.', ['10.9 points null change own']],
    [
      'the metric of the sentence before, for what "it" beats',
      'Aton reaches an average accuracy of 64.1. It outperforms Bera (63.2).',
      ['64.1 Accuracy level own', '63.2 Accuracy level baseline'],
    ],
    [
      'a value after "but only"',
      'Aton scores 56.9 on facts but only 44.8 on sums.',
      ['56.9 null level own', '44.8 null level own'],
    ],
    [
      'counts of what was recovered and preserved',
      'Aton recovers 370/378 false vetoes, while preserving 58/59 known rules.',
      ['370/378 false vetoes ratio own', '58/59 known rules ratio own'],
    ],
    [
      'a distance error after a colon',
      'The fit has a mean Chamfer distance error: 0.96 mm on bones.',
      ['0.96 mm Chamfer distance level own'],
    ],
    [
      'a noun of change that is not a verb',
      'Pruning yields smaller drops of 2.1-2.7%.',
      ['2.1-2.7% null change own'],
    ],
    [
      'the best value, which is not a limit',
      'The net obtained the maximum accuracy of 0.9611.',
      ['0.9611 Accuracy level own'],
    ],
    ['a limit before a sign', 'Scores agree with r up to r = 0.96.', ['0.96 Correlation bound own']],
    [
      'an arrow of two signs and a range with a tilde',
      'Loss falls (8.08->6.06), with 2.5~4.5 dB PSNR gains.',
      ['8.08 Loss level baseline', '6.06 Loss level own', '2.5-4.5 dB PSNR change own'],
    ],
    [
      'benchmarks after a colon',
      'Our model delivers strong results: 93.4 on AIME-2025 and 86.7 on HMMT-2025.',
      ['93.4 null level own', '86.7 null level own'],
    ],
    [
      'a second dataset after a rival',
      'Aton reaches 29.6 win rate on Kent against Bera and 7.35 on Surrey.',
      ['29.6 Win rate level own', '7.35 Win rate level own'],
    ],
    ['a solve time', 'The solver has an average solve time of 5 ms.', ['5 ms solve time level own']],
    [
      'both of two metrics',
      'Aton achieves 80% on both task accuracy and edge F1.',
      ['80% Accuracy level own'],
    ],
    [
      'few parameters, in a bracket',
      'Our net has the smallest parameters (14.05 M) and an accuracy of 81.2%.',
      ['14.05 M Parameters level own', '81.2% Accuracy level own'],
    ],
    [
      'values to which a verb of change leads, also in hours',
      'Fair tuning lowers parity violations to 3 percent and cuts proposal time from multiple hours to under 10 minutes.',
      ['3 percent parity violations level own', '10 minutes proposal time bound own'],
    ],
    [
      'improved datasets, by their short forms',
      'Gains are large, improving FinQA from 12.0% to 24.7% and MGSM from 1.6% to 27.3%.',
      [
        '12.0% null level baseline',
        '24.7% null level own',
        '1.6% null level baseline',
        '27.3% null level own',
      ],
    ],
    [
      'a metric averaged over classes',
      'The rate falls, while macro-mAP increases from 0.61 to 0.63.',
      ['0.61 mAP level baseline', '0.63 mAP level own'],
    ],
    [
      'both values after a noun of change',
      'We report a 15-fold reduction in training epochs (44 vs 660).',
      [
        '15-fold training epochs ratio own',
        '44 training epochs level own',
        '660 training epochs level baseline',
      ],
    ],
    [
      'the comparison of a reduction',
      'A hierarchy brings a 99.1% reduction versus plain indexing.',
      ['99.1% null change own'],
    ],
    ['negative values', 'The slant decays toward it (-26%).', ['-26% null change own']],
    ['human ratings', 'Three annotators rate 94% of tasks as sound.', ['94% null ratio own']],
    [
      'neither a pruning setting nor hours of learning',
      'It keeps 90% of its accuracy, trained on only 960 hours of ASR, under 25% pruning ratio.',
      ['90% Accuracy ratio own'],
    ],
    [
      'a gain of points in a measure',
      'Our tuner brings a +0.15 quality improvement and a 2x performance improvement.',
      ['+0.15 quality change own', '2x performance ratio own'],
    ],
    [
      'gaps in the plural, and a rate of contamination',
      'We find shift gaps ranging from 0.003 to 0.060 and a contamination rate of 13.8%.',
      ['0.003 to 0.060 shift gaps change own', '13.8% contamination rate level own'],
    ],
    [
      'ranges that something spans',
      'Deep nets span from 16.1% to 62.3% accuracy.',
      ['16.1% to 62.3% Accuracy level own'],
    ],
    [
      'a range of gains behind from',
      'It helps throughout (for example from 31% to 52% relative EER gains over plain nets).',
      ['31% to 52% Equal error rate change own'],
    ],
    [
      'a number before a measure whose name begins as a unit',
      'It achieves improvements of up to +9.6 J&F on the videos.',
      ['+9.6 null bound own'],
    ],
    [
      'shares that continue with the same things',
      'Aton found 5/12 planted attacks without thought and 1/11 with thought.',
      ['5/12 planted attacks ratio own', '1/11 planted attacks ratio own'],
    ],
    [
      'a measure with a time between',
      'Aton reaches a GenEval score of 0.89 in 6 hours, surpassing Bera (0.87).',
      ['0.89 GenEval score level own', '6 hours null level own', '0.87 GenEval score level baseline'],
    ],
    [
      'an R² before a value with a unit',
      'Our model has an R2 and RMSE of 0.82 and 4.1 mm.',
      ['0.82 R² level own', '4.1 mm RMSE level own'],
    ],
    ['no data that is missing', 'Studies suffer from missing data (29%).', []],
    ['no X-rays as a factor', 'Our net beats Bera on 19,708 X-ray films.', []],
    ['the limit of a reduction', 'Our codec cuts storage by 10% or more.', ['10% Model size bound own']],
    ['no size of a set as a ratio', 'With 285 hours of films, Aton is 20 times larger than any before.', []],
    [
      'signed times in brackets',
      'We saw reductions in active use time for Aton (-0.37 min/day).',
      ['-0.37 min/day active use time change own'],
    ],
  ])('reads %s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
