import { describe, expect, it } from 'vitest';
import { openPapers } from '@/lib/domain/search';
import type { Pack, SearchablePack } from '@/lib/domain/store';
import { mergePacks } from '@/lib/domain/store/merged';
import { searchPaper } from '@/tests/fixtures/search-paper';
import { paperId } from '../../data/sample';
import { all, curated, ids, packOf, record, storeOf, wide } from './two-packs';

const BOTH = paperId('2401.00001');

// The better provenance takes precedence, in any order of the packs.
const store = storeOf(wide, curated);

describe('packs as one store', () => {
  it('describe each of them, and have the date of the largest, however new a small one is', async () => {
    const { packs, date, papers } = await store.facts();
    expect(packs.map(({ name, provenance, papers: count }) => [name, provenance, count])).toEqual([
      ['curated', 'curated', 2],
      ['wide', 'automatic', 3],
    ]);
    expect([date, papers]).toEqual(['2024-06-01', 5]);
    const newer = packOf('newer', 'curated', [record('2401.00007', { title: 'Slate' })], '2025-01-01');
    expect((await storeOf(newer, wide).facts()).date).toBe('2024-06-01');
  });

  it('contain the papers of all, and records written by hand take precedence', async () => {
    expect(await store.has([BOTH, paperId('2401.00004'), paperId('2401.00009')])).toEqual([
      true,
      true,
      false,
    ]);
    expect(await store.get(BOTH)).toMatchObject({ title: 'Granite by hand', provenance: 'curated' });
    expect(await store.get(paperId('2401.00003'))).toMatchObject({ provenance: 'automatic' });
    expect(await store.get(paperId('2401.00009'))).toBeUndefined();
  });

  it('find a paper once, however many of them contain it', async () => {
    const { hits, total } = await store.query({ text: 'granite' }, all);
    expect(ids(hits).toSorted()).toEqual(['2401.00001', '2401.00003']);
    expect(hits.find(({ id }) => id === BOTH)).toMatchObject({
      title: 'Granite by hand',
      titleSpans: [{ start: 0, end: 7 }],
    });
    expect(total).toBe(2);
  });

  it('answer in pages that make up the whole', async () => {
    const whole = await store.query({ text: '' }, all);
    expect(new Set(ids(whole.hits)).size).toBe(4);
    expect(whole.total).toBe(4);
    const pages = [];
    for (const offset of [0, 2]) pages.push(await store.query({ text: '' }, { limit: 2, offset }));
    expect(pages.flatMap(({ hits }) => ids(hits))).toEqual(ids(whole.hits));
  });

  it('order by date over all of them', async () => {
    const { hits } = await store.query({ text: '', sort: 'date' }, all);
    expect(ids(hits)).toEqual(['2401.00004', '2401.00002', '2401.00003', '2401.00001']);
  });

  it('do not guess in one pack if another contains the exact word', async () => {
    const { hits, message } = await store.query({ text: 'basalt' }, all);
    expect(ids(hits)).toEqual(['2401.00002']);
    expect(message).toBeUndefined();
    const nowhere = await store.query({ text: 'tsk:basalt' }, all);
    expect(nowhere.message?.kind).toBe('unknown-filter');
  });

  it('add the counts of tags, a paper in two of them counting once', async () => {
    const { facets } = await store.query({ text: '' }, all);
    const counts = facets.flatMap(({ terms }) => terms.map(({ tag, count }) => [tag.id, count]));
    expect(counts).toContainEqual(['x-ray', 3]);
    expect(counts).toContainEqual(['mimic-cxr', 1]);
    const { topics, newest } = await store.start({ topics: 1, newest: 2 });
    expect(topics.map(({ tag }) => tag.id)).toEqual(['x-ray']);
    expect(ids(newest)).toEqual(['2401.00004', '2401.00002']);
  });

  it('list the papers of a tag, those written by hand first', async () => {
    const { rows, total } = await store.tagged('x-ray', all);
    expect(rows.map(({ id, provenance }) => [id, provenance])).toEqual([
      ['2401.00001', 'curated'],
      ['2401.00002', 'curated'],
      ['2401.00003', 'automatic'],
    ]);
    expect(total).toBe(3);
    expect(ids((await store.tagged('x-ray', { limit: 1, offset: 1 })).rows)).toEqual(['2401.00002']);
  });
});

describe('a search across packs with a common ranking', () => {
  const titles = new Map([
    ['2401.00001', 'Granite of the harbour'],
    ['2401.00002', 'Kelp in a lagoon'],
    ['2401.00003', 'Harbours, lighthouses and much else that people once made of granite'],
  ]);
  const made = (name: string, provenance: Pack['provenance'], held: readonly string[]): Pack => {
    const papers = held.map((id) => searchPaper(id, titles.get(id) ?? ''));
    const index = openPapers(papers, []);
    const show: SearchablePack['show'] = async (id) => {
      const searchable = papers.find((paper) => paper.id === id);
      const row = { id: paperId(id), title: searchable?.title ?? '', tags: [], hasCode: false, provenance };
      return searchable && { row, searchable };
    };
    return { ...curated, name, provenance, searchable: [{ name, index: async () => index, show }] };
  };
  const joint = mergePacks(
    [
      made('wide', 'automatic', ['2401.00001', '2401.00003']),
      made('curated', 'curated', ['2401.00001', '2401.00002']),
    ],
    {
      findTag: () => undefined,
      listSaved: async () => new Map([['2401.00003', { status: 'read', ownTags: [] }]]),
    },
  );
  const find = async (text: string) =>
    (await joint.query({ text }, all)).hits.map(({ id, provenance }) => `${id} ${provenance}`);

  it('orders hits of all packs by one score, and shows a paper from the better provenance', async () => {
    expect(await find('granite harbour')).toEqual(['2401.00001 curated', '2401.00003 automatic']);
    expect((await joint.query({ text: '' }, all)).total).toBe(3);
  });

  it('can be limited to one pack, or to what the user saved', async () => {
    expect(await find('in:wide')).toEqual(['2401.00003 automatic']);
    expect(await find('granite in:saved')).toEqual(['2401.00003 automatic']);
  });
});
