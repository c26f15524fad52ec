import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults recognises the kind of', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'a limit with "about"',
      'Our curator needs up to ~150x less compute.',
      ['150x Computational cost bound own'],
    ],
    [
      'the second value of a metric behind a verb of winning as that of the beaten',
      'With a C-index of 0.64 our model outperformed the older model with a C-index of 0.58.',
      ['0.64 C-index level own', '0.58 C-index level baseline'],
    ],
    [
      'the baseline in the bracket behind a value',
      'Our net reaches a Dice of 0.86 (0.74 baseline).',
      ['0.86 Dice level own', '0.74 Dice level baseline'],
    ],
    ['an open end', 'Our tuning shows 90%+ improvement.', ['90%+ null bound own']],
    ['a difference from the best', 'Our model remains 6% below the best.', ['6% null change own']],
    [
      'a difference in brackets after its noun',
      'We see a small degradation (-0.8 BLEU).',
      ['-0.8 BLEU change own'],
    ],
    ['a difference with a form of "be"', 'The average AUC increase was 2.0%.', ['2.0% AUROC change own']],
    [
      'a reduction in something',
      'Our agent achieves a reduction in answer length of 37%.',
      ['37% answer length change own'],
    ],
    [
      'a range of differences',
      'Our grader gives 7.7 to 9.6 points lower scores.',
      ['7.7 to 9.6 points null change own'],
    ],
    [
      'signs at both ends',
      'Our agent spends more (+6% to +118% tokens).',
      ['+6% to +118% Token usage change own'],
    ],
    ['a factor', 'Our solver cuts inference time by a factor of 208.', ['208 Inference time ratio own']],
    [
      'the value reached after a difference',
      'We gain +2.8% Dice and raise recall to 95.2%.',
      ['+2.8% Dice change own', '95.2% Recall level own'],
    ],
    [
      'a list of limits with signs',
      'We see gains of up to +13.4%, +10.3%, and +4.2%.',
      ['+13.4% null bound own', '+10.3% null bound own', '+4.2% null bound own'],
    ],
    [
      'points after a slash',
      'We improve Recall@1 by 8.6/13.8 points.',
      ['8.6 Recall@1 change own', '13.8 points Recall@1 change own'],
    ],
    [
      'a noun that can be a verb',
      'Our engine has an inference speed of 295 images per second.',
      ['295 images per second Inference speed level own'],
    ],
    [
      'a metric of its own in a list of drops',
      'Our coreset keeps accuracy dropping only 2.6%, precision 0.5%, and recall 0.2%.',
      ['2.6% Accuracy change own', '0.5% Precision change own', '0.2% Recall change own'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults recognises whose result it is:', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      "another's by its measure, after a gain over it",
      "It is an improvement over the plain net's IoU of 76.6% and F1 of 86.1%.",
      ['76.6% IoU level baseline', '86.1% F1 level baseline'],
    ],
    [
      "another's in the bracket behind the factor over it",
      'It reaches a success rate of 29.3%, 2.2x over tuned baselines (13.4%).',
      ['29.3% Success rate level own', '2.2x Success rate ratio own', '13.4% Success rate level baseline'],
    ],
    [
      "another's by a contrast to it",
      'It cuts forgetting to 3.4%, a stark contrast to the 20.3% and 22.3% from full tuning.',
      ['3.4% Forgetting level own', '20.3% Forgetting level baseline', '22.3% Forgetting level baseline'],
    ],
    [
      'the values of one system that falls, in a bracket',
      'Under noise, accuracy collapses (0.99 -> 0.22 for Aton, 0.97 -> 0.42 for Bera).',
      [
        '0.99 Accuracy level own',
        '0.22 Accuracy level own',
        '0.97 Accuracy level own',
        '0.42 Accuracy level own',
      ],
    ],
    [
      "another's in the bracket behind it and its place",
      'Our net has a Dice of 93% and an IoU of 86%, beating the Aton baseline on kites (Dice: 91%, IoU: 85%).',
      ['93% Dice level own', '86% IoU level own', '91% Dice level baseline', '85% IoU level baseline'],
    ],
    [
      'its own, validated against what others say',
      'Validated against statements (precision = 0.87), Aton is sound.',
      ['0.87 Precision level own'],
    ],
    [
      'its own behind a verb of the subject',
      'Accuracy rose to 96.4% compared to 95.3% before and macro F1 increased to 91.0%.',
      ['96.4% Accuracy level own', '95.3% Accuracy level baseline', '91.0% Macro F1 level own'],
    ],
    [
      'the best earlier value',
      'We reach a Dice of 94%, surpassing the state-of-the-art Dice of 91.8%.',
      ['94% Dice level own', '91.8% Dice level baseline'],
    ],
    [
      'the best earlier value as subject',
      'The current state-of-the-art Dice scores were 94% and 88%. We reach 95% Dice.',
      ['94% Dice level baseline', '88% Dice level baseline', '95% Dice level own'],
    ],
    [
      'a bracket behind what is far better',
      'Our net has a Dice of 0.81, far below that of human experts (0.95), and 0.7 recall.',
      ['0.81 Dice level own', '0.95 Dice level baseline', '0.7 Recall level own'],
    ],
    [
      'a bracket behind what is improved over',
      'Our net with 0.91 F1 improves over the Bera chain (0.88 F1).',
      ['0.91 F1 level own', '0.88 F1 level baseline'],
    ],
    [
      'a bracket behind what does as well',
      'Aton does as well as the best net (Bera with an F1 of 0.86).',
      ['0.86 F1 level baseline'],
    ],
    [
      'no bracket behind two that are alike',
      'Both approaches achieved similar accuracy (many scans: 0.74).',
      ['0.74 Accuracy level own'],
    ],
    [
      'a value that was published before',
      'Our rerun reaches 60.4% accuracy (published 60.7%).',
      ['60.4% Accuracy level own', '60.7% Accuracy level baseline'],
    ],
    [
      'a difference set against another',
      'Our net has a 6.5% accuracy gain, compared to a modest 2.7% gain of Bera.',
      ['6.5% Accuracy change own', '2.7% Accuracy change baseline'],
    ],
    [
      'no rival where a rate collapses',
      'In our tests the parse rate collapses from 99% to 64%.',
      ['99% parse rate level own', '64% parse rate level own'],
    ],
    [
      'a bracket of the compared system',
      'Our fusion compares well with prior results on Lungs (C-index 0.63; AUC 0.59).',
      ['0.63 C-index level baseline', '0.59 AUROC level baseline'],
    ],
    [
      'a value that is nearly reached',
      'Our system scores 48.8 EM, approaching heavily tuned systems (COS: 56.9 EM).',
      ['48.8 Exact match level own', '56.9 Exact match level baseline'],
    ],
    [
      'what is improved on',
      'Our encoder has an F1 of 98.2%, an improvement over plain transfer (94.6% F1).',
      ['98.2% F1 level own', '94.6% F1 level baseline'],
    ],
    [
      'all rivals of one bracket',
      'Our Dice is 90.5%, which outperformed the rivals (UNet: 82.9%; VNet: 89.2%; WNet: 87.9%).',
      [
        '90.5% Dice level own',
        '82.9% Dice level baseline',
        '89.2% Dice level baseline',
        '87.9% Dice level baseline',
      ],
    ],
    [
      'the subject after "while"',
      'Our HD95 is 56 mm compared to 158 mm for WNet, while keeping a recall of 0.79.',
      ['56 mm HD95 level own', '158 mm HD95 level baseline', '0.79 Recall level own'],
    ],
    [
      'a comparison in a closed bracket',
      'Our MAE is 0.10 (compared to 0.32 for UNet), with a Dice of 0.93.',
      ['0.10 MAE level own', '0.32 MAE level baseline', '0.93 Dice level own'],
    ],
    [
      'the compared system at the start of a sentence',
      'Compared to finite elements that need 19 minutes per case, our net takes 2 seconds.',
      ['19 minutes per case null level baseline', '2 seconds null level own'],
    ],
    [
      'experts who rate',
      'Our rating by four senior experts indicates that 82% of plans were rated good.',
      ['82% plans ratio own'],
    ],
    [
      'a limit on a difference',
      'Our field is faster than querying points one by one (up to 7.1 mIoU gain).',
      ['7.1 mIoU bound own'],
    ],
    [
      'metrics listed in a bracket',
      'Our generator outperforms earlier ones across metrics (SSIM: 0.89, FID: 54.2).',
      ['0.89 SSIM level own', '54.2 FID level own'],
    ],
    [
      'a decrease',
      'Our attack brings the accuracy of 79.9 down to 8.2.',
      ['79.9 Accuracy level baseline', '8.2 Accuracy level own'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults ignores', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['intervals in round brackets', 'Our odds ratio is 1.62 (1.12-2.35).', ['1.62 Odds ratio level own']],
    ['intervals by a comma', 'Our AUC is 0.85 (0.80, 0.90).', ['0.85 AUROC level own']],
    ['intervals in square brackets alone', 'We show that the effect [+0.11, +0.30] holds.', []],
    ['prediction intervals', 'We give 90% prediction intervals.', []],
    ['a prediction horizon', 'We reach a higher 5-year survival AUC.', []],
    [
      'a condition at the start of a sentence',
      'At 50% retention, our policy refers 7.2% of images correctly.',
      ['7.2% images ratio own'],
    ],
    ['the memory of a computer', 'We run all models on one RTX 4090 24GB card.', []],
    ['a part of a described thing', 'We segment lesions that comprise less than 0.1% of the volume.', []],
    ['versions at both ends', 'We move from Aton 4.5 to 4.6.', []],
    ["percentiles in a metric's name", 'We report the 95% Hausdorff distance.', []],
    ['tolerances', 'We answer with a tolerance of $\\pm$0.1%.', []],
    ['points of a rating scale', 'We rate answers on a 7-point scale.', []],
    ['the maximum of a score', 'Our app reaches a satisfaction of 4.3/5.', ['4.3 satisfaction level own']],
    [
      'the number of participants',
      'We show results for 20,636 patients who were included (15% with glaucoma).',
      [],
    ],
    ['splits by slashes', 'We split the pages 70%/20%/10% train/validation/test.', []],
    ['field strengths', 'We show maps at 0.55 T.', []],
    ['periods of time', 'We predict risk within the first 24 hours of a stay.', []],
    ['the size of data', 'At 6.6x the scale of earlier sets, ours is large.', []],
    [
      'a factor that is a condition',
      'Our time stays nearly constant across a 10times increase in scale.',
      [],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults gives to what is compared with', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'the values of a clause without a comma',
      'Our proposed net achieved a Dice of 0.92 while Aton and Bera achieved 0.90 and 0.79.',
      ['0.92 own', '0.90 baseline', '0.79 baseline'],
    ],
    [
      'what a rival had',
      'The developed net had an accuracy of 99%, while the Aton3 net had an accuracy of 95%.',
      ['99% own', '95% baseline'],
    ],
    [
      'no value of a finding of ours',
      'We find that large nets achieve an accuracy of 57% while Aton nets achieve an accuracy of 27%.',
      ['57% own', '27% own'],
    ],
    [
      'a limit after "versus"',
      'It takes 0.1 s per slice versus more than 5 s for Aton.',
      ['0.1 own', '5 baseline'],
    ],
    [
      'the value of a possessive',
      "It reaches a pass rate of 25%, a gain over the baseline's 7% pass rate.",
      ['25% own', '7% baseline'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text).map((line) => line.replace(/ .* /, ' '))).toEqual(expected);
  });
});
