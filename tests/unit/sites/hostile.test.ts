// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAbstractElement, isConfirmed, pageOf, readFacts } from '@/lib/sites';
import { findEntries } from '@/lib/sites/listings';

const PAGES = [
  'https://arxiv.org/abs/2407.08410',
  'https://arxiv.org/html/2407.08410',
  'https://arxiv.org/pdf/2407.08410',
  'https://huggingface.co/papers/2407.08410',
  'https://ar5iv.org/html/2407.08410',
  'https://arxiv.org/list/cs/new',
  'https://arxiv.org/search/?query=x',
  'https://huggingface.co/papers',
  'https://evil.example/',
].map((address) => pageOf(address));

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/** Every text that the adapters return for a document, for any page kind. */
function textsOf(document: Document): unknown[] {
  return PAGES.flatMap((page) => {
    const facts = readFacts(page, document);
    isConfirmed(page, facts);
    findAbstractElement(page, document);
    return [facts, ...findEntries(page, document).map(({ entry }) => entry)];
  });
}

/** The values in data: adapters may return strings, numbers, booleans and nothing else. */
function leafTypes(value: unknown): string[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leafTypes)
    : [typeof value];
}

const pieces = [
  '<meta name=citation_arxiv_id content="2407.08410">',
  '<meta name=citation_title content="x">',
  '<meta name=citation_author>',
  '<meta property="og:url" content="https://arxiv.org/abs/1v9">',
  '<base href="//">',
  '<div id=abs>',
  '<blockquote class=abstract>',
  '<td class="comments">',
  '<div id=watermark-tr>arXiv:',
  '<h1 class=ltx_title_document>',
  '<div class=ltx_authors><span class=ltx_personname>',
  '<math alttext>',
  '<script type="math/tex">',
  '<br>',
  '<main><h1>',
  '<h2>Abstract</h2><p>',
  '<a href="https://arxiv.org/abs/x">',
  '<a href="javascript:alert(1)">',
  '<a>this https URL</a>',
  '<dl><h3>New submissions</h3><dt>',
  '<a title=Abstract href="/abs/2407.08410">',
  '<a title=Abstract href="//evil.example/abs/2407.08410">',
  '<dd><div class=list-title>',
  '<li class=arxiv-result><p class=list-title><a href="/abs/2407.08410v3">arXiv:x</a>',
  '<article><h3><a href="/papers/2407.08410">',
  '<article><h3><a href="https://evil.example/papers/2407.08410">',
  '</a></div></dt></dl>',
  'text & <',
  '</p>',
];

describe('any document', () => {
  it('yields text or nothing, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 20 }),
        (parts) => {
          const types = textsOf(parse(parts.join(''))).flatMap(leafTypes);
          expect(
            types.filter((type) => !['string', 'number', 'boolean', 'undefined'].includes(type)),
          ).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('with any JSON as its data yields text or nothing', () => {
    const paper = fc.record(
      {
        id: fc.oneof(fc.constant('2407.08410'), fc.jsonValue()),
        title: fc.jsonValue(),
        summary: fc.jsonValue(),
        authors: fc.oneof(
          fc.array(fc.record({ name: fc.jsonValue(), hidden: fc.jsonValue() })),
          fc.jsonValue(),
        ),
        publishedAt: fc.jsonValue(),
        githubRepo: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const data = fc.oneof(
      fc.json(),
      fc.record({ paper, dailyPapers: fc.array(fc.record({ paper })) }).map((value) => JSON.stringify(value)),
    );
    const document = parse(
      '<main><div data-target=PaperContent></div><div data-target=DailyPapers></div></main><article><h3><a href="/papers/2407.08410">x</a></h3></article>',
    );
    fc.assert(
      fc.property(data, (props) => {
        for (const island of document.querySelectorAll('[data-target]')) {
          const fresh = document.createElement('div');
          fresh.dataset['target'] = island.getAttribute('data-target') ?? '';
          fresh.dataset['props'] = props;
          island.replaceWith(fresh);
        }
        const types = textsOf(document).flatMap(leafTypes);
        expect(types.filter((type) => !['string', 'number', 'boolean', 'undefined'].includes(type))).toEqual(
          [],
        );
      }),
      { numRuns: 200 },
    );
  });

  it('yields an entry only for links to the site itself', () => {
    const document = parse(
      '<dl><dt><a title=Abstract href="//evil.example/abs/2407.08410">arXiv:2407.08410</a></dt><dd></dd></dl>' +
        '<li class=arxiv-result><p class=list-title><a href="https://evil.example/abs/2407.08410">arXiv:2407.08410</a></p></li>' +
        '<article><h3><a href="https://evil.example/papers/2407.08410">x</a></h3></article>',
    );
    expect(PAGES.flatMap((page) => findEntries(page, document))).toEqual([]);
  });
});
