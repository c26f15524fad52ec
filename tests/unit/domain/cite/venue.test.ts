import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVenue } from '@/lib/domain/cite/venue';

describe('parseVenue', () => {
  it.each([
    [
      'npj Digital Medicine 8, 532 (2025)',
      {
        type: 'article',
        journal: 'npj Digital Medicine',
        volume: '8',
        number: undefined,
        pages: '532',
        year: '2025',
      },
    ],
    [
      'Applied Sciences 12(4), 1834 (2022)',
      {
        type: 'article',
        journal: 'Applied Sciences',
        volume: '12',
        number: '4',
        pages: '1834',
        year: '2022',
      },
    ],
    [
      'IEEE Transactions on Neural Networks and Learning Systems 36(10), 17613-17622 (2025)',
      {
        type: 'article',
        journal: 'IEEE Transactions on Neural Networks and Learning Systems',
        volume: '36',
        number: '10',
        pages: '17613--17622',
        year: '2025',
      },
    ],
    [
      'Medical Image Analysis, 103551 (2025)',
      {
        type: 'article',
        journal: 'Medical Image Analysis',
        volume: undefined,
        number: undefined,
        pages: '103551',
        year: '2025',
      },
    ],
    [
      'IEEE Transactions on Medical Imaging',
      {
        type: 'article',
        journal: 'IEEE Transactions on Medical Imaging',
        volume: undefined,
        number: undefined,
        pages: undefined,
        year: undefined,
      },
    ],
    [
      'Nature (2026)',
      {
        type: 'article',
        journal: 'Nature',
        volume: undefined,
        number: undefined,
        pages: undefined,
        year: '2026',
      },
    ],
    [
      'MELBA 2026',
      {
        type: 'article',
        journal: 'MELBA',
        volume: undefined,
        number: undefined,
        pages: undefined,
        year: '2026',
      },
    ],
    [
      'CVPR 2025 (pp. 14788-14798)',
      { type: 'inproceedings', booktitle: 'CVPR 2025', pages: '14788--14798', year: '2025' },
    ],
    [
      'In Proc. Symposium on Lamps (SOL 2020), pages 14-26. LAMP, 2020',
      {
        type: 'inproceedings',
        booktitle: 'Proc. Symposium on Lamps (SOL 2020). LAMP, 2020',
        pages: '14--26',
        year: '2020',
      },
    ],
    [
      'Physics of Lamps (J. Lampa), Vol. 71, 946-950 (2008)',
      {
        type: 'article',
        journal: 'Physics of Lamps (J. Lampa)',
        volume: '71',
        number: undefined,
        pages: '946--950',
        year: '2008',
      },
    ],
    [
      'NeurIPS 2024 (Spotlight)',
      { type: 'inproceedings', booktitle: 'NeurIPS 2024 (Spotlight)', pages: undefined, year: '2024' },
    ],
    [
      'DEMI @ MICCAI 2025 workshop',
      { type: 'inproceedings', booktitle: 'DEMI @ MICCAI 2025 workshop', pages: undefined, year: '2025' },
    ],
    [
      'Machine Learning for Health (ML4H) 2022, PMLR 193:566-577',
      {
        type: 'inproceedings',
        booktitle: 'Machine Learning for Health (ML4H) 2022, PMLR 193:566-577',
        pages: undefined,
        year: '2022',
      },
    ],
  ])('parses %s', (text, expected) => {
    expect(parseVenue(text)).toEqual(expected);
  });

  it.each(['to appear', 'under submission', '', 'v2, 12 pages'])('does not guess from "%s"', (text) => {
    expect(parseVenue(text)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        expect(() => parseVenue(text)).not.toThrow();
      }),
    );
  });
});
