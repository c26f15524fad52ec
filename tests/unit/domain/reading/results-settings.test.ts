import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults ignores', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'what a curve was drawn over',
      'We reach a Dice of 0.85 as the sampling budget increases from 16 to 256 steps.',
      ['0.85 Dice level own'],
    ],
    [
      'the sizes that were tried',
      'With models of sizes from 1 to 70 billion parameters, the best accuracy is 91.2%.',
      ['91.2% Accuracy level own'],
    ],
    [
      'the limit by which cases were chosen',
      'Accuracy rose to 84% after excluding questions with DSE > 0.6 or > 0.3.',
      ['84% Accuracy level own'],
    ],
    [
      'the length of a ranking, which belongs to the metric',
      'Our search improves recall at 10 by 9.6%.',
      ['9.6% Recall@10 change own'],
    ],
    [
      'a letter that was set',
      'Our net keeps a high accuracy (88% at sigma = 1.0) under noise.',
      ['88% Accuracy level own'],
    ],
    [
      'a letter that was printed as a formula',
      'Our net keeps a Dice of 0.85 at $\\omega=0.8$.',
      ['0.85 Dice level own'],
    ],
    [
      'the point at which a metric was read, by a sign',
      'Our net has a true positive rate of 0.91 at FPR = 0.01.',
      ['0.91 True positive rate level own'],
    ],
    [
      'a rate of sampling',
      'Our net reaches a PSNR of 33 dB at 5% sampling ratios.',
      ['33 dB PSNR level own'],
    ],
    [
      'a sparsity of something',
      'With 80% attention sparsity our net has a Dice of 0.85.',
      ['0.85 Dice level own'],
    ],
    [
      'p-values below a limit',
      'Our net has a Dice of 0.85, and both p-values are below 0.001.',
      ['0.85 Dice level own'],
    ],
    [
      'the overlap that counts as a match',
      'Our detector reaches 0.91 AP at IoU 0.3.',
      ['0.91 Average precision level own'],
    ],
    [
      'a tolerance, which leaves the metric to the ends',
      'Our tracker lifts PCK at 2 mm from 0.61 to 0.72.',
      ['0.61 PCK level baseline', '0.72 PCK level own'],
    ],
    [
      'the upper end of a range of thresholds',
      'Our model reaches 0.58 mAP over thresholds from 0.2 to 0.8.',
      ['0.58 mAP level own'],
    ],
    [
      'the weights of a ranking',
      'Teams were ranked by Dice and runtime with a weighted combination of 0.5/0.3/0.2.',
      [],
    ],
    [
      'settings in a bracket',
      'We test it under various noise conditions (2% and 4% shift), undersampling rates (5x and 10x).',
      [],
    ],
    [
      'a list of settings named behind its last',
      'At a size of 8B and at 40% and 60% sparsity, Aton gains 3% in accuracy.',
      ['3% Accuracy change own'],
    ],
    [
      'the noise of the data behind a sign',
      'Aton has an RMSE of 18.8 mm at a signal-to-noise ratio (SNR) = 10 dB.',
      ['18.8 mm RMSE level own'],
    ],
    [
      'a share of the labels',
      'Our net gets 9% better in the 5% and 20% data settings.',
      ['9% null change own'],
    ],
    ['a name that ends in a number', 'Our contours keep Hausdorff 95 < 4 mm.', ['4 mm HD95 bound own']],
    ['the rank of a rival', 'Our entry won, outperforming the second place by far.', []],
    ['digits directly after a dot', 'Our net achieves 0.99 mAP$_{.5}$.', ['0.99 mAP level own']],
    ['a method named after a loss', 'Ours outperforms Focal Loss (+2.7%).', ['+2.7% null change own']],
    [
      'a method with the name of an angle',
      'It reaches 0.90 AUROC versus 0.91 for the tuned SAM.',
      ['0.90 AUROC level own', '0.91 AUROC level baseline'],
    ],
    [
      'how many of those counted',
      'We show that limits (n = 349, 65.1%) are rare, and that 89 (9%) were torn, but Grok 4 (71%) won.',
      ['71% null ratio own'],
    ],
    ['an interval', 'We give a score R in [0,100] for each pilot.', []],
    [
      'what is only aimed at',
      'We reach a recall of 0.81 while aiming to achieve 100% precision.',
      ['0.81 Recall level own'],
    ],
    [
      'the point at which a metric was read',
      'Aton reaches 75 percent success rate at 30 percent kite density.',
      ['75 percent Success rate level own'],
    ],
    [
      'the point at which a metric was read, in a bracket',
      'Aton reaches a true positive rate of 29% (at 0% false positive rate).',
      ['29% True positive rate level own'],
    ],
    [
      'values behind "when" that are said to be about so much',
      'Aton reaches an accuracy of 96% and 91% when the share of hidden kites is approximately 18% and 56%.',
      ['96% Accuracy level own', '91% Accuracy level own'],
    ],
    ['gigahertz', 'With a 3.5 GHz radio Aton reaches an ACPR of 31 dB.', ['31 dB ACPR level own']],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults reads the shape of', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'a family of metrics separated by slashes',
      'Ours reaches 0.41/0.29/0.20 BLEU-1/2/3 on A.',
      ['0.41 BLEU-1 level own', '0.29 BLEU-2 level own', '0.20 BLEU-3 level own'],
    ],
    [
      'a list that continues in the order of the previous one',
      'Ours reaches 0.41/0.29 BLEU-1/2 and 0.18 METEOR on A; on B, it achieves 0.86/0.83 and 0.56.',
      [
        '0.41 BLEU-1 level own',
        '0.29 BLEU-2 level own',
        '0.18 METEOR level own',
        '0.86 BLEU-1 level own',
        '0.83 BLEU-2 level own',
        '0.56 METEOR level own',
      ],
    ],
    [
      'values of a baseline and their improved values',
      'Ours starts at PSNR of 26.5 dB and SSIM of 0.61 for a baseline model, improving to 28.3 dB and 0.70.',
      [
        '26.5 dB PSNR level baseline',
        '0.61 SSIM level baseline',
        '28.3 dB PSNR level own',
        '0.70 SSIM level own',
      ],
    ],
    [
      'two ends followed by their change',
      'Ours improves the state of the art, with FAD 0.81 to 0.72 (+11.1%) on A.',
      ['0.81 FAD level baseline', '0.72 FAD level own', '+11.1% FAD change own'],
    ],
    ['a range with two signs', 'Ours boosts mAP by +1.5-+2.0 points.', ['+1.5-+2.0 points mAP change own']],
    [
      'a range with "between"',
      'Ours achieved accuracies between 0.91 and 0.97.',
      ['0.91 and 0.97 Accuracy level own'],
    ],
    [
      'a range in a bracket',
      'Ours shows an improvement of 4.5% (ranging from 2.5% to 7.5%) in the mean Dice.',
      ['4.5% Dice change own', '2.5% to 7.5% Dice change own'],
    ],
    ['a spread in words', 'Our MAE falls to 0.06 plus or minus 0.01.', ['0.06±0.01 MAE level own']],
    ['a time in microseconds', 'Our chip solves it in 0.5us.', ['0.5us null level own']],
    ['an estimate', 'Ours reduces latency by an estimated 30%.', ['30% Latency change own']],
    [
      'a decrease of plural nouns',
      'Ours achieves reductions of up to 17% in emissions and 60% in waiting time.',
      ['17% emissions bound own', '60% waiting time bound own'],
    ],
    [
      'how long the training took',
      'Our net reaches 0.9 Dice, completing training in 40 minutes.',
      ['0.9 Dice level own', '40 minutes Training time level own'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults recognises whose result it is:', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'the bracket of a rival whose name contains a number',
      'Ours reaches 40% accuracy, surpassing closed models such as Aton 3.5 Max (36%).',
      ['40% Accuracy level own', '36% Accuracy level baseline'],
    ],
    [
      'the bracket of an equally good system',
      'Our decoder (F1 of 0.85) does as well as the best encoder (Aton with a mean F1 of 0.86).',
      ['0.85 F1 level own', '0.86 F1 level baseline'],
    ],
    [
      'the shortfall of the best earlier value',
      'On Aton, the best model achieves only 31% accuracy. We present Bera, which reaches 40%.',
      ['31% Accuracy level baseline', '40% Accuracy level own'],
    ],
    [
      'an agreement with people',
      'Ours is in line with counts by six radiologists (Kendall tau = 0.65).',
      ["0.65 Kendall's tau level own"],
    ],
    [
      'the winner',
      'We find that traditional networks, such as Aton (86%), outperform vision models like Bera (64%).',
      ['86% null level own', '64% null level baseline'],
    ],
    [
      'a decreasing distance from a reference',
      'Our difference versus the reference falls to 0.039.',
      ['0.039 null level own'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
