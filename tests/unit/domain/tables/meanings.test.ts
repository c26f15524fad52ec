import { describe, expect, test } from 'vitest';
import { readTables } from '@/lib/domain/tables';
import { findMeanings, spellOut } from '@/lib/domain/tables/meanings';
import { tableOf } from '../../../fixtures/tables';

describe('short forms in captions and text', () => {
  test.each([
    ['R-order denotes reading order. Lower is better.', 'R-order', 'reading order'],
    ['GLM stands for the glow level mean and is averaged.', 'GLM', 'glow level mean'],
    ['We report the lamp success rate (LSR) and more.', 'LSR', 'lamp success rate'],
    ['LSR: lamp success rate; all values in %.', 'LSR', 'lamp success rate'],
    ['LSR = lamp success rate.', 'LSR', 'lamp success rate'],
    ['SR and CR denote the success rate and completion rate.', 'SR', 'success rate'],
    ['SR and CR denote the success rate and completion rate.', 'CR', 'completion rate'],
    // Both are meant, not only the second.
    ['LR and SR denote success rates of lamps.', 'SR', undefined],
    // A letter that no word explains, no short form, or not part of the phrase.
    ['We compare wicks with lamps (LSR).', 'LSR', undefined],
    ['Bold denotes best.', 'Bold', undefined],
    ['A star denotes our runs.', 'star', undefined],
    ['CT denotes lamps.', 'CT', undefined],
  ])('are read from: %s', (text, short, meaning) => {
    expect(findMeanings([text]).get(short)).toBe(meaning);
  });

  test('are expanded in headers, unless they are the usual name of a metric', () => {
    const meanings = findMeanings(['average precision (AP), lamp success rate (LSR)']);
    expect(spellOut('LSR Edit', meanings)).toBe('lamp success rate Edit');
    expect(spellOut('AP', meanings)).toBe('AP');
  });

  test('turn an otherwise unknown header into a metric', () => {
    const written = `Model | LSR | Params (M)
      ---
      Alpha@ | 70.5 | 12
      Ours | 81.2 | 11`;
    const [table] = readTables([tableOf('Table 1: Lamps. LSR: lamp success rate.', written)], {
      title: '',
      abstract: '',
    });
    const results = table?.kind === 'results' ? table.results : [];
    expect(results.filter(({ column }) => column === 1)).toMatchObject([
      { metric: 'lamp success rate', better: 'higher' },
      { metric: 'lamp success rate', better: 'higher' },
    ]);
  });

  test.each([
    ['Model | MSE | CI\n---\nAlpha@ | 0.41 | 0.85\nOurs | 0.37 | 0.88', ['MSE', 'C-index']],
    ['Model | CI | IBS\n---\nAlpha@ | 0.61 | 0.25\nOurs | 0.67 | 0.18', ['C-index', 'IBS']],
    // Intervals, and half the width of some.
    ['Model | MSE | CI\n---\nAlpha@ | 0.41 | [0.35, 0.45]\nOurs | 0.37 | [0.31, 0.40]', ['MSE']],
    ['Model | Acc. | CI\n---\nAlpha@ | 0.41 | 0.02\nOurs | 0.37 | 0.03', ['Acc.']],
  ])('of CI is the concordance index only beside the metrics of such tables: %s', (written, metrics) => {
    const [table] = readTables([tableOf('', written)], { title: '', abstract: '' });
    const results = table?.kind === 'results' ? table.results : [];
    expect([...new Set(results.map(({ metric }) => metric))]).toEqual(metrics);
  });
});
