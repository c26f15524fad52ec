import { describe, expect, it } from 'vitest';
import { readTermStatistics, readWordVectors } from '@/data/build/model-files';
import { compileCorpus } from '@/lib/cli/bench/pack-parts';
import type { CorpusDocument } from '@/lib/cli/corpus';
import type { TagDefinition } from '@/lib/domain/paper';
import { findNearPapers, scoreTexts } from '@/lib/domain/related/in-pack';
import { queryOfProfile, queryOfText } from '@/lib/domain/related/query-paper';
import { parseArxivId } from '@/lib/domain/arxiv-id';

const { idf } = readTermStatistics();
const words = readWordVectors();

const TAGS: readonly TagDefinition[] = [
  { id: 'mri', facet: 'modality', label: 'MRI', definition: '', forms: ['MRI'] },
  { id: 'segmentation', facet: 'task', label: 'Segmentation', definition: '', forms: ['segmentation'] },
  { id: 'survey', facet: 'contribution', label: 'Survey', definition: '', forms: ['survey'] },
];

const SUBJECTS = [
  [
    'Outlines of gliomas in brain MRI',
    'Networks draw the outlines of gliomas and of swelling around them in MRI of the brain.',
    'mri',
    'segmentation',
  ],
  [
    'Grading gliomas from brain MRI',
    'We tell the grade of gliomas from scans of the brain before surgery.',
    'mri',
  ],
  [
    'A survey of glioma segmentation',
    'We review networks that segment gliomas, and the datasets on which they are compared.',
    'mri',
    'segmentation',
    'survey',
  ],
  [
    'Speech recognition for rare languages',
    'Acoustic models for languages with few hours of transcribed speech.',
  ],
  [
    'Translating speech without transcripts',
    'An encoder of spoken language and a decoder of text are trained end to end.',
  ],
  ['Grasping with soft robot hands', 'A robot with soft fingers learns to grasp tools from demonstrations.'],
  ['Path planning for walking robots', 'Legged robots plan footholds on rough ground from depth cameras.'],
] as const;

const documents = SUBJECTS.map(([title, abstract], at): CorpusDocument => ({
  id: `2401.0000${at}`,
  title,
  abstract,
  authors: [],
  categories: [],
  published: '2024-01-01',
  comment: '',
  hasCode: false,
}));
const tagsOf = ({ id }: CorpusDocument): readonly string[] => SUBJECTS[Number(id.slice(-1))]?.slice(2) ?? [];
const parts = compileCorpus(documents, idf, words, { taxonomy: TAGS, tagsOf });
const titleOf = (paper: number): string => documents[paper]?.title ?? '';

const text = (title: string, abstract: string, ...tags: string[]) =>
  queryOfText({ title, abstract, tags }, words);

describe('related papers in a pack', () => {
  it('are found by words, vectors and tags, nearest first, each with a reason', () => {
    const sought = text(
      'Glioma segmentation without labels',
      'We segment gliomas in brain MRI.',
      'mri',
      'segmentation',
    );
    const near = findNearPapers(parts, sought);
    expect(near.map(({ paper }) => titleOf(paper)).slice(0, 2)).toContain('Outlines of gliomas in brain MRI');
    expect(near.every(({ reasons }) => reasons.length > 0)).toBe(true);
    const scores = near.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('exclude the paper itself, by its number', () => {
    const [title, abstract, ...tags] = SUBJECTS[0];
    const near = findNearPapers(parts, text(title, abstract, ...tags), { self: 0 });
    expect(near.map(({ paper }) => paper)).not.toContain(0);
    expect(near.length).toBeGreaterThan(0);
  });

  it('name a rare word that both texts contain', () => {
    const sought = text('Glioma growth', 'How gliomas grow in the brain.');
    const withoutTags = compileCorpus(documents, idf, words);
    const reasons = findNearPapers(withoutTags, sought).flatMap((near) => near.reasons);
    for (const reason of reasons) expect(reason.text).toMatch(/^both mention /);
  });

  it('have the same scores by a pack’s own terms as in its lists, with vectors or without', () => {
    const id = parseArxivId('2401.99999')?.id;
    if (id === undefined) throw new Error('no id');
    const profile = {
      id,
      title: 'Gliomas',
      tags: ['mri', 'segmentation'],
      terms: [
        ['glioma', 0.9],
        ['brain', 0.4],
      ] as const,
    };
    for (const each of [parts, { ...parts, vectors: undefined }]) {
      const [first] = findNearPapers(each, queryOfProfile(profile, words));
      expect(titleOf(first?.paper ?? -1)).toMatch(/glioma/i);
    }
  });

  it('include similar words, such as spoken and speech, if no word is the same', () => {
    const sought = text('Pronunciation', 'Phonemes and accents.');
    const scores = [...scoreTexts(parts, sought)].map((score, paper) => ({ score, title: titleOf(paper) }));
    const [first] = scores.toSorted((a, b) => b.score - a.score);
    expect(first?.title).toMatch(/speech/i);
  });

  it('are none if nothing reaches the threshold, and none for an empty text', () => {
    expect(findNearPapers(parts, text('', ''))).toEqual([]);
    expect(findNearPapers(parts, text('Glioma', 'Gliomas.', 'mri'), { threshold: 1.1 })).toEqual([]);
  });

  it('include at most two surveys, and as many papers as requested', () => {
    const [outlines, , survey] = documents;
    const many = [survey, outlines, survey, outlines, survey, outlines].flatMap((document, at) =>
      document ? [{ ...document, id: `2402.${10_000 + at}` }] : [],
    );
    const pack = compileCorpus(many, idf, words, {
      taxonomy: TAGS,
      tagsOf: ({ title }) =>
        title.startsWith('A survey') ? ['mri', 'segmentation', 'survey'] : ['mri', 'segmentation'],
    });
    const near = findNearPapers(pack, text('Gliomas in MRI', 'Gliomas.', 'mri', 'segmentation'));
    expect(near.filter(({ paper }) => paper % 2 === 0)).toHaveLength(2);
  });
});
