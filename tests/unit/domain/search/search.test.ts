import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createCollection,
  FILTER_NAMES,
  findMatches,
  openPapers,
  rankText,
  search,
} from '@/lib/domain/search';
import type { FieldMatch, SearchablePaper } from '@/lib/domain/search';
import { searchPaper as paper } from '@/tests/fixtures/search-paper';
import { tagDefinition as tag } from '@/tests/fixtures/tag-definition';

const TAXONOMY = [
  tag('modality', 'x-ray', 'X-ray', 'radiograph', 'CXR'),
  tag('modality', 'mri', 'MRI', 'magnetic resonance imaging'),
  tag('task', 'image-segmentation', 'Image segmentation', 'segmentation'),
  tag('task', 'report-generation', 'Report generation', 'writing reports'),
  tag('data', 'mimic-cxr', 'MIMIC-CXR', 'MIMIC-CXR'),
];

const PAPERS = [
  paper('2401.00001', 'Outlining tumours in brain scans', {
    authors: ['Ana Müller', 'Li Wei'],
    tags: ['mri', 'image-segmentation'],
    metrics: ['Dice', 'Hausdorff distance'],
    published: '2023-01-02',
    hasCode: true,
    hasResults: true,
    comments: 3,
  }),
  paper('2402.00002', 'Reports from chest X-ray films', {
    authors: ['Bogdan Łukasz'],
    categories: ['eess.IV', 'cs.LG'],
    tags: ['x-ray', 'report-generation', 'mimic-cxr'],
    metrics: ['BLEU-4', 'F1'],
    venue: 'MICCAI 2024',
    published: '2024-05-03',
    hasResults: true,
    comments: 9,
  }),
  paper('2503.00003', 'A $\\beta$-VAE for natural photographs', {
    authors: ['Chen Mueller'],
    categories: ['cs.CV'],
    terms: [['perplex', 9]],
    summary: 'Learns factors of variation without labels.',
    published: '2025-03-04',
  }),
  paper('math/0309136', 'Brain surgery on chest tables', { published: '2003-09-08', comments: 1 }),
];
const SAVED = new Map([
  ['2402.00002', { status: 'read', ownTags: ['Thesis', 'to cite'] }],
  ['1901.00009', { status: 'to-read', ownTags: [] }],
] as const);
const open = (papers: readonly SearchablePaper[]) =>
  createCollection([{ name: 'curated', index: openPapers(papers, TAXONOMY) }]);
const index = open(PAPERS);
const idsOf = (query: string, sort?: 'date' | 'discussion'): readonly string[] =>
  search(index, query, { sort, saved: SAVED }).hits.map(({ id }) => id);
const [BRAIN, CHEST, VAE, SURGERY] = PAPERS.map(({ id }) => id);

const findTag = (id: string) => TAXONOMY.find((each) => each.id === id);

/** The marked texts of every hit. */
const matchesOf = (query: string): { readonly id: string; readonly matches: readonly FieldMatch[] }[] => {
  const { hits, marking } = search(index, query);
  return hits.flatMap(({ id }) => {
    const found = PAPERS.find((each) => each.id === id);
    return found ? [{ id, matches: findMatches(found, marking, findTag) }] : [];
  });
};

const marked = (query: string, id: string | undefined): string[] =>
  (matchesOf(query).find((hit) => hit.id === id)?.matches ?? []).flatMap(({ field, text, spans }) =>
    spans.map(({ start, end }) => `${field}: ${text.slice(start, end)}`),
  );

