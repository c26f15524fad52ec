import { describe, expect, it } from 'vitest';
import { cleanText } from '@/lib/domain/reading/clean-text';
import { findResults } from '@/lib/domain/reading/result';
import { read } from './read-results';

describe('findResults reads', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['a metric with "of"', 'Our model achieves an accuracy of 91.2%.', ['91.2% Accuracy level own']],
    ['a metric after its number', 'We reach 0.84 AUC on the test set.', ['0.84 AUROC level own']],
    ['a metric in brackets', 'Our method does well on PSNR (31.2 dB).', ['31.2 dB PSNR level own']],
    ['a metric with an equals sign', 'The model is accurate (F1 = 0.71).', ['0.71 F1 level own']],
    [
      'name and short form as one',
      'We obtain a Dice similarity coefficient (DSC) of 0.88.',
      ['0.88 Dice level own'],
    ],
    [
      'a metric that is not in the lexicon',
      'The model shows a seam-closure rate of 4.0%.',
      ['4.0% seam-closure rate level own'],
    ],
    ['what is reached, known or not', 'Our agent achieves a Trellis of 66.4%.', ['66.4% Trellis level own']],
    ['the words after a percentage', 'Our method achieves 75% fog removal.', ['75% fog removal level own']],
    [
      'a list on several datasets',
      'Our model has an accuracy of 83.5% on A, 86.3% on B and 87.2% on C.',
      ['83.5% Accuracy level own', '86.3% Accuracy level own', '87.2% Accuracy level own'],
    ],
    [
      'a plain list whose last number names the metric',
      'Our systems reach 81.3% and 81.2% F1.',
      ['81.3% F1 level own', '81.2% F1 level own'],
    ],
    [
      'as many metrics as numbers',
      'Our network reaches a PSNR and SSIM of 31.2 and 0.91.',
      ['31.2 PSNR level own', '0.91 SSIM level own'],
    ],
    [
      '"respectively"',
      'We reduce latency and memory by 37% and 41%, respectively.',
      ['37% Latency change own', '41% Memory change own'],
    ],
    [
      'a pair of values',
      'Our recall is 0.63 vs. 0.11.',
      ['0.63 Recall level own', '0.11 Recall level baseline'],
    ],
    [
      'both ends of a change',
      'Our method improves the base model from 60.0 to 63.2 overall F1.',
      ['60.0 F1 level baseline', '63.2 F1 level own'],
    ],
    [
      'both ends with the metric inside',
      'Our checklist raises agreement from Spearman 0.35 to 0.82.',
      ['0.35 Spearman correlation level baseline', '0.82 Spearman correlation level own'],
    ],
    ['a range as one number', 'We improve accuracy by 6-7%.', ['6-7% Accuracy change own']],
    [
      'a range in words as one number',
      'Our method gains 10% to 50% in recall.',
      ['10% to 50% Recall change own'],
    ],
    ['a spread', 'Our mean error is 0.16$\\pm$0.13 mm.', ['0.16±0.13 mm Mean error level own']],
    ['a sign', 'Our method gets the best results (+4.1% accuracy).', ['+4.1% Accuracy change own']],
    ['points', 'Our model improves F1 by 2.5 points.', ['2.5 points F1 change own']],
    ['LaTeX debris', 'Our model reaches $83.5\\%$ \\textbf{accuracy}.', ['83.5% Accuracy level own']],
    ['"x"', 'Our tracker runs 8$\\times$ faster than transformers.', ['8x Speed ratio own']],
    ['"times"', 'Our solver is 3 times faster than the exact one.', ['3 times Speed ratio own']],
    [
      'orders of magnitude',
      'Our sampler is two orders of magnitude faster.',
      ['two orders of magnitude Speed ratio own'],
    ],
    ['a fraction in words', 'Our model needs only one-sixth of the FLOPs.', ['one-sixth FLOPs ratio own']],
    ['one of several', 'Our model wins in 27 out of 29 comparisons.', ['27 out of 29 null ratio own']],
    ['a share', 'We find it stable in 85.4% of runs.', ['85.4% null ratio own']],
    [
      'a saving of labels',
      'Our model is trained with as little as 1% of labeled data.',
      ['1% Labelled data ratio own'],
    ],
    ['a rank', 'Our system achieved 1st place in the challenge.', ['1st Rank level own']],
    ['a speed as its own metric', 'Our tracker runs at 47 FPS on a CPU.', ['47 FPS FPS level own']],
    ['an upper limit', 'We cut latency by up to 37%.', ['37% Latency bound own']],
    [
      'a limit over a list',
      'We cut latency and memory by up to 37% and 41%.',
      ['37% Latency bound own', '41% Memory bound own'],
    ],
    ['"nearly"', 'Our net raises Dice by nearly 4%.', ['4% Dice bound own']],
    ['"over"', 'Our classifier has over 80 percent accuracy.', ['80 percent Accuracy bound own']],
    [
      'a comparative',
      'Our AUC is 0.70, which is 11.4% higher than the best.',
      ['0.70 AUROC level own', '11.4% AUROC change own'],
    ],
    ['an unnamed improvement', 'We outperform prior work by 3.1%.', ['3.1% null change own']],
    [
      'an object that is not a metric',
      'This lowers operating costs and improves the performance of models by 22.9%.',
      ['22.9% null change own'],
    ],
    [
      'values separated by slashes',
      'Our model attains 56.7%/43.8% F1.',
      ['56.7% F1 level own', '43.8% F1 level own'],
    ],
    ['a cut-off in the name', 'Our retriever has a Recall@5 of 0.8.', ['0.8 Recall@5 level own']],
    [
      'the metric of the previous sentence, if the next continues it',
      'Our model has an accuracy of 96.1%. In addition, with another backbone it achieves 94.9%.',
      ['96.1% Accuracy level own', '94.9% Accuracy level own'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults returns the role of', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'what is compared to',
      'We reach 89% accuracy, compared to 66% without it.',
      ['89% Accuracy level own', '66% Accuracy level baseline'],
    ],
    [
      'a rival in brackets',
      'Our Dice is 0.37, outperforming DynUNet (0.22).',
      ['0.37 Dice level own', '0.22 Dice level baseline'],
    ],
    [
      'further rivals in brackets',
      'We reach 87.5% accuracy, exceeding a human reference of 62.3% and models such as Aton (74.6%) and Beton (74.0%).',
      [
        '87.5% Accuracy level own',
        '62.3% Accuracy level baseline',
        '74.6% Accuracy level baseline',
        '74.0% Accuracy level baseline',
      ],
    ],
    [
      'the owner of a beaten value',
      "Our DSC is 75%, surpassing FUSegNet's 45%.",
      ['75% Dice level own', '45% Dice level baseline'],
    ],
    [
      'a baseline as subject',
      'We see gains, while the baseline achieves 0.61 F1.',
      ['0.61 F1 level baseline'],
    ],
    [
      'the subject after a comma',
      'We see AUCs higher than any other model, with values of 0.91.',
      ['0.91 AUROC level own'],
    ],
    [
      'human evaluation',
      'Our human evaluation confirms it (kappa = 0.82).',
      ["0.82 Cohen's kappa level own"],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('findResults ignores', () => {
  it.each<[what: string, text: string]>([
    ['counts', 'We examined 46 datasets with 50,256 studies of 12 organs.'],
    ['years', 'We use the challenge data of 2013 and 2016.'],
    ['names with digits', 'We train ResNet-50, GPT-4 and Claude Opus 4.6 on 3D data.'],
    ['sizes', 'We train at resolutions from $256 \\times 256$ to $540 \\times 960$.'],
    ['model sizes', 'We train a model with 7B parameters on 1M samples.'],
    ['hyper-parameters', 'We train with a learning rate of 0.01 and a dropout of 0.5.'],
    ['thresholds', 'We report detections at an IoU threshold of 0.5.'],
    ['factors of a setting', 'We show gains on $4\\times/8\\times/16\\times$ degradations.'],
    ['upscaling', 'We study 4x super-resolution.'],
    ['p-values beside a result', 'Our method is better (p < 0.05).'],
    ['enumerations', 'We make two contributions: (1) a model and (2) a loss.'],
    ['formulas', 'We prove that $4\\beta^2 < 2\\eta\\mu$ and $N=2$ suffice.'],
    ['splits', 'We use 80% for training and 20% for testing.'],
    ['ages and periods of time', 'We predict scans up to 10 years ahead and use 3000 hours of data.'],
    ['frame rates of input', 'We process videos recorded at 30 FPS.'],
    ['facts about the world', 'Cancer accounts for 30% of deaths worldwide. We propose a model.'],
    ['ranges of a setting', 'We simulate angles ranging from 0.5 to 2.0 degrees.'],
  ])('%s', (_what, text) => {
    expect(read(text)).toEqual([]);
  });

  it('a confidence interval, which belongs to its result', () => {
    expect(read('Our AUC is 0.91 (95% CI: 0.88-0.94).')).toEqual(['0.91 AUROC level own']);
  });
});

describe('a result', () => {
  const abstract = 'We test. AMIX lowers FID from 158.13$\\pm$0.15 to 108.43 on the Polyps set.';
  const [before, after] = findResults(cleanText(abstract));

  it('has the span of its number in the original text', () => {
    expect(before && abstract.slice(before.span.start, before.span.end)).toBe('158.13$\\pm$0.15');
    expect(after && abstract.slice(after.span.start, after.span.end)).toBe('108.43');
  });

  it('has an anchor that is in the text and contains the number', () => {
    expect(abstract).toContain(after?.anchor ?? 'no anchor');
    expect(after?.anchor).toContain('108.43');
  });

  it('names what it is compared with and the better direction', () => {
    expect(after).toMatchObject({ comparedWith: 0, better: 'lower' });
    expect(before?.comparedWith).toBeUndefined();
  });
});
