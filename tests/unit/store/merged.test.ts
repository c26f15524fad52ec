import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '@/data/build/compile';
import { computeRelated } from '@/data/build/related-papers';
import type { PaperRecord } from '@/lib/domain/paper';
import type { Provenance } from '@/lib/domain/provenance';
import { openPapers } from '@/lib/domain/search';
import type { Pack, PackFacts, SearchablePack } from '@/lib/domain/store';
import { mergePacks } from '@/lib/domain/store/merged';
import { searchPaper } from '@/tests/fixtures/search-paper';
import { openOwnPack } from '../../fixtures/own-pack';
import { openPack } from '../../fixtures/pack';
import { paperId, sampleRecord, TAGS } from '../catalogue/sample';
import { reasonOf } from '@/tests/fixtures/reason';

/** A pack of records that its own annotator made. */
function packOf(name: string, provenance: Provenance, records: readonly PaperRecord[], date: string): Pack {
  const { text, taxonomy } = compileCatalogue({
    records,
    tags: TAGS,
    version: '1',
    date,
    related: computeRelated(records, TAGS),
  });
  const { pack } = openPack(text, taxonomy);
  const mark = <Item extends object>(item: Item) => ({ ...item, provenance });
  return {
    ...pack,
    name,
    provenance,
    facts: async () => {
      const facts = await pack.facts();
      return { ...facts, packs: facts.packs.map((each): PackFacts => ({ ...each, name, provenance })) };
    },
    get: async (id) => {
      const annotation = await pack.get(id);
      return annotation && mark(annotation);
    },
    query: async (query, page) => {
      const answer = await pack.query(query, page);
      return { ...answer, hits: answer.hits.map(mark) };
    },
    tagged: async (id, page) => {
      const { rows, total } = await pack.tagged(id, page);
      return { rows: rows.map(mark), total };
    },
  };
}

const record = (id: string, changes: Partial<PaperRecord> = {}): PaperRecord =>
  sampleRecord({ id: paperId(id), ...changes });

const BOTH = paperId('2401.00001');
const curated = packOf(
  'curated',
  'curated',
  [
    record('2401.00001', { title: 'Granite by hand', published: '2024-01-01' }),
    record('2401.00002', { title: 'Basalt by hand', published: '2024-03-01' }),
  ],
  '2024-04-01',
);
const wide = packOf(
  'wide',
  'automatic',
  [
    record('2401.00001', { title: 'Granite read', published: '2024-01-01' }),
    record('2401.00003', {
      title: 'Granite elsewhere',
      published: '2024-02-01',
      tags: ['x-ray', 'mimic-cxr'],
    }),
    record('2401.00004', { title: 'Chalk', published: '2024-05-01', tags: ['chest'] }),
  ],
  '2024-06-01',
);
// The better provenance goes first, in whichever order they are named.
const store = mergePacks([wide, curated]);
const all = { limit: 50 };
const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

