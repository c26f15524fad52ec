import { afterEach, expect, test, vi } from 'vitest';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { ListingEntry } from '@/lib/domain/page';
import { readEntries } from '@/lib/background/entry-lines';
import { stubOwnFiles } from '../../fixtures/own-files';

afterEach(() => vi.unstubAllGlobals());

const entry = (id: string, more: Partial<ListingEntry> = {}): ListingEntry => {
  const paperId = parseArxivId(id)?.id;
  if (!paperId) throw new Error(id);
  return { paperId, title: 'On estimates', ...more };
};

test('without a catalogue all entries are returned without lines', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
  expect(await readEntries([entry('2407.08410'), entry('2401.00001')])).toMatchObject({
    lines: [null, null],
  });
});

test('lines are in the order of the entries: from an abstract, from the catalogue, from a title, none', async () => {
  stubOwnFiles();
  const { lines } = await readEntries([
    entry('2401.00001', {
      abstract: 'We reach a Dice of 0.91 on BTCV in abdominal CT.',
      categories: ['eess.IV'],
    }),
    entry('2407.08410'),
    // A listing's own category adds nothing to the listing.
    entry('2401.00002', { abstract: 'We prove a bound.', categories: ['cs.CL', 'stat.ML'] }),
    entry('2401.00004', { title: 'Segmentation of the liver in CT images', categories: ['cs.CV'] }),
    entry('2401.00003'),
  ]);
  expect(lines.map((line) => line?.provenance ?? null)).toEqual(['page', 'curated', null, 'page', null]);
  expect(lines.map((line) => line?.isTitleOnly ?? false)).toEqual([false, false, false, true, false]);
  expect(lines[3]).toMatchObject({ results: 0, hasCode: false });
  expect(lines[3]?.tags.map(({ id }) => id)).toEqual(expect.arrayContaining(['ct', 'liver']));
  expect(lines[0]?.best).toBe('Dice 0.91');
});
