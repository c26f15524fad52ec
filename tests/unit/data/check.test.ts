import { describe, expect, it, test } from 'vitest';
import { checkIdMonth, checkRecord } from '@/data/build/check-record';
import { checkAgainstAbstract } from '@/data/build/check-abstracts';
import { areTooNear, findCopiedWords } from '@/data/build/check-summary';
import type { PaperRecord } from '@/lib/domain/paper';
import { sampleRecord, sampleResult, TAGS } from './sample';

const tags = new Map(TAGS.map((tag) => [tag.id, tag]));
const faultsOf = (changes: Partial<PaperRecord>) => checkRecord(sampleRecord(changes), tags);

const code = { kind: 'code', official: true } as const;

describe('the check of a record', () => {
  it('reports nothing if there is no error', () => {
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
      'a differently spelled family name',
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
  ])('reports a record with %s', (_, changes, field, message) => {
    expect(faultsOf(changes)).toEqual([{ field, message: expect.stringMatching(message) }]);
  });

  it('allows "vs." or a decimal in a sentence', () => {
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
])('an id %s fits the date %s: %s', (id, published, fits) => {
  expect(checkIdMonth(id, published).length === 0).toBe(fits);
});

describe('two summaries', () => {
  it('are too similar if they differ by one word only', () => {
    const a = 'A chest X-ray model that writes reports and marks doubtful findings.';
    expect(areTooNear(a, a.replace('doubtful', 'unsure'))).toBe(true);
    expect(areTooNear(a, 'A benchmark of stone films from six hospitals, with prices.')).toBe(false);
    expect(areTooNear('', '')).toBe(false);
  });

  it('count as quoted from six identical words in a row', () => {
    expect(findCopiedWords('It reads a, b, c and d e.', 'reads A b C; and D')).toBe('reads a b c and d');
    expect(findCopiedWords('It reads a b c and more', 'reads a b c and')).toBeUndefined();
  });
});

describe('annotations checked against their abstract', () => {
  const abstract = 'Our reader has an F1 score of 0.63 and 5\\% fewer faults. The F1 score of 0.7 is theirs.';
  const check = (anchor: string, summary = 'Reads films.') =>
    checkAgainstAbstract(sampleRecord({ summary, results: [sampleResult({ anchor })] }), abstract);

  test.each(['F1 score of 0.63', '5% fewer faults'])('accept "%s", which is in the abstract', (anchor) => {
    expect(check(anchor)).toEqual([]);
  });

  test.each([
    ['0.64', /not in the abstract/],
    ['f1 score of 0.63', /not in the abstract/],
    ['The F1  score of 0.7', /not in the abstract/],
    ['F1 score of', /more than once/],
  ])('report "%s"', (anchor, message) => {
    expect(check(anchor)).toEqual([{ field: 'results[0].anchor', message: expect.stringMatching(message) }]);
  });

  it('report a summary that quotes the abstract', () => {
    expect(check('0.63', 'It has an F1 score of 0.63 on films.')).toMatchObject([{ field: 'summary' }]);
  });
});
