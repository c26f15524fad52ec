import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults assigns to its number', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'its own name from a list with one known metric',
      'Yield and Precision increase 10% and 37% on our farms, respectively.',
      ['10% Yield change own', '37% Precision change own'],
    ],
    [
      'its own acronym from a list of values',
      'We reach QMD and KT values (0.020 and 0.077 respectively).',
      ['0.020 QMD level own', '0.077 KT level own'],
    ],
    [
      'its own quality from a list of metrics',
      'It was judged by sharpness and relevancy metrics, achieving over 77% and 85% respectively.',
      ['77% sharpness bound own', '85% relevancy bound own'],
    ],
    [
      'its own metric from a list with "respectively"',
      'It improved in IoU and Dice, with a respective increase of 0.12 and 0.13.',
      ['0.12 IoU change own', '0.13 Dice change own'],
    ],
    [
      'a measure spelled out with a short form of its own',
      'Our plan reaches 69% Pasture Upkeep (PU) on held-out farms, compared to 41% for Bera.',
      ['69% Pasture Upkeep (PU) level own', '41% Pasture Upkeep (PU) level baseline'],
    ],
    [
      'a spelled-out measure in "from A to B"',
      'We cut Maximum Orchard Drift (MOD) from 0.42 to 0.18.',
      ['0.42 Maximum Orchard Drift (MOD) level baseline', '0.18 Maximum Orchard Drift (MOD) level own'],
    ],
    [
      'the short form of a measure anywhere in the text',
      'We score by the Hedge Closure Rate (HCR). Our robot improves HCR by 5.2%.',
      ['5.2% HCR change own'],
    ],
    [
      'a short form that only says what the error concerns',
      'We use the Leaf Uptake Ratio (LUR). Our net achieves 0.07 LUR MAE.',
      ['0.07 MAE level own'],
    ],
    [
      'the object, up to the word of comparison',
      'Our planner improves plan reuse over Aton, the best so far, by 3%.',
      ['3% plan reuse change own'],
    ],
    [
      'an extreme as part of the measure',
      'Our policy reduces peak wheel slip by 53%.',
      ['53% peak wheel slip change own'],
    ],
    [
      'the object of the verb if a place follows',
      'Our loss improves the mAP on the long river task from 51.5% to 53.9%.',
      ['51.5% mAP level baseline', '53.9% mAP level own'],
    ],
    [
      'what is counted, between both ends',
      'Training raises the number of steps in each plan from 2.3 to 4.3.',
      ['2.3 number of steps level baseline', '4.3 number of steps level own'],
    ],
    [
      'the metric of the previous pair',
      'We raise accuracy from 70% to 79% in cross-farm tests, from 69% to 78% in cross-year tests.',
      [
        '70% Accuracy level baseline',
        '79% Accuracy level own',
        '69% Accuracy level baseline',
        '78% Accuracy level own',
      ],
    ],
    [
      'a short form before both ends',
      'Our router keeps a lower QBX (from 6.6% to 6.0%).',
      ['6.6% QBX level baseline', '6.0% QBX level own'],
    ],
    [
      'the subject of reaching',
      'The reuse rate of our stored plans reaches 96.4%.',
      ['96.4% reuse rate level own'],
    ],
    [
      'what is counted as the subject of a change',
      'In our solver the number of parameters is reduced by 98%.',
      ['98% Parameters change own'],
    ],
    [
      'what is reduced, after "in"',
      'We see a reduction in muscle strain of 41%.',
      ['41% muscle strain change own'],
    ],
    [
      'what becomes faster by a factor',
      'Our optimizer has 2.3x faster convergence than Adam.',
      ['2.3x convergence ratio own'],
    ],
    [
      'what becomes higher by a factor',
      'Our editor shows a twofold higher odds ratio of healing.',
      ['twofold Odds ratio ratio own'],
    ],
    [
      'what becomes smaller by a factor',
      'Our tuner achieves a 6.4x length reduction on average.',
      ['6.4x length ratio own'],
    ],
    [
      'what is doubled',
      'Our data shows twice the diversity of the earlier set.',
      ['twice diversity ratio own'],
    ],
    [
      'what takes a number of seconds',
      'Our renderer needs a single 2.8-second forward pass.',
      ['2.8-second forward pass level own'],
    ],
    ['no clip because of its length', 'Our generator makes 2-minute videos.', []],
    [
      'words after a list for all its numbers',
      'Our camera saves up to 80.3% and 72.5% bandwidth reduction, respectively.',
      ['80.3% bandwidth bound own', '72.5% bandwidth bound own'],
    ],
    [
      'a measure after a list of brackets',
      'They achieve 80.4% (Aton), 79.8% (Bera) and 78.2% (Ceto) overall sheet pass rates in our tests.',
      ['80.4% Pass rate level own', '79.8% Pass rate level own', '78.2% Pass rate level own'],
    ],
    [
      'a bracket after measure and place',
      'Our variant has a higher reuse rate on FARM-10 (+11.3%).',
      ['+11.3% reuse rate change own'],
    ],
    [
      'the measure in the bracket',
      'Our verifier achieves 2.4% EER (0.068 minDCF).',
      ['2.4% Equal error rate level own', '0.068 minDCF level own'],
    ],
    [
      'no resource that a variant lacks',
      'Our agent has 89.6% accuracy versus 41.3% without memory (+48.3pp).',
      ['89.6% Accuracy level own', '41.3% Accuracy level baseline', '+48.3pp Accuracy change own'],
    ],
    [
      'a cut-off of average precision',
      'Our detector reaches 71.2 AP40 on the car class.',
      ['71.2 AP40 level own'],
    ],
    [
      'no task as a measure',
      'We gain 13.5% in error rate and 51.0% in sentence extraction.',
      ['13.5% Error rate change own', '51.0% Error rate change own'],
    ],
    [
      'no group of systems as a measure',
      'We report gains over plain models of up to 39%.',
      ['39% null bound own'],
    ],
    [
      'the noun with a short form before it',
      'Our attack reduces the leak rate by 22.8% and KL divergence by 41.2%.',
      ['22.8% leak rate change own', '41.2% KL divergence change own'],
    ],
    [
      'no time before a noun as a measure',
      'As a verifier for test-time scaling, our scorer outperforms voting by 6.9%.',
      ['6.9% null change own'],
    ],
    ['speeding up as a verb', 'Our kernel speeds up training and inference by 40%.', ['40% null change own']],
    ['accelerated training', 'Our kernel accelerates training by 5x.', ['5x training ratio own']],
    [
      'a continued factor',
      'Our drafter has a speedup of 2x on short texts and 1.2x on long texts.',
      ['2x Speedup ratio own', '1.2x Speedup ratio own'],
    ],
    [
      'no distance to a rival as a share',
      'Our model is accurate, remaining within 5% of Aton for liver.',
      ['5% null bound own'],
    ],
    [
      'odds in a bracket',
      'Our readers were right more often with help (OR 1.98).',
      ['1.98 Odds ratio level own'],
    ],
    ['a colour difference', 'Our renderer is accurate (Delta E < 2.3).', ['2.3 Delta E bound own']],
    [
      'a noun that the interval qualifies',
      'Our bounds improve interval sharpness, achieving up to 19% higher IoU.',
      ['19% IoU bound own'],
    ],
    ['a limit in one word', 'Our filter has upto 0.98 accuracy.', ['0.98 Accuracy bound own']],
    [
      'a number after the best of a set',
      'Our model sets a new record on the Surrey set (0.949).',
      ['0.949 null level own'],
    ],
    [
      'a share of cases that are handled',
      'Our triage can handle 60.7% of the slides.',
      ['60.7% slides ratio own'],
    ],
    [
      'a value assigned to its measure without a verb',
      'Results of our fit: Root Seam Offset (RSO) = 0.32 mm.',
      ['0.32 mm Root Seam Offset (RSO) level own'],
    ],
    [
      'the original value',
      'Our agent reaches 83.3% accuracy from a 53.9% baseline.',
      ['83.3% Accuracy level own', '53.9% Accuracy level baseline'],
    ],
    [
      'a change with the long name in between',
      'Our decoder has a 5.6% relative word error rate (WER) reduction.',
      ['5.6% WER change own'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults ignores', () => {
  it.each<[what: string, text: string]>([
    ['an operating point', 'Our reader was assessed at 90%, 95% and 97.5% sensitivity.'],
    ['a threshold of a rule', 'Our gate works under rules requiring 100% NPV for discharge.'],
    ['a limit after "when"', 'Our transcripts are the better source when word error rate is below 20%.'],
    ['the noise level of the data', 'We train on data with an SNR of 20 dB.'],
    ['a noise level before the noun', 'Our beamformer is tested at 5 dB SNR.'],
    ['the spread in a bracket', 'Our fit is stable (+/-0.05%).'],
  ])('%s', (_what, text) => {
    expect(read(text)).toEqual([]);
  });
});
