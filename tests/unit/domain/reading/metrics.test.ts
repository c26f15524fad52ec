import { describe, expect, it } from 'vitest';
import { readMetricRows } from '@/lib/domain/metrics/lexicon';
import { findMetric, metricDirection } from '@/lib/domain/metrics';

describe('findMetric', () => {
  it.each([
    ['Dice similarity coefficient (DSC)', 'Dice'],
    ['mean F1-score', 'F1'],
    ['macro-averaged F1', 'Macro F1'],
    ['area under the ROC curve (AUC)', 'AUROC'],
    ['top-1 accuracy', 'Top-1 accuracy'],
    ['balanced accuracies', 'Balanced accuracy'],
    ['NDCG@10', 'NDCG@10'],
    ['R@5', 'Recall@5'],
    ['avg@8', 'Avg@8'],
    ['DocR@3', 'DocR@3'],
    ['tIoU', 'tIoU'],
    ['rank-1', 'Top-1 accuracy'],
    ['BLEU-4', 'BLEU-4'],
    ['GFLOPs', 'FLOPs'],
  ])('reads %s as %s', (printed, name) => {
    expect(findMetric(printed)?.name).toBe(name);
  });

  it.each(['', 'prevalence', 'ap', 'acceptance', '()'])('reads no metric from "%s"', (printed) => {
    expect(findMetric(printed)).toBeUndefined();
  });

  it('maps every standard name of the lexicon to itself', () => {
    for (const { name } of readMetricRows()) expect([name, findMetric(name)?.name]).toEqual([name, name]);
  });
});

describe('metricDirection', () => {
  it.each([
    ['FID', 'lower'],
    ['mIoU', 'higher'],
    ['reprojection error', 'lower'],
    ['rally score', 'higher'],
    ['labelled data', undefined],
    ['iatrogenic-edit rate', undefined],
  ])('of %s is %s', (name, better) => {
    expect(metricDirection(name)).toBe(better);
  });
});
