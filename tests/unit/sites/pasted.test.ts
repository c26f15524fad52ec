import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from '@/lib/sites/pages';
import { findPastedPage, findPastedPaper } from '@/lib/sites/pasted';

describe('pasted text', () => {
  it.each([
    ['https://arxiv.org/abs/2407.08410v2', '2407.08410'],
    ['arxiv.org/pdf/2407.08410', '2407.08410'],
    ['huggingface.co/papers/2407.08410', '2407.08410'],
    ['  2407.08410 ', '2407.08410'],
    ['arXiv:math/0309136', 'math/0309136'],
    ['arxiv: 2407.08410v1', '2407.08410'],
    ['arXiv:2407.08410v2 [cs.CV] 11 Jul 2024', '2407.08410'],
    ['(2407.08410).', '2407.08410'],
    ['see https://arxiv.org/abs/2407.08410, thanks', '2407.08410'],
    ['<https://arxiv.org/pdf/2407.08410v1.pdf>', '2407.08410'],
    ['[paper](arxiv.org/abs/math/0309136)', 'math/0309136'],
    ['doi:10.48550/arXiv.2407.08410', '2407.08410'],
    ['https://doi.org/10.48550/arXiv.2407.08410.', '2407.08410'],
    ['arXiv:math/0309136v1', 'math/0309136'],
    // Found as saved addresses: https://github.com/arXiv/arxiv-browse answers them like those with one slash.
    ['https://arxiv.org//pdf/2407.08410', '2407.08410'],
    // Sites that we know by their addresses only.
    ['https://hf.co/papers/1706.03762', '1706.03762'],
    ['www.alphaxiv.org/overview/2407.08410v1?ref=share', '2407.08410'],
    ['https://dx.doi.org/10.48550/ARXIV.2407.08410', '2407.08410'],
    ['scirate.com/arxiv/hep-th/9901001', 'hep-th/9901001'],
    // Copies: https://github.com/dessant/web-archives/issues/77, https://github.com/FilipePS/Traduzir-paginas-web/issues/147
    ['https://web.archive.org/web/2024/https://arxiv.org/abs/2407.08410', '2407.08410'],
    ['web.archive.org/web/20240711000000*/arxiv.org/abs/2407.08410', '2407.08410'],
    ['https://arxiv-org.translate.goog/abs/2407.08410?_x_tr_sl=en', '2407.08410'],
    [
      'https://translate.google.com/translate?sl=en&u=https%3A%2F%2Farxiv.org%2Fabs%2F2407.08410',
      '2407.08410',
    ],
    ['https://www.semanticscholar.org/arxiv/1706.03762', '1706.03762'],
    ['https://api.semanticscholar.org/arXiv:1706.03762', '1706.03762'],
    ['https://api.semanticscholar.org/graph/v1/paper/arXiv:math/0309136?fields=title', 'math/0309136'],
    // Bibliographic records and quotations.
    ['oai:arXiv.org:2407.08410', '2407.08410'],
    ['oai:arXiv.org:hep-th/9901001', 'hep-th/9901001'],
    ['@misc{x, eprint={2407.08410}, archivePrefix={arXiv}}', '2407.08410'],
    ['eprint = "hep-th/9901001",', 'hep-th/9901001'],
    ['compare 2407.08410 on clinical models', '2407.08410'],
    ['Doe (2024), arXiv 2407.08410v2.', '2407.08410'],
  ])('names a paper if it is %s', (pasted, id) => {
    expect(findPastedPaper(pasted)).toBe(id);
  });

  it.each([
    '',
    'lamps',
    'https://example.org/abs/2407.08410',
    'notarxiv.org.example/abs/2407.08410',
    'https://user:secret@arxiv.org/abs/2407.08410',
    'https://arxiv.org@evil.example/abs/2407.08410',
    '2407',
    '2407.0841',
    'arXiv:2407.0841',
    'has:code 2407.08410',
    'a gain of 2413.0841 points',
    'https://semanticscholar.org.example/arxiv/1706.03762',
    'https://xiv-org.translate.goog/abs/2407.08410',
  ])('names no paper if it is "%s"', (pasted) => {
    expect(findPastedPaper(pasted)).toBeUndefined();
  });

  it.each([
    ['https://web.archive.org/web/2024/https://arxiv.org/pdf/2407.08410v2', 'pdf', 2],
    ['https://arxiv-org.translate.goog/abs/2407.08410', 'abs', undefined],
    ['https://huggingface-co.translate.goog/papers/2407.08410', 'hf-paper', undefined],
    ['https://www.alphaxiv.org/abs/2407.08410v1', 'other', 1],
    ['oai:arXiv.org:2407.08410v3', 'other', 3],
  ])('%s is read as the page that it is a copy of', (pasted, kind, version) => {
    expect(findPastedPage(pasted)).toEqual({ kind, paperId: '2407.08410', version });
  });

  it.each([
    'https://web.archive.org/web/2024/https://arxiv.org/abs/2407.08410',
    'https://arxiv-org.translate.goog/abs/2407.08410',
    'https://www.semanticscholar.org/arxiv/1706.03762',
    'oai:arXiv.org:2407.08410',
  ])('%s is no page beside which anything is shown', (address) => {
    expect(pageOf(address)).toEqual({ kind: 'none' });
  });

  it('yields an id wherever it is among other words', () => {
    const words = fc.array(fc.constantFrom('a', 'study', 'of', '12', 'CT,', '(new)', '0.91'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(findPastedPaper([...before, '2407.08410', ...after].join(' '))).toBe('2407.08410');
      }),
    );
  });

  it.each([' ', '.', '(', 'https://', 'a.', 'a.b/', 'arxiv.org/', 'eprint=', '-', '%2F'])(
    'is searched to its end, whatever it repeats: "%s"',
    (run) => {
      // If any rule were quadratic, this would exceed any time limit of the tests.
      expect(findPastedPaper(`lamps${run.repeat(100_000)}lamps`)).toBeUndefined();
    },
  );
});
