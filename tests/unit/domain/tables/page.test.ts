import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { fullTextOf } from '@/lib/sites/full-texts';
import type { FoundTable } from '@/lib/sites/site';
import { fullTextPage, section } from '../../../fixtures/full-text';

const reader = fullTextOf({ kind: 'html' })?.tables;
if (!reader) throw new Error('full texts of arXiv are read');
const { findTables, findReferrals, readTable } = reader;

/** The tables of a page with this body. */
function tablesIn(body: string): readonly FoundTable[] {
  const { document } = new JSDOM(fullTextPage({ id: '2407.08410', title: 'A lamp', body, entries: '' }))
    .window;
  const referrals = findReferrals(document);
  return findTables(document).map((table) => readTable(table, referrals));
}

const math = (presentation: string, tex: string): string =>
  `<math class="ltx_Math" alttext="${tex}" display="inline"><semantics>${presentation}<annotation-xml encoding="MathML-Content"><cn>${tex}</cn></annotation-xml><annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`;

const inTable = (...cells: readonly string[]): string =>
  `<table class="ltx_tabular"><tr class="ltx_tr">${cells.map((cell) => `<td class="ltx_td">${cell}</td>`).join('')}</tr></table>`;

const cellOf = (html: string) => tablesIn(inTable(html, 'x'))[0]?.source.rows[0]?.[0];

const POWER = math(
  '<mrow><mn>3.3</mn><mo>⋅</mo><msup><mn>10</mn><mn>18</mn></msup></mrow>',
  '3.3\\cdot 10^{18}',
);
const ERROR = math('<mrow><mn>36.2</mn><mo>±</mo><mn>0.1</mn></mrow>', '36.2\\pm 0.1');
const LOWERED_ERROR = math(
  '<msub><mn>36.2</mn><mrow><mo>±</mo><mn>0.1</mn></mrow></msub>',
  '36.2_{\\pm 0.1}',
);

describe('the text of a cell', () => {
  test.each([
    ['mathematics once', `BLEU ${math('<mo>↑</mo>', '\\uparrow')}`, 'BLEU ↑'],
    ['powers', POWER, '3.3⋅10¹⁸'],
    ['negative powers', math('<msup><mn>10</mn><mrow><mo>−</mo><mn>4</mn></mrow></msup>', '10^{-4}'), '10⁻⁴'],
    ['powers in HTML', '3×10<sup class="ltx_sup">−4</sup>', '3×10⁻⁴'],
    ['errors', ERROR, '36.2±0.1'],
    ['errors set as an index', LOWERED_ERROR, '36.2±0.1'],
    ['an index separated from its number', '36.2<sub class="ltx_sub">0.1</sub>', '36.2 (0.1)'],
    ['an index next to its name', 'AP<sub class="ltx_sub">50</sub>', 'AP50'],
    ['a word set above another, separated from it', 'Text<sup class="ltx_sup">Edit</sup>', 'Text Edit'],
    ['no raised mark after a number', '85.2<sup class="ltx_sup">a</sup>', '85.2'],
    [
      'no footnote',
      '85.2<span class="ltx_note ltx_role_footnote"><sup>1</sup><span>A remark.</span></span>',
      '85.2',
    ],
    ['no unknown macro', '<span class="ltx_ERROR undefined">\\bestcell</span>74.5', '74.5'],
    ['no invisible character', 'a\u2062b', 'ab'],
    ['letters of other typefaces unchanged', math('<mn>𝟓𝟏.𝟑</mn>', '\\mathbf{51.3}'), '51.3'],
    [
      'a formula from its source if its parts are missing',
      '<math alttext="\\lambda" class="ltx_Math"></math>',
      '\\lambda',
    ],
    ['lines on one line', 'Academic<br class="ltx_break">Paper', 'Academic Paper'],
    [
      'a nested table on one line',
      '<span class="ltx_tabular"><span class="ltx_tr"><span class="ltx_td">Exam</span></span><span class="ltx_tr"><span class="ltx_td">Paper</span></span></span>',
      'Exam Paper',
    ],
    [
      'a column of paragraphs',
      '<span class="ltx_inline-block ltx_align_top"><span class="ltx_p">54.4–73</span></span>',
      '54.4–73',
    ],
    [
      'a corner divided by a line',
      '<span class="ltx_picture"><svg><g><text>Model</text></g><g><text>TPS</text></g></svg></span>',
      'Model \\ TPS',
    ],
    [
      'no citation',
      'U-Net <cite class="ltx_cite">[<a class="ltx_ref" href="#bib.bib1">12</a>]</cite>',
      'U-Net',
    ],
    [
      'a citation without other text',
      '<cite class="ltx_cite">Zhu et al. (<a href="#bib.bib2">2013</a>)</cite>',
      'Zhu et al. (2013)',
    ],
  ])('contains %s', (_, html, text) => {
    expect(cellOf(html)?.text).toBe(text);
  });

  test.each([
    ['<span class="ltx_text ltx_font_bold">3.85</span> (+1.40)', '3.85', ''],
    ['<span class="ltx_text ltx_font_bold">a<span class="ltx_text ltx_font_medium">b</span></span>', 'a', ''],
    [math('<mn mathvariant="bold">51.3</mn>', '\\mathbf{51.3}'), '51.3', ''],
    [math('<mn>𝟓𝟏.𝟑</mn>', '\\mathbf{51.3}'), '51.3', ''],
    ['<span class="ltx_text ltx_framed ltx_framed_underline">2.45</span>', '', '2.45'],
    ['<span class="ltx_text ltx_underline">2.45</span>', '', '2.45'],
  ])('includes which part is bold or underlined: %s', (html, bold, underlined) => {
    expect(cellOf(html)).toMatchObject({ bold, underlined });
  });

  test('comes with whether it cites, whether it is a header, and what surrounds it', () => {
    expect(cellOf('Alpha <cite class="ltx_cite">[1]</cite>')).toMatchObject({ isCited: true });
    const html = `<table class="ltx_tabular"><tr class="ltx_tr" style="--ltx-bg-color:#E6E6E6;">
      <th class="ltx_td ltx_th ltx_border_tt" rowspan="2" colspan="3">a</th><td class="ltx_td">b</td></tr></table>`;
    expect(tablesIn(html)[0]?.source.rows[0]).toMatchObject([
      { isHeader: true, hasRuleAbove: true, isShaded: true, rowSpan: 2, columnSpan: 3 },
      { isHeader: false, hasRuleAbove: false, isShaded: true, rowSpan: 1, columnSpan: 1 },
    ]);
  });
});

