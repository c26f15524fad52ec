import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser } from 'wxt/browser';
import type { Annotation } from '@/lib/domain/annotation';
import { loadPaperView } from '@/lib/pages/current-paper';
import { findReading, rememberReading } from '@/lib/pages/seen-readings';
import { pageOf } from '@/lib/sites';
import { openOwnPack } from '../../fixtures/own-pack';
import { paperId } from '../data/sample';

const { catalogue, pack } = openOwnPack();
const findTag = (id: string) => catalogue.taxonomy.tag(id);
const outcome = {
  ok: true,
  store: pack,
  facts: await pack.facts(),
  taxonomy: catalogue.taxonomy,
} as const;

const ID = '2401.00001';
const FACTS = {
  title: 'A study of stones',
  abstract: 'We reach a Dice of 0.91 on BTCV, a score that nobody reached before.',
  categories: ['eess.IV'],
};

const ask = (address: string, facts: typeof FACTS | undefined, readingsShown = true) => {
  const page = pageOf(address);
  return loadPaperView(
    { page, report: { page, confirmed: true, facts: facts ?? {} }, readingsShown },
    outcome,
  );
};

const reading = (id: string): Annotation => ({
  id: paperId(id),
  provenance: 'page',
  title: `Paper ${id}`,
  summary: '',
  tags: [],
  results: [],
  links: [],
  withdrawn: false,
});

beforeEach(() => fakeBrowser.reset());

test('a PDF shows what was read earlier from its abstract page', async () => {
  expect(await ask(`https://arxiv.org/pdf/${ID}`, undefined)).toMatchObject({ status: 'unread' });
  const read = await ask(`https://arxiv.org/abs/${ID}`, FACTS);
  expect(read).toMatchObject({ annotation: { results: [{ value: '0.91', metric: 'Dice' }] } });
  // The panel does not wait until it is stored.
  await expect
    .poll(() => ask(`https://arxiv.org/pdf/${ID}`, undefined))
    .toMatchObject({
      status: 'ready',
      annotation: {
        provenance: 'page',
        isFromAbstractPage: true,
        title: FACTS.title,
        results: [{ value: '0.91', metric: 'Dice', data: 'BTCV' }],
      },
    });
  expect(await ask(`https://arxiv.org/pdf/${ID}`, undefined, false)).toMatchObject({ status: 'unread' });
});

test('facts of the last fifty pages are kept, and no text of a page', async () => {
  await ask(`https://arxiv.org/abs/${ID}`, FACTS);
  await expect.poll(() => findReading(paperId(ID), findTag)).toBeDefined();
  expect(JSON.stringify(await browser.storage.session.get(null))).not.toMatch(/nobody|reach|score/);
  for (let at = 0; at < 50; at += 1) await rememberReading(reading(`2402.${String(10_000 + at)}`));
  expect(await findReading(paperId('2402.10000'), findTag)).toMatchObject({ title: 'Paper 2402.10000' });
  expect(await findReading(paperId(ID), findTag)).toBeUndefined();
});

test('readings stored in another format are not shown', async () => {
  await browser.storage.session.set({ readings: [{ id: ID, title: 4 }, 'x', null] });
  expect(await findReading(paperId(ID), findTag)).toBeUndefined();
  await browser.storage.session.set({ readings: { [ID]: 'x' } });
  expect(await findReading(paperId(ID), findTag)).toBeUndefined();
});

test('a PDF shows the task that the paper prints, as its abstract page did', async () => {
  await rememberReading({ ...reading('2401.00009'), printedTask: 'polyp counting' });
  expect(await findReading(paperId('2401.00009'), findTag)).toMatchObject({ printedTask: 'polyp counting' });
});
