import { existsSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { createEntryFinder, meantWorks, readReferences } from '@/lib/domain/references';
import { fullTextOf } from '@/lib/sites/full-texts';
import {
  cite,
  fullTextPage,
  mark,
  markedEntry,
  paragraph,
  plainEntry,
  section,
} from '../../../fixtures/full-text';

const reader = fullTextOf({ kind: 'html' })?.references;
if (!reader) throw new Error('full texts of arXiv are read');
const { findEntries, readEntry, findCitations, readCitation, findMarks, citingOf } = reader;

const documentOf = (html: string): Document =>
  new JSDOM(html, { url: 'https://arxiv.org/html/2407.08410v1' }).window.document;

const read = (body: string, entries: string) => {
  const document = documentOf(fullTextPage({ id: '2407.08410', title: 'A lamp', body, entries }));
  return readReferences(findEntries(document).map(readEntry), findCitations(document).map(readCitation));
};

const NUMBERED = [
  // The numbers in anchors follow the text, the printed ones the alphabet.
  markedEntry('bib.bib3', '[1]', {
    authors: 'A. Quill',
    year: '2020',
    title: 'Lanterns',
    rest: 'arXiv:2001.00001.',
  }),
  markedEntry('bib.bib1', '[2]', { authors: 'B. Holm', year: '2021', title: 'Candles' }),
  markedEntry('bib.bib4', '[3]', { authors: 'C. Reed', title: 'Torches' }),
  markedEntry('bib.bib2', '[4]', { authors: 'D. Moss', year: '2019' }),
].join('\n');

const citedAt = (body: string, entries = NUMBERED): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(read(body, entries).map((each) => [each.key, each.citedAt]));

describe('the entries of a bibliography', () => {
  test('are read from marked parts, without the converter’s own list of citing places', () => {
    expect(read('', NUMBERED).map(({ key, title, year, paperId }) => [key, title, year, paperId])).toEqual([
      ['[1]', 'Lanterns', 2020, '2001.00001'],
      ['[2]', 'Candles', 2021, undefined],
      ['[3]', 'Torches', undefined, undefined],
      ['[4]', undefined, 2019, undefined],
    ]);
    expect(read('', NUMBERED)[1]?.text).toBe('B. Holm (2021) Candles.');
  });

  test('are read from the blocks that BibTeX wrote', () => {
    const [only] = read(
      '',
      plainEntry(
        'bib.bib1',
        'Quill et al. (2019)',
        'Ada Quill, Bo Holm.',
        'Lanterns.',
        '<em>arXiv preprint arXiv:1901.00001</em>, 2019.',
      ),
    );
    expect(only).toMatchObject({
      key: 'Quill et al. (2019)',
      text: 'Ada Quill, Bo Holm. Lanterns. arXiv preprint arXiv:1901.00001, 2019.',
      title: 'Lanterns',
      year: 2019,
      paperId: '1901.00001',
    });
  });

  test('include the id of the paper that a link leads to', () => {
    const rest =
      'External Links: <a href="https://arxiv.org/abs/2001.00002" class="ltx_ref ltx_bib_external">Link</a>';
    expect(
      read('', markedEntry('bib.bib1', '[1]', { authors: 'A. Quill', title: 'X', rest }))[0]?.paperId,
    ).toBe('2001.00002');
  });
});

describe('citations', () => {
  test('are counted by the entry that their link leads to, not by the number in its name', () => {
    const body = section('S1', '1', 'Lamps', paragraph(`As ${cite(`[${mark('bib.bib1', '2')}]`)} says.`));
    expect(citedAt(body)).toEqual({ '[1]': [], '[2]': ['1'], '[3]': [], '[4]': [] });
  });

  test('are located in the innermost numbered part of the text, and in a table or figure by its number', () => {
    const one = cite(mark('bib.bib1', '2'));
    const table = (caption: string): string =>
      `<figure id="S1.T2" class="ltx_table"><figcaption class="ltx_caption"><span class="ltx_tag ltx_tag_table">Table 2: </span>${caption}</figcaption><table class="ltx_tabular"><tr class="ltx_tr"><td class="ltx_td">${one}</td></tr></table></figure>`;
    const nested = `<section id="S1.SS1" class="ltx_subsection"><h3 class="ltx_title"><span class="ltx_tag">1.1 </span>Wicks</h3>
      <section id="S1.SS1.P1" class="ltx_paragraph"><h5 class="ltx_title">Wax</h5>${paragraph(one)}</section></section>`;
    const appendix = `<section id="A1" class="ltx_appendix"><h2 class="ltx_title"><span class="ltx_tag">Appendix A </span>More</h2>${paragraph(one)}</section>`;
    const thanks = `<section id="Sx1" class="ltx_section"><h2 class="ltx_title">Acknowledgments</h2>${paragraph(one)}</section>`;
    const body = section('S1', '1', 'Lamps', `${paragraph(one)}${nested}${table(one)}`) + appendix + thanks;
    expect(citedAt(body)['[2]']).toEqual(['1', '1.1', 'Table 2', 'Table 2', 'A', 'Acknowledgments']);
  });

  test.each([
    ['single works', `[${mark('bib.bib3', '1')}, ${mark('bib.bib4', '3')}]`, ['[1]', '[3]']],
    ['a range', `[${mark('bib.bib3', '1')}–${mark('bib.bib4', '3')}]`, ['[1]', '[2]', '[3]']],
    [
      'a range in two brackets',
      `[${mark('bib.bib3', '1')}]-[${mark('bib.bib2', '4')}]`,
      ['[1]', '[2]', '[3]', '[4]'],
    ],
    [
      'a range and one more work',
      `[${mark('bib.bib1', '2')}, ${mark('bib.bib3', '1')} to ${mark('bib.bib4', '3')}]`,
      ['[1]', '[2]', '[3]'],
    ],
    ['the same work twice', `[${mark('bib.bib3', '1')}, ${mark('bib.bib3', '1')}]`, ['[1]']],
    [
      'only the year',
      `(Holm, ${mark('bib.bib1', '2021')}; Moss, ${mark('bib.bib2', '2019')})`,
      ['[2]', '[4]'],
    ],
    [
      'absolute addresses, as before 2026',
      `[${mark('bib.bib1', '2', 'https://arxiv.org/html/2407.08410v1')}]`,
      ['[2]'],
    ],
  ])('are read from brackets with %s', (_how, inner, keys) => {
    const places = citedAt(section('S1', '1', 'Lamps', paragraph(cite(inner))));
    expect(Object.keys(places).filter((key) => places[key]?.length === 1)).toEqual(keys);
  });

  test('reveal which works the page lacks', () => {
    const body = paragraph(
      cite(
        `[<span class="ltx_ref ltx_missing_citation ltx_ref_self">quill20</span>, ${mark('bib.bib9', '9')}]`,
      ),
    );
    const document = documentOf(fullTextPage({ id: '2407.08410', title: 'A lamp', body, entries: NUMBERED }));
    const finder = createEntryFinder(findEntries(document).map(readEntry));
    expect(findCitations(document).map((each) => meantWorks(readCitation(each), finder))).toEqual([
      [{ missing: 'quill20' }, { missing: '9' }],
    ]);
  });

  test('count outside of brackets, but not inside the bibliography', () => {
    const entries = NUMBERED + plainEntry('bib.bib5', '[5]', `See ${mark('bib.bib1', '[2]')}.`);
    expect(citedAt(paragraph(`see ${mark('bib.bib1', '[2]')}`), entries)['[2]']).toEqual(['']);
  });

  test('are the same by way of their marks', () => {
    const body =
      section('S1', '1', 'Lamps', paragraph(cite(`${mark('bib.bib1', '2')}, ${mark('bib.bib3', '1')}`))) +
      paragraph(`see ${mark('bib.bib1', '[2]')} and ${cite('<span class="ltx_missing_citation">x</span>')}`);
    const entries = NUMBERED + plainEntry('bib.bib5', '[5]', `See ${mark('bib.bib1', '[2]')}.`);
    const document = documentOf(fullTextPage({ id: '2407.08410', title: 'A lamp', body, entries }));
    const citing = [...new Set(findMarks(document).flatMap((each) => citingOf(each) ?? []))];
    expect(citing).toHaveLength(3);
    expect(citing).toEqual(findCitations(document));
  });
});

const PAGES = '../shared/pages/D-html-full/';

/** The part of a label that this test reads. */
interface Label {
  readonly page: string;
  readonly bibId: string;
  readonly label: string;
  readonly title: string | null;
  readonly arxivInEntry: readonly { readonly id: string }[];
}

describe.skipIf(!existsSync(PAGES))('the labelled citations of saved pages', () => {
  const labels: readonly Label[] = existsSync(PAGES)
    ? JSON.parse(readFileSync(`${PAGES}gold-citations.json`, 'utf8'))
    : [];
  test.each([...new Set(labels.map(({ page }) => page))])('are found: %s', (page) => {
    const document = documentOf(readFileSync(PAGES + page, 'utf8'));
    const entries = findEntries(document);
    const wanted = labels.filter((label) => label.page === page);
    const found = wanted.map(({ bibId }) => {
      const element = entries.find(({ id }) => id === bibId);
      return element && readReferences([readEntry(element)], [])[0];
    });
    expect(found.map((each) => [each?.key, each?.title ?? null, each?.paperId])).toEqual(
      wanted.map(({ label, title, arxivInEntry }) => [label, title, arxivInEntry[0]?.id]),
    );
  });
});
