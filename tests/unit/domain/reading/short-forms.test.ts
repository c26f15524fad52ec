import { describe, expect, it } from 'vitest';
import { shortForms } from '@/lib/domain/reading/sentence/short-forms';

describe('shortForms', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['a metric spelled out', 'The mean absolute error (MAE) falls.', []],
    ['a metric spelled out as a variant', 'The attack success rate (ASR) falls.', []],
    ['something else', 'We study automatic speech recognition (ASR).', ['ASR']],
    ['something else, of one word more', 'The mean arterial blood pressure (MAP) fell.', ['MAP']],
    ['something else in the plural', 'Semantic description rules (SDRs) help.', ['SDR']],
    ['a short form that is not a metric', 'We use a convolutional neural network (CNN).', []],
    ['letters that do not fit', 'We report all values (MAE).', []],
  ])('finds the long form in the words before it: %s', (_what, text, expected) => {
    expect([...shortForms(text).others]).toEqual(expected);
  });

  it.each<[what: string, text: string, expected: string[]]>([
    ['a rate', 'The task completion rate (TCR) rises.', ['TCR']],
    ['a network', 'We use a convolutional neural network (CNN).', []],
  ])('recognises a metric by its last word: %s', (_what, text, expected) => {
    expect([...shortForms(text).measures]).toEqual(expected);
  });
});
