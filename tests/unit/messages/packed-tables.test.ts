import { expect, test } from 'vitest';
import {
  isPackedSections,
  isPackedTable,
  packSections,
  packTable,
  unpackSections,
  unpackTable,
} from '@/lib/messages/packed-tables';
import { tableOf } from '../../fixtures/tables';

const PLAIN = {
  text: '70.5',
  bold: '',
  underlined: '',
  isCited: false,
  isHeader: false,
  hasRuleAbove: false,
  isShaded: false,
  rowSpan: 1,
  columnSpan: 1,
};

/** A cell for each fact, and one with all of them. */
const CELLS = [
  PLAIN,
  { ...PLAIN, bold: '70.5' },
  { ...PLAIN, bold: '70' },
  { ...PLAIN, underlined: '70.5', isCited: true },
  { ...PLAIN, underlined: '.5', isHeader: true },
  { ...PLAIN, hasRuleAbove: true },
  { ...PLAIN, isShaded: true },
  { ...PLAIN, rowSpan: 2, columnSpan: 65_534 },
  { ...PLAIN, text: '' },
  {
    text: 'a b',
    bold: 'a',
    underlined: 'b',
    isCited: true,
    isHeader: true,
    hasRuleAbove: true,
    isShaded: true,
    rowSpan: 3,
    columnSpan: 4,
  },
];

test('tables arrive as they were sent, also through JSON, but without the paragraphs of their sections', () => {
  const { section: _section, ...start } = tableOf(
    'Table 1: Lamps.',
    'Model | Dice ↑\n---\nAlpha@ | **70.5**',
  );
  const table = { ...start, number: '1', about: ['See Table 1.'], rows: [CELLS, ...start.rows, []] };
  const withSection = { ...table, section: ['Never sent.'] };
  const sent: unknown = JSON.parse(JSON.stringify(packTable(withSection)));
  expect(JSON.stringify(sent)).not.toContain('Never sent.');
  expect(isPackedTable(sent) && unpackTable(sent)).toEqual({ ...table, part: undefined });
});

test('a cell that is only its text is sent as that', () => {
  const { rows } = packTable({ caption: '', outerCaption: '', about: [], rows: [[PLAIN]] });
  expect(rows).toEqual([['70.5']]);
});

test('tables of another shape are refused', () => {
  const table = { caption: '', outerCaption: '', about: [] };
  for (const cell of [
    1,
    null,
    ['70.5'],
    ['a', 1, 1, 1, '', '', 1],
    ['a', '1', 1, 1, '', ''],
    'x'.repeat(1001),
  ])
    expect(isPackedTable({ ...table, rows: [[cell]] })).toBe(false);
});

test('a paragraph of several sections is sent once', () => {
  const sections = [['a', 'b'], [], ['b', 'c']];
  const sent = packSections(sections);
  expect(sent.paragraphs).toEqual(['a', 'b', 'c']);
  expect(isPackedSections(sent) && unpackSections(sent)).toEqual(sections);
  expect(unpackSections({ paragraphs: ['a'], sections: [[0, 7]] })).toEqual([['a']]);
});
