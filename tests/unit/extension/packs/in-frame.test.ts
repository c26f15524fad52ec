import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { knownPaperOf } from '@/lib/domain/library/known-paper';
import { rowOf } from '@/lib/domain/store/rows';
import { askBackgroundToo } from '@/lib/extension/packs/in-frame';
import { PAPERS } from '../../../fixtures/ui-panel';
import { LAMP, paperId } from '../../../fixtures/ui-papers';
import { reasonOf } from '@/tests/fixtures/reason';

const findTag = (id: string) => LAMP.tags.find((tag) => tag.id === id);
const inFrame = () => askBackgroundToo(PAPERS.store, findTag);

const row = { ...rowOf(LAMP), id: paperId('2501.00010'), score: 0.5, reasons: [reasonOf('both on lamps')] };
const subject = { kind: 'paper', id: LAMP.id } as const;
const answerWith = (answer: unknown) => {
  const send = vi.fn<(message: unknown) => Promise<unknown>>(() => Promise.resolve(answer));
  Object.assign(browser.runtime, { sendMessage: send });
  return send;
};
afterEach(() => vi.restoreAllMocks());

it('a frame in a page gets related papers from the background, which can read all packs', async () => {
  const send = answerWith({ rows: [row], total: 1 });
  const found = await inFrame().related(subject, { limit: 8 });
  expect(found.rows.map(({ id }) => id)).toEqual(['2501.00010']);
  expect(send.mock.lastCall?.[0]).toMatchObject({
    to: 'related',
    name: 'relate',
    data: { subject, limit: 8 },
  });
});

it.each([
  ['is away', undefined],
  ['answers in another shape', { rows: [{ id: 'no id' }], total: 1 }],
])('a frame computes related papers itself if the background %s', async (_, answer) => {
  answerWith(answer);
  const own = await PAPERS.store.related(subject, { limit: 8 });
  expect(await inFrame().related(subject, { limit: 8 })).toEqual(own);
  expect(own.total).toBeGreaterThan(0);
});

const OF_ANOTHER_PACK = { ...LAMP, id: paperId('2501.00010'), provenance: 'automatic' } as const;

it('a frame gets a paper that it cannot read here from the background, with tags of the taxonomy', async () => {
  const send = answerWith({ record: knownPaperOf(OF_ANOTHER_PACK) });
  const found = await inFrame().get(OF_ANOTHER_PACK.id);
  expect(found).toMatchObject({
    id: OF_ANOTHER_PACK.id,
    title: LAMP.title,
    provenance: 'automatic',
    tags: LAMP.tags,
    results: LAMP.results,
  });
  expect(send.mock.lastCall?.[0]).toMatchObject({ to: 'added-packs', name: 'read' });
});

it('a frame sends no request for a paper that it can read here', async () => {
  const send = answerWith({ record: { ...knownPaperOf(LAMP), title: 'Another title' } });
  expect((await inFrame().get(LAMP.id))?.title).toBe(LAMP.title);
  expect(send).not.toHaveBeenCalled();
});

it.each([
  ['is away', undefined],
  ['has none', { record: null }],
  ['answers with another paper', { record: knownPaperOf(LAMP) }],
])('a frame has no paper if the background %s', async (_, answer) => {
  answerWith(answer);
  expect(await inFrame().get(OF_ANOTHER_PACK.id)).toBeUndefined();
});

it('a frame knows which papers the background has, and requests only those that it lacks', async () => {
  const send = answerWith({ held: [true, false] });
  const ids = [OF_ANOTHER_PACK.id, LAMP.id, paperId('2501.00011')];
  expect(await inFrame().has(ids)).toEqual([true, true, false]);
  expect(send.mock.lastCall?.[0]).toMatchObject({ name: 'has', data: { ids: [ids[0], ids[2]] } });
});

it('a frame lists the papers of a tag from all packs, or from its own if nobody answers', async () => {
  const { score: _score, reasons: _reasons, ...tagged } = row;
  answerWith({ rows: [tagged], total: 1 });
  expect((await inFrame().tagged('fundus', { limit: 8 })).rows).toEqual([tagged]);
  answerWith(undefined);
  const own = await PAPERS.store.tagged('fundus', { limit: 8 });
  expect(await inFrame().tagged('fundus', { limit: 8 })).toEqual(own);
  expect(own.total).toBeGreaterThan(0);
});
