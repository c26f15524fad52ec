// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PageFacts } from '@/lib/domain/page';
import { findAbstractElement, isConfirmed, pageOf, readFacts } from '@/lib/sites';
import { rowsOf } from '@/tests/e2e/support/matrix';

const SHARED = 'shared/pages/';
const shared = (path: string) => new URL(`../${SHARED}${path}`, `file://${process.cwd()}/`);
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const fixture = (name: string) => parse(readFileSync(`tests/fixtures/pages/${name}.html`, 'utf8'));

const ABS = pageOf('https://arxiv.org/abs/2407.08410');
const HTML = pageOf('https://arxiv.org/html/2407.08410v1');
const HF = pageOf('https://huggingface.co/papers/2407.08410');

const withData = (props: string) => {
  const document = parse('<main><div data-target="PaperContent"></div></main>');
  document.querySelector('main div')?.setAttribute('data-props', props);
  return readFacts(HF, document);
};

describe('facts of an abstract page', () => {
  it('come from the citation tags and the table', () => {
    expect(readFacts(ABS, fixture('arxiv-abs'))).toEqual({
      paperId: '2407.08410',
      version: 2,
      title: 'Specialist vision-language models for clinical ophthalmology',
      abstract:
        'Our test model grades scans. It reaches $F_1 = 0.63$ & beats a baseline of 0.11. Code: https://github.com/example/grader',
      authors: ['Robbie Holland', 'Thomas R. P. Taylor Jr.', 'The Reading Collaboration'],
      familyNames: ['Holland', 'Taylor', ''],
      published: '2024-07-11',
      categories: ['cs.AI', 'cs.CV'],
      comments: '12 pages. Data: https://huggingface.co/datasets/example/scans',
      links: ['https://github.com/example/grader', 'https://huggingface.co/datasets/example/scans'],
      withdrawn: false,
      pages: ['abs', 'pdf'],
    });
  });

  it.each([
    ['10.1038/nature14474', '10.1038/nature14474'],
    ['10.1038/a(1)2 10.1103/b', '10.1038/a(1)2'],
    ['10.1038/a}, note = {x', '10.1038/a'],
    ['doi unknown', undefined],
  ])('hold the published version’s DOI "%s" as %s', (stated, doi) => {
    const document = parse('<meta name="citation_arxiv_id" content="2407.08410"><meta name="citation_doi">');
    document.querySelector('[name=citation_doi]')?.setAttribute('content', stated);
    expect(readFacts(ABS, document)?.doi).toBe(doi);
  });

  it('hold the addresses to which links lead that count clicks on their way', () => {
    const document = fixture('arxiv-abs');
    const link = document.createElement('a');
    link.href = 'https://arxiv.org/ct?url=https%3A%2F%2Fdx.doi.org%2F10.5281%2Fzenodo.1234567&v=1a2b3c4d';
    document.querySelector('#abs .comments')?.append(link);
    expect(readFacts(ABS, document)?.links).toContain('https://dx.doi.org/10.5281/zenodo.1234567');
  });

  it('name the HTML among the paper’s pages where the page offers it', () => {
    const document = fixture('arxiv-abs');
    document
      .querySelector('.full-text')
      ?.insertAdjacentHTML('beforeend', '<a id="latexml-download-link">HTML (experimental)</a>');
    expect(readFacts(ABS, document)?.pages).toEqual(['abs', 'pdf', 'html']);
  });

  it('say that a paper was withdrawn', () => {
    const page = pageOf('https://arxiv.org/abs/hep-th/9901001');
    const facts = readFacts(page, fixture('arxiv-abs-withdrawn'));
    expect(facts).toMatchObject({
      paperId: 'hep-th/9901001',
      version: 3,
      withdrawn: true,
      comments: undefined,
    });
  });

  it('are missing on an error page, which confirms nothing', () => {
    const facts = readFacts(ABS, fixture('arxiv-abs-missing'));
    expect(facts).toBeUndefined();
    expect(isConfirmed(ABS, facts)).toBe(false);
  });
});

