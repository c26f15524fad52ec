import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { compileCatalogue } from '@/data/build/compile';
import { computeRelated } from '@/data/build/related-papers';
import { parseCatalogue } from '@/lib/domain/catalogue';
import type { PaperRecord } from '@/lib/domain/paper';
import { sampleRecord, sampleRecords, TAGS } from './sample';

const records = sampleRecords(9);
const input = {
  records,
  tags: TAGS,
  version: '2024.1',
  date: '2024-12-31',
  related: computeRelated(records, TAGS),
};
const { text, taxonomy } = compileCatalogue(input);
const open = (source: string, beside = taxonomy) => {
  const result = parseCatalogue(source, beside);
  if (!result.ok) throw new Error(result.message);
  return result.catalogue;
};

function shipped(record: PaperRecord, related: unknown): object {
  const { terms, ...rest } = record;
  expect(terms.length).toBeGreaterThan(0);
  return { ...rest, related };
}

describe('the compiled catalogue', () => {
  it('returns its input, except for the terms', () => {
    const catalogue = open(text);
    expect(catalogue.header).toEqual({
      version: '2024.1',
      date: '2024-12-31',
      count: 9,
      results: records.flatMap(({ results }) => results).length,
      withCode: 9,
    });
    expect(catalogue.taxonomy.tags).toHaveLength(TAGS.length);
    expect(new Set(catalogue.taxonomy.tags)).toEqual(new Set(TAGS));
    expect(catalogue.ids).toEqual(records.map(({ id }) => id));
    const expected = records.map((record) => shipped(record, expect.anything()));
    expect(catalogue.all()).toEqual(expected);
    for (const record of records) {
      const related = (input.related.get(record.id) ?? []).map((near) => ({
        ...near,
        // Scores are stored in hundredths.
        score: Math.round(near.score * 100) / 100,
      }));
      expect(catalogue.get(record.id)?.related).toEqual(related);
    }
    expect(catalogue.taxonomy.tag('x-ray')).toEqual(TAGS[0]);
    expect(catalogue.faults).toEqual([]);
  });

  it('preserves every optional field and every form of authors', () => {
    const full = sampleRecord({
      otherTitles: ['Stones'],
      venue: 'Stones 1 (2024)',
      doi: '10.1000/182',
      authors: { organisation: 'Stone House' },
      results: [
        { metric: null, value: '+4.1%', kind: 'change', role: 'own', anchor: '+4.1%' },
        {
          metric: 'F1',
          value: '0.6',
          kind: 'bound',
          role: 'baseline',
          system: 'X',
          data: 'Y',
          target: 'Z',
          way: 'up',
          improves: true,
          bounds: 'change',
          comparedWith: 0,
          better: 'higher',
          anchor: 'F1 of 0.6',
        },
      ],
    });
    const bare = sampleRecord({
      ...sampleRecords(2)[1],
      authors: { count: 4 },
      listing: {},
      results: [],
      links: [],
    });
    const made = open(compileCatalogue({ ...input, records: [full, bare], related: new Map() }).text);
    expect(made.all()).toEqual([shipped(full, []), shipped(bare, [])]);
  });

  it('is the same bytes for the same source', () => {
    const again = structuredClone(records);
    expect(compileCatalogue({ ...input, records: again, related: computeRelated(again, TAGS) }).text).toBe(
      text,
    );
  });

  it('parses the header first, and each paper’s line only once', () => {
    const parse = vi.spyOn(JSON, 'parse');
    const catalogue = open(text);
    expect(parse).toHaveBeenCalledTimes(1);
    const [first = ''] = catalogue.ids;
    catalogue.get(first);
    catalogue.get(first);
    catalogue.get('2407.99999');
    expect(parse).toHaveBeenCalledTimes(2);
  });

  it('parses tags without papers only on request', () => {
    const catalogue = open(text);
    const parse = vi.spyOn(JSON, 'parse');
    expect(catalogue.taxonomy.tag('x-ray')?.label).toBe('X-ray');
    expect(parse).not.toHaveBeenCalled();
    expect(catalogue.taxonomy.tag('mimic-cxr')?.label).toBe('MIMIC-CXR');
    expect(catalogue.taxonomy.tags).toBe(catalogue.taxonomy.tags);
    expect(parse).toHaveBeenCalledTimes(1);
  });

  it.each(['{', '{"format":9,"tags":[]}', '{"format":1,"tags":[["x"]]}'])(
    'works without the taxonomy %s',
    (damaged) => {
      const catalogue = open(text, damaged);
      expect(catalogue.taxonomy.tags.map(({ id }) => id)).toEqual([
        'x-ray',
        'chest',
        'report-generation',
        'method',
      ]);
      expect(catalogue.all()).toHaveLength(9);
      expect(catalogue.faults).toEqual([{ line: 0, message: 'the taxonomy cannot be read' }]);
    },
  );

  it('returns no paper and no tag for an unknown id', () => {
    const catalogue = open(text);
    expect(['', 'toString', '2407.99999', '2407.00100v1'].map((id) => catalogue.get(id))).toEqual(
      Array(4).fill(undefined),
    );
    expect(catalogue.taxonomy.tag('toString')).toBeUndefined();
    expect(catalogue.faults).toEqual([]);
  });

  it('reports a damaged line and reads the others', () => {
    const lines = text.split('\n');
    lines[3] = lines[3]?.slice(0, 40) ?? '';
    lines[5] = lines[6] ?? '';
    const catalogue = open(lines.join('\n'));
    expect(catalogue.all()).toHaveLength(7);
    expect(catalogue.get('2407.00102')).toBeUndefined();
    expect(catalogue.faults).toEqual([
      { line: 4, message: 'the line of 2407.00102 cannot be read' },
      { line: 6, message: 'the line of 2407.00104 cannot be read' },
    ]);
  });

  it.each([
    ['nothing', '', /first line is no header/],
    ['another format', text.replace('"format":1', '"format":2'), /format is 2, not 1/],
    ['no date', text.replace('"date":', '"day":'), /no version or date/],
    ['no ids', text.replace('"ids":', '"papers":'), /incomplete/],
    ['a wrong id', text.replace('2407.00100', '2413.00100'), /an id that is none/],
    ['a wrong tag', text.replace('["x-ray",0,', '["x-ray",9,'), /a tag that cannot be read/],
  ])('is refused as a whole with %s', (_, damaged, message) => {
    expect(parseCatalogue(damaged)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it('never throws, wherever a part of it is lost or overwritten', () => {
    const stretch = fc.tuple(fc.nat(text.length), fc.nat(80), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(stretch, ([from, length, filler]) => {
        const result = parseCatalogue(text.slice(0, from) + filler + text.slice(from + length));
        const papers = result.ok ? result.catalogue.all() : [];
        expect(
          papers.every(({ title, related }) => typeof title === 'string' && Array.isArray(related)),
        ).toBe(true);
      }),
    );
  });
});
