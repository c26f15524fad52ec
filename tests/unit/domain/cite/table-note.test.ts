/** Tables and notes that "My papers" exports, read as other programs read them. */
import { csvParse, tsvParse } from 'd3-dsv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { ExportedPaper } from '@/lib/domain/cite/exported';
import { formatNote } from '@/lib/domain/cite/note';
import { formatTable, TABLE_HEAD } from '@/lib/domain/cite/table';
import { LAMP } from '../../../fixtures/ui-papers';

const exported = (part: Partial<ExportedPaper>): ExportedPaper => ({
  ...LAMP,
  tags: LAMP.tags.map(({ label }) => label),
  status: 'to-read',
  ownTags: ['my thesis'],
  savedAt: '2026-01-31T09:30:00.000Z',
  note: 'Ask Ada.',
  ...part,
});

describe('the exported table', () => {
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
  ])('contains nothing that a spreadsheet would run: %s', (note, written) => {
    for (const [form, read] of [
      ['csv', csvParse],
      ['tsv', tsvParse],
    ] as const) {
      expect(read(formatTable([exported({ note })], form))[0]?.['note']).toBe(written);
    }
  });

  it('can be read back cell by cell, whatever the cells contain', () => {
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

/** Its facts as a YAML parser reads them, and the text after them. */
function partsOf(note: string): { readonly facts: unknown; readonly body: string } {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(note) ?? [];
  return { facts: parseYaml(yaml), body };
}

describe('the exported note', () => {
  it('starts with the facts, followed by results, links and the user’s own words', () => {
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

  it('has its title on one line', () => {
    expect(partsOf(formatNote(exported({ title: 'A lamp\n\n## and \u202Emore' }))).body).toContain(
      '\n# A lamp ## and more\n',
    );
  });

  it('keeps the facts unchanged, whatever they contain', () => {
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
