// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findAbstractElement, isConfirmed, pageOf, readFacts } from '@/lib/sites';

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
  ])('contain the published version’s DOI "%s" as %s', (stated, doi) => {
    const document = parse('<meta name="citation_arxiv_id" content="2407.08410"><meta name="citation_doi">');
    document.querySelector('[name=citation_doi]')?.setAttribute('content', stated);
    expect(readFacts(ABS, document)?.doi).toBe(doi);
  });

  it('contain the targets of links that pass a click counter', () => {
    const document = fixture('arxiv-abs');
    const link = document.createElement('a');
    link.href = 'https://arxiv.org/ct?url=https%3A%2F%2Fdx.doi.org%2F10.5281%2Fzenodo.1234567&v=1a2b3c4d';
    document.querySelector('#abs .comments')?.append(link);
    expect(readFacts(ABS, document)?.links).toContain('https://dx.doi.org/10.5281/zenodo.1234567');
  });

  it('list the HTML version among the paper’s pages if the page offers it', () => {
    const document = fixture('arxiv-abs');
    document
      .querySelector('.full-text')
      ?.insertAdjacentHTML('beforeend', '<a id="latexml-download-link">HTML (experimental)</a>');
    expect(readFacts(ABS, document)?.pages).toEqual(['abs', 'pdf', 'html']);
  });

  it('state that a paper was withdrawn', () => {
    const page = pageOf('https://arxiv.org/abs/hep-th/9901001');
    const facts = readFacts(page, fixture('arxiv-abs-withdrawn'));
    expect(facts).toMatchObject({
      paperId: 'hep-th/9901001',
      version: 3,
      withdrawn: true,
      comments: undefined,
    });
  });

  it('are missing on an error page, which confirms no paper', () => {
    const facts = readFacts(ABS, fixture('arxiv-abs-missing'));
    expect(facts).toBeUndefined();
    expect(isConfirmed(ABS, facts)).toBe(false);
  });
});

describe('facts of a full text', () => {
  it('come from watermark and article, with formulas as their source', () => {
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

  it('have no date if the watermark dates a later version', () => {
    const document = fixture('arxiv-html');
    const watermark = document.querySelector('#watermark-tr');
    if (watermark) watermark.textContent = 'arXiv:2407.08410v3 [cs.AI] 02 Mar 2025';
    expect(readFacts(HTML, document)).toMatchObject({ version: 3, published: undefined });
  });

  it('come from the base address on pages that were converted earlier', () => {
    const document = fixture('arxiv-html');
    document.querySelector('#infobox')?.remove();
    expect(readFacts(HTML, document)).toMatchObject({ paperId: '2407.08410', version: 1 });
  });

  it('on ar5iv come from its own address', () => {
    const page = pageOf('https://ar5iv.labs.arxiv.org/html/math/0003013');
    const facts = readFacts(page, fixture('ar5iv'));
    expect(facts).toMatchObject({
      paperId: 'math/0003013',
      version: undefined,
      title: 'A test of conversions',
    });
    expect(isConfirmed(page, facts)).toBe(true);
  });

  it('are missing on a page that an author wrote by hand, whose address decides', () => {
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

  it('come from the markup if hydration removed the data', () => {
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
  ])('are missing if the data are %s', (props) => {
    expect(withData(props)).toBeUndefined();
  });

  it('contain text only, whatever types the data have', () => {
    expect(
      withData(
        '{"paper":{"id":"2407.08410","title":["x"],"summary":{"toString":"x"},"authors":{"length":2},"publishedAt":"soon","githubRepo":9,"projectPage":" "}}',
      ),
    ).toEqual({ paperId: '2407.08410', authors: [], links: [] });
    expect({}).not.toHaveProperty('id');
  });
});

describe('hostile pages', () => {
  it('yield their markup as text, and at most the length of an abstract', () => {
    const document = fixture('arxiv-abs');
    const set = (name: string, content: string) =>
      document.querySelector(`meta[name=citation_${name}]`)?.setAttribute('content', content);
    set('title', '<img src=x onerror=alert(1)>');
    set('abstract', 'a'.repeat(1_000_000));
    set('date', '2024/07/11<script>');
    const facts = readFacts(ABS, document);
    expect(facts?.title).toBe('<img src=x onerror=alert(1)>');
    expect(facts?.abstract).toHaveLength(20_000);
    // Its date tag is invalid; the line below the title has a date.
    expect(facts?.published).toBe('2024-07-11');
  });

  it('may be nested to any depth', () => {
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

  it('yield nothing for our pages if the address is none of theirs', () => {
    const page = pageOf('https://evil.example/abs/2407.08410');
    const facts = readFacts(page, fixture('arxiv-abs'));
    expect(facts).toBeUndefined();
    expect(isConfirmed(page, facts)).toBe(false);
    expect(findAbstractElement(page, fixture('arxiv-abs'))).toBeUndefined();
  });
});

describe('a PDF', () => {
  it('cannot be read: the address decides', () => {
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
  ])('is found on the page %o', (page, name, words) => {
    expect(findAbstractElement(page, fixture(name))?.textContent).toContain(words);
  });
});
