import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '@/data/build/compile';
import { cutText } from '@/lib/domain/search/marked-text';
import { toggleTagFilter } from '@/lib/domain/search/edit-query';
import type { Span } from '@/lib/domain/paper';
import { searchPapers } from '@/lib/extension/search';
import { openPack } from '../../fixtures/pack';
import { sampleRecord, TAGS } from '../data/sample';

const compiled = compileCatalogue({
  records: [sampleRecord()],
  tags: TAGS,
  version: '1',
  date: '2024-07-12',
  related: new Map(),
});
const { pack } = openPack(compiled.text, compiled.taxonomy);
const find = (query: string) => searchPapers(pack, { query, sort: 'relevance' }, { limit: 60 });

const marked = (text = '', spans: readonly Span[] = []): string[] =>
  cutText(text, spans)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('the search query', () => {
  it('gains and loses a tag’s filter', () => {
    expect(toggleTagFilter('lamps', 'oct')).toBe('lamps tag:oct');
    expect(toggleTagFilter('tag:oct lamps', 'oct')).toBe('lamps');
    expect(toggleTagFilter('', 'oct')).toBe('tag:oct');
    expect(toggleTagFilter('tag:octopus', 'oct')).toBe('tag:octopus tag:oct');
  });
});

describe('a search', () => {
  it.each(['https://arxiv.org/abs/2407.08410v2?by=stones', 'arXiv:2407.08410v1 [cs.CV] 11 Jul 2024'])(
    'for %s searches for the paper, not for the words of the address',
    async (query) => {
      const { hits, message, pasted } = await find(query);
      expect(hits.map(({ id }) => id)).toEqual(['2407.08410']);
      expect(pasted).toMatchObject({ id: '2407.08410', row: { title: hits[0]?.title } });
      expect(message).toBeUndefined();
    },
  );

  it.each([
    ['see https://arxiv.org/abs/2407.08411', '2407.08411'],
    ['arXiv:q-bio/0407082', 'q-bio/0407082'],
  ])('finds nothing for “%s”, whose paper is not in the catalogue, and has no message', async (query, id) => {
    const answer = await find(query);
    expect(answer).toMatchObject({ hits: [], total: 0, pasted: { id, row: undefined } });
    expect(answer.message).toBeUndefined();
  });

  it.each([
    'https://moonlight.example/review/arxiv/2407.08410',
    'https://example.org/files/2407.08410v2.pdf',
    'example.org/query?id_list=2407.08410&max=1',
  ])('finds the paper whose id is in the address of another site: %s', async (query) => {
    expect(await find(query)).toMatchObject({
      total: 1,
      hits: [{ id: '2407.08410' }],
      pasted: { id: '2407.08410' },
    });
  });

  it.each([
    ['https://arxiv.org/list/cs.CV/recent'],
    ['https://example.org/papers/reading-chest-film-stones'],
    ['example.org/p/2407.08411'],
    ['https://doi.org/10.1234/stones.2024'],
    ['doi: 10.1234/stones.2024'],
    [`https://example.org/stones?${'a'.repeat(200)}`],
  ])('says that no paper is known by %s, and does not search for its words', async (query) => {
    const answer = await find(query);
    expect(answer).toMatchObject({ hits: [], total: 0, message: { kind: 'no-paper' } });
    expect(answer.message?.text).toContain(query.slice(0, 80));
    expect(answer.message?.text.length).toBeLessThan(250);
  });

  it.each(['10.5555/Stones.7', 'https://doi.org/10.5555/stones.7', 'doi:10.5555/STONES.7.'])(
    'finds a paper by the DOI of its journal: %s',
    async (query) => {
      const record = { ...sampleRecord(), doi: '10.5555/stones.7' };
      const { text, taxonomy } = compileCatalogue({
        records: [record],
        tags: TAGS,
        version: '1',
        date: '2024-07-12',
        related: new Map(),
      });
      const published = openPack(text, taxonomy).pack;
      const answer = await searchPapers(published, { query, sort: 'relevance' }, { limit: 9 });
      expect(answer.hits.map(({ id }) => id)).toEqual([record.id]);
      expect(answer.message).toBeUndefined();
    },
  );

  it.each(['radiographs/stones', '10.5 stones', 'stones 10.5555/stones.7', 'v1.2/stones'])(
    'takes “%s” for words',
    async (query) => {
      expect((await find(query)).message?.kind).not.toBe('no-paper');
    },
  );

  it.each([
    ['radiographs', ['radiographs'], undefined, []],
    ['radiographs stone', ['radiographs', 'stones'], undefined, []],
    ['reading chest film', ['Reading'], 'summary', ['chest', 'film']],
    ['report generation', [], 'tags', ['Report', 'generation']],
    ['stones rock', ['stones'], 'authors', ['Rock']],
    ['stones 2024', ['stones'], undefined, []],
  ])('for “%s” marks the title, and shows where the other words are', async (query, title, field, found) => {
    const [hit] = (await find(query)).hits;
    expect(marked(hit?.title, hit?.titleSpans)).toEqual(title);
    expect(hit?.found?.field).toBe(field);
    expect(marked(hit?.found?.text, hit?.found?.spans)).toEqual(found);
  });
});