describe('packs as one store', () => {
  it('say what each of them holds, and the newest day', async () => {
    const { packs, date, papers } = await store.facts();
    expect(packs.map(({ name, provenance, papers: count }) => [name, provenance, count])).toEqual([
      ['curated', 'curated', 2],
      ['wide', 'automatic', 3],
    ]);
    expect([date, papers]).toEqual(['2024-06-01', 5]);
  });

  it('hold what any of them holds, and what people wrote goes first', async () => {
    expect(await store.has([BOTH, paperId('2401.00004'), paperId('2401.00009')])).toEqual([
      true,
      true,
      false,
    ]);
    expect(await store.get(BOTH)).toMatchObject({ title: 'Granite by hand', provenance: 'curated' });
    expect(await store.get(paperId('2401.00003'))).toMatchObject({ provenance: 'automatic' });
    expect(await store.get(paperId('2401.00009'))).toBeUndefined();
  });

  it('find a paper once, whichever of them hold it', async () => {
    const { hits, total } = await store.query({ text: 'granite' }, all);
    expect(ids(hits)).toEqual(['2401.00001', '2401.00003']);
    expect(hits[0]).toMatchObject({ title: 'Granite by hand', titleSpans: [{ start: 0, end: 7 }] });
    expect(total).toBe(2);
  });

  it('answer in pages that join to the whole', async () => {
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

  it('do not guess in one where another has what was asked for', async () => {
    const { hits, message } = await store.query({ text: 'basalt' }, all);
    expect(ids(hits)).toEqual(['2401.00002']);
    expect(message).toBeUndefined();
    const nowhere = await store.query({ text: 'tsk:basalt' }, all);
    expect(nowhere.message?.kind).toBe('unknown-filter');
  });

  it('add up the counts of tags', async () => {
    const { facets } = await store.query({ text: '' }, all);
    const counts = facets.flatMap(({ terms }) => terms.map(({ tag, count }) => [tag.id, count]));
    expect(counts).toContainEqual(['x-ray', 4]);
    expect(counts).toContainEqual(['mimic-cxr', 1]);
    const { topics, newest } = await store.start({ topics: 1, newest: 2 });
    expect(topics.map(({ tag }) => tag.id)).toEqual(['x-ray']);
    expect(ids(newest)).toEqual(['2401.00004', '2401.00002']);
  });

  it('list the papers of a tag, those that people wrote first', async () => {
    const { rows, total } = await store.tagged('x-ray', all);
    expect(rows.map(({ id, provenance }) => [id, provenance])).toEqual([
      ['2401.00001', 'curated'],
      ['2401.00002', 'curated'],
      ['2401.00003', 'automatic'],
    ]);
    expect(total).toBe(3);
    expect(ids((await store.tagged('x-ray', { limit: 1, offset: 1 })).rows)).toEqual(['2401.00002']);
  });

  it('set what the user did with a paper beside it, whichever pack it comes from', async () => {
    const marks = { saved: true, status: 'read' } as const;
    const marked = mergePacks([curated, wide], {
      findMarks: async (asked) => new Map(asked.filter((id) => id === BOTH).map((id) => [id, marks])),
    });
    expect((await marked.get(BOTH))?.marks).toEqual(marks);
    const { hits } = await marked.query({ text: 'granite' }, all);
    expect(hits.map(({ marks: each }) => each)).toEqual([marks, undefined]);
    const { rows } = await marked.tagged('x-ray', all);
    expect(rows.map(({ marks: each }) => each)).toEqual([marks, undefined, undefined]);
  });
});

describe('related papers over packs', () => {
  const { catalogue, pack } = openOwnPack();
  const subject = paperId('2407.08410');
  const own = catalogue.get(subject);

  it('come from the pack that holds the paper, and from others by what it tells them of it', async () => {
    const held = new Set(['2407.08410', own?.related[0]?.id]);
    /** The same papers, as if they lay in two packs. */
    const half = (isFirst: boolean): Pack => ({
      ...pack,
      provenance: isFirst ? 'curated' : 'automatic',
      has: async (asked) => asked.map((id) => catalogue.get(id) !== undefined && held.has(id) === isFirst),
      related: async (_, page) => {
        const { rows, total } = await pack.related({ kind: 'paper', id: subject }, page);
        return { rows: rows.filter(({ id }) => held.has(id) === isFirst), total };
      },
      near: async (profile, page) => {
        const { rows, total } = await pack.near(profile, page);
        return { rows: rows.filter(({ id }) => held.has(id) === isFirst), total };
      },
    });
    const { rows } = await mergePacks([half(true), half(false)]).related(
      { kind: 'paper', id: subject },
      { limit: 8 },
    );
    expect(rows.some(({ id }) => held.has(id))).toBe(true);
    expect(rows.some(({ id }) => !held.has(id))).toBe(true);
    expect(ids(rows)).not.toContain(subject);
    const scores = rows.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  /** Packs whose only word is what is near; the later dates are of the farther papers. */
  const near = (
    name: string,
    provenance: Provenance,
    rows: readonly [id: string, score: number][],
  ): Pack => ({
    ...pack,
    name,
    provenance,
    has: async (asked) => asked.map(() => false),
    related: async (_, { limit }) => ({
      rows: rows.slice(0, limit).map(([id, score]) => ({
        id: paperId(id),
        title: `${id} of ${name}`,
        tags: [],
        hasCode: false,
        provenance,
        published: `20${String(60 - Math.round(score * 50)).padStart(2, '0')}-01-01`,
        score,
        reasons: [reasonOf('both use a hammer')],
      })),
      total: rows.length,
    }),
  });
  const many = Array.from({ length: 40 }, (_, at): [string, number] => [
    `2402.${10_001 + at}`,
    0.9 - at / 50,
  ]);
  const text = { kind: 'text', text: { title: 'Hammers', abstract: '', tags: [] } } as const;
  const joined = mergePacks([
    near('wide', 'automatic', many),
    near('curated', 'curated', [
      ['2402.10003', 0.3],
      ['2402.10050', 0.95],
    ]),
  ]);

  it('of two packs with the same paper show it once, as people annotated it, and are thirty at most', async () => {
    const { rows, total } = await joined.related(text, { limit: 40 });
    expect(total).toBe(30);
    expect(rows).toHaveLength(30);
    expect(rows[0]?.id).toBe('2402.10050');
    const { rows: few, total: ofFew } = await joined.related(text, { limit: 4, offset: 2 });
    expect(ids(few)).toEqual(ids(rows).slice(2, 6));
    expect(ofFew).toBe(30);
    const shown = rows.filter(({ id }) => id === '2402.10003');
    expect(shown.every(({ provenance }) => provenance === 'curated')).toBe(true);
  });

  it('go by date where asked: the newest of the nearest, not of all', async () => {
    const { rows: nearest } = await joined.related(text, { limit: 30 });
    const { rows } = await joined.related(text, { limit: 30, order: 'newest' });
    expect(new Set(ids(rows))).toEqual(new Set(ids(nearest)));
    const dates = rows.map(({ published }) => published ?? '');
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(ids(rows)).not.toEqual(ids(nearest));
  });

  it('are none of a paper that no pack holds', async () => {
    const none = await mergePacks([pack]).related({ kind: 'paper', id: paperId('2101.00001') }, all);
    expect(none).toEqual({ rows: [], total: 0 });
  });
});

describe('a search over packs that can be ranked together', () => {
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

  it('asks for one pack, or for what the user saved', async () => {
    expect(await find('in:wide')).toEqual(['2401.00003 automatic']);
    expect(await find('granite in:saved')).toEqual(['2401.00003 automatic']);
  });
});
