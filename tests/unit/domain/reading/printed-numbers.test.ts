import { describe, expect, it } from 'vitest';
import { parseFigure } from '@/lib/domain/describe';
import { splitSentences } from '@/lib/domain/reading/sentence';
import { PRINTED_FORMS } from '@/lib/domain/reading/sentence/numbers';
import { read } from './read-results';

describe('the printed forms of numbers', () => {
  it.each(PRINTED_FORMS)(
    'include "$name", which matches its own example',
    ({ read: readForm, example: [text, value] }) => {
      const [sentence] = splitSentences(text);
      const tokens = sentence?.tokens ?? [];
      const at = tokens.findIndex((token) => token.kind === 'number');
      const token = tokens[at];
      expect(token?.kind === 'number' && token.number.value).toBe(value);
      const start = token?.start ?? 0;
      const before = tokens[at - 1]?.lower;
      expect(readForm(text, start, before)?.value).toBe(value);
      // No earlier form may match it first.
      const first = PRINTED_FORMS.find((form) => form.read(text, start, before) !== undefined);
      expect(first?.example[0]).toBe(text);
    },
  );
});

describe('printed numbers', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['a raised point', 'The AUC was 0·93.', ['0.93 AUROC level own']],
    [
      'other raised points',
      'The Dice was 0∙85 and the recall 0⋅91.',
      ['0.85 Dice level own', '0.91 Recall level own'],
    ],
    ['a raised point of TeX', 'The Dice was $0\\cdot 85$.', ['0.85 Dice level own']],
    ['a power after a raised point', 'An MSE of $1.24 \\cdot 10^{-4}$ is met.', ['1.24×10^-4 MSE level own']],
    [
      'a power after a multiplication cross',
      'An MSE of $2.5 \\times 10^{-3}$ is met.',
      ['2.5×10^-3 MSE level own'],
    ],
    ['a power after an asterisk', 'An MSE of 0.5*10^-3 is met.', ['0.5×10^-3 MSE level own']],
    ['a superscript power', 'The error rate is 10⁻⁴.', ['10^-4 Error rate level own']],
    ['a mixed form with a comma', 'An RMSE of 1,2·10⁻³ is met.', ['1,2×10^-3 RMSE level own']],
    [
      'an exponent',
      'The MSE falls from 4.025e-3 to 1.02e-4.',
      ['4.025e-3 MSE level baseline', '1.02e-4 MSE level own'],
    ],
    ['a power of times', 'Our solver is $10^{2}\\times$ faster.', ['10^2x Speed ratio own']],
    ['a power that lost its caret: nothing', 'An MSE of 1.24 x 10-4 is met.', []],
    ['a power after a bracket: nothing', 'An MSE of (1.2±0.1)×10^-3 is met.', []],
    ['a power that only counts: nothing', 'The sample holds 10^5 stars of 1.2 × 10^43 erg/s.', []],
    ['a learning rate: nothing', 'We train with a learning rate of 5e-4.', []],
    [
      'a range with its unit at both ends',
      'The mean error lies between 3.1 mm and 3.3 mm.',
      ['3.1 mm and 3.3 mm Mean error level own'],
    ],
    [
      'a range of words',
      'The accuracy is 83 percent to 91 percent.',
      ['83 percent to 91 percent Accuracy level own'],
    ],
    [
      'two values with their units',
      'The mean error falls from 3.3 mm to 3.1 mm.',
      ['3.3 mm Mean error level baseline', '3.1 mm Mean error level own'],
    ],
    [
      'a range with a hanging hyphen',
      'Our solver is 8- to 24-fold faster.',
      ['8- to 24-fold Speed ratio own'],
    ],
    ['micrometres in plain letters', 'The mean error is 30 um.', ['30 um Mean error level own']],
    [
      'an unsure count of hundreds',
      'Our solver is several hundred times faster.',
      ['several hundred times Speed ratio own'],
    ],
    [
      'thousands separated by a space',
      'A throughput of 12 000 images per second.',
      ['12 000 images per second Throughput level own'],
    ],
    [
      'thousands separated by a thin space',
      'A throughput of $12\\,500$ images/s.',
      ['12 500 images/s Throughput level own'],
    ],
    [
      'thousands separated by an apostrophe',
      'A throughput of 12’000 tokens/s.',
      ["12'000 tokens/s Throughput level own"],
    ],
    ['a name and a number: nothing', 'With ResNet 50 100 classes are told apart.', []],
    [
      'a decimal comma',
      'An accuracy (84,25%) and a recall (77,9%).',
      ['84,25% Accuracy level own', '77,9% Recall level own'],
    ],
    ['a decimal comma after a zero', 'The AUC was 0,912.', ['0,912 AUROC level own']],
    [
      'no decimal comma in an interval',
      'With weights in [0,1] and (0,12) the Dice is 0.9.',
      ['0.9 Dice level own'],
    ],
    ['abbreviated points', 'We raise the accuracy by 4.9%p.', ['4.9%p Accuracy change own']],
    [
      'cut-offs in brackets',
      'mAP@0.5 of 0.67 and mAP@[0.5:0.95] of 0.42.',
      ['0.67 mAP50 level own', '0.42 mAP50-95 level own'],
    ],
    ['cut-offs without zeros', 'mAP@.5:.95 of 45.2%.', ['45.2% mAP50-95 level own']],
    ['cut-offs in a subscript', 'mAP$_{50:95}$ of 45.2%.', ['45.2% mAP50-95 level own']],
    ['cut-offs with their step', 'AP@[.5:.05:.95] of 45.2%.', ['45.2% mAP50-95 level own']],
    ['a cut-off in words', 'AP at an IoU threshold of 0.5 is 87%.', ['87% AP50 level own']],
    ['a time in two units', 'Segmentation takes 1 h 20 min.', ['1 h 20 min null level own']],
    [
      'two such times',
      'The delay falls from 2 min 30 s to 1 min 5 s.',
      ['2 min 30 s delay level baseline', '1 min 5 s delay level own'],
    ],
    [
      'a spread as superscript and subscript',
      'An accuracy of $91.2^{+0.3}_{-0.2}\\%$.',
      ['91.2% Accuracy level own'],
    ],
    ['a spread on the line', 'An accuracy of 91.2 +0.3/-0.2 is met.', ['91.2 Accuracy level own']],
    ['a spread in a bracket', 'An accuracy of 91.2 (± 0.3)%.', ['91.2% Accuracy level own']],
    ['a spread in a subscript', 'An accuracy of 91.2$_{\\pm 0.3}$.', ['91.2±0.3 Accuracy level own']],
    ['a name that ends in s', "Fleiss' kappa of 0.81.", ["0.81 Fleiss' kappa level own"]],
    [
      'Markdown asterisks',
      'Our nets reach **56.1%** and **58.5%** accuracy.',
      ['56.1% Accuracy level own', '58.5% Accuracy level own'],
    ],
    ['an asterisk for emphasis', 'It lifts the Dice by *2.1%*.', ['2.1% Dice change own']],
    ['an asterisk for significance', 'A Dice of 0.85* is met.', ['0.85 Dice level own']],
    ['a factor in words', 'The runtime is reduced by a factor of three.', ['three Inference time ratio own']],
    [
      'a share in words',
      'It wins on nine out of ten sets, outperforming Aton.',
      ['nine out of ten sets ratio own'],
    ],
    ['ca.', 'Accuracy ca. 90%.', ['90% Accuracy level own']],
    ['v.', 'A Dice of 0.85 v. 0.75 for Aton.', ['0.85 Dice level own', '0.75 Dice level baseline']],
    [
      'a pair with one percent sign',
      'A sensitivity and specificity of 87/92%.',
      ['87% Sensitivity level own', '92% Specificity level own'],
    ],
    ['per mille, which is not per cent', 'Our accuracy is 3‰ better.', ['3‰ Accuracy change own']],
    ['full-width signs', 'An accuracy of 90．5％.', ['90.5% Accuracy level own']],
  ])('are read from %s: %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['12 000 images per second', 12_000],
    ["12'000 tokens/s", 12_000],
    ['84,25%', 84.25],
    ['0,912', 0.912],
    ['1.24×10^-4', 1.24e-4],
    ['10^-4', 1e-4],
    ['4.025e-3', 4.025e-3],
    ['1 h 20 min', undefined],
  ])('are drawn from %s as %s', (value, amount) => {
    expect(parseFigure(value)?.amount).toBe(amount);
  });
});
