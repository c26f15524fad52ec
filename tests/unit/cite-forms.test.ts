/** Papers in the forms that other programs read, as those programs find them. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { csvParse, tsvParse } from 'd3-dsv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { cslItem, formatCsl, formatRis, type Citable } from '@/lib/domain/cite';
import type { ExportedPaper } from '@/lib/domain/cite/exported';
import { CITATION_FORMS, formatCitations } from '@/lib/domain/cite/many';
import { formatNote } from '@/lib/domain/cite/note';
import { formatTable, TABLE_HEAD } from '@/lib/domain/cite/table';
import { citable as paper } from '../fixtures/citable';
import { LAMP, paperId } from '../fixtures/ui-papers';

const exported = (part: Partial<ExportedPaper>): ExportedPaper => ({
  ...LAMP,
  tags: LAMP.tags.map(({ label }) => label),
  status: 'to-read',
  ownTags: ['my thesis'],
  savedAt: '2026-01-31T09:30:00.000Z',
  note: 'Ask Ada.',
  ...part,
});

/** A text as Citation.js reads it, whichever of its formats it is in. */
function itemsOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  const items: unknown = plugins.input.chain(text, { generateGraph: false });
  return z.array(z.looseObject({})).parse(items);
}

const numberOrText = z.union([z.string(), z.number()]);
/** Fields that are written, as strict as the schema of CSL-JSON (its address stands in lib/domain/cite/csl.ts). */
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
    'a paper of a meeting, by a group',
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
    'a paper of which little is known',
    paper({ authors: { count: 4 }, published: undefined, venue: 'in press', id: paperId('math/0309136') }),
    { archive_location: 'math/0309136', note: 'in press', URL: 'https://arxiv.org/abs/math/0309136' },
    { note: 'in press', URL: 'https://arxiv.org/abs/math/0309136' },
  ],
];

describe('CSL-JSON and RIS', () => {
  it.each(PAPERS)('hold %s', (_, cited, csl, ris) => {
    const [item] = CSL.parse(JSON.parse(formatCsl(cited)));
    expect(item).toEqual(cslItem(cited));
    expect(item).toMatchObject(csl);
    const [record] = itemsOf(formatRis(cited));
    expect(record).toMatchObject({ title: item?.title, URL: item?.URL, ...ris });
  });

  it('cite the version that they are asked for', () => {
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

  it('lose nothing of what they are given, whatever it is', () => {
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
        // A line each: no value can begin another field or end the record.
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

  it.each(CITATION_FORMS.filter((form) => form !== 'markdown'))('have a key each in %s', (form) => {
    const items = itemsOf(formatCitations(twice, form));
    expect(items.map(({ id }) => id)).toEqual(['quill2024lamp', 'quill2024lampa']);
    expect(items.map(({ URL }) => URL)).toEqual([
      'https://arxiv.org/abs/2407.00042',
      'https://arxiv.org/abs/2407.00043v2',
    ]);
  });

  it('have a line each in Markdown', () => {
    expect(formatCitations(twice, 'markdown')).toBe(
      '- [A lamp](https://arxiv.org/abs/2407.00042) (Quill, 2024)\n' +
        '- [A lamp](https://arxiv.org/abs/2407.00043v2) (Quill, 2024)\n',
    );
  });

  it('never share a key, also where a title ends as a key that was told apart', () => {
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

describe('a table', () => {
  it('has the facts of each paper in its row', () => {
    const [row] = csvParse(formatTable([exported({})], 'csv'));
    expect(row).toMatchObject({
      id: '2407.00042',
      title: LAMP.title,
      published: '2024-07-11',
      code: 'https://github.com/lamp-lab/lamp-vlm',
      status: 'to-read',
      'own tags': 'my thesis',
      note: 'Ask Ada.',
    });
    expect(row?.results).toContain('F1 0.63 vs 0.11 (disease staging)');
  });

  it.each([
    ['=HYPERLINK("https://evil.example")', `'=HYPERLINK("https://evil.example")`],
    ['+1 for this', "'+1 for this"],
    ['-cmd|calc', "'-cmd|calc"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' \t=1+1', "' \t=1+1"],
    ['＝1+1', "'＝1+1"],
    ['-1.3%', '-1.3%'],
    ['+4.1', '+4.1'],
    ['Turned \u202Etxet', 'Turned txet'],
  ])('gives a spreadsheet nothing to run: %s', (note, written) => {
    for (const [form, read] of [
      ['csv', csvParse],
      ['tsv', tsvParse],
    ] as const) {
      expect(read(formatTable([exported({ note })], form))[0]?.['note']).toBe(written);
    }
  });

  it('is read back cell by cell, whatever the cells hold', () => {
    const text = fc
      .array(fc.constantFrom('"', ',', '\t', '\n', 'a', 'é', ' ', ';', "'", '='), { maxLength: 8 })
      .map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('csv', 'tsv'),
        (notes, form) => {
          const read = form === 'csv' ? csvParse : tsvParse;
          const rows = read(
            formatTable(
              notes.map((note) => exported({ note })),
              form,
            ),
          );
          expect(rows.columns).toEqual(TABLE_HEAD);
          expect(rows.map(({ note }) => note)).toEqual(notes);
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** Its facts as a reader of YAML finds them, and what follows them. */
function partsOf(note: string): { readonly facts: unknown; readonly body: string } {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(note) ?? [];
  return { facts: parseYaml(yaml), body };
}

describe('a note', () => {
  it('has the facts in front, and the results, links and own words after', () => {
    const { facts, body } = partsOf(
      formatNote(exported({ tags: ['Report generation', 'Vision–language model'] })),
    );
    expect(facts).toMatchObject({
      title: LAMP.title,
      published: '2024-07-11',
      arxiv: '2407.00042',
      citekey: 'quill2024lamps',
      status: 'to-read',
      saved: '2026-01-31',
      tags: ['my-thesis', 'report-generation', 'vision-language-model'],
    });
    expect(body).toContain('# Lamps for the retina');
    expect(body).toContain('- F1 0.63 vs 0.11 (disease staging)\n');
    expect(body).toContain('- code: <https://github.com/lamp-lab/lamp-vlm>\n');
    expect(body.endsWith('\n## Note\n\nAsk Ada.\n')).toBe(true);
  });

  it('keeps its facts as they are, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const venue = `x${text}`;
        const { facts } = partsOf(formatNote(exported({ venue, authors: { names: ['Ada Quill'] } })));
        expect(facts).toMatchObject({ venue, authors: ['Ada Quill'] });
      }),
      { numRuns: 100 },
    );
  });
});
