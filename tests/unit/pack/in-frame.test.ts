import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { rowOf } from '@/lib/domain/store/rows';
import { relateByBackground } from '@/lib/extension/packs/in-frame';
import { PAPERS } from '../../fixtures/ui-panel';
import { LAMP, paperId } from '../../fixtures/ui-papers';
import { reasonOf } from '@/tests/fixtures/reason';

const row = { ...rowOf(LAMP), id: paperId('2501.00010'), score: 0.5, reasons: [reasonOf('both on lamps')] };
const subject = { kind: 'paper', id: LAMP.id } as const;
const answerWith = (answer: unknown) => {
  const send = vi.fn<(message: unknown) => Promise<unknown>>(() => Promise.resolve(answer));
  Object.assign(browser.runtime, { sendMessage: send });
  return send;
};
afterEach(() => vi.restoreAllMocks());

it('a frame in a page gets related papers from the background, which reaches all packs', async () => {
  const send = answerWith({ rows: [row], total: 1 });
  const found = await relateByBackground(PAPERS.store).related(subject, { limit: 8 });
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
])('a frame relates by itself where the background %s', async (_, answer) => {
  answerWith(answer);
  const own = await PAPERS.store.related(subject, { limit: 8 });
  expect(await relateByBackground(PAPERS.store).related(subject, { limit: 8 })).toEqual(own);
  expect(own.total).toBeGreaterThan(0);
});
