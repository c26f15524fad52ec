import { describe, expect, it } from 'vitest';
import { otherShortForms } from '@/lib/domain/reading/short-forms';

describe('otherShortForms', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['a metric spelled out as itself', 'The mean absolute error (MAE) falls.', []],
    ['a metric spelled out as a kind of it', 'The attack success rate (ASR) falls.', []],
    ['another thing', 'We study automatic speech recognition (ASR).', ['ASR']],
    ['another thing in the plural', 'Semantic description rules (SDRs) help.', ['SDR']],
    ['a short form that is no metric', 'We use a convolutional neural network (CNN).', []],
    ['letters that do not fit', 'We report all values (MAE).', []],
  ])('finds in the words before it: %s', (_what, text, expected) => {
    expect([...otherShortForms(text)]).toEqual(expected);
  });
});
