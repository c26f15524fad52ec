import { describe, expect, it } from 'vitest';
import { findPastedPaper, toggleTagFilter } from '@/lib/services/search';

describe('what is typed into the search', () => {
  it.each([
    ['https://arxiv.org/abs/2407.08410v2', '2407.08410'],
    ['arxiv.org/pdf/2407.08410', '2407.08410'],
    ['huggingface.co/papers/2407.08410', '2407.08410'],
    ['  2407.08410 ', '2407.08410'],
    ['arXiv:math/0309136', 'math/0309136'],
    ['arxiv: 2407.08410v1', '2407.08410'],
  ])('%s names a paper', (query, id) => {
    expect(findPastedPaper(query)).toBe(id);
  });

  it.each(['', 'lamps', 'https://example.org/abs/2407.08410', '2407', 'has:code 2407.08410'])(
    '"%s" names none',
    (query) => {
      expect(findPastedPaper(query)).toBeUndefined();
    },
  );

  it('takes a tag’s filter in and out', () => {
    expect(toggleTagFilter('lamps', 'oct')).toBe('lamps tag:oct');
    expect(toggleTagFilter('tag:oct lamps', 'oct')).toBe('lamps');
    expect(toggleTagFilter('', 'oct')).toBe('tag:oct');
    expect(toggleTagFilter('tag:octopus', 'oct')).toBe('tag:octopus tag:oct');
  });
});
