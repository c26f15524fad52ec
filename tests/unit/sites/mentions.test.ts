import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cslItem, formatBibtex, formatMarkdown, formatRis, type Citable } from '@/lib/domain/cite';
import { findMentions, LONGEST_IMPORT } from '@/lib/sites/mentions';
import { findPastedPaper } from '@/lib/sites/pasted';
import { paperId } from '../../fixtures/ui-papers';

const idsIn = (text: string): readonly string[] => findMentions(text).papers.map(({ paperId: id }) => id);

describe('papers named in a text', () => {
  it.each([
    ['2407.08410\n2306.11925v2\n2407.08410v3', ['2407.08410', '2306.11925']],
    [
      'arXiv: 2407.08410, arXiv:math/0309136v1; hep-th/9901001.',
      ['2407.08410', 'math/0309136', 'hep-th/9901001'],
    ],
    [
      'See https://arxiv.org/abs/2407.08410v2, huggingface.co/papers/2306.11925 and (https://doi.org/10.48550/arXiv.1706.03762).',
      ['2407.08410', '2306.11925', '1706.03762'],
    ],
    [
      '@misc{a, eprint = {2407.08410}, archivePrefix={arXiv}}\n@article{b, journal="arXiv preprint arXiv:1706.03762", pages={1234--1240}}\n@misc{c, arxivId = {hep-th/9901001}}',
      ['2407.08410', '1706.03762', 'hep-th/9901001'],
    ],
    ['<DT><A HREF="https://arxiv.org/pdf/2407.08410v1.pdf" ADD_DATE="1720700000">A lamp</A>', ['2407.08410']],
    [
      '[{"id":"x","URL":"https://arxiv.org/abs/2407.08410","DOI":"10.48550/arXiv.2306.11925"}]',
      ['2407.08410', '2306.11925'],
    ],
    ['https://web.archive.org/web/2024/https://arxiv.org/abs/2407.08410', ['2407.08410']],
    [
      'https://translate.google.com/translate?sl=en&u=https%3A%2F%2Farxiv.org%2Fabs%2F2407.08410',
      ['2407.08410'],
    ],
    // Numbers that are not ids, and addresses that only look like arXiv's.
    ['pages 1155-1164, 0.8410, 10.1103/PhysRevD.82.12345, 2407.0841, 1313.12345', []],
    ['https://example.org/abs/2407.08410x https://arxiv.org@evil.example/abs/2407.08411', []],
    ['', []],
  ])('are found in %s', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  it('have the version of their first mention', () => {
    expect(findMentions('2407.08410v2 1706.03762').papers).toEqual([
      { paperId: '2407.08410', version: 2 },
      { paperId: '1706.03762' },
    ]);
  });

  it('are the same as when each word is pasted alone', () => {
    const word = fc.constantFrom(
      '2407.08410',
      'arXiv:1706.03762',
      'https://arxiv.org/abs/2306.11925v1',
      'hf.co/papers/1706.03762',
      'oai:arXiv.org:hep-th/9901001',
      '10.48550/arXiv.2407.08410',
      'lamps',
      '3.14159',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (parts) => {
        const alone = new Set(parts.map(findPastedPaper).filter((id) => id !== undefined));
        expect(idsIn(parts.join('\n'))).toEqual([...alone]);
      }),
      { numRuns: 100 },
    );
  });

  it('are found again in every form in which they are copied', () => {
    const cited: readonly Citable[] = ['2407.00042', 'math/0309136', '0704.0001'].map((id) => ({
      id: paperId(id),
      title: `Lamp ${id.length}`,
      authors: { names: ['Ada Quill'] },
      published: '2024-07-11',
    }));
    const forms = [
      formatBibtex,
      formatRis,
      formatMarkdown,
      (paper: Citable) => JSON.stringify(cslItem(paper)),
    ];
    for (const form of forms) {
      expect(idsIn(cited.map((paper) => form(paper)).join('\n'))).toEqual(cited.map(({ id }) => id));
    }
  });

  it('are searched for in the first part of a text that is too long', () => {
    const long = `2407.08410 ${' '.repeat(LONGEST_IMPORT)} 1706.03762`;
    expect(findMentions(long)).toEqual({ papers: [{ paperId: '2407.08410' }], isCut: true });
  });

  it('are found in time proportional to the length of the text', () => {
    // A word of a million characters, and equally many address prefixes.
    for (const part of ['a.', 'arxiv.org/', '1234', 'https://', '%3A']) {
      expect(idsIn(part.repeat(200_000))).toEqual([]);
    }
  });
});
