import { describe, expect, it } from 'vitest';
import type { PageFacts } from '@/lib/domain/page';
import { jumpsFrom, pagesOfPaper } from '@/lib/sites/paper-pages';
import { isPaperPage, pageOf, type PaperPage } from '@/lib/sites/pages';

function paperPage(address: string): PaperPage {
  const page = pageOf(address);
  if (!isPaperPage(page)) throw new Error(`${address} shows no paper`);
  return page;
}

const kinds = (address: string, facts?: PageFacts): readonly string[] =>
  pagesOfPaper(paperPage(address), facts).map(({ kind }) => kind);

describe('the pages of a paper', () => {
  it.each([
    // What the page states about its own site decides, for old papers and new.
    ['https://arxiv.org/abs/2407.08410', { pages: ['abs', 'pdf'] }, ['abs', 'pdf', 'hf-paper']],
    ['https://arxiv.org/abs/1706.03762', { pages: ['abs', 'html'] }, ['abs', 'html', 'hf-paper']],
    // Nothing is stated: HTML is offered for papers since arXiv began to make it.
    ['https://arxiv.org/pdf/2407.08410', undefined, ['abs', 'pdf', 'html', 'hf-paper']],
    ['https://arxiv.org/pdf/2311.99999', undefined, ['abs', 'pdf', 'hf-paper']],
    ['https://huggingface.co/papers/2312.00001', {}, ['abs', 'pdf', 'html', 'hf-paper']],
    // Hugging Face does not accept ids of the old scheme.
    ['https://arxiv.org/abs/hep-th/9901001', {}, ['abs', 'pdf']],
    // The page that the user is on.
    ['https://arxiv.org/html/1706.03762v7', undefined, ['abs', 'pdf', 'html', 'hf-paper']],
    // A withdrawn paper has no page elsewhere.
    ['https://arxiv.org/abs/2407.08410', { pages: ['abs'], withdrawn: true }, ['abs']],
  ])('from %s, which states %o, are %o', (address, facts, wanted) => {
    expect(kinds(address, facts)).toEqual(wanted);
  });

  it('have the version if their site has versions, and mark the current page', () => {
    const pages = pagesOfPaper(paperPage('https://arxiv.org/abs/2407.08410v2'), undefined);
    expect(pages.map(({ address, isCurrent }) => [address, isCurrent])).toEqual([
      ['https://arxiv.org/abs/2407.08410v2', true],
      ['https://arxiv.org/pdf/2407.08410v2', false],
      ['https://arxiv.org/html/2407.08410v2', false],
      ['https://huggingface.co/papers/2407.08410', false],
    ]);
  });
});

describe('links to other sites', () => {
  const page = paperPage('https://arxiv.org/abs/2407.08410v2');

  it('point to pages of the same paper', () => {
    const papers = jumpsFrom(page, {}).map(({ address }) => pageOf(address).paperId);
    expect(papers.length).toBeGreaterThan(1);
    expect(new Set(papers)).toEqual(new Set(['2407.08410']));
  });

  it('are absent if the paper was withdrawn', () => {
    expect(jumpsFrom(page, { withdrawn: true })).toEqual([]);
  });
});
