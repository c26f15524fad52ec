import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults names', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'two limits of a range with "between"',
      'Our nets have a sensitivity and precision of between 0.81-0.85 and 0.42-0.55.',
      ['0.81-0.85 Sensitivity level own', '0.42-0.55 Precision level own'],
    ],
    [
      'metrics in brackets after their numbers',
      'Our captioner has scores of 0.81 (CIDEr) and 0.66 (METEOR).',
      ['0.81 CIDEr level own', '0.66 METEOR level own'],
    ],
    ['short forms of captioning', 'Our captioner reaches a B-4 of 0.31.', ['0.31 BLEU-4 level own']],
    [
      'numbers of a family that is named as a range',
      'Our captioner leads on BLEU 1-4 (0.81, 0.72, 0.63, 0.54).',
      ['0.81 BLEU level own', '0.72 BLEU level own', '0.63 BLEU level own', '0.54 BLEU level own'],
    ],
    [
      'a metric whose short form is followed by "scores"',
      'Our net has Intersection over Union (IoU) scores of 0.81 and 0.79.',
      ['0.81 IoU level own', '0.79 IoU level own'],
    ],
    [
      'a variant with a lower-case prefix',
      'Our model reaches an iAUC of 0.73 and a cIoU of 0.66.',
      ['0.73 iAUC level own', '0.66 cIoU level own'],
    ],
    [
      'any metric with a cut-off rank',
      'Our ranker achieves 31.2% DocR@3 and 44.0 avg@8.',
      ['31.2% DocR@3 level own', '44.0 Avg@8 level own'],
    ],
    [
      'an unknown short form with "of"',
      'We obtain an accuracy of 0.91 and a KMCC of 0.85.',
      ['0.91 Accuracy level own', '0.85 KMCC level own'],
    ],
    [
      'an unknown short form after the number',
      'Our lifter reaches 34.2 AP3D on Gardens.',
      ['34.2 AP3D level own'],
    ],
    [
      'an unknown name with an equals sign',
      'The translated texts do better (Composite=0.62).',
      ['0.62 Composite level own'],
    ],
    ['a name directly after the verb', 'Our regularizer achieves TDI 0.904.', ['0.904 TDI level own']],
    [
      'a range of thresholds in the name',
      'Our detector has an mAP_50 of 0.91 and an mAP_50:95 of 0.72.',
      ['0.91 mAP50 level own', '0.72 mAP50-95 level own'],
    ],
    [
      'metrics separated by slashes',
      'Our decoder reaches a PSNR/SSIM of 31.2/0.91.',
      ['31.2 PSNR level own', '0.91 SSIM level own'],
    ],
    [
      'a list that continues in the same order',
      'Our decoder has PSNR and SSIM of 31.2/0.91 on Roofs, and 30.1/0.88 on Walls.',
      ['31.2 PSNR level own', '0.91 SSIM level own', '30.1 PSNR level own', '0.88 SSIM level own'],
    ],
    [
      '"A vs. B" before the metric',
      'Our model translates well (23.9 vs. 21.4 BLEU).',
      ['23.9 BLEU level own', '21.4 BLEU level baseline'],
    ],
    ['points of a metric', 'Our model drops by -2.5 BLEU points.', ['-2.5 BLEU points BLEU change own']],
    [
      'a metric after a comma and a verb of reaching',
      'Our net has the best AUC, reaching 0.93.',
      ['0.93 AUROC level own'],
    ],
    ['the head of a compound', 'Our judge gains 12% in reward precision.', ['12% Precision change own']],
    [
      'what follows "in" after a noun of change',
      'We see reductions of up to 32% in gate count.',
      ['32% gate count bound own'],
    ],
    ['the words before a noun of reduction', 'Our agent has a 29% length drop.', ['29% length change own']],
    [
      'the words after a comparative',
      'Our sampler shows 35% faster convergence.',
      ['35% convergence change own'],
    ],
    ['an abbreviated average', 'Our guard reaches 76.9 Avg. F1.', ['76.9 F1 level own']],
    [
      'the subject of a passive change',
      'The exposure with our protocol was reduced to one-sixth of that with the old one.',
      ['one-sixth exposure ratio own'],
    ],
    ['the object of a change', 'Our memory improves traceability by 0.46.', ['0.46 traceability change own']],
    [
      'a further object of the same verb',
      'Our memory improves quality by 0.11 and traceability by 0.46.',
      ['0.11 quality change own', '0.46 traceability change own'],
    ],
    [
      'one object on several sets',
      'We improve the ranking score for A, B and C by 1%, 2% and 3%.',
      ['1% ranking score change own', '2% ranking score change own', '3% ranking score change own'],
    ],
    [
      'what changes between both ends',
      'Our packing cuts token waste from 55% to 2%.',
      ['55% token waste level baseline', '2% token waste level own'],
    ],
    [
      'what changes between both ends in a bracket',
      'Our tutor raises faithfulness (0.68 $\\rightarrow$ 0.96).',
      ['0.68 faithfulness level baseline', '0.96 faithfulness level own'],
    ],
    [
      'the metric after a list of differences',
      'Our model beats scene models by 12% and object models by 47% in reconstruction error.',
      ['12% Error change own', '47% Error change own'],
    ],
    [
      'a thing of which a share is retained',
      'Our student recovers 88% of the performance gap.',
      ['88% performance gap ratio own'],
    ],
    [
      'a thing of which a share is stated',
      'We find that 42% of user queries ask for causes.',
      ['42% user queries ratio own'],
    ],
    [
      'the measure, not its object',
      'Our editor raises the quality of annotations by 17%.',
      ['17% null change own'],
    ],
    ['money', 'Our audit costs less than US$0.50 per scan.', ['0.50 Cost bound own']],
    ['throughput', 'Our server reaches 170 tok/s.', ['170 tok/s Throughput level own']],
    [
      'a spread after the unit',
      'Our segmenter has an ASSD of 1.4mm$\\pm$0.2mm.',
      ['1.4mm±0.2mm ASSD level own'],
    ],
    [
      'degrees',
      'Our tracker has a mean absolute error of $0.14^\\circ \\pm 0.01^\\circ$.',
      ['0.14°±0.01° MAE level own'],
    ],
    ['plain-text operators', 'Our weak model fails (AUC <= 0.61).', ['0.61 AUROC bound own']],
    [
      'a ratio that is a metric',
      'Our decoder has a signal-to-noise ratio of 25.2 dB.',
      ['25.2 dB SNR level own'],
    ],
    [
      'a dose as a reduction',
      'We need only one-sixth of the usual dose.',
      ['one-sixth usual dose ratio own'],
    ],
    [
      'a value on a named benchmark',
      'Our agent sets a new standard with 56.1 on Desk-G.',
      ['56.1 null level own'],
    ],
    [
      'the performance that is reached',
      'Our planner improves performance to 73.3 on Desk-G.',
      ['73.3 null level own'],
    ],
    ['saved labels', 'Our model learns with only 10 labelled samples.', ['10 Labelled data level own']],
    ['a measured bias', 'Our scale has a bias of 0.4 mL.', ['0.4 mL Bias level own']],
    [
      'no dataset on which a value was reached',
      'Our net has an accuracy of 98% in the training set and 100% in the test set.',
      ['98% Accuracy level own', '100% Accuracy level own'],
    ],
    [
      'parallel brackets in the same way',
      'Our net has a higher Dice (0.89, CoV = 6%) than UNet (0.05, CoV = 33%).',
      [
        '0.89 Dice level own',
        '6% Coefficient of variation level own',
        '0.05 Dice level baseline',
        '33% Coefficient of variation level baseline',
      ],
    ],
    [
      'no metric from a short form with another meaning',
      'We study automatic speech recognition (ASR) and reach an accuracy of 91% on clean ASR and 88% on noisy ASR.',
      ['91% Accuracy level own', '88% Accuracy level own'],
    ],
    ['no verb as a metric', 'We find that small models score as low as 24%.', ['24% null bound own']],
    [
      'no metric of resources for a later quality score',
      'We keep 10% of training data and surpass the rest by 4.1%.',
      ['10% Training data ratio own', '4.1% null change own'],
    ],
    [
      'no quality metric for a time',
      'Our detector attains an mAP50 of 0.56 at 3.1 ms per image.',
      ['0.56 mAP50 level own', '3.1 ms per image null level own'],
    ],
    [
      'what decreases, by a short form or by nouns of change',
      'The CTRL drops from 0.46 to 0.03, and the dull loss proxy falls from 0.65 to 0.02.',
      [
        '0.46 CTRL level baseline',
        '0.03 CTRL level own',
        '0.65 dull loss proxy level baseline',
        '0.02 dull loss proxy level own',
      ],
    ],
    [
      'the object of a verb of change before a bracket',
      'Our pulse increased the RCA sharpness markedly (37% vs. 29%).',
      ['37% RCA sharpness level own', '29% RCA sharpness level baseline'],
    ],
    [
      'the value just stated as an improvement over another',
      'Our planner has a pass rate of 56.9%, a 2.7x improvement over the next.',
      ['56.9% Pass rate level own', '2.7x Pass rate ratio own'],
    ],
    [
      'the highest value in a bracket, and its continuation',
      'Our sampler has higher novelty (up to 74.5%), diversity (up to 70.3%) and the best utilization (~78%).',
      ['74.5% novelty bound own', '70.3% diversity bound own', '78% utilization level own'],
    ],
    [
      'what improves without an object',
      'The answers shrink, while sufficiency improves (+2.3 points).',
      ['+2.3 points sufficiency change own'],
    ],
    [
      'the value to which a colon leads',
      'Parotid dose difference: -0.5±1.5%.',
      ['-0.5±1.5% Parotid dose difference level own'],
    ],
    [
      'a score named by a compound of a verb and a noun',
      'Our tool labels reports at 0.86 entity match score.',
      ['0.86 entity match score level own'],
    ],
    [
      'no rival and no place as a measure',
      'Our net has an accuracy of 74.4% on kites (71% random), and of 62.1% on unseen external data.',
      ['74.4% Accuracy level own', '71% Accuracy level own', '62.1% Accuracy level own'],
    ],
    [
      'no share above 100 %',
      'Our net reaches an accuracy of 140%, and a Dice of 91%.',
      ['140% null level own', '91% Dice level own'],
    ],
    [
      'what a verb of change raises from one value to another',
      'Our monitors raise completion from 10.9% to 28.1%.',
      ['10.9% completion level baseline', '28.1% completion level own'],
    ],
    ['what decreases', 'In a control, total failures drop by 40.2%.', ['40.2% failures change own']],
    ['a short form that increases', 'It improves CR by 4.2%.', ['4.2% CR change own']],
    [
      'no dataset on which a score increases',
      'It improves FinQA from 12.0% to 24.7%.',
      ['12.0% null level baseline', '24.7% null level own'],
    ],
    [
      'the only measure of the previous sentence, if a sentence names none',
      'The accuracy on KITEBench is 91.2%. On SailQA, our model reaches 84.1%.',
      ['91.2% Accuracy level own', '84.1% Accuracy level own'],
    ],
    [
      'no measure of the previous sentence for a number with words of its own',
      'The accuracy on KITEBench is 91.2%. Bit savings of 76.0% are reached on SailQA.',
      ['91.2% Accuracy level own', '76.0% null change own'],
    ],
    ['the speed of a robot as such', 'Our robot reaches a speed of 3 m/s.', ['3 m/s Speed level own']],
    [
      'what is cut by a factor, not the factor',
      'Our planner cuts the planning time by a factor of 8.',
      ['8 planning time ratio own'],
    ],
    [
      'no agreement where it says how far two things differ',
      'The two codes show an agreement within 12%.',
      ['12% null bound own'],
    ],
    [
      'no correlation that has a unit or is larger than 1',
      'Our model has a correlation of 0.95 and differences of 4.4 mm, with kappa = 8.41.',
      ['0.95 Correlation level own', '4.4 mm null change own', '8.41 null level own'],
    ],
    ['no metric inside an adjective', 'Our memory-efficient net improves by 4%.', ['4% null change own']],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
