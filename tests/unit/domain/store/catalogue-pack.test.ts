import { describe, expect, it } from 'vitest';
import { openOwnPack } from '../../../fixtures/own-pack';
import { openPack } from '../../../fixtures/pack';
import { paperId } from '../../data/sample';

const { assets, catalogue, pack } = openOwnPack();
const papers = catalogue.all();
const KNOWN = paperId('2407.08410');
const OTHER = paperId('2101.00001');
const all = { limit: 1000 };

/** What remains of an answer after its way from a worker, and through a browser's messages, which are JSON. */
const overTheWire = (answer: unknown): readonly unknown[] => [
  structuredClone(answer),
  JSON.parse(JSON.stringify(answer)),
];

describe('the catalogue as a pack', () => {
  it('describes its content without opening a paper', async () => {
    const { pack: damaged, catalogue: opened } = openPack(
      assets.text.replaceAll('"title":', '"name":'),
      assets.taxonomy,
    );
    const expected = {
      name: 'curated',
      provenance: 'curated',
      version: catalogue.header.version,
      date: catalogue.header.date,
      papers: papers.length,
      results: papers.flatMap(({ results }) => results).length,
      withCode: papers.filter(({ links }) => links.some(({ kind }) => kind === 'code')).length,
    };
    for (const each of [pack, damaged]) {
      const { packs, papers: count } = await each.facts();
      expect(packs).toEqual([expected]);
      expect(count).toBe(papers.length);
      expect(await each.has([OTHER, KNOWN])).toEqual([false, true]);
    }
    expect(opened.faults).toEqual([]);
  });

  it('returns a paper with its tags, and none if its line is damaged or missing', async () => {
    const paper = catalogue.get(KNOWN);
    expect(await pack.get(KNOWN)).toMatchObject({
      id: KNOWN,
      provenance: 'curated',
      title: paper?.title,
      results: paper?.results,
      tags: paper?.tags.map((id) => catalogue.taxonomy.tag(id)),
    });
    expect(await pack.get(OTHER)).toBeUndefined();
    const { pack: damaged } = openPack(assets.text.replace(`"id":"${KNOWN}"`, '"id":"?"'));
    expect(await damaged.get(KNOWN)).toBeUndefined();
    expect((await damaged.query({ text: '' }, all)).total).toBe(papers.length - 1);
  });

  it('returns everything for an empty query, page by page', async () => {
    const whole = await pack.query({ text: '', sort: 'date' }, all);
    expect(whole.total).toBe(papers.length);
    expect(whole.hits).toHaveLength(papers.length);
    const part = await pack.query({ text: '', sort: 'date' }, { limit: 5, offset: 10 });
    expect(part.hits).toEqual(whole.hits.slice(10, 15));
    expect(part.total).toBe(papers.length);
  });

  it('lists the papers of a tag, page by page', async () => {
    const holders = papers.filter(({ tags }) => tags.includes('ct')).map(({ id }) => id);
    const { rows, total } = await pack.tagged('ct', { limit: 2, offset: 1 });
    expect(rows.map(({ id }) => id)).toEqual(holders.slice(1, 3));
    expect(total).toBe(holders.length);
    expect(await pack.tagged('no-such-tag', all)).toEqual({ rows: [], total: 0 });
  });

  it('lists related papers: precomputed for its own, computed for a text', async () => {
    const paper = catalogue.get(KNOWN);
    const related = await pack.related({ kind: 'paper', id: KNOWN }, all);
    expect(related.rows).toMatchObject(paper?.related ?? []);
    expect(related.rows[0]?.title).toBe(catalogue.get(related.rows[0]?.id ?? '')?.title);
    const text = {
      title: 'Writing chest X-ray reports with a vision-language model',
      abstract: 'We train a vision-language model that writes radiology reports for chest X-rays.',
      tags: ['x-ray', 'report-generation'],
    };
    const near = await pack.related({ kind: 'text', text }, { limit: 3 });
    expect(near.rows).toHaveLength(3);
    expect(near.total).toBeGreaterThan(3);
    const [first] = near.rows;
    const rest = await pack.related({ kind: 'text', text, id: first?.id }, all);
    expect(rest.rows.map(({ id }) => id)).not.toContain(first?.id);
  });

  it('finds nothing near a text without its file, and gives other packs no data about a paper', async () => {
    const { pack: bare } = openPack(assets.text, assets.taxonomy);
    const text = { title: 'Chest X-ray reports', abstract: 'We write reports.', tags: ['x-ray'] };
    expect(await bare.related({ kind: 'text', text }, all)).toEqual({ rows: [], total: 0 });
    expect(await bare.profile(KNOWN)).toBeUndefined();
    expect((await bare.related({ kind: 'paper', id: KNOWN }, all)).total).toBeGreaterThan(0);
  });

  it('finds the papers near another paper’s profile', async () => {
    const profile = await pack.profile(KNOWN);
    if (!profile) throw new Error('no profile');
    const { rows } = await pack.near(profile, { limit: 8 });
    expect(rows.map(({ id }) => id)).not.toContain(KNOWN);
    const compiled = new Set(catalogue.get(KNOWN)?.related.map(({ id }) => id));
    expect(compiled.has(rows[0]?.id ?? KNOWN)).toBe(true);
  });

  it('starts with its most frequent subjects and its newest papers', async () => {
    const { topics, newest } = await pack.start({ topics: 3, newest: 2 });
    expect(topics).toHaveLength(3);
    expect(topics.every(({ tag }) => ['task', 'modality'].includes(tag.facet))).toBe(true);
    const [top] = topics;
    expect(top?.count).toBe(papers.filter(({ tags }) => tags.includes(top?.tag.id ?? '')).length);
    const dates = papers.map(({ published }) => published).toSorted();
    expect(newest.map(({ published }) => published)).toEqual(dates.slice(-2).toReversed());
  });

  it('answers in plain data that a worker or the background can send', async () => {
    const page = { limit: 5 };
    const answers = [
      await pack.facts(),
      await pack.has([KNOWN, OTHER]),
      await pack.get(KNOWN),
      await pack.query({ text: 'chest tag:ct tsk:x' }, page),
      await pack.tagged('ct', page),
      await pack.related({ kind: 'paper', id: KNOWN }, page),
      await pack.profile(KNOWN),
      await pack.start({ topics: 3, newest: 3 }),
    ];
    for (const answer of answers) {
      for (const arrived of overTheWire(answer)) expect(arrived).toEqual(answer);
    }
  });
});
