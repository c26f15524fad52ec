import { describe, expect, it } from 'vitest';
import {
  buildSearchIndex,
  createCollection,
  findMatches,
  listIds,
  openPapers,
  openSearchIndex,
  search,
} from '@/lib/domain/search';
import type { SearchablePaper, SearchCollection } from '@/lib/domain/search';
import { mergeIndexes } from '@/lib/domain/search/merge';
import { searchPaper as paper } from '@/tests/fixtures/search-paper';

const open = (papers: readonly SearchablePaper[]) =>
  createCollection([{ name: 'curated', index: openPapers(papers, []) }]);
/** Where the format is in an index's file, which its checksum does not cover. */
const FORMAT_AT = 4;

/** An index for each paper, merged into one. */
const mergeAll = (papers: readonly SearchablePaper[]): Uint8Array<ArrayBuffer> =>
  mergeIndexes(
    papers.map((each, at) => ({ index: openPapers([each], []), numbers: [at] })),
    papers.length,
  );
const openMerged = (papers: readonly SearchablePaper[]): SearchCollection => {
  const opened = openSearchIndex(mergeAll(papers), listIds(papers.map(({ id }) => id)), []);
  if (!opened.ok) throw new Error(opened.message);
  return createCollection([{ name: 'curated', index: opened.index }]);
};
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

  it('puts an author of that name before one whose name only has the same stem', () => {
    const papers = [
      paper('2401.00001', 'Of another', { authors: ['Ada Day'], published: '2026-01-01' }),
      paper('2401.00002', 'Of the author', { authors: ['Wei Dai'] }),
    ];
    expect(idsOf(papers, 'dai')[0]).toBe('2401.00002');
    expect(idsOf(papers, 'wei dai')[0]).toBe('2401.00002');
  });

  it('finds a quoted name only where its words are whole', () => {
    const papers = [
      paper('2401.00001', 'Of another', { authors: ['Elmar Day'] }),
      paper('2401.00002', 'Of the author', { authors: ['Elmar Dai'] }),
      paper('2401.00003', 'Elmar day by day'),
    ];
    expect(idsOf(papers, '"elmar dai"').toSorted()).toEqual(['2401.00002', '2401.00003']);
  });
});

/** Names of which several have one stem, and of which one differs by accents only. */
const NAMES = [
  'Dai',
  'Day',
  'Days',
  'Chen',
  'Chens',
  'House',
  'Housing',
  'Wallace',
  'Nöth',
  'Noth',
  'Moss',
  'Mos',
];
const fold = (name: string): string => name.toLowerCase().replace('ö', 'o');
const NAMED = NAMES.map((name, at) =>
  paper(`2401.0000${at}`, 'Of one', { authors: ['Ann Lee', `Bo ${name}`] }),
);
/** With words in titles that have stems of names. */
const TITLED = ['Housed', 'Nothing', 'Mosses', 'A wallac'].map((title, at) => paper(`2402.0000${at}`, title));

describe('the filter for an author', () => {
  const collections: readonly (readonly [string, SearchCollection])[] = [
    ['an index', open([...NAMED, ...TITLED])],
    ['an index without other words', open(NAMED)],
    ['indexes of one paper each, merged', openMerged([...NAMED, ...TITLED])],
  ];
  describe.each(collections)('in %s', (_, collection) => {
    it.each(NAMES)('finds whole names only: %s', (name) => {
      const wanted = NAMED.filter((__, at) => fold(NAMES[at] ?? '') === fold(name)).map(({ id }) => id);
      for (const query of [`author:${name}`, `author:"bo ${fold(name)}"`]) {
        const answer = search(collection, query);
        expect(answer.hits.map(({ id }) => id).toSorted()).toEqual(wanted);
        expect(answer.total).toBe(wanted.length);
      }
    });
  });

  it('takes a beginning for all names that begin so, if it is no name itself', () => {
    expect(idsOf([...NAMED, ...TITLED], 'author:hous')).toHaveLength(2);
    expect(idsOf([...NAMED, ...TITLED], 'author:wallac')).toHaveLength(1);
    expect(idsOf([...NAMED, ...TITLED], 'author:nothing')).toEqual([]);
  });

  it('finds names by their stems in an index of the first format, which knows no more of them', () => {
    const bytes = buildSearchIndex(NAMED, []);
    bytes[FORMAT_AT] = 1;
    const opened = openSearchIndex(bytes, listIds(NAMED.map(({ id }) => id)), []);
    expect(opened.ok).toBe(true);
    if (!opened.ok) return;
    const old = createCollection([{ name: 'old', index: opened.index }]);
    expect(
      search(old, 'author:day')
        .hits.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['Dai', 'Day', 'Days'].map((name) => NAMED[NAMES.indexOf(name)]?.id));
    expect(() =>
      mergeIndexes([{ index: opened.index, numbers: NAMED.keys().toArray() }], NAMED.length),
    ).toThrow('earlier format');
  });

  it('is not asked of an index of a later format', () => {
    const bytes = buildSearchIndex(NAMED, []);
    bytes[FORMAT_AT] = 3;
    expect(openSearchIndex(bytes, listIds(NAMED.map(({ id }) => id)), [])).toEqual({
      ok: false,
      message: 'The search index cannot be read: its format is 3, not 2.',
    });
  });
});

describe('merged indexes', () => {
  it('are what compiling all papers at once gives, though a part has only some of the words of a stem', () => {
    expect(mergeAll([...NAMED, ...TITLED])).toEqual(buildSearchIndex([...NAMED, ...TITLED], []));
  });
});
