import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults names the measure', () => {
  it.each<[what: string, text: string, expected: readonly string[]]>([
    [
      'by "faster", whatever the form of the number',
      'We complete tasks 40% faster. Our solver is two orders of magnitude faster than Aton and twice as fast as Bera.',
      ['40% Speed change own', 'two orders of magnitude Speed ratio own', 'twice Speed ratio own'],
    ],
    [
      'of later factors before their own brackets',
      'Our compiler brings speedups of 1.47x (up to 5.46x) for kites and 1.39x (up to 4.22x) for sails.',
      [
        '1.47x Speedup ratio own',
        '5.46x Speedup bound own',
        '1.39x Speedup ratio own',
        '4.22x Speedup bound own',
      ],
    ],
    [
      'by place in a list that is the subject, again for later lists',
      'The mean recall and precision for the small nets was 88.6% and 88.0% using trees, 84.0% and 83.7% using nets.',
      [
        '88.6% Recall level own',
        '88.0% Precision level own',
        '84.0% Recall level own',
        '83.7% Precision level own',
      ],
    ],
    [
      'not by what was improved on, before a bracket',
      'It has an overall score of 0.345, a gain of 400% over its base version (0.066).',
      [
        '0.345 overall score level own',
        '400% overall score change own',
        '0.066 overall score level baseline',
      ],
    ],
    [
      'with pixels in the unit of a speed',
      'Our engine reaches a throughput of 38.3 Mpixels/s.',
      ['38.3 Mpixels/s Throughput level own'],
    ],
    [
      'over both ends with their intervals',
      'With our search, the MAP rises from 0.44 (95% CI 0.43-0.45) to 0.95 (95% CI 0.94-0.96).',
      ['0.44 mAP level own', '0.95 mAP level own'],
    ],
    [
      'by a unit that the metric in front cannot have',
      'Our student cuts parameters by 14x, achieving 6.46 FPS on a phone.',
      ['14x Parameters ratio own', '6.46 FPS FPS level own'],
    ],
    [
      'in decibels by the last that was',
      'Our net reaches 31.0 dB PSNR and 0.94 SSIM, within 1-2 dB of diffusion.',
      ['31.0 dB PSNR level own', '0.94 SSIM level own', '1-2 dB PSNR bound own'],
    ],
    [
      'not of the times in the bracket behind a speedup',
      'Our kernel gives a 3.5x speedup (0.08 s vs. 0.29 s).',
      ['3.5x Speedup ratio own', '0.08 s null level own', '0.29 s null level baseline'],
    ],
    ['not by "out of"', 'Our agent reaches a score of 93.6 out of 100.', ['93.6 null level own']],
    [
      'that rises or falls from one value to the other',
      'In our survey, awareness of kite rules rose from 14.5% to 44.6%.',
      ['14.5% awareness of kite rules level own', '44.6% awareness of kite rules level own'],
    ],
    [
      'by a short form that rises or falls',
      'With our guard, MDD drops from 0.46 to 0.03.',
      ['0.46 MDD level baseline', '0.03 MDD level own'],
    ],
    [
      'not by a system that rises or falls',
      'In our tests Aton drops from 60.2% to 50.1%.',
      ['60.2% null level own', '50.1% null level own'],
    ],
    [
      'after "by"',
      'Our model segments kites at 75.87% by average precision, 60.66% by recall and 65.88% by F1.',
      ['75.87% Average precision level own', '60.66% Recall level own', '65.88% F1 level own'],
    ],
    [
      'by the short form before a colon',
      'Our agent has the lowest variance (CV: 15.2%) and the highest accuracy (58%).',
      ['15.2% CV level own', '58% Accuracy level own'],
    ],
    ['by one word that ends in "Rate"', 'Our agent reaches a WinRate of 54.6%.', ['54.6% WinRate level own']],
    [
      'before "upto"',
      'We find NDCG@10 improvements up to 18% and MAP improvements upto 24%.',
      ['18% NDCG@10 bound own', '24% mAP bound own'],
    ],
    [
      'what is reduced, also where it has an "of" or a "per"',
      'Aton cuts the lines of code for kites by 11x and boosts sales per user by 2.5%.',
      ['11x lines of code ratio own', '2.5% sales per user change own'],
    ],
    [
      'what a verb in the passive acts on',
      'Kite map failures can be reduced by at least 44%.',
      ['44% Kite map failures bound own'],
    ],
    [
      'what changes before a bracket with "by" or "up to"',
      'Aton raised the stated flying intent (by 7.1 points) and both wind bounds (up to 4.6 times).',
      ['7.1 points stated flying intent change own', '4.6 times wind bounds bound own'],
    ],
    [
      'a metric before a bracket with "up to"',
      'Aton improves success rates under strong winds (up to 2.4 times).',
      ['2.4 times Success rate bound own'],
    ],
    [
      'the size of a smaller model',
      'Our nets keep a good accuracy with a 4x smaller model.',
      ['4x Size ratio own'],
    ],
    [
      'tasks that are solved',
      'Our agents resolve 62% of tasks, and judges prefer Aton in 58% of cases.',
      ['62% tasks ratio own', '58% Preference ratio own'],
    ],
    [
      'an average behind its number',
      'Aton beats Bera by 9.1% (average recall) on kites and 12.9% (AUROC) on sails.',
      ['9.1% Recall change own', '12.9% AUROC change own'],
    ],
    [
      'a place that was measured twice',
      'Our tool reduces the crash rate from 15.7% in the original data to 2.9%.',
      ['15.7% Collision rate level baseline', '2.9% Collision rate level own'],
    ],
    [
      'a performance in which another is beaten, and a bound by "at least by"',
      'Aton beats Wi-Fi in indoor HTTP performance by 5.05x and improves its flight performance at least by 16%.',
      ['5.05x performance ratio own', '16% flight performance bound own'],
    ],
    [
      'values that are said to be better, not differences',
      'The accuracy and precision of 88.8% and 88.6% are better than those of Aton.',
      ['88.8% Accuracy level own', '88.6% Precision level own'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
