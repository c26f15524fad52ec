import { describe, expect, it, test } from 'vitest';
import { parseIdentifiers } from '@/data/build/identifiers';
import type { ListedPaper } from '@/data/build/listing';
import { arrangeLinks, buildRecords } from '@/data/build/records';
import type { PaperLink } from '@/lib/domain/paper';
import { paperId, sampleRecord } from './sample';

const listed = (changes: Partial<ListedPaper> = {}): ListedPaper => ({
  title: 'Reading Radiographs of Stones',
  abstract:
    'We read radiographs of kidney stones with a small network. Code: https://github.com/stone/reader{link}.',
  authors: { count: 3 },
  published: '2024-07-11',
  line: 1,
  ...changes,
});

const entry = (changes: object = {}) => ({
  n: 1,
  title: 'Reading radiographs of stones',
  arxivId: '2407.08410',
  authors: ['Ada Stone', 'Ben Rock', 'Cy Flint'],
  venue: null,
  doi: null,
  links: [{ kind: 'dataset', url: 'http://www.github.com/stone/films/', official: true, evidence: 'README' }],
  note: null,
  ...changes,
});
const identifiers = (...entries: object[]) => {
  const result = parseIdentifiers(JSON.stringify(entries));
  return result.ok ? result.identifiers : [];
};

