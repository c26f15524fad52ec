/** Citations in the formats of other programs, read as those programs read them. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cslItem, formatCsl, formatRis, type Citable } from '@/lib/domain/cite';
import { CITATION_FORMS, formatCitations } from '@/lib/domain/cite/many';
import { citable as paper } from '../../../fixtures/citable';
import { paperId } from '../../../fixtures/ui-papers';

/** A text as Citation.js reads it, in whichever of its formats. */
function itemsOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  const items: unknown = plugins.input.chain(text, { generateGraph: false });
  return z.array(z.looseObject({})).parse(items);
}

const numberOrText = z.union([z.string(), z.number()]);

/** The fields that we write, as strict as the schema of CSL-JSON (its address is in lib/domain/cite/csl.ts). */
const CSL = z.array(
  z.strictObject({
    id: numberOrText,
    type: z.enum(['article-journal', 'paper-conference', 'article']),
    title: z.string().optional(),
    author: z
      .array(
        z.strictObject({
          family: z.string().optional(),
          given: z.string().optional(),
          suffix: z.string().optional(),
          literal: z.string().optional(),
        }),
      )
      .optional(),
    issued: z
      .strictObject({ 'date-parts': z.array(z.array(numberOrText).min(1).max(3)).min(1).max(2) })
      .optional(),
    'container-title': z.string().optional(),
    volume: numberOrText.optional(),
    issue: numberOrText.optional(),
    page: numberOrText.optional(),
    publisher: z.string().optional(),
    archive: z.string().optional(),
    archive_location: z.string().optional(),
    DOI: z.string().optional(),
    URL: z.string().optional(),
    keyword: z.string().optional(),
    note: z.string().optional(),
  }),
);

