/** What is copied from arXiv's abstract pages, from the page's tags to the entry as bibliography software reads it. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import * as fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { addPageFacts } from '@/lib/domain/annotation';
import {
  formatBibtex,
  formatCitationKey,
  formatMarkdown,
  formatShortCitation,
  type Citable,
} from '@/lib/domain/cite';
import { plainMath } from '@/lib/domain/describe/math';
import { pageOf, readFacts } from '@/lib/sites';
import { LAMP, paperId } from '../../../fixtures/ui-papers';

interface Tags {
  readonly author?: readonly string[];
  readonly title?: string;
  readonly date?: string;
  readonly online_date?: string;
  readonly publication_date?: string;
  readonly doi?: string;
}

const ID = '2407.00042';

function factsOf(tags: Tags, body = '') {
  const dom = new JSDOM(`<!doctype html><div id=abs>${body}</div>`);
  const { document } = dom.window;
  const stated = { arxiv_id: ID, abstract: 'We build lamps.', title: 'A lamp', author: [], ...tags };
  for (const [name, value] of Object.entries(stated)) {
    for (const content of [value].flat()) {
      const tag = document.createElement('meta');
      tag.name = `citation_${name}`;
      tag.content = content;
      document.head.append(tag);
    }
  }
  const facts = readFacts(pageOf(`https://arxiv.org/abs/${ID}`), document);
  dom.window.close();
  if (!facts) throw new Error('the page states its paper');
  return facts;
}

/** The paper as cited from its page. */
function citedFrom(tags: Tags, body?: string): Citable {
  const { title = '', authors = [], familyNames, published, doi, journalReference } = factsOf(tags, body);
  return {
    id: paperId(ID),
    title,
    authors: { names: authors, familyNames },
    published,
    doi,
    venue: journalReference,
  };
}

/** The fields of an entry as bibliography software reads them. */
function parse(bibtex: string): Readonly<Record<string, unknown>> {
  const entries: unknown = plugins.input.chain(bibtex, { generateGraph: false });
  const [entry]: unknown[] = Array.isArray(entries) ? entries : [];
  if (typeof entry !== 'object' || entry === null) throw new Error('the entry is read');
  return { ...entry };
}

describe('authors from a page', () => {
  it.each([
    [['De Wolf, E. A.'], 'De Wolf, E. A.', 'dewolf2024lamp', 'De Wolf, 2024'],
    [
      ['Van Haevermaet, H.', 'Quill, Ada'],
      'Van Haevermaet, H. and Ada Quill',
      'vanhaevermaet2024lamp',
      'Van Haevermaet and Quill, 2024',
    ],
    [
      ['García Márquez, Gabriel'],
      String.raw`Garc{\'i}a M{\'a}rquez, Gabriel`,
      'garciamarquez2024lamp',
      'García Márquez, 2024',
    ],
    [
      ['Team, Gemini', 'Anil, Rohan'],
      '{Gemini Team} and Rohan Anil',
      'geminiteam2024lamp',
      'Gemini Team and Anil, 2024',
    ],
    [
      ['CMS, The', 'Collaborations, LHCb'],
      '{The CMS} and {LHCb Collaborations}',
      'thecms2024lamp',
      'The CMS and LHCb Collaborations, 2024',
    ],
    [['Nguyễn, Văn An'], String.raw`V{\u a}n An Nguy{\~{\^e}}n`, 'nguyen2024lamp', 'Nguyễn, 2024'],
    [['Иванов, Пётр'], 'Пётр Иванов', 'ivanov2024lamp', 'Иванов, 2024'],
    [['van der Meer, Bo'], 'Bo van der Meer', 'vandermeer2024lamp', 'van der Meer, 2024'],
    [['Taylor, Jr., Thomas R.'], 'Taylor, Jr., Thomas R.', 'taylor2024lamp', 'Taylor, 2024'],
    [['Æsir, Þór'], String.raw`{\TH}{\'o}r {\AE}sir`, 'aesir2024lamp', 'Æsir, 2024'],
    [['Øst, Łukasz'], String.raw`{\L}ukasz {\O}st`, 'ost2024lamp', 'Øst, 2024'],
  ])('are cited with their family names: %j', (author, written, key, short) => {
    const paper = citedFrom({ author, date: '2024/07/11' });
    expect(formatBibtex(paper)).toContain(`author        = {${written}},`);
    expect(formatCitationKey(paper)).toBe(key);
    expect(formatShortCitation(paper)).toBe(short);
  });

  it.each([
    [
      ['De Wolf, E. A.', 'Team, Gemini'],
      [{ family: 'De Wolf', given: 'E. A.' }, { family: 'Gemini Team' }],
    ],
    [['García Márquez, Gabriel'], [{ family: 'García Márquez', given: 'Gabriel' }]],
    [['Nguyễn, Văn An'], [{ family: 'Nguyễn', given: 'Văn An' }]],
    [['Taylor, Jr., Thomas R.'], [{ family: 'Taylor', given: 'Thomas R.', suffix: 'Jr.' }]],
  ])('are split in the same way by a BibTeX parser: %j', (author, expected) => {
    expect(parse(formatBibtex(citedFrom({ author, date: '2024/07/11' })))['author']).toMatchObject(expected);
  });

  it('provide the family names for a paper of the catalogue', () => {
    const names = ['Ada Quill', 'Gabriel García Márquez'];
    const { authors } = addPageFacts(
      { ...LAMP, authors: { names } },
      factsOf({ author: ['Quill, Ada', 'García Márquez, Gabriel'] }),
    );
    expect(formatShortCitation({ ...LAMP, authors })).toBe('Quill and García Márquez, 2025');
    const fewer = addPageFacts({ ...LAMP, authors: { names } }, factsOf({ author: ['Quill, Ada'] }));
    expect(fewer.authors).toEqual({ names });
  });
});

