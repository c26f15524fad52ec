import { describe, expect, it, test } from 'vitest';
import { checkCatalogue, checkRelated } from '@/data/build/check';
import { checkIdMonth, checkRecord } from '@/data/build/check-record';
import { checkAgainstAbstract } from '@/data/build/check-abstracts';
import { checkTaxonomy } from '@/data/build/check-taxonomy';
import { areTooNear, findCopiedWords } from '@/data/build/check-summary';
import { computeRelated } from '@/data/build/neighbours';
import type { PaperRecord } from '@/lib/domain/paper';
import { paperId, sampleRecord, sampleRecords, sampleResult, TAGS } from './sample';

const tags = new Map(TAGS.map((tag) => [tag.id, tag]));
const faultsOf = (changes: Partial<PaperRecord>) => checkRecord(sampleRecord(changes), tags);
const source = (records: readonly PaperRecord[]) => ({
  records,
  tags: TAGS,
  version: '2024.1',
  date: '2024-12-31',
  faults: [],
});
const code = { kind: 'code', official: true } as const;

describe('a record', () => {
  it('without a fault has none', () => {
    expect(faultsOf({})).toEqual([]);
  });

  test.each<[string, Partial<PaperRecord>, string, RegExp]>([
    [
      'unknown tag',
      { tags: ['x-ray', 'chest', 'report-generation', 'method', 'xray'] },
      'tags[4]',
      /"xray" is not in the taxonomy/,
    ],
    [
      'a family name of another spelling',
      { authors: { names: ['Ada Stone Quill'], familyNames: ['Stone-Quill'] } },
      'authors.familyNames[0]',
      /does not end with/,
    ],
    [
      'family names for some authors only',
      { authors: { names: ['Ada Quill', 'Bo Moss'], familyNames: ['Quill'] } },
      'authors.familyNames',
      /has 1 names for 2 authors/,
    ],
    ['too few tags', { tags: ['report-generation', 'method'] }, 'tags', /has 2 tags/],
    [
      'too many tags',
      { tags: ['method', ...Array.from({ length: 12 }, () => 'report-generation')] },
      'tags',
      /has 13 tags/,
    ],
    ['no task', { tags: ['x-ray', 'chest', 'method', 'mimic-cxr'] }, 'tags', /has no task/],
    [
      'no contribution',
      { tags: ['x-ray', 'chest', 'report-generation', 'mimic-cxr'] },
      'tags',
      /has no contribution/,
    ],
    [
      'value not in its anchor',
      { results: [sampleResult({ value: '0.36' })] },
      'results[0].anchor',
      /does not hold the value "0.36"/,
    ],
    [
      'part of the anchor number',
      { results: [sampleResult({ value: '63' })] },
      'results[0].anchor',
      /does not hold/,
    ],
    [
      'value without its unit',
      { results: [sampleResult({ value: '63', anchor: 'staging (63%' })] },
      'results[0].value',
      /leaves out the %/,
    ],
    [
      'same result twice',
      { results: [sampleResult(), sampleResult()] },
      'results[1]',
      /the same as results\[0\]/,
    ],
    [
      'comparison out of range',
      { results: [sampleResult({ comparedWith: 1 })] },
      'results[0].comparedWith',
      /no result 1/,
    ],
    [
      'comparison with itself',
      { results: [sampleResult({ comparedWith: 0 })] },
      'results[0].comparedWith',
      /itself/,
    ],
    [
      'comparison across metrics',
      {
        results: [sampleResult({ comparedWith: 1 }), sampleResult({ metric: 'Accuracy', role: 'baseline' })],
      },
      'results[0].comparedWith',
      /compares F1 with Accuracy/,
    ],
    [
      'unknown metric',
      { results: [sampleResult({ metric: 'stoniness' })] },
      'results[0].metric',
      /not in the metric lexicon/,
    ],
    [
      'metric by another name',
      { results: [sampleResult({ metric: 'f1 score' })] },
      'results[0].metric',
      /goes by the name "F1"/,
    ],
    [
      'wrong direction',
      { results: [sampleResult({ better: 'lower' })] },
      'results[0].better',
      /F1 is better higher/,
    ],
    ['id of another month', { published: '2024-05-11' }, 'published', /another month/],
    [
      'plain http',
      { links: [{ ...code, url: 'http://github.com/stone/reader' }] },
      'links[0].url',
      /not canonical: https:/,
    ],
    [
      'mirror host',
      { links: [{ ...code, kind: 'model', url: 'https://hf-mirror.com/stone/reader' }] },
      'links[0].url',
      /not canonical: https:\/\/huggingface.co/,
    ],
    ['no link', { links: [{ ...code, url: 'javascript:alert(1)' }] }, 'links[0].url', /no link to show/],
    [
      'duplicate link',
      {
        links: [
          { ...code, url: 'https://github.com/stone/reader' },
          { ...code, url: 'https://github.com/Stone/Reader' },
        ],
      },
      'links[1].url',
      /same target as links\[0\]/,
    ],
    [
      'copy before the official code',
      {
        links: [
          { ...code, official: false, url: 'https://github.com/other/copy' },
          { ...code, url: 'https://github.com/stone/reader' },
        ],
      },
      'links',
      /not the official one/,
    ],
    ['no summary', { summary: '' }, 'summary', /missing/],
    ['long summary', { summary: `${'word '.repeat(40)}end.` }, 'summary', /has 204 characters; 200/],
    [
      'two sentences',
      { summary: 'Reads films of stones. Then it writes.' },
      'summary',
      /more than one sentence/,
    ],
    ['no end', { summary: 'Reads films of stones' }, 'summary', /does not end/],
    ['talk of the paper', { summary: 'This paper reads films of stones.' }, 'summary', /speaks of the paper/],
    [
      'copied title',
      { title: 'Reading many old films of small stones', summary: 'Reading many old films of small stones.' },
      'summary',
      /repeats the title/,
    ],
    [
      'terms out of order',
      {
        terms: [
          ['a', 0.1],
          ['b', 0.2],
        ],
      },
      'terms[1]',
      /out of order/,
    ],
    [
      'term twice',
      {
        terms: [
          ['a', 0.2],
          ['a', 0.1],
        ],
      },
      'terms[1]',
      /twice/,
    ],
  ])('with %s is told so', (_, changes, field, message) => {
    expect(faultsOf(changes)).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  it('may say "vs." or a decimal in its sentence', () => {
    expect(faultsOf({ summary: 'Reads films better than Ben Rock vs. GPT-4 at 0.5 the cost.' })).toEqual([]);
  });
});

test.each([
  ['2411.00178', '2024-10-31', true],
  ['2108.00316', '2021-07-31', true],
  ['2407.08410', '2024-07-01', true],
  ['2406.08410', '2024-07-01', true],
  ['2406.08410', '2024-07-02', false],
  ['2501.00001', '2024-12-30', true],
  ['2501.00001', '2024-11-30', false],
  ['2407.08410', '2023-07-11', false],
  ['math/0309136', '2003-09-08', true],
  ['hep-th/9901001', '1998-12-31', true],
  ['hep-th/9901001', '2099-01-31', false],
])('id %s fits the date %s: %s', (id, published, fits) => {
  expect(checkIdMonth(id, published).length === 0).toBe(fits);
});

describe('summaries', () => {
  it('are too near where only a word differs', () => {
    const a = 'A chest X-ray model that writes reports and marks doubtful findings.';
    expect(areTooNear(a, a.replace('doubtful', 'unsure'))).toBe(true);
    expect(areTooNear(a, 'A benchmark of stone films from six hospitals, with prices.')).toBe(false);
    expect(areTooNear('', '')).toBe(false);
  });

  it('quote from six words in a row', () => {
    expect(findCopiedWords('It reads a, b, c and d e.', 'reads A b C; and D')).toBe('reads a b c and d');
    expect(findCopiedWords('It reads a b c and more', 'reads a b c and')).toBeUndefined();
  });
});

describe('annotations beside their abstract', () => {
  const abstract = 'Our reader has an F1 score of 0.63 and 5\\% fewer faults. The F1 score of 0.7 is theirs.';
  const check = (anchor: string, summary = 'Reads films.') =>
    checkAgainstAbstract(sampleRecord({ summary, results: [sampleResult({ anchor })] }), abstract);

  test.each(['F1 score of 0.63', '5% fewer faults'])('"%s" is found', (anchor) => {
    expect(check(anchor)).toEqual([]);
  });

  test.each([
    ['0.64', /not in the abstract/],
    ['f1 score of 0.63', /not in the abstract/],
    ['The F1  score of 0.7', /not in the abstract/],
    ['F1 score of', /more than once/],
  ])('"%s" is a fault', (anchor, message) => {
    expect(check(anchor)).toEqual([{ field: 'results[0].anchor', message: expect.stringMatching(message) }]);
  });

  it('finds a quoted summary', () => {
    expect(check('0.63', 'It has an F1 score of 0.63 on films.')).toMatchObject([{ field: 'summary' }]);
  });
});

describe('the taxonomy', () => {
  it('has no two tags of one id, label or form', () => {
    expect(checkTaxonomy(TAGS)).toEqual([]);
    const [first] = TAGS;
    const twin = {
      id: 'radiograph',
      facet: 'modality',
      label: 'x-RAY',
      forms: ['film', 'x-ray'],
      definition: 'Films.',
    } as const;
    const faults = checkTaxonomy([...TAGS, twin, { ...twin, forms: ['radiogram'], label: 'Radiogram' }]);
    expect(first?.id).toBe('x-ray');
    expect(faults.map(({ field }) => field)).toEqual([
      'radiograph.label',
      'radiograph.forms[1]',
      'radiograph',
    ]);
  });

  it('has no form of two facets, in whatever spelling', () => {
    const cxr = {
      id: 'thorax',
      facet: 'anatomy',
      label: 'Thorax',
      forms: ['X rays'],
      definition: 'The thorax.',
    } as const;
    expect(checkTaxonomy([...TAGS, cxr])).toMatchObject([{ field: 'thorax.forms[0]' }]);
    expect(checkTaxonomy([...TAGS, { ...cxr, forms: ['thorax'], signs: ['x-ray'] }])).toEqual([]);
  });

  it('says nothing of forms that a tag has not, and implies what is there', () => {
    const odd = {
      id: 'thorax',
      facet: 'anatomy',
      label: 'Thorax',
      forms: ['thorax'],
      faint: ['rib'],
      beside: { lung: ['film'] },
      implies: ['nowhere'],
      definition: 'The thorax.',
    } as const;
    expect(checkTaxonomy([...TAGS, odd]).map(({ field }) => field)).toEqual([
      'thorax.faint',
      'thorax.beside',
      'thorax.implies',
    ]);
  });
});

const checkAll = (records: readonly PaperRecord[]) =>
  checkCatalogue(source(records), computeRelated(records, TAGS)).map(
    ({ file, field, message }) => `${file} ${field} ${message}`,
  );

describe('all records together', () => {
  it('without a fault have none', () => {
    expect(checkAll(sampleRecords(9))).toEqual([]);
  });

  it('name the file of a summary too near, a title taken and an id taken', () => {
    const records = sampleRecords(9);
    const [first = sampleRecord(), second = sampleRecord(), ...rest] = records;
    const file = 'data/papers/2407.00101.json';
    expect(checkAll([first, { ...second, summary: first.summary }, ...rest])).toEqual([
      `${file} summary is too near to that of 2407.00100`,
    ]);
    expect(checkAll([first, { ...second, title: first.title.toUpperCase() }, ...rest])).toEqual([
      `${file} title is that of 2407.00100 too`,
    ]);
    expect(checkAll([...records, { ...second, title: 'Other', summary: 'Else entirely.' }])).toContain(
      `${file} id another file has this id`,
    );
  });

  it('are none of them newer than the catalogue', () => {
    const [first = sampleRecord(), ...rest] = sampleRecords(9);
    const later = { ...first, id: paperId('2501.00001'), published: '2025-01-02' };
    expect(checkAll([later, ...rest])).toEqual([
      `data/papers/2501.00001.json published is after the catalogue's own date, 2024-12-31`,
    ]);
  });
});

describe('related papers', () => {
  const records = sampleRecords(8);
  const ids = records.map(({ id }) => id);
  const full = () =>
    new Map(
      ids.map((id) => [
        id,
        ids
          .filter((other) => other !== id)
          .map((other) => ({ id: other, score: 0.5, reasons: ['both stones'] })),
      ]),
    );
  const messages = (related: ReturnType<typeof full>) =>
    checkRelated(records, related).map(({ file, message }) => `${file.slice(17, 22)} ${message}`);
  const [one = paperId('2407.00100'), two = paperId('2407.00101')] = ids;

  it('are complete', () => {
    expect(messages(full())).toEqual([]);
  });

  it('lead to papers of the catalogue, not to the paper itself, each once', () => {
    const related = full();
    const gone = { id: paperId('2401.00009'), score: 0.1, reasons: ['both stones'] };
    const self = { id: one, score: 0.1, reasons: ['a', 'b', 'c'] };
    related.get(one)?.push(gone, self, self);
    expect(messages(related)).toEqual([
      '00100 2401.00009 is not in the catalogue',
      '00100 names the paper itself',
      '00100 2407.00100 has 3 reasons; 1 or 2 are wanted',
      '00100 names the paper itself',
      '00100 2407.00100 has 3 reasons; 1 or 2 are wanted',
      '00100 names a paper twice',
    ]);
  });

  it('are there, and each paper is in a list', () => {
    const related = full();
    for (const [id, list] of related)
      related.set(
        id,
        list.filter((neighbour) => neighbour.id !== two),
      );
    related.set(one, []);
    expect(messages(related)).toEqual([
      '00100 has 0 papers; at least 1 are wanted',
      '00101 no other paper points to it',
    ]);
  });

  it('are computed so that every paper is found, and surveys do not fill the lists', () => {
    const many = sampleRecords(40).map((record, index) =>
      index < 12
        ? { ...record, tags: [...record.tags, 'survey'] }
        : index === 39
          ? { ...record, tags: ['survey', ...record.tags] }
          : record,
    );
    const related = computeRelated(many, TAGS);
    expect(checkRelated(many, related)).toEqual([]);
    const surveys = new Set(many.filter(({ tags: own }) => own.includes('survey')).map(({ id }) => id));
    for (const { id } of many.slice(12, 39)) {
      const list = (related.get(id) ?? []).slice(0, 8);
      expect(list.filter((neighbour) => surveys.has(neighbour.id)).length).toBeLessThanOrEqual(2);
    }
  });
});