/** Any UTF-16 units, including lone surrogates. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('search', () => {
  it.each([
    ['words in any order', 'scans tumours', [BRAIN]],
    ['stems', 'outlined tumor', [BRAIN]],
    ['a prefix on the last word', 'outl', [BRAIN]],
    ['no prefix of a finished word', 'outl ', []],
    ['a typo', 'brian scans', [BRAIN]],
    ['a typo in a word being typed', 'photografs', [VAE]],
    ['a typo in the first half of a word', 'outlinnig tumours', [BRAIN]],
    ['hyphens as spaces', 'x ray', [CHEST]],
    ['hyphens omitted', 'xray', [CHEST]],
    ['hyphens unchanged', 'X-ray', [CHEST]],
    ['swapped letters in a short word', 'brian', [BRAIN, SURGERY]],
    ['no typo in a number', '2402.00003', []],
    ['no typo in the first letter of a short word', 'crain', []],
    ['no typo in four letters, but a swap', 'dcie', [BRAIN]],
    ['four letters of another word', 'dime', []],
    ['the year of a paper', 'photographs 2025', [VAE]],
    ['Greek letters', 'β-VAE', [VAE]],
    ['Greek names', 'beta vae', [VAE]],
    ['Greek as TeX', '\\beta-VAE', [VAE]],
    ['omitted accents', 'lukasz', [CHEST]],
    ['an author', 'Ana Müller', [BRAIN]],
    ['a tag by its label', 'report generation', [CHEST]],
    ['a tag by another form', 'magnetic resonance', [BRAIN]],
    ['a metric', 'hausdorff', [BRAIN]],
    ['a dataset', 'MIMIC', [CHEST]],
    ['a venue', 'miccai', [CHEST]],
    ['a summary', 'factors of variation', [VAE]],
    ['an id', '2402.00002', [CHEST]],
    ['an id with a version', '2402.00002v3', [CHEST]],
    ['an id being typed', '2402.000', [CHEST]],
    ['an id with its prefix', 'arXiv:2402.00002', [CHEST]],
    ['an old id', 'math/0309136', [SURGERY]],
    ['a phrase', '"chest tables"', [SURGERY]],
    ['a phrase still open', '"chest tab', []],
    ['no phrase that is in no paper', '"tables chest"', []],
    ['no phrase across two fields', '"films Bogdan"', []],
    ['a phrase across a hyphen', '"chest x ray films"', [CHEST]],
    ['tag:', 'tag:mri', [BRAIN]],
    ['tag: by form', 'tag:CXR', [CHEST]],
    ['tag: being typed', 'tag:image-seg', [BRAIN]],
    ['task:', 'task:segmentation', [BRAIN]],
    ['task: quoted', 'task:"report generation"', [CHEST]],
    ['modality:', 'modality:x-ray', [CHEST]],
    ['dataset:', 'dataset:mimic-cxr', [CHEST]],
    ['author:', 'author:muller', [BRAIN]],
    ['author: quoted', 'author:"li wei"', [BRAIN]],
    ['metric:', 'metric:dice', [BRAIN]],
    ['metric: with a number', 'metric:bleu-4', [CHEST]],
    ['year:', 'year:2024', [CHEST]],
    ['year: being typed', 'year:200', [SURGERY]],
    ['year: up to a year', 'year:..2003', [SURGERY]],
    ['year: a range', 'year:2023..2024 has:code', [BRAIN]],
    ['year: a range with a dash, newest first', 'year:2023-2024', [CHEST, BRAIN]],
    ['year: a month', 'year:2024-05', [CHEST]],
    ['cat:', 'cat:eess.IV', [CHEST]],
    ['cat: an archive', 'cat:cs', [VAE, CHEST]],
    ['code:', 'code:yes', [BRAIN]],
    ['in: a pack', 'in:curated tumours', [BRAIN]],
    ['in: saved papers', 'in:saved', [CHEST]],
    ['status: the user’s status, whole words first', 'status:read', [CHEST]],
    ['mytag: the user’s own tags, by prefix', 'mytag:thes', [CHEST]],
    ['mytag: with several words', 'mytag:"to cite"', [CHEST]],
    ['a word that is only in the abstract', 'perplexity', [VAE]],
    ['year: after another', 'year:>2024', [VAE]],
    ['year: up to another', 'year:<=2023', [BRAIN, SURGERY]],
    ['has:code', 'has:code', [BRAIN]],
    ['filters and words', 'brain has:results', [BRAIN]],
    ['a colon inside a title', 'Reports: chest', [CHEST]],
  ])('finds %s', (_, query, expected) => {
    expect(idsOf(query)).toEqual(expected);
  });

  it('sorts by relevance, date and discussion', () => {
    expect(idsOf('year:2023.. ', 'date')).toEqual([VAE, CHEST, BRAIN]);
    expect(idsOf('year:2023.. ', 'discussion')).toEqual([CHEST, BRAIN, VAE]);
    expect(idsOf('brain')).toEqual([BRAIN, SURGERY]);
  });

  it('ranks adjacent words before the same words apart', () => {
    const [apart, together] = [
      paper('2401.00010', 'Reports on the generation of films'),
      paper('2401.00011', 'On films and the report generation'),
    ];
    const small = open([apart, together]);
    expect(search(small, 'report generation').hits.map(({ id }) => id)).toEqual([together.id, apart.id]);
  });

  it('ranks a word of the paper before a tag that has it in another form', () => {
    const [tagged, named] = [
      paper('2401.00010', 'Films of the chest', { tags: ['x-ray'] }),
      paper('2401.00011', 'A radiograph at night'),
    ];
    const small = open([tagged, named]);
    expect(search(small, 'radiograph').hits.map(({ id }) => id)).toEqual([named.id, tagged.id]);
  });

  it('requires both parts of a compound, even if one is a function word', () => {
    const papers = [
      paper('2401.00010', 'Zero-shot detection'),
      paper('2401.00011', 'Few-shot detection'),
      paper('2401.00012', 'A few more'),
    ];
    const small = open(papers);
    for (const query of ['few-shot', 'few shot'])
      expect(search(small, query).hits.map(({ id }) => id)).toEqual(['2401.00011']);
  });

  it('finds everything for an empty query, and counts tags over all results', () => {
    const answer = search(index, '', { limit: 2 });
    expect(answer.hits).toHaveLength(2);
    expect(answer.total).toBe(4);
    expect(answer.facets).toContainEqual({ tag: 'mri', count: 1 });
    expect(search(index, 'chest').facets.map((each) => each.tag)).toEqual([
      'mimic-cxr',
      'report-generation',
      'x-ray',
    ]);
  });

  it('marks the matched words in the original texts', () => {
    expect(marked('tumors outl', BRAIN)).toEqual(['title: Outlining', 'title: tumours']);
    expect(marked('xray', CHEST)).toEqual(['title: X-ray', 'tags: X-ray']);
    expect(marked('beta ', VAE)).toEqual(['title: \\beta']);
    expect(marked('lukasz', CHEST)).toEqual(['authors: Łukasz']);
    expect(marked('radiograph', CHEST)).toEqual(['tags: X-ray']);
    expect(marked('factors without labels', VAE)).toEqual(['summary: factors', 'summary: labels']);
    expect(marked('"brain scans"', BRAIN)).toEqual(['title: brain', 'title: scans']);
  });

  it.each([
    ['taks:segmentation', 'unknown-filter', ['task:', 'tag:']],
    ['modalty:mri', 'unknown-filter', ['modality:']],
    ['zzzzzzzz:mri', 'unknown-filter', FILTER_NAMES.map((name) => `${name}:`)],
    ['task:segmantation', 'unknown-value', ['task:image-segmentation']],
    ['author:mueler', 'unknown-value', ['author:muller', 'author:mueller']],
    ['cat:cs.CX', 'unknown-value', ['cat:cs.CV', 'cat:cs.LG']],
    ['code:perhaps', 'unknown-value', ['code:yes', 'code:no']],
    ['in:attic', 'unknown-value', ['in:curated', 'in:saved']],
    ['status:lost', 'unknown-value', ['status:to-read', 'status:reading', 'status:read']],
    ['status:read', 'none-saved', []],
    ['in:saved lung', 'none-saved', []],
    ['mytag:thesis', 'none-saved', []],
    ['metric:dise', 'unknown-value', ['metric:Dice']],
    ['has:wings', 'unknown-value', ['has:code', 'has:results']],
    ['year:soon', 'unknown-value', ['year:2024', 'year:2024..', 'year:..2023', 'year:2022..2024']],
    ['task:', 'unfinished', ['task:image-segmentation', 'task:report-generation']],
    ['brain quux', 'some-words', []],
    ['outlinnig photografs tumours', 'some-words', []],
    ['photografs', 'respelled', []],
  ])('reports %s: %s', (query, kind, suggestions) => {
    const { message } = search(index, query);
    expect(message).toMatchObject({ kind, suggestions });
    expect(message?.text).toMatch(/^[A-Z“].*\.$|\?$/);
  });

  it('ignores a filter that does not exist, and shows what contains the other words', () => {
    expect(idsOf('taks:segmentation tumours')).toEqual([BRAIN]);
    expect(idsOf('brain quux')).toEqual([BRAIN, SURGERY]);
    expect(search(index, 'brain quux').message?.text).toContain('“quux”');
    expect(search(index, 'outlinnig tumurs').message?.text).toBe(
      'No paper has “outlinnig” or “tumurs”; taken for “outlining” and “tumours”.',
    );
  });

  it('never throws, and marks only within the texts, whatever is typed', () => {
    const piece = fc.constantFrom(
      'task:',
      '"',
      ':',
      'tag:x',
      'brain',
      'year:..',
      ' ',
      '-',
      'has:',
      'é',
      '\\beta',
      '2402.',
    );
    const query = fc.oneof(
      anyText,
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(query, (text) => {
        const matches = matchesOf(text).flatMap((hit) => hit.matches);
        const areInOrder = matches.every(({ text: shown, spans }) => {
          const ends = [0, ...spans.map(({ end }) => end)];
          return (
            (ends.at(-1) ?? 0) <= shown.length &&
            spans.every(({ start, end }, at) => start >= (ends[at] ?? 0) && end > start)
          );
        });
        expect(areInOrder).toBe(true);
      }),
    );
  });
});

describe('rankText', () => {
  it('ranks by any word and treats nothing as a filter', () => {
    expect(rankText(index, 'year:1999 "tumours in brain', 10).map(({ id }) => id)).toEqual([BRAIN, SURGERY]);
    expect(rankText(index, 'tumours in brain', 1)).toHaveLength(1);
  });
});