describe('facts of a full text', () => {
  it('come from watermark and article, formulas as their source', () => {
    expect(readFacts(HTML, fixture('arxiv-html'))).toEqual({
      paperId: '2407.08410',
      version: 1,
      title: 'A test of $H_{2}O$ full texts',
      abstract: String.raw`We reach $83.5\%$ where others reach 102.`,
      authors: ['Robbie Holland', 'Ada Example', 'Ben Example'],
      published: '2024-07-11',
      categories: ['cs.AI'],
      links: ['https://github.com/example/grader'],
    });
  });

  it('have no day where the watermark dates a later version', () => {
    const document = fixture('arxiv-html');
    const watermark = document.querySelector('#watermark-tr');
    if (watermark) watermark.textContent = 'arXiv:2407.08410v3 [cs.AI] 02 Mar 2025';
    expect(readFacts(HTML, document)).toMatchObject({ version: 3, published: undefined });
  });

  it('come from the base of pages that were converted before', () => {
    const document = fixture('arxiv-html');
    document.querySelector('#infobox')?.remove();
    expect(readFacts(HTML, document)).toMatchObject({ paperId: '2407.08410', version: 1 });
  });

  it('of ar5iv come from its own address', () => {
    const page = pageOf('https://ar5iv.labs.arxiv.org/html/math/0003013');
    const facts = readFacts(page, fixture('ar5iv'));
    expect(facts).toMatchObject({
      paperId: 'math/0003013',
      version: undefined,
      title: 'A test of conversions',
    });
    expect(isConfirmed(page, facts)).toBe(true);
  });

  it('are missing where an author wrote the page by hand, and the address decides', () => {
    const facts = readFacts(HTML, parse('<h1>My paper</h1>'));
    expect(facts).toBeUndefined();
    expect(isConfirmed(HTML, facts)).toBe(true);
  });
});

describe('facts of a Hugging Face paper page', () => {
  it('come from its data', () => {
    expect(readFacts(HF, fixture('hf-paper'))).toEqual({
      paperId: '2407.08410',
      title: 'Specialist vision-language models for clinical ophthalmology',
      abstract: 'Our test model grades scans. It reaches an F1 of 0.63.',
      authors: ['Robbie Holland'],
      published: '2024-07-11',
      links: ['https://github.com/example/grader', 'https://example.github.io/grader'],
    });
  });

  it('come from the markup where hydration took the data away', () => {
    const document = fixture('hf-paper');
    document.querySelector('[data-target=PaperContent]')?.removeAttribute('data-props');
    expect(readFacts(HF, document)).toEqual({
      paperId: '2407.08410',
      title: 'Specialist vision-language models for clinical ophthalmology',
      abstract: 'Our test model grades scans. It reaches an F1 of 0.63.',
      links: ['https://github.com/example/grader'],
    });
  });

  it.each([
    '{',
    'null',
    '7',
    '[]',
    '{"paper":null}',
    '{"paper":[]}',
    '{"paper":{"id":7}}',
    '{"paper":{"id":"__proto__"}}',
    '{"__proto__":{"paper":{"id":"2407.08410"}}}',
    '{"paper":{"__proto__":{"id":"2407.08410"}}}',
  ])('are missing where the data are %s', (props) => {
    expect(withData(props)).toBeUndefined();
  });

  it('hold text only, whatever types the data have', () => {
    expect(
      withData(
        '{"paper":{"id":"2407.08410","title":["x"],"summary":{"toString":"x"},"authors":{"length":2},"publishedAt":"soon","githubRepo":9,"projectPage":" "}}',
      ),
    ).toEqual({ paperId: '2407.08410', authors: [], links: [] });
    expect({}).not.toHaveProperty('id');
  });
});

