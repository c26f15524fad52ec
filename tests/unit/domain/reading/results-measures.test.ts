import { describe, expect, it } from 'vitest';
import { read } from './read-results';

describe('findResults names the measure', () => {
  it.each<[what: string, text: string, expected: readonly string[]]>([
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
      ['60.2% null level baseline', '50.1% null level own'],
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
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
