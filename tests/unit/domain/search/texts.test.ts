import { describe, expect, it } from 'vitest';
import { cutText } from '@/lib/domain/search/marked-text';
import { applySuggestion } from '@/lib/domain/search/edit-query';

describe('the search’s texts', () => {
  it('are split at the marks', () => {
    expect(cutText('chest X-ray', [{ start: 6, end: 11 }])).toEqual([
      { text: 'chest ', marked: false },
      { text: 'X-ray', marked: true },
    ]);
    expect(cutText('', [])).toEqual([]);
  });

  it.each([
    ['lamps task:segmntation', 'task:image-segmentation', 'lamps task:image-segmentation'],
    ['tsk:"eye disease" x', 'task:', 'task:"eye disease" x'],
    ['lamps', 'has:code', 'lamps has:code'],
  ])('insert a suggestion in the right place: %s', (query, suggestion, expected) => {
    expect(applySuggestion(query, suggestion)).toBe(expected);
  });
});
