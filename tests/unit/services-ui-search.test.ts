import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '@/lib/domain/catalogue';
import { compileCatalogue } from '@/data/build/compile';
import { createSearcher, toggleTagFilter } from '@/lib/services/search';
import type { MarkedText } from '@/lib/services/search';
import { sampleRecord, TAGS } from './catalogue/sample';

const compiled = compileCatalogue({
  records: [sampleRecord()],
  tags: TAGS,
  version: '1',
  date: '2024-07-12',
  related: new Map(),
});
const parsed = parseCatalogue(compiled.text, compiled.taxonomy);
if (!parsed.ok) throw new Error(parsed.message);
const searcher = createSearcher(parsed.catalogue);

const marked = (text: MarkedText | undefined): string[] =>
  (text ?? []).filter((piece) => piece.marked).map((piece) => piece.text);

describe('what is typed into the search', () => {
  it('takes a tag’s filter in and out', () => {
    expect(toggleTagFilter('lamps', 'oct')).toBe('lamps tag:oct');
    expect(toggleTagFilter('tag:oct lamps', 'oct')).toBe('lamps');
    expect(toggleTagFilter('', 'oct')).toBe('tag:oct');
    expect(toggleTagFilter('tag:octopus', 'oct')).toBe('tag:octopus tag:oct');
  });
});

describe('a search', () => {
  it.each(['https://arxiv.org/abs/2407.08410v2?by=stones', 'arXiv:2407.08410v1 [cs.CV] 11 Jul 2024'])(
    'for %s looks for the paper, not for the words of the address',
    (query) => {
      const { hits, message } = searcher.search(query, 'relevance');
      expect(hits.map(({ paper }) => paper.id)).toEqual(['2407.08410']);
      expect(message).toBeUndefined();
    },
  );

  it('says nothing about the words of an address whose paper the catalogue lacks', () => {
    expect(searcher.search('see https://arxiv.org/abs/2407.08411', 'relevance')).toMatchObject({
      hits: [],
      message: undefined,
    });
  });

  it.each([
    ['radiographs', ['radiographs'], undefined, []],
    ['radiographs stone', ['radiographs', 'stones'], undefined, []],
    ['reading chest film', ['Reading'], 'summary', ['chest', 'film']],
    ['report generation', [], 'tags', ['Report', 'generation']],
    ['stones rock', ['stones'], 'authors', ['Rock']],
    ['stones 2024', ['stones'], undefined, []],
  ])(
    'for “%s” marks the title, and shows where the words are that it lacks',
    (query, title, field, found) => {
      const [hit] = searcher.search(query, 'relevance').hits;
      expect(marked(hit?.title)).toEqual(title);
      expect(hit?.found?.in).toBe(field);
      expect(marked(hit?.found?.text)).toEqual(found);
    },
  );
});
