import { describe, expect, it } from 'vitest';
import { readVenue } from '@/lib/domain/cite/read-venue';

describe('the venue stated in comments', () => {
  it.each([
    ['Accepted at MICCAI 2025', 'MICCAI 2025'],
    ['12 pages, 3 figures. CVPR 2024 (oral)', 'CVPR 2024'],
    ["To appear in ECCV'24", 'ECCV 2024'],
    ['Published in the proceedings of EMNLP-2023, 9 pages', 'EMNLP 2023'],
    ['NeurIPS 2023 Workshop on something', 'NeurIPS 2023 Workshop'],
    ['Submitted to CVPR 2024', undefined],
    ['Under review at ICLR 2025', undefined],
    ['An extended version of our ICML 2020 paper', undefined],
    ['14 pages, 2024', undefined],
    ['uses an rss 2020 feed', undefined],
    ['Accepted at CVPR', undefined],
    ['', undefined],
  ])('is read from %s: %s', (comments, venue) => {
    expect(readVenue(comments)).toBe(venue);
  });

  it('takes no longer for a long text of near misses', () => {
    expect(readVenue('MICCAI '.repeat(100_000))).toBeUndefined();
  });
});
