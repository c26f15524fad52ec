import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults reads', () => {
  it.each<[what: string, text: string, expected: readonly string[]]>([
    [
      'later pairs of a list that "from" opens',
      'We lift the Dice from 95% to 98% for kites, 90% to 92% for boats, and 71% to 80% for cars.',
      [
        '95% Dice level baseline',
        '98% Dice level own',
        '90% Dice level baseline',
        '92% Dice level own',
        '71% Dice level baseline',
        '80% Dice level own',
      ],
    ],
    [
      'as many lists of values as there are sets, whose metrics are the subject',
      'Sensitivity, false alarm rate, and AUC reach 93.5%, 0.063/h, 0.981 and 98.8%, 0.074/h, 0.988 on two sets.',
      [
        '93.5% Sensitivity level own',
        '0.063 False positive rate level own',
        '0.981 AUROC level own',
        '98.8% Sensitivity level own',
        '0.074 False positive rate level own',
        '0.988 AUROC level own',
      ],
    ],
    [
      'a pair that begins with a possessive',
      "Our loss lifts the accuracy from Aton's 29.4% to 68.5%.",
      ['29.4% Accuracy level baseline', '68.5% Accuracy level own'],
    ],
    [
      'a span over several systems as one range',
      'Our net reaches an accuracy of 0.8 compared to older systems (0.23 to 0.53).',
      ['0.8 Accuracy level own', '0.23 to 0.53 Accuracy level baseline'],
    ],
    [
      'a list of values with intervals, whose metrics are the subject',
      'The recall, specificity, and F1 at the best cut-off are 0.72 (0.69-0.75), 0.58 (0.56-0.60), and 0.39 (0.37-0.41).',
      ['0.72 Recall level own', '0.58 Specificity level own', '0.39 F1 level own'],
    ],
    [
      'two factors with a slash, which were measured',
      'Our net has 4.5x/2.7x higher throughput than Aton and Bera.',
      ['4.5x Throughput ratio own', '2.7x Throughput ratio own'],
    ],
    ['a price in US dollars', 'We run it at monthly costs of about USD 4,000.', ['4,000 Cost level own']],
    [
      'a measured value with an interval, though it speaks of people',
      'The score differs between women and men, who reach 0.81 (95% CI: 0.78-0.84).',
      ['0.81 null level own'],
    ],
    [
      'no standard deviation behind its short form',
      'Our net reaches a Dice of 0.95 with standard deviation (SD) 0.16.',
      ['0.95 Dice level own'],
    ],
    [
      'no cost behind a preposition into the next item of a list',
      'The accuracy is 93% for detecting errors and 84% for sorting kites.',
      ['93% Accuracy level own', '84% Accuracy level own'],
    ],
    [
      'no place of a gain as its measure',
      'We gain +26.5% on the test set and +8.0% on the training set.',
      ['+26.5% null change own', '+8.0% null change own'],
    ],
    [
      'each value set against another as the first of two',
      'Aton has the best sensitivity (CT: 0.69 vs 0.39; MR: 0.63 vs 0.20).',
      [
        '0.69 Sensitivity level own',
        '0.39 Sensitivity level baseline',
        '0.63 Sensitivity level own',
        '0.20 Sensitivity level baseline',
      ],
    ],
    [
      'a probe that finds less as a gain of the paper',
      'The probe accuracy drops from 0.98 to 0.85.',
      ['0.98 Accuracy level baseline', '0.85 Accuracy level own'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
