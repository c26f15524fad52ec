import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults finds', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['an error with a limit', 'Our arm places parts with errors below 2 cm.', ['2 cm Error bound own']],
    [
      'a value after a name with a cut-off',
      'Our vectors align well (precision@15: 0.70-0.73).',
      ['0.70-0.73 Precision@15 level own'],
    ],
    [
      '"about" in plain characters',
      'Our login joins a high accuracy (~=0.82) and a low latency (~=12ms).',
      ['0.82 Accuracy level own', '12ms Latency level own'],
    ],
    ['a range with a tie', 'We see a 15~71% increase in throughput.', ['15-71% Throughput change own']],
    [
      'factors compared with each other',
      'Our server reaches 274.6 tok/s, 9.3x over serial serving and 3.4x over replicas.',
      ['274.6 tok/s Throughput level own', '9.3x null ratio own', '3.4x null ratio own'],
    ],
    [
      'a multiple of what another has',
      'Our cache reaches up to 1.9x the decode throughput of static loading.',
      ['1.9x Throughput bound own'],
    ],
    [
      'a multiple of an unnamed measure',
      'Our monitor intercepts 3x the successful attacks as chance does.',
      ['3x successful attacks ratio own'],
    ],
    [
      'how long the production takes',
      'Our network synthesizes whole scenes in 30 seconds.',
      ['30 seconds null level own'],
    ],
    [
      'an accuracy on subsets, which is not a subset',
      'Our parser is exact (>95% subset accuracy on a test set).',
      ['95% Subset accuracy bound own'],
    ],
    ['what is pruned', 'Our packing prunes 50% of vision tokens.', ['50% Token usage ratio own']],
    ['what is blocked', 'Our guard blocks 84.9% of forged calls.', ['84.9% forged calls ratio own']],
    [
      'an agreement whose name ends like a setting',
      "Annotators hardly agree (Krippendorff's alpha = 0.05).",
      ["0.05 Krippendorff's alpha level own"],
    ],
    ['a correlation in letters', 'Frequency predicts spread (rho = .84).', ['.84 Correlation level own']],
    [
      'a range of negative values',
      'Volumes fall with age ($\\rho$ ranging from -0.27 to -0.40).',
      ['-0.27 to -0.40 Correlation level own'],
    ],
    [
      'a share of a performance, and a fraction of a cost',
      'A short prefix keeps 92% of the full performance at 1/8 of the storage.',
      ['92% full performance ratio own', '1/8 Model size ratio own'],
    ],
    [
      'a name followed by a limit',
      'Our agent writes decks with TreeSim above 0.90.',
      ['0.90 TreeSim bound own'],
    ],
    [
      'marks out of a maximum',
      'Our tutor scores 4.8/5.0, ahead of the rest at 4.1/5.',
      ['4.8 null level own', '4.1 null level own'],
    ],
    [
      'units in words',
      'We reach an accuracy of approx. 49 micrometers and errors of 0.2 radians.',
      ['49 micrometers Accuracy level own', '0.2 radians Error level own'],
    ],
    [
      'degrees',
      'We find the dip with errors of 1.95° and 2.20°.',
      ['1.95° Error level own', '2.20° Error level own'],
    ],
    [
      'an unknown ratio that is achieved',
      'Our agent achieves an average transfer ratio of 82.4%.',
      ['82.4% transfer ratio level own'],
    ],
    [
      'both ends before the difference',
      'Our rewards raise the accuracy by 11.62% (49.07% to 60.69%).',
      ['11.62% Accuracy change own', '49.07% Accuracy level baseline', '60.69% Accuracy level own'],
    ],
    [
      'a decrease mentioned after its measure',
      'We pay with a small decrease in accuracy (2.9% for birds, 2.2% for cars).',
      ['2.9% Accuracy change own', '2.2% Accuracy change own'],
    ],
    [
      'gains in a list of brackets',
      'We see gains in recall (17%) and precision (18%).',
      ['17% Recall change own', '18% Precision change own'],
    ],
    [
      'a value in a bracket behind its gain',
      'Our net brings a 5% improvement in Dice (76%).',
      ['5% Dice change own', '76% Dice level own'],
    ],
    [
      'a value with its place in a bracket',
      'Our net leads in pointing (70.7% on Kites).',
      ['70.7% null level own'],
    ],
    [
      'decibels and a plain number in one list of gains',
      'We see improvements of 5.8 dB in PSNR and 0.11 in SSIM.',
      ['5.8 dB PSNR change own', '0.11 SSIM change own'],
    ],
    [
      'a number with its confidence interval',
      'Our grader agrees less with one reader (0.61, 95% CI: 0.58-0.64).',
      ['0.61 null level own'],
    ],
    ['a hit rate, not a hazard ratio', 'Our ranker achieves HR@10 of 0.45.', ['0.45 Hit rate@10 level own']],
    [
      'a range of factors',
      'Our coder needs 1.28$\\times$--1.63$\\times$ less memory.',
      ['1.28x-1.63x Memory ratio own'],
    ],
    [
      'a metric joined to its value',
      'Our net leads (AUC-0.88, F1-macro-0.82, Recall@1~0.45).',
      ['0.88 AUROC level own', '0.82 Macro F1 level own', '0.45 Recall@1 level own'],
    ],
    [
      'results mentioned before the paper describes itself',
      'Teams took part. The best reached a Dice of 0.75. This paper tells how.',
      ['0.75 Dice level own'],
    ],
    [
      'a share at the start of a sentence',
      'Across models, 23% of comparisons are noise.',
      ['23% comparisons ratio own'],
    ],
    ['how little was needed', 'Our scanner learns from only 500 samples.', ['500 null level own']],
    ['a correlation with a limit', 'The judges agree ($r$ up to 0.91).', ['0.91 Correlation bound own']],
    ['a unit over an area', 'Our forecast reaches an RMSE of 19.5 W/m^2.', ['19.5 W/m^2 RMSE level own']],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults assigns', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'a "respectively" list to the measures mentioned before',
      'Accuracy, precision and recall reach 100% on birds, and 99%, 98% and 97% respectively on cars.',
      ['100% Recall level own', '99% Accuracy level own', '98% Precision level own', '97% Recall level own'],
    ],
    [
      'a level to the bracket of a rival',
      'Ours outperforms Bera (43.2% and 46.7%).',
      ['43.2% null level baseline', '46.7% null level baseline'],
    ],
    [
      'no training set to what was measured on it',
      'We achieve gains: +26.5% on in-domain data, +8.0% on out-of-domain data.',
      ['+26.5% null change own', '+8.0% null change own'],
    ],
    [
      'the measure to the share of cases in which it was better',
      'We achieve a higher F1 in 83% (5/6) of organs.',
      ['83% F1 ratio own'],
    ],
    [
      'no unknown measure to the next one’s number',
      'We see improvements of 22% in foldability, 8% in reasoning and 33% in coding.',
      ['22% foldability change own', '8% null change own', '33% null change own'],
    ],
    [
      'numbers outside brackets to those outside before',
      'We achieve an rRMSE of 12.3% (R2 = 0.88) for height and 39% (R2 = 0.74) for volume.',
      ['12.3% rRMSE level own', '0.88 R² level own', '39% rRMSE level own', '0.74 R² level own'],
    ],
    [
      'a short form that has values',
      'The mLSR values of the best methods were approximately 58%.',
      ['58% mLSR level own'],
    ],
    ['no distance to a map', 'Our fusion improves the HD map network by 5.1%.', ['5.1% null change own']],
    [
      'no part of a model to its change',
      'Moving the goal takes that checkpoint from 84.0% to 8.0%.',
      ['84.0% null level baseline', '8.0% null level own'],
    ],
    [
      'no place to a decrease',
      'The planner achieves 61% success in simulation but drops to 22% in real deployment.',
      ['61% Success rate level own', '22% Success rate level own'],
    ],
    [
      'no heading to a list of numbers',
      'We find ratios lowest in late disease (2.3, 1.0).',
      ['2.3 null level own', '1.0 null level own'],
    ],
    [
      'the rival’s value by its verb',
      'Our filter achieves 79% accuracy, surpassing the 77% achieved by the old one.',
      ['79% Accuracy level own', '77% Accuracy level baseline'],
    ],
    [
      'what was improved on to the rival',
      'Our detector achieves an F2 of 0.44, improving on 0.24.',
      ['0.44 F2 level own', '0.24 F2 level baseline'],
    ],
    [
      'small costs of the subject to the subject',
      'Ours outperforms the baselines with only 3.6M trainable parameters.',
      ['3.6M Parameters level own'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults ignores', () => {
  it.each<[what: string, text: string]>([
    ['folds of a stratified validation', 'We test with five-fold stratified cross-validation.'],
    ['a complete set', 'Ours handles any share of labels, from 0% to 100%.'],
    ['parts of a split', 'The set was split (70% training, 20% validation, 10% testing).'],
    ['the rate of a signal', 'We pair videos with signals at 200 Hz.'],
    ['thresholds', 'The curve shows a benefit for threshold probabilities between 0.30 and 0.40.'],
    ['the minimum confidence', 'We drop the most uncertain 20 percent of cases.'],
    ['the number of respondents', '23% of participants were nurses.'],
    ['the number of participants', 'We include 111 males (56.3%) and 86 females (43.7%).'],
  ])('%s', (_what, text) => {
    expect(read(text)).toEqual([]);
  });
});