const row = (...cells: readonly string[]): string =>
  `<span class="ltx_tr">${cells.map((cell) => `<span class="ltx_td">${cell}</span>`).join('')}</span>`;
const lines = ({ source }: FoundTable): readonly string[] =>
  source.rows.map((cells) => cells.map(({ text }) => text).join(' '));

/** A table with one row. */
const rowOf = (cells: readonly string[]) =>
  tablesIn(`<table class="ltx_tabular"><tr class="ltx_tr">${cells.join('')}</tr></table>`)[0];

describe('the cells of a row', () => {
  const CELLS = [
    '<td class="ltx_td">36.2</td>',
    '<td class="ltx_td ltx_font_bold" id="S1.T1.1">36.2</td>',
    '<td id="S1.T1.2" class="ltx_td"><span class="ltx_text ltx_font_bold ltx_framed_underline">Lamp B</span></td>',
    '<td class="ltx_td ltx_font_bold"><span class="ltx_text ltx_font_medium">Lamp C</span></td>',
    '<td class="ltx_td ltx_framed_underline">\n<span class="ltx_text">8.1</span>\n</td>',
    '<th class="ltx_td ltx_border_tt" colspan="3" rowspan="2">Glare</th>',
    '<td class="ltx_td ltx_th" style="background-color:#EEE;">Wick</td>',
    '<td class="ltx_td" style="--ltx-bg-color:#FFFFFF;">Wick</td>',
    '<td class="ltx_td" colspan="0"></td>',
    '<td class="ltx_td">a <span class="ltx_text ltx_font_bold">b</span> c</td>',
    '<td class="ltx_td">Oil &amp; gas &lt; 3&nbsp;l</td>',
    '<td class="ltx_td" title="a > b">x</td>',
    '<td class="ltx_td">two  spaces</td>',
    '<td class="ltx_td">in\u2062visible 𝟓𝟏</td>',
    '<td class="ltx_td"><span class="ltx_note">A remark.</span></td>',
    '<td class="ltx_td"><span class="ltx_p">A line.</span></td>',
    '<td class="ltx_td">Lamp <cite class="ltx_cite">[<a href="#bib.bib1">1</a>]</cite></td>',
    `<td class="ltx_td">${ERROR}</td>`,
    '<!-- c --><td class="ltx_td">after a comment</td>',
    '<td class="ltx_td"><table><tbody><tr><td>in</td><td>side</td></tr></tbody></table></td>',
    `<td class="ltx_td">${'long '.repeat(300)}</td>`,
  ];
  /** A row of so many cells is read cell by cell. */
  const OTHERS = Array.from({ length: 201 }, () => '<td class="ltx_td">y</td>');

  test('are the same from the markup of the whole row and from each of them', () => {
    expect(rowOf(CELLS)?.source.rows[0]).toEqual(
      rowOf([...CELLS, ...OTHERS])?.source.rows[0]?.slice(0, CELLS.length),
    );
  });

  test.each(CELLS)('are the same beside words only: %s', (cell) => {
    const cells = [CELLS[0] ?? '', cell, '<td class="ltx_td">x</td>'];
    expect(rowOf(cells)?.source.rows[0]).toEqual(rowOf([...cells, ...OTHERS])?.source.rows[0]?.slice(0, 3));
  });

  test('are told by their attributes and those of the element with their words', () => {
    const [, bold, inner, medium, , header, shaded] = rowOf(CELLS)?.source.rows[0] ?? [];
    expect([bold?.bold, inner?.bold, inner?.underlined, medium?.bold]).toEqual([
      '36.2',
      'Lamp B',
      'Lamp B',
      '',
    ]);
    expect(header).toMatchObject({ isHeader: true, hasRuleAbove: true, columnSpan: 3, rowSpan: 2 });
    expect(shaded).toMatchObject({ isHeader: true, isShaded: true });
  });

  test('are found on the page by row and index', () => {
    const table = rowOf(CELLS);
    expect([table?.cellAt(0, 2)?.id, table?.cellAt(0, CELLS.length), table?.cellAt(1, 0)]).toEqual([
      'S1.T1.2',
      undefined,
      undefined,
    ]);
  });
});

