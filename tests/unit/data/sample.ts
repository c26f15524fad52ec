/** Small records and a small taxonomy for tests of the catalogue. */
import { parseArxivId } from '@/lib/domain/arxiv-id';
import type { PaperId } from '@/lib/domain/arxiv-id';
import type { PaperRecord, Result, TagDefinition } from '@/lib/domain/paper';

/** A canonical id; fails the test if the text is no id. */
export function paperId(text: string): PaperId {
  const id = parseArxivId(text)?.id;
  if (id === undefined) throw new Error(`${text} is no id`);
  return id;
}

/** A small taxonomy. */
export const TAGS: readonly TagDefinition[] = [
  { id: 'x-ray', facet: 'modality', label: 'X-ray', forms: ['x-ray'], definition: 'Radiographs.' },
  { id: 'chest', facet: 'anatomy', label: 'Chest', forms: ['chest'], definition: 'The thorax.' },
  {
    id: 'report-generation',
    facet: 'task',
    label: 'Report generation',
    forms: ['report generation'],
    definition: 'Writing reports.',
  },
  {
    id: 'method',
    facet: 'contribution',
    label: 'New method',
    forms: ['we propose'],
    definition: 'A new way.',
  },
  { id: 'survey', facet: 'contribution', label: 'Survey', forms: ['survey'], definition: 'An overview.' },
  {
    id: 'mimic-cxr',
    facet: 'data',
    label: 'MIMIC-CXR',
    forms: ['MIMIC-CXR'],
    definition: 'Chest X-rays with reports.',
  },
];

/** A valid result with some fields changed. */
export function sampleResult(changes: Partial<Result> = {}): Result {
  return {
    metric: 'F1',
    value: '0.63',
    kind: 'level',
    role: 'own',
    better: 'higher',
    anchor: 'F1 score of 0.63',
    ...changes,
  };
}

/** A valid record with some fields changed. */
export function sampleRecord(changes: Partial<PaperRecord> = {}): PaperRecord {
  return {
    id: paperId('2407.08410'),
    title: 'Reading radiographs of stones',
    authors: { names: ['Ada Stone', 'Ben Rock'] },
    published: '2024-07-11',
    readVersion: 1,
    summary: 'Writes a short report for each chest film and marks what it is unsure of.',
    tags: ['report-generation', 'x-ray', 'chest', 'method'],
    results: [sampleResult()],
    links: [{ kind: 'code', url: 'https://github.com/stone/reader', official: true }],
    terms: [
      ['stones', 0.5],
      ['radiographs', 0.4],
      ['films', 0.3],
      ['reading', 0.2],
      ['unsure', 0.1],
    ],
    listing: { comments: 2 },
    ...changes,
  };
}

const WORDS = 'amber basalt chalk dolomite emery flint granite halite'.split(' ');

/** Records that differ in id, title, summary and one term. */
export function sampleRecords(count: number): PaperRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const word = `${WORDS[index % WORDS.length]}${index}`;
    return sampleRecord({
      id: paperId(`2407.${String(100 + index).padStart(5, '0')}`),
      title: `Films of ${word}`,
      summary: `${word} ${'abcdefghij'
        .split('')
        .map((letter) => `${letter}${index}`)
        .join(' ')}.`,
      terms: [[word, 0.9], ...sampleRecord().terms],
    });
  });
}
