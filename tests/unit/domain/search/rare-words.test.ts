import { describe, expect, it } from 'vitest';
import { createCollection, openPapers, search } from '@/lib/domain/search';
import type { SearchablePaper } from '@/lib/domain/search';
import { searchPaper as paper } from '@/tests/fixtures/search-paper';

const open = (papers: readonly SearchablePaper[]) =>
  createCollection([{ name: 'curated', index: openPapers(papers, []) }]);

/** Papers with the title; their ids begin with the month. */
const many = (count: number, month: string, title: string): SearchablePaper[] =>
  Array.from({ length: count }, (_, at) => paper(`${month}.${String(at).padStart(5, '0')}`, title));

describe('words that hardly any paper has', () => {
  it('are taken for a far more frequent word too', () => {
    const index = open([...many(300, '2401', 'A language model'), ...many(3, '2402', 'Langage and models')]);
    const { hits, total, message } = search(index, 'langage models', { limit: 4 });
    expect(total).toBe(303);
    expect(hits.map(({ id }) => id.slice(0, 4))).toEqual(['2402', '2402', '2402', '2401']);
    expect(message).toMatchObject({
      kind: 'respelled',
      words: ['langage'],
      taken: ['language'],
      text: 'Hardly any paper has “langage”; taken for “language” too.',
    });
  });

  it.each([
    ['the other word is not far more frequent', 200, 3],
    ['more papers have it', 2000, 11],
  ])('are not taken for another if %s', (_, frequent, rare) => {
    const index = open([...many(frequent, '2401', 'Cancer'), ...many(rare, '2402', 'By Caner')]);
    expect(search(index, 'caner')).toMatchObject({ total: rare, message: undefined });
  });

  it('name of the words they are taken for the most frequent', () => {
    const index = open([paper('2401.00001', 'Segmentaon'), ...many(3, '2402', 'Segmentation')]);
    expect(search(index, 'segmentaion').message?.taken).toEqual(['segmentation']);
  });

  it('do not count more than the words for which they stand', () => {
    const index = open([
      ...many(30, '2401', 'A vision transformer'),
      paper('2402.00001', 'With a visiontransformer'),
    ]);
    expect(search(index, 'vision transformer').hits.at(-1)?.id).toBe('2402.00001');
  });
});

it('a letter is found in titles before the initials of authors', () => {
  const index = open([
    paper('2401.00001', 'Of two', { authors: ['C. C. Moss', 'C. Reed'] }),
    paper('2401.00002', 'From Fortran to C++', { terms: [['fortran', 15]] }),
  ]);
  expect(search(index, 'C++').hits.map(({ id }) => id)).toEqual(['2401.00002', '2401.00001']);
});