const PAPERS: readonly (readonly [what: string, paper: Citable, csl: object, ris: object])[] = [
  [
    'a preprint',
    paper({ authors: { names: ['Ada Quill', 'Martin Luther King Jr.'] }, categories: ['cs.CV', 'cs.AI'] }),
    {
      id: 'quill2024lamp',
      type: 'article',
      author: [
        { family: 'Quill', given: 'Ada' },
        { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      ],
      issued: { 'date-parts': [[2024, 7, 11]] },
      publisher: 'arXiv',
      archive_location: '2407.00042',
      keyword: 'cs.CV, cs.AI',
    },
    {
      type: 'manuscript',
      author: [
        { family: 'Quill', given: 'Ada' },
        { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      ],
      issued: { 'date-parts': [[2024, 7, 11]] },
      keyword: 'cs.CV,cs.AI',
    },
  ],
  [
    'an article',
    paper({ venue: 'Nature 522(3), 68-72 (04 June 2015)', doi: '10.1038/lamp1' }),
    {
      type: 'article-journal',
      'container-title': 'Nature',
      volume: '522',
      issue: '3',
      page: '68-72',
      issued: { 'date-parts': [[2015]] },
      DOI: '10.1038/lamp1',
    },
    {
      type: 'article-journal',
      'container-title': 'Nature',
      volume: '522',
      issue: '3',
      DOI: '10.1038/lamp1',
      issued: { 'date-parts': [[2015]] },
    },
  ],
  [
    'a paper at a meeting, by a group',
    paper({ venue: 'CVPR 2025 (pp. 14788-14798)', authors: { names: ['LHCb Collaboration'] } }),
    {
      type: 'paper-conference',
      'container-title': 'CVPR 2025',
      page: '14788-14798',
      author: [{ literal: 'LHCb Collaboration' }],
    },
    { type: 'paper-conference', 'container-title': 'CVPR 2025', author: [{ literal: 'LHCb Collaboration' }] },
  ],
  [
    'a title with mathematics, by somebody with one name',
    paper({ title: String.raw`On $\alpha$-lamps \& G\"odel`, authors: { names: ['Plato'] } }),
    { title: 'On α-lamps & Gödel', author: [{ family: 'Plato' }] },
    { title: 'On α-lamps & Gödel', author: [{ family: 'Plato' }] },
  ],
  [
    'a paper with few known facts',
    paper({ authors: { count: 4 }, published: undefined, venue: 'in press', id: paperId('math/0309136') }),
    { archive_location: 'math/0309136', note: 'in press', URL: 'https://arxiv.org/abs/math/0309136' },
    { note: 'in press', URL: 'https://arxiv.org/abs/math/0309136' },
  ],
];

describe('CSL-JSON and RIS', () => {
  it.each(PAPERS)('contain %s', (_, cited, csl, ris) => {
    const [item] = CSL.parse(JSON.parse(formatCsl(cited)));
    expect(item).toEqual(cslItem(cited));
    expect(item).toMatchObject(csl);
    const [record] = itemsOf(formatRis(cited));
    expect(record).toMatchObject({ title: item?.title, URL: item?.URL, ...ris });
  });

  it('cite the requested version', () => {
    expect(cslItem(paper({}), 3)).toMatchObject({
      archive_location: '2407.00042v3',
      URL: 'https://arxiv.org/abs/2407.00042v3',
    });
    expect(formatRis(paper({}), 3)).toContain('AN  - arXiv:2407.00042v3\r\n');
  });

  const words = fc
    .array(
      fc.constantFrom('Ada', 'Ñandú', 'van', '李', 'O’Neil', '-', '&', '$x$', '{', ',', 'ER  - ', '\n', '"'),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(' '));

  it('preserve all values, whatever they are', () => {
    const facts = fc.record({
      title: words.map((text) => `Lamp ${text}`),
      names: fc.array(words, { maxLength: 4 }),
      venue: fc.option(words, { nil: undefined }),
      published: fc.constantFrom(undefined, '2024', '2024-07', '2024-07-11', 'soon'),
    });
    fc.assert(
      fc.property(facts, ({ names, ...rest }) => {
        const cited = paper({ ...rest, authors: { names } });
        const [item] = CSL.parse(JSON.parse(formatCsl(cited)));
        const ris = formatRis(cited);
        // One line per field: no value can start another field or end the record.
        expect(ris).toMatch(/^(?:[A-Z][A-Z0-9] {2}- [^\r\n]*\r\n)+$/);
        expect(ris.match(/^ER {2}- /gm)).toHaveLength(1);
        const [record, ...others] = itemsOf(ris);
        expect(others).toEqual([]);
        expect(record).toMatchObject({ id: item?.id, URL: item?.URL });
        expect(ris.match(/^AU {2}- /gm) ?? []).toHaveLength(item?.author?.length ?? 0);
      }),
      { numRuns: 200 },
    );
  });
});

describe('several papers', () => {
  const twice = [{ paper: paper({}) }, { paper: paper({ id: paperId('2407.00043') }), version: 2 }];

  it.each(CITATION_FORMS.filter((form) => form !== 'markdown'))('have one key each in %s', (form) => {
    const items = itemsOf(formatCitations(twice, form));
    expect(items.map(({ id }) => id)).toEqual(['quill2024lamp', 'quill2024lampa']);
    expect(items.map(({ URL }) => URL)).toEqual([
      'https://arxiv.org/abs/2407.00042',
      'https://arxiv.org/abs/2407.00043v2',
    ]);
  });

  it('have one line each in Markdown', () => {
    expect(formatCitations(twice, 'markdown')).toBe(
      '- [A lamp](https://arxiv.org/abs/2407.00042) (Quill, 2024)\n' +
        '- [A lamp](https://arxiv.org/abs/2407.00043v2) (Quill, 2024)\n',
    );
  });

  it.each([
    ['a line break', 'A lamp\r\n# and a heading', 'A lamp # and a heading'],
    ['a turned direction', 'A \u202Epmal\u202C', 'A pmal'],
    ['a control code', 'A\u0007 lamp', 'A lamp'],
    ['a link of its own', 'A [lamp](https://evil.example)', String.raw`A \[lamp\](https://evil.example)`],
  ])('have one line each in Markdown if a title has %s', (_, title, written) => {
    expect(formatCitations([{ paper: paper({ title }) }], 'markdown')).toBe(
      `- [${written}](https://arxiv.org/abs/2407.00042) (Quill, 2024)\n`,
    );
  });

  it('never share a key, even if one title ends like the suffix that separates two keys', () => {
    const titles = ['A lamp', 'A lampa', 'A lamp', ...Array.from({ length: 60 }, () => 'A lamp')];
    const items = itemsOf(
      formatCitations(
        titles.map((title) => ({ paper: paper({ title }) })),
        'csl',
      ),
    );
    expect(new Set(items.map(({ id }) => id)).size).toBe(titles.length);
  });
});