describe('the tables of a page', () => {
  test('are recognised by class: spans, boxes, with or without a head', () => {
    const found = tablesIn(`
      <figure class="ltx_table"><div class="ltx_inline-block ltx_transformed_outer"><span class="ltx_transformed_inner">
        <span class="ltx_tabular">${row('a', '1')}${row('b', '2')}</span></span></div></figure>
      <table class="ltx_tabular"><thead class="ltx_thead"><tr class="ltx_tr"><th class="ltx_td ltx_th">c</th></tr></thead>
        <tbody class="ltx_tbody"><tr class="ltx_tr"><td class="ltx_td">3</td></tr></tbody></table>`);
    expect(found.map(lines)).toEqual([
      ['a 1', 'b 2'],
      ['c', '3'],
    ]);
  });

  test('have the spans that cells say by a class where they are no cells of a table', () => {
    const [table] = tablesIn(
      '<span class="ltx_tabular"><span class="ltx_tr"><span class="ltx_td ltx_rowspan ltx_rowspan_2">Lamp</span><span class="ltx_td ltx_colspan ltx_colspan_3">Glow</span><span class="ltx_td ltx_colspan ltx_colspan_0">Wick</span></span></span>',
    );
    expect(table?.source.rows[0]).toMatchObject([
      { text: 'Lamp', rowSpan: 2, columnSpan: 1 },
      { text: 'Glow', rowSpan: 1, columnSpan: 3 },
      { text: 'Wick', rowSpan: 1, columnSpan: 1 },
    ]);
  });

  test('are the outermost: a table in a cell is part of the cell’s text', () => {
    const inner = `<table class="ltx_tabular"><tr class="ltx_tr"><td class="ltx_td">x</td><td class="ltx_td">y</td></tr></table>`;
    expect(tablesIn(inTable(inner, '1')).map(lines)).toEqual([['x y 1']]);
  });

  test('have the number and caption of the nearest figure that has one, and the caption of the outer figure', () => {
    const [first, second] = tablesIn(`<figure id="S2.T4" class="ltx_table">
      <figure id="S2.T4.st1" class="ltx_table">${inTable('a', '1')}
        <figcaption class="ltx_caption"><span class="ltx_tag ltx_tag_table">(a) </span>Depth</figcaption></figure>
      <figcaption class="ltx_caption"><span class="ltx_tag ltx_tag_table">Table 4: </span>Ablations.</figcaption></figure>
      <figure class="ltx_table">${inTable('b', '2')}<figcaption class="ltx_caption">
        <span class="ltx_tag ltx_tag_table"><span class="ltx_text">TABLE II</span>: </span>Speed</figcaption></figure>`);
    expect(first?.source).toMatchObject({
      number: '4',
      part: '(a)',
      caption: '(a) Depth',
      outerCaption: 'Table 4: Ablations.',
    });
    expect(first?.whole.id).toBe('S2.T4');
    expect(second?.source).toMatchObject({ number: 'II', caption: 'TABLE II: Speed', outerCaption: '' });
  });

  test('include the paragraphs that refer to them and the others of their sections', () => {
    const [found] = tablesIn(
      section(
        'S1',
        '1',
        'Tests',
        `<div class="ltx_para"><p class="ltx_p">FPB: we report F1.</p></div>
         <div class="ltx_para"><p class="ltx_p">See <a class="ltx_ref" href="#S1.T1">Table 1</a>.</p></div>
         <figure id="S1.T1" class="ltx_table">${inTable('a', '1')}<figcaption class="ltx_caption">
           <span class="ltx_tag ltx_tag_table">Table 1: </span>All.</figcaption></figure>`,
      ),
    );
    expect(found?.source).toMatchObject({ about: ['See Table 1.'], section: ['FPB: we report F1.'] });
  });

  test('do not include author lists and aligned formulas', () => {
    expect(
      tablesIn(
        `<div class="ltx_authors">${inTable('A. Quill', '1')}</div><div class="ltx_equation">${inTable('a', '1')}</div>`,
      ),
    ).toEqual([]);
  });

  test('can be read at any size and depth: what exceeds the largest grid is cut off', () => {
    const nested = '<div><table class="ltx_tabular"><tr class="ltx_tr"><td class="ltx_td">'.repeat(60);
    expect(tablesIn(nested)).toHaveLength(1);
    const wide = inTable(...Array.from({ length: 1_000 }, () => '1'));
    expect(tablesIn(wide)[0]?.source.rows[0]).toHaveLength(1_000);
    expect(cellOf('<span>'.repeat(300))?.text).toBe('');
    expect(cellOf('x'.repeat(50_000))?.text.length).toBeLessThan(60_000);
  });
});
