import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults, in and around brackets and lists,', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    [
      'differences in brackets with limits',
      'Our decoder reduces hallucinations (up to 25%) with only a marginal (~2%) drop in accuracy.',
      ['25% Hallucination rate bound own', '2% Accuracy change own'],
    ],
    [
      'values reached behind differences',
      'It beats prior nets by 3% in recall, achieving scores of 74% and 80%.',
      ['3% Recall change own', '74% Recall level own', '80% Recall level own'],
    ],
    [
      'limits of differences in a measure',
      'We show an increase in test accuracy of almost 78% compared to direct learning.',
      ['78% Accuracy bound own'],
    ],
    [
      'values that came before',
      'Aton reaches 50% recall (up from 42%) with 95GB of memory, where Bera originally required 190GB of memory.',
      [
        '50% Recall level own',
        '42% Recall level baseline',
        '95GB Memory level own',
        '190GB Memory level baseline',
      ],
    ],
    [
      'a further measure with "of"',
      'Aton has an accuracy of 0.91 and a mean strain of 0.87.',
      ['0.91 Accuracy level own', '0.87 strain level own'],
    ],
    [
      'a short form in a row of metrics before their values',
      'Aton did best (MAPE 0.16%, KGE 0.58).',
      ['0.16% MAPE level own', '0.58 KGE level own'],
    ],
    [
      'no subject as a metric, nor what it was trained on',
      'Pretrained on robotic data, Aton achieves 79.2% and 90.7% success rate.',
      ['79.2% Success rate level own', '90.7% Success rate level own'],
    ],
    [
      'a bracket between the metric and its verb',
      'Qualified coverage (>=95% P@1 each) reaches 47.8% with one agent.',
      ['95% Precision@1 bound own', '47.8% Coverage level own'],
    ],
    [
      'short forms with a cut-off, and no settings as correlations',
      'On three sets, promo@5 reaches up to 0.57 at a budget of R = 50 orders.',
      ['0.57 promo@5 bound own'],
    ],
    [
      'prices for each',
      'Our pipeline reaches 91% F1 at $0.003/query.',
      ['91% F1 level own', '0.003 Cost level own'],
    ],
    [
      'no score for what another is lower in',
      'Aton outperforms Bera with a 4.5% score improvement and 28% lower variance in returns.',
      ['4.5% null change own', '28% variance change own'],
    ],
    [
      'benchmarks and places as no metrics',
      'Our model brings a 9% improvement in GPQA-Diamond and a 7% improvement in urban and rural areas.',
      ['9% null change own', '7% null change own'],
    ],
    [
      'qualities by their adjectives',
      'Our net is 10% more accurate and 1.5x more memory-efficient than Bera.',
      ['10% Accuracy change own', '1.5x memory efficiency ratio own'],
    ],
    [
      'what another one has instead',
      'Aton achieves an accuracy of 89.5% instead of 53.0% on Surrey.',
      ['89.5% Accuracy level own', '53.0% Accuracy level baseline'],
    ],
    [
      'no parts of a split, no whole scale, no tolerance',
      'Split into training (80%), validation (10%) and testing (10%) sets and rated from 0 to 100, it has an error of 1.2 mm, within the 3 mm clinical tolerance.',
      ['1.2 mm Error level own'],
    ],
    [
      'no gain of a model by its name',
      'Performance rises everywhere (Aton-2.5 gains only +1.8%).',
      ['+1.8% null change own'],
    ],
    [
      'pairs with intervals, which are set against each other',
      'F1 scores were higher than with windows: 0.68 (95% CI 0.61-0.75) vs 0.61 (95% CI 0.53-0.68) for lungs and 0.72 (95% CI 0.63-0.80) vs 0.58 for livers.',
      ['0.68 F1 level own', '0.61 F1 level baseline', '0.72 F1 level own', '0.58 F1 level baseline'],
    ],
    [
      'protection, against which no system is compared',
      'Aton gives strong protection against theft with under 1% computational overhead.',
      ['1% Computational cost bound own'],
    ],
    [
      'p-values as none, and the sets on which it was measured as no metric',
      'Aton has Pearson correlations greater than 0.9 and 0.8 for the training set and the testing set (p-value<0.01).',
      ['0.9 Pearson correlation bound own', '0.8 Pearson correlation bound own'],
    ],
    [
      'pairs whose metric stands between',
      'It does well in naming (52-82% balanced accuracy vs. 20-25% chance) and splitting (75-85% accuracy vs. 50% chance).',
      [
        '52-82% Balanced accuracy level own',
        '20-25% Balanced accuracy level baseline',
        '75-85% Accuracy level own',
        '50% Accuracy level baseline',
      ],
    ],
    [
      'improvements that range',
      'We see improvements in AUC ranging from 6.5% to 15.5% over Bera.',
      ['6.5% to 15.5% AUROC change own'],
    ],
    [
      'no verb in "at speeds up to"',
      'It flies at speeds up to 10 m/s with an error of 1.2 m.',
      ['1.2 m Error level own'],
    ],
  ])('reads %s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