describe('identifiers', () => {
  it('are read with the catalogue’s own names for kinds and hosts', () => {
    expect(identifiers(entry())).toMatchObject([
      {
        id: '2407.08410',
        links: [{ kind: 'data', url: expect.stringMatching(/^https:\/\/github\.com\/stone\/films\/?$/) }],
        otherTitles: [],
      },
    ]);
  });

  test.each([
    [
      'Renamed: arXiv v2 is "Specialised reading of many radiographs".',
      ['Specialised reading of many radiographs'],
    ],
    ['Journal title: "Reading the radiographs of stones"', ['Reading the radiographs of stones']],
    ['Title differs between versions ("A Survey" / "A Review").', []],
    ['One site links this title to "some other paper about stones".', []],
    ['Read "the README of this repository" first.', []],
    [null, []],
  ])('parse from %s to the titles %s', (note, titles) => {
    expect(identifiers(entry({ note }))[0]?.otherTitles).toEqual(titles);
  });

  test.each([
    ['no JSON', '{', /not JSON/],
    ['no list', '{}', /not a list/],
    [
      'no id',
      JSON.stringify([entry(), entry({ arxivId: '2413.00001' })]),
      /entry 2: "2413.00001" is no arXiv id/,
    ],
    ['an id twice', JSON.stringify([entry(), entry()]), /entry 2: 2407.08410 already stands in entry 1/],
    ['no title', JSON.stringify([entry({ title: '' })]), /entry 1/],
    [
      'an unknown kind',
      JSON.stringify([entry({ links: [{ kind: 'blog', url: 'https://a.org/b', official: true }] })]),
      /kind of link "blog"/,
    ],
    [
      'a bad link',
      JSON.stringify([entry({ links: [{ kind: 'code', url: 'ftp://a', official: true }] })]),
      /"ftp:\/\/a" is no link/,
    ],
  ])('are refused with %s', (_, json, message) => {
    expect(parseIdentifiers(json)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});

const link = (kind: PaperLink['kind'], path: string, official = true): PaperLink => ({
  kind,
  url: `https://github.com/${path}`,
  official,
});

describe('links', () => {
  it('are listed once per target, official code first', () => {
    const links = [
      link('model', 'a/model'),
      link('code', 'b/copy', false),
      link('code', 'a/code'),
      link('code', 'A/Code/'),
      link('code', 'a/code.git'),
    ];
    expect(arrangeLinks(links)).toEqual([links[2], links[0], links[1]]);
  });
});

describe('records', () => {
  it('are made from the listing and the identifiers, with empty curated fields', () => {
    const { records, unknown, conflicts } = buildRecords({
      papers: [listed({ comments: 2 })],
      identifiers: identifiers(entry()),
      existing: [],
    });
    expect([unknown, conflicts]).toEqual([[], []]);
    expect(records).toMatchObject([
      {
        id: '2407.08410',
        title: 'Reading Radiographs of Stones',
        authors: { names: ['Ada Stone', 'Ben Rock', 'Cy Flint'] },
        published: '2024-07-11',
        readVersion: 1,
        summary: '',
        tags: [],
        results: [],
        links: [{ kind: 'code', url: 'https://github.com/stone/reader', official: true }, { kind: 'data' }],
        listing: { comments: 2 },
      },
    ]);
    const terms = records[0]?.terms.map(([term]) => term) ?? [];
    expect(terms).toContain('radiographs');
    expect(terms.join(' ')).not.toMatch(/github|http/);
  });

  test.each([
    ['duplicated', 'Code: https://github.com/a/b{https://github.com/a/b}.', ['https://github.com/a/b']],
    ['a word in braces', 'Page: https://github.com/a/b{link}.', ['https://github.com/a/b']],
    [
      'a colour macro',
      'See https://a.github.io/b/{Pink{https://a.github.io/b/}}.',
      ['https://a.github.io/b/'],
    ],
    ['a mirror host', 'Data: https://hf-mirror.com/datasets/a/b', ['https://huggingface.co/datasets/a/b']],
    ['separated by a dot', 'Code: https://github.com/a/b .', ['https://github.com/a/b']],
    [
      'two in number',
      'Code: https://github.com/a/b and https://zenodo.org/records/1.',
      ['https://github.com/a/b', 'https://zenodo.org/records/1'],
    ],
    ['absent', 'Code will be released.', []],
  ])('include links from the abstract that are %s', (_, abstract, urls) => {
    const { records } = buildRecords({
      papers: [listed({ abstract })],
      identifiers: identifiers(entry({ links: [] })),
      existing: [],
    });
    expect(records[0]?.links.map(({ url }) => url)).toEqual(urls);
  });

  it('have the count or the organisation if no names are known', () => {
    const organisation = { organisation: 'Stone House' };
    const { records } = buildRecords({
      papers: [listed({ authors: organisation })],
      identifiers: identifiers(entry({ authors: null })),
      existing: [],
    });
    expect(records[0]?.authors).toEqual(organisation);
    expect(records[0]).not.toHaveProperty('venue');
    expect(records[0]?.listing).toEqual({});
  });

  it('are not created for an unknown title', () => {
    const papers = [listed({ title: 'Something else' })];
    expect(buildRecords({ papers, identifiers: identifiers(entry()), existing: [sampleRecord()] })).toEqual({
      records: [],
      unknown: papers,
      conflicts: [],
    });
  });

  it('keep everything that a person has written', () => {
    const curated = sampleRecord({
      title: 'Reading radiographs of stones!',
      otherTitles: ['Stones in films'],
      venue: 'Journal of Stones',
      readVersion: 2,
    });
    const { records } = buildRecords({
      papers: [listed({ comments: 7 })],
      identifiers: identifiers(entry({ venue: 'Other', doi: '10.1000/182' })),
      existing: [curated],
    });
    const { terms, listing, doi, ...kept } = records[0] ?? sampleRecord();
    const { terms: before, listing: old, ...expected } = curated;
    expect(kept).toEqual(expected);
    expect(doi).toBe('10.1000/182');
    expect(listing).toEqual({ comments: 7 });
    expect([old.comments, before]).not.toEqual([7, terms]);
  });

  it('are found under a changed title, gain names, and report a changed date', () => {
    const existing = sampleRecord({
      title: 'New name',
      otherTitles: ['Reading radiographs of stones'],
      authors: { count: 3 },
      published: '2024-07-12',
    });
    const alone = buildRecords({ papers: [listed()], identifiers: [], existing: [existing] });
    expect(alone.records[0]).toMatchObject({
      title: 'New name',
      authors: { count: 3 },
      published: '2024-07-12',
    });
    expect(alone.conflicts).toEqual(['2407.08410: published 2024-07-12, the listing says 2024-07-11']);
    const named = buildRecords({
      papers: [listed()],
      identifiers: identifiers(entry()),
      existing: [existing],
    });
    expect(named.records[0]?.authors).toEqual({ names: ['Ada Stone', 'Ben Rock', 'Cy Flint'] });
    expect(paperId('2407.08410')).toBe(named.records[0]?.id);
  });

  it('are the same when made a second time', () => {
    const first = buildRecords({
      papers: [listed()],
      identifiers: identifiers(entry()),
      existing: [],
    }).records;
    expect(
      buildRecords({ papers: [listed()], identifiers: identifiers(entry()), existing: first }).records,
    ).toEqual(first);
  });
});