describe('hostile pages', () => {
  it('give their markup as text, and no more of it than an abstract can have', () => {
    const document = fixture('arxiv-abs');
    const set = (name: string, content: string) =>
      document.querySelector(`meta[name=citation_${name}]`)?.setAttribute('content', content);
    set('title', '<img src=x onerror=alert(1)>');
    set('abstract', 'a'.repeat(1_000_000));
    set('date', '2024/07/11<script>');
    const facts = readFacts(ABS, document);
    expect(facts?.title).toBe('<img src=x onerror=alert(1)>');
    expect(facts?.abstract).toHaveLength(20_000);
    // Its date tag is none; the line below the title has a day.
    expect(facts?.published).toBe('2024-07-11');
  });

  it('may nest as deep as they like', () => {
    const document = parse('<h1 class="ltx_title_document"></h1>');
    let inner: Element | null = document.querySelector('h1');
    for (let depth = 0; depth < 1000; depth += 1)
      inner = inner?.appendChild(document.createElement('b')) ?? null;
    inner?.append('deep');
    expect(readFacts(HTML, document)?.title).toBe('deep');
  });

  it.each([
    ['https://arxiv.org/abs/1706.03762', 'arxiv-abs'],
    ['https://arxiv.org/html/1706.03762', 'arxiv-html'],
    ['https://huggingface.co/papers/1706.03762', 'hf-paper'],
  ])('cannot name another paper than %s', (address, name) => {
    const page = pageOf(address);
    expect(isConfirmed(page, readFacts(page, fixture(name)))).toBe(false);
  });

  it('give no page of ours anything where the address is none', () => {
    const page = pageOf('https://evil.example/abs/2407.08410');
    const facts = readFacts(page, fixture('arxiv-abs'));
    expect(facts).toBeUndefined();
    expect(isConfirmed(page, facts)).toBe(false);
    expect(findAbstractElement(page, fixture('arxiv-abs'))).toBeUndefined();
  });
});

describe('a PDF', () => {
  it('cannot be asked: the address decides', () => {
    const page = pageOf('https://arxiv.org/pdf/2407.08410');
    expect(readFacts(page, parse(''))).toBeUndefined();
    expect(isConfirmed(page, undefined)).toBe(true);
  });
});

describe('the element that holds the abstract', () => {
  it.each([
    [ABS, 'arxiv-abs', 'Our test model grades scans.'],
    [HTML, 'arxiv-html', 'where others'],
    [HF, 'hf-paper', 'Our test model grades scans.'],
    [pageOf('https://ar5iv.org/html/math/0003013'), 'ar5iv', 'Nothing is lost.'],
  ])('%o', (page, name, words) => {
    expect(findAbstractElement(page, fixture(name))?.textContent).toContain(words);
  });
});