describe('dates and publication from a page', () => {
  it.each([
    [{ date: '2024/07/11', online_date: '2024/10/11' }, '', '2024-07-11'],
    [{ publication_date: '2009', online_date: '2014/01/15' }, '', '2014-01-15'],
    [
      { publication_date: '2009', online_date: '2015/02/03' },
      '<div class=dateline>[Submitted on 5 Jan 2014 (v1), last revised 3 Feb 2015 (this version, v2)]</div>',
      '2014-01-05',
    ],
  ])('are read: %j %s was first submitted on %s', (tags, body, day) => {
    expect(factsOf(tags, body).published).toBe(day);
  });

  it('are those of the journal if the page has a journal reference, and Markdown uses the same year', () => {
    const paper = citedFrom(
      { author: ['Quill, Ada'], date: '2014/11/17', doi: '10.1038/lamp1' },
      '<table><tr><td class="tablecell jref">LAMP-PH-2014-220, CMS-13-007</td></tr><tr><td class="tablecell jref">Nature 522, 68-72 (04 June 2015)</td></tr></table>',
    );
    const entry = formatBibtex(paper);
    expect(entry).toMatch(/^@article\{quill2014lamp,/);
    for (const field of [
      'journal       = {Nature}',
      'volume        = {522}',
      'pages         = {68--72}',
      'year          = {2015}',
      'doi           = {10.1038/lamp1}',
    ]) {
      expect(entry).toContain(`  ${field},`);
    }
    expect(formatMarkdown(paper)).toContain('(Quill, 2015)');
  });

  it.each([
    [
      'Prog.Theor.Phys.101:1155-1164,1999',
      { journal: 'Prog.Theor.Phys.', volume: '101', pages: '1155--1164' },
    ],
    ['Phys.Rev.D82:123456,2010', { journal: 'Phys.Rev.', volume: 'D82', pages: '123456' }],
    ['JHEP0905:012,2009', { journal: 'JHEP', volume: '0905', pages: '012' }],
    ['Phys.Rev.D82,12(2010)', { journal: 'Phys.Rev.', volume: 'D82', pages: '12' }],
  ])('are read from a reference without spaces: %s', (reference, fields) => {
    const entry = formatBibtex(citedFrom({ title: 'A lamp' }, `<span class=jref>${reference}</span>`));
    expect(entry).toMatch(/^@article\{/);
    for (const [name, value] of Object.entries(fields)) {
      expect(entry).toContain(`  ${name.padEnd(13)} = {${value}},`);
    }
  });

  it.each(['LAMP-PH-2014-220, CMS-13-007', 'LAMP2014,CMS1999', 'LAMP-2014:12,1999'])(
    'are not report numbers: %s',
    (numbers) => {
      expect(factsOf({}, `<span class=jref>${numbers}</span>`).journalReference).toBeUndefined();
    },
  );
});

describe('titles from a page', () => {
  it.each([
    [
      String.raw`{\AA}ngstr{\"o}m-scale imaging`,
      'Ångström-scale imaging',
      String.raw`{\AA}ngstr{\"o}m-scale imaging`,
    ],
    [
      String.raw`$>$90% accuracy at $\sim$100 GHz`,
      '>90% accuracy at ∼100 GHz',
      String.raw`{$>$}90\% accuracy at {$\sim$}100 {GHz}`,
    ],
    [
      'GANs → VAEs: α, β ≤ 3',
      'GANs → VAEs: α, β ≤ 3',
      String.raw`{GANs} {$\rightarrow$} {VAEs:} {$\alpha$}, {$\beta$} {$\leq$} 3`,
    ],
    [
      String.raw`Nguy\~{\^e}n's {\L}amp by \'{\i}`,
      "Nguyễn's Łamp by í",
      String.raw`Nguy{\~{\^e}}n's {\L}amp by {\'i}`,
    ],
    [String.raw`A lamp $\_#$`, 'A lamp _#', String.raw`A lamp \_\#`],
  ])('are shown and written as intended: %s', (title, shown, written) => {
    expect(plainMath(title)).toBe(shown);
    expect(formatBibtex(citedFrom({ title }))).toContain(`title         = {${written}},`);
  });

  it('leave every other field readable, whatever they contain', () => {
    const part = fc.constantFrom(
      '$',
      '{',
      '}',
      '\\',
      '%',
      '^^5c',
      '\\input',
      '\\"',
      'a',
      'Ab',
      ' ',
      '_',
      '"',
      '@',
      '#',
      ',',
      '→',
    );
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 20 }),
        fc.array(part, { maxLength: 8 }),
        (title, name) => {
          const authors = { names: [name.join(''), 'Ada Quill'] };
          const entry = formatBibtex({
            id: paperId(ID),
            title: title.join(''),
            authors,
            published: '2024-07-11',
          });
          expect(parse(entry)).toMatchObject({ URL: `https://arxiv.org/abs/${ID}` });
          expect(entry).not.toMatch(/\\input|\^\^|(?<!\\)%/);
        },
      ),
      { numRuns: 200 },
    );
  });
});
