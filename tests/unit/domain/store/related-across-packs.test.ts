import { describe, expect, it } from 'vitest';
import type { Provenance } from '@/lib/domain/provenance';
import type { Pack } from '@/lib/domain/store';
import { openOwnPack } from '../../../fixtures/own-pack';
import { paperId } from '../../data/sample';
import { reasonOf } from '@/tests/fixtures/reason';
import { all, ids, storeOf } from './two-packs';

describe('related papers across packs', () => {
  const { catalogue, pack } = openOwnPack();
  const subject = paperId('2407.08410');
  const own = catalogue.get(subject);

  it('come from the pack that contains the paper, and from others through what it tells them about it', async () => {
    const held = new Set(['2407.08410', own?.related[0]?.id]);
    /** The same papers, as if they were in two packs. */
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
    const { rows } = await storeOf(half(true), half(false)).related(
      { kind: 'paper', id: subject },
      { limit: 8 },
    );
    expect(rows.some(({ id }) => held.has(id))).toBe(true);
    expect(rows.some(({ id }) => !held.has(id))).toBe(true);
    expect(ids(rows)).not.toContain(subject);
    const scores = rows.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  /** Packs with a single word for what is near; the less near papers have the later dates. */
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
  const joined = storeOf(
    near('wide', 'automatic', many),
    near('curated', 'curated', [
      ['2402.10003', 0.3],
      ['2402.10050', 0.95],
    ]),
  );

  it('are listed once if two packs contain them, with the better annotation, and are thirty at most', async () => {
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

  it('are none for a paper that no pack contains', async () => {
    const none = await storeOf(pack).related({ kind: 'paper', id: paperId('2101.00001') }, all);
    expect(none).toEqual({ rows: [], total: 0 });
  });
});
