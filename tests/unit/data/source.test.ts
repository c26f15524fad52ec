import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { formatRecord } from '@/data/build/format';
import { readCatalogueSource } from '@/data/build/source';
import { paperFileName, writeSourceFiles } from '@/data/build/source-files';
import { paperId, sampleRecord, TAGS } from './sample';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  mkdirSync(join(folder, 'papers'));
  writeFileSync(join(folder, 'taxonomy.json'), JSON.stringify({ facets: ['task'], tags: TAGS }));
  writeFileSync(join(folder, 'catalogue.json'), '{"version":"2024.1","date":"2024-12-31"}');
});
afterEach(() => rmSync(folder, { recursive: true }));

const target = (name: string): string => join(folder, 'papers', name);

const put = (name: string, value: unknown): void =>
  writeFileSync(join(folder, 'papers', name), typeof value === 'string' ? value : JSON.stringify(value));
const faults = () =>
  readCatalogueSource(folder).faults.map(({ file, field, message }) => `${file} [${field}] ${message}`);

test.each([
  ['2407.08410', '2407.08410.json'],
  ['math/0309136', 'math_0309136.json'],
])('the source folder has paper %s in %s', (id, name) => {
  expect(paperFileName(paperId(id))).toBe(name);
});

describe('the source folder', () => {
  it('is read newest first', () => {
    put('2407.08410.json', sampleRecord());
    put('2501.00001.json', sampleRecord({ id: paperId('2501.00001'), published: '2025-01-02' }));
    expect(readCatalogueSource(folder)).toMatchObject({
      records: [{ id: '2501.00001' }, { id: '2407.08410' }],
      version: '2024.1',
      date: '2024-12-31',
      faults: [],
    });
  });

  test.each<[string, object, string, RegExp]>([
    ['an id with a version', { id: '2407.08410v2' }, 'id', /no canonical arXiv id/],
    ['an id with a subject class', { id: 'math.GT/0309136' }, 'id', /no canonical arXiv id/],
    ['month 13', { id: '2413.08410' }, 'id', /no canonical/],
    ['an invalid date', { published: '2024-02-30' }, 'published', /no day/],
    ['an unknown field', { sumary: 'x' }, '', /sumary/],
    [
      'an unknown kind',
      { results: [{ ...sampleRecord().results[0], kind: 'best' }] },
      'results[0].kind',
      /./,
    ],
    [
      'a missing metric',
      { results: [{ ...sampleRecord().results[0], metric: undefined }] },
      'results[0].metric',
      /./,
    ],
    [
      'an empty value',
      { results: [{ ...sampleRecord().results[0], value: '' }] },
      'results[0].value',
      /is empty/,
    ],
    ['a duplicate tag', { tags: ['method', 'survey', 'method'] }, 'tags[2]', /stands there twice/],
    ['a duplicate author', { authors: { names: ['A B', 'A B'] } }, 'authors.names[1]', /twice/],
    ['no authors', { authors: {} }, 'authors', /must be/],
    ['a DOI as address', { doi: 'https://doi.org/10.1000/182' }, 'doi', /no DOI/],
    ['extra space', { title: 'Two  spaces' }, 'title', /stray white space/],
    [
      'a weight above 1',
      {
        terms: [
          ['a', 2],
          ['b', 1],
          ['c', 1],
          ['d', 1],
          ['e', 1],
        ],
      },
      'terms[0][1]',
      /./,
    ],
  ])('is refused with file and field: %s', (_, changes, field, message) => {
    put('2407.08410.json', { ...sampleRecord(), ...changes });
    const { faults: all, records } = readCatalogueSource(folder);
    expect(all).toEqual([
      { file: 'data/papers/2407.08410.json', field, message: expect.stringMatching(message) },
    ]);
    expect(records).toEqual([]);
  });

  it('is refused if a file is not JSON, has the wrong name, or is missing', () => {
    put('2407.08410.json', '{ "id": ');
    put('2407.00001.json', sampleRecord());
    rmSync(join(folder, 'catalogue.json'));
    writeFileSync(join(folder, 'taxonomy.json'), '{"facets":[],"tags":[{"id":"X Ray","facet":"organ"}]}');
    const all = faults();
    expect(all[0]).toBe('data/papers/2407.00001.json [id] 2407.08410 belongs in 2407.08410.json');
    expect(all[1]).toMatch(/^data\/papers\/2407.08410.json \[\] is no JSON: /);
    expect(all.slice(2, -1).join('\n')).toMatch(
      /^data\/taxonomy.json \[tags\[0\]\.id\] is no lower-case key/,
    );
    expect(all.at(-1)).toBe('data/catalogue.json [] is missing');
  });
});

describe('writing', () => {
  it('keeps every key and the repository’s formatting', async () => {
    const text = await formatRecord(sampleRecord());
    expect(JSON.parse(text)).toEqual(sampleRecord());
    expect(text).toMatch(/\n {2}"tags": \["report-generation", "x-ray", "chest", "method"\],\n/);
  });

  it('leaves the new files and no temporary ones', () => {
    writeSourceFiles(join(folder, 'papers'), [
      { name: 'a.json', text: '1' },
      { name: 'b.json', text: '2' },
    ]);
    expect(readdirSync(join(folder, 'papers')).toSorted()).toEqual(['a.json', 'b.json']);
    expect(readFileSync(target('b.json'), 'utf8')).toBe('2');
  });

  it('changes nothing if one file cannot be written', () => {
    put('a.json', 'old');
    const files = [
      { name: 'a.json', text: 'new' },
      { name: 'no/such/folder.json', text: 'new' },
    ];
    expect(() => writeSourceFiles(join(folder, 'papers'), files)).toThrow(/ENOENT/);
    expect(readdirSync(join(folder, 'papers'))).toEqual(['a.json']);
    expect(readFileSync(target('a.json'), 'utf8')).toBe('old');
  });
});