/** Id, version, title's head, number of authors, categories and links of every saved page. */
const SAVED: readonly (readonly [file: string, facts: PageFacts | Record<string, unknown> | undefined])[] = [
  [
    'A-abs/REAL-2021-abs-2106.09608.html',
    { paperId: '2106.09608', version: 2, published: '2021-06-17', categories: ['cs.LG', 'cs.AI', 'cs.CL'] },
  ],
  ['A-abs/abs-0906.5132v3-old-version.html', { paperId: '0906.5132', version: 3, authors: ['V. P. Mineev'] }],
  [
    'A-abs/abs-1411.4413-large-author-list.html',
    {
      paperId: '1411.4413',
      version: 1,
      published: '2014-11-17',
      journalReference: 'Nature 522, 68-72 (04 June 2015)',
    },
  ],
  [
    'A-abs/abs-1604.08245-acm-doi.html',
    { paperId: '1604.08245', title: 'Text writing in the air', doi: '10.1080/15980316.2013.860928' },
  ],
  [
    'A-abs/abs-2005.14124-v2-doi.html',
    { paperId: '2005.14124', version: 2, categories: ['cs.SE', 'cs.CR', 'cs.LG'] },
  ],
  ['A-abs/abs-2101.10016-withdrawn-8-versions.html', { paperId: '2101.10016', version: 8, withdrawn: true }],
  [
    'A-abs/abs-2108.10257-context.html',
    { paperId: '2108.10257', links: ['https://github.com/JingyunLiang/SwinIR'] },
  ],
  [
    'A-abs/abs-2108.10257.html',
    { paperId: '2108.10257', withdrawn: false, categories: ['eess.IV', 'cs.CV'] },
  ],
  ['A-abs/abs-2302.03287v3.html', { paperId: '2302.03287', version: 3 }],
  ['A-abs/abs-2407.08410.html', { paperId: '2407.08410', version: 2, comments: undefined }],
  [
    'A-abs/abs-2607.27806.html',
    { paperId: '2607.27806', links: ['https://github.com/pepperbubble/LoMeVQA'] },
  ],
  ['A-abs/abs-2609.22268.html', { paperId: '2609.22268', version: 1, categories: ['cond-mat.mtrl-sci'] }],
  ['A-abs/abs-404.html', undefined],
  ['A-abs/abs-hep-th-9901001.html', { paperId: 'hep-th/9901001', version: 3, published: '1999-01-01' }],
  ['A-abs/abs-math-ph-0509002.html', { paperId: 'math-ph/0509002', version: 6, categories: ['math-ph'] }],
  [
    'A-abs/old2025-abs-2407.08410.html',
    { paperId: '2407.08410', version: 2, categories: ['cs.AI', 'cs.CV'] },
  ],
  ['A-abs/old2025-abs-hep-th-9901001.html', { paperId: 'hep-th/9901001', version: 3 }],
  ['D-html/ar5iv-1706.03762.html', { paperId: '1706.03762', title: 'Attention Is All You Need' }],
  ['D-html/arxiv-html-2407.08410v1-pre2026.html', { paperId: '2407.08410', version: 1 }],
  ['D-html/arxiv-html-2407.08410v1.html', { paperId: '2407.08410', version: 1, categories: ['cs.AI'] }],
  ['E-pdf/chromium156-pdf-wrapper-outerHTML.html', undefined],
  ['F-hf-paper/hf-paper-2310.03714-layout2025.html', { paperId: '2310.03714', published: '2023-10-05' }],
  ['F-hf-paper/hf-paper-2405.07960-layout2026.html', { paperId: '2405.07960', published: '2024-05-13' }],
  ['F-hf-paper/hf-paper-2407.08410-layout2026.html', { paperId: '2407.08410', published: '2024-07-11' }],
];

describe.skipIf(!existsSync(shared('urlmap.json')))('saved pages', () => {
  const addresses: Readonly<Record<string, { readonly url: string }>> = existsSync(shared('urlmap.json'))
    ? JSON.parse(readFileSync(shared('urlmap.json'), 'utf8'))
    : {};

  it.each(rowsOf(SAVED, 6))('%s', (file, wanted) => {
    const page = pageOf(addresses[file]?.url.split(' ')[0] ?? '');
    const document = parse(readFileSync(shared(file), 'utf8'));
    const facts = readFacts(page, document);
    expect({ facts }).toMatchObject({ facts: wanted });
    expect(isConfirmed(page, facts)).toBe(file !== 'A-abs/abs-404.html');
    expect(JSON.stringify(facts ?? null)).not.toContain('IgnoreMe');
    expect(Boolean(facts?.abstract)).toBe(Boolean(findAbstractElement(page, document)));
  });

  it('has every saved page in the table above', () => {
    const pages = Object.keys(addresses).filter(
      (file) => /^[ADEF]-.*html$/.test(file) && addresses[file]?.url,
    );
    expect(pages.toSorted()).toEqual(SAVED.map(([file]) => file).toSorted());
  });
});
