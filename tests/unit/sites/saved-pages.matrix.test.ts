// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PageFacts } from '@/lib/domain/page';
import { findAbstractElement, isConfirmed, pageOf, readFacts } from '@/lib/sites';
import { rowsOf } from '@/tests/e2e/support/matrix';

const SHARED = 'shared/pages/';

const shared = (path: string) => new URL(`../${SHARED}${path}`, `file://${process.cwd()}/`);

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/** Id, version, first words of the title, number of authors, categories and links of every saved page. */
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

  it.each(rowsOf(SAVED, 6))('are read correctly: %s', (file, wanted) => {
    const page = pageOf(addresses[file]?.url.split(' ')[0] ?? '');
    const document = parse(readFileSync(shared(file), 'utf8'));
    const facts = readFacts(page, document);
    expect({ facts }).toMatchObject({ facts: wanted });
    expect(isConfirmed(page, facts)).toBe(file !== 'A-abs/abs-404.html');
    expect(JSON.stringify(facts ?? null)).not.toContain('IgnoreMe');
    expect(Boolean(facts?.abstract)).toBe(Boolean(findAbstractElement(page, document)));
  });

  it('are all in the table above', () => {
    const pages = Object.keys(addresses).filter(
      (file) => /^[ADEF]-.*html$/.test(file) && addresses[file]?.url,
    );
    expect(pages.toSorted()).toEqual(SAVED.map(([file]) => file).toSorted());
  });
});
