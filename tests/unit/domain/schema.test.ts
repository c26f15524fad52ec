import { describe, expect, it, test } from 'vitest';
import { recordSchema, schemaFaults } from '@/data/build/schema';
import { AUTHORS, LINK, PAPER_RECORD, RESULT } from '@/lib/domain/paper';
import { conforms, pick } from '@/lib/domain/schema';
import { sampleRecord, sampleResult } from '../data/sample';

describe('a schema', () => {
  it('accepts what its type allows', () => {
    expect(conforms(PAPER_RECORD, sampleRecord({}))).toBe(true);
    expect(conforms(RESULT, { ...sampleResult(), metric: null })).toBe(true);
    expect(conforms(AUTHORS, { count: 3 })).toBe(true);
    expect(conforms(AUTHORS, { names: ['Ada Stone'], familyNames: ['Stone'] })).toBe(true);
  });

  test.each<[string, object]>([
    ['an unknown choice', { kind: 'guess' }],
    ['no metric at all', { metric: undefined }],
    ['a number instead of a text', { data: 5 }],
    ['a position that is not a whole number', { comparedWith: 0.5 }],
    ['a text instead of a boolean', { improves: 'true' }],
  ])('refuses a result with %s', (_, change) => {
    expect(conforms(RESULT, { ...sampleResult(), ...change })).toBe(false);
  });

  test.each<[string, object]>([
    ['a version in its id', { id: '2407.08410v2' }],
    ['a term without its weight', { terms: [['a'], ['b'], ['c'], ['d'], ['e']] }],
    ['authors in an unknown form', { authors: { people: [] } }],
  ])('refuses a paper with %s', (_, change) => {
    const paper = { ...sampleRecord({}), ...change };
    expect(conforms(PAPER_RECORD, paper)).toBe(false);
    expect(recordSchema.safeParse(paper).success).toBe(false);
  });

  // How stored data are written is no reason to refuse them; for a source file it is.
  test.each<[string, object, string]>([
    ['a value of blanks', { results: [sampleResult({ value: ' ' })] }, 'results[0].value'],
    ['a value on two lines', { results: [sampleResult({ value: '1\n2' })] }, 'results[0].value'],
    ['a long anchor', { results: [sampleResult({ anchor: 'x'.repeat(121) })] }, 'results[0].anchor'],
    ['an impossible date', { published: '2024-02-30' }, 'published'],
    ['an invalid DOI', { doi: 'doi:10.1/x' }, 'doi'],
    ['too few terms', { terms: [['stone', 0.5]] }, 'terms'],
    ['a duplicate tag', { tags: ['x-ray', 'x-ray'] }, 'tags[1]'],
    ['an empty list of authors', { authors: { names: [] } }, 'authors.names'],
  ])('leaves %s to the check of source files', (_, change, field) => {
    const paper = { ...sampleRecord({}), ...change };
    expect(conforms(PAPER_RECORD, paper)).toBe(true);
    const { error } = recordSchema.safeParse(paper);
    expect(error && schemaFaults(error).map((fault) => fault.field)).toContain(field);
  });

  it('refuses an address without https', () => {
    expect(conforms(LINK, { kind: 'code', url: 'http://stone.example', official: true })).toBe(false);
  });

  it('selects the members that it names, and omits absent ones', () => {
    const result = { ...sampleResult(), stray: 1, data: undefined };
    expect(pick(RESULT.fields, result)).toEqual(sampleResult());
    expect(Object.keys(pick(RESULT.fields, result))).not.toContain('data');
  });
});
