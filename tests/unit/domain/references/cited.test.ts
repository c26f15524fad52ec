import { describe, expect, test } from 'vitest';
import { createCitedFinder, floatAmong, isEntryOf, mayBeOf, raiseCited } from '@/lib/domain/references/cited';
import type { PaperRow, RelatedRow } from '@/lib/domain/store';
import { paperId } from '../../../fixtures/ui-papers';
import { reasonOf } from '@/tests/fixtures/reason';

const rowOf = (id: string, title: string, part: Partial<PaperRow> = {}): PaperRow => ({
  id: paperId(id),
  title,
  tags: [],
  hasCode: false,
  provenance: 'curated',
  ...part,
});
const LANTERN = rowOf('2001.00001', 'Lanterns for dim pages', {
  authors: { names: ['Ada Quill'] },
  published: '2020-01-01',
});
const WICK = rowOf('2002.00002', 'Wicks');

describe('papers in a bibliography', () => {
  test.each([
    ['A. Quill. Lanterns for dim pages. arXiv:2001.00001', [0]],
    ['A. Quill. LANTERNS  for dim-pages, 2020.', [0]],
    // The title is too short to search for.
    ['B. Holm. Wicks. 2020.', []],
    ['B. Holm. Wicks. arXiv preprint arXiv:2002.00002', [1]],
    ['C. Reed. Candles. 2019.', []],
  ])('may be cited by the entry "%s"', (text, found) => {
    expect(createCitedFinder([LANTERN, WICK])(text)).toEqual(found);
  });

  const entry = {
    title: 'Lanterns for Dim Pages',
    year: 2021,
    text: 'A. Quill. Lanterns for Dim Pages. 2021.',
  };
  test.each([
    ['the same title, author and year', entry, true],
    ['the same id', { paperId: LANTERN.id, text: 'Q. 2001.00001' }, true],
    ['another id', { ...entry, paperId: WICK.id }, false],
    ['a longer title', { ...entry, title: 'Lanterns for dim pages, revisited' }, false],
    ['another author', { ...entry, text: 'B. Holm. Lanterns for Dim Pages.', year: undefined }, false],
    ['a year too far off', { ...entry, year: 1999 }, false],
    ['no title', { text: entry.text, year: 2021 }, false],
  ])('are identified, or not, by %s', (_, printed, isOne) => {
    expect(isEntryOf(printed, LANTERN)).toBe(isOne);
    // The page, which knows neither authors nor dates, may never rule out what a pack accepts.
    expect(mayBeOf(printed, LANTERN) || !isOne).toBe(true);
  });
});

test('papers cited in tables are listed first, then those in figures, then the others', () => {
  expect(floatAmong(['3', 'Figure 2', 'TABLE I', 'Table 4'])).toBe('TABLE I');
  expect(floatAmong(['3', 'Figure 2'])).toBe('Figure 2');
  expect(floatAmong(['3', 'Tabulation'])).toBe('');
});

const nearRow = (id: string, score: number): RelatedRow => ({
  ...rowOf(id, id),
  score,
  reasons: [reasonOf('both on lamps')],
});

test('a related paper ranks higher if it is cited, most in a table, and says so first', () => {
  const rows = [
    nearRow('2001.00001', 0.9),
    nearRow('2001.00002', 0.7),
    nearRow('2001.00003', 0.5),
    nearRow('2001.00004', 0.2),
  ];
  const raised = raiseCited(
    rows,
    new Map([
      [paperId('2001.00002'), ''],
      [paperId('2001.00003'), 'Table 2'],
      [paperId('2001.00004'), 'Figure 1'],
    ]),
  );
  expect(raised.map(({ id, reasons }) => [id, reasons[0]?.text])).toEqual([
    ['2001.00002', 'cited here'],
    ['2001.00003', 'cited here, Table 2'],
    ['2001.00001', 'both on lamps'],
    ['2001.00004', 'cited here, Figure 1'],
  ]);
  expect(raiseCited(rows, new Map())).toEqual(rows);
});
