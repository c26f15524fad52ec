import { describe, expect, it } from 'vitest';
import { createCollection, findMatches, openPapers, search } from '@/lib/domain/search';
import type { SearchablePaper } from '@/lib/domain/search';
import { searchPaper as paper } from '@/tests/fixtures/search-paper';

const open = (papers: readonly SearchablePaper[]) =>
  createCollection([{ name: 'curated', index: openPapers(papers, []) }]);
const idsOf = (papers: readonly SearchablePaper[], query: string): readonly string[] =>
  search(open(papers), query).hits.map(({ id }) => id);

describe('names of authors in a search', () => {
  it('puts a full name first if one of its words is also a function word', () => {
    const papers = [
      paper('2401.00001', 'Seen by two', { authors: ['Kaiming Zhong', 'Hao He'], published: '2026-01-01' }),
      paper('2401.00002', 'Seen by one', { authors: ['Ana Moss', 'Kaiming He'], published: '2025-01-01' }),
      paper('2401.00003', 'Whether he meant Kaiming', { published: '2026-02-01' }),
    ];
    expect(idsOf(papers, 'kaiming he')[0]).toBe('2401.00002');
  });

  it('puts a full name before a title with one of its words and another author', () => {
    const papers = [
      paper('2401.00001', 'Pan and tilt: a pan for every camera', { authors: ['Wei Li'] }),
      paper('2401.00002', 'Camera motion', { authors: ['Pan Li'] }),
    ];
    expect(idsOf(papers, 'pan li')).toEqual(['2401.00002', '2401.00001']);
  });

  it.each([
    ['MAS', 'Ma', 'A MAS of planners', 'ma'],
    ['day', 'Dai', 'The day ahead', 'dai'],
    ['nothing', 'Nöth', 'Nothing but cache', 'noth'],
  ])('ranks papers with “%s” before those by %s, and does not mark the name', (word, name, title, stem) => {
    const papers = [
      paper('2401.00001', title),
      paper('2401.00002', 'Of another', { authors: [`Elmar ${name}`, `Ada ${name}`] }),
      paper('2401.00003', 'A third, with the word in its abstract', { terms: [[stem, 0]] }),
    ];
    const answer = search(open(papers), word);
    expect(answer.hits.map(({ id }) => id)).toEqual(['2401.00001', '2401.00003', '2401.00002']);
    expect(papers.flatMap((each) => findMatches(each, answer.marking, () => undefined))).toMatchObject([
      { field: 'title' },
    ]);
  });

  it('finds and marks a name with an ending that stems lose', () => {
    const papers = [paper('2401.00001', 'Of one', { authors: ['Ann Sharpe'] }), paper('2401.00002', 'Sharp')];
    const answer = search(open(papers), '"ann sharpe"');
    expect(answer.hits.map(({ id }) => id)).toEqual(['2401.00001']);
    expect(papers.slice(0, 1).flatMap((each) => findMatches(each, answer.marking, () => undefined))).toEqual([
      expect.objectContaining({
        text: 'Ann Sharpe',
        spans: [
          { start: 0, end: 3 },
          { start: 4, end: 10 },
        ],
      }),
    ]);
  });
});
