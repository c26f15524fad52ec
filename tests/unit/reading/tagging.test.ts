import { describe, expect, it } from 'vitest';
import taxonomy from '@/data/taxonomy.json';
import type { TagDefinition } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';
import { FAINT } from '@/lib/domain/reading/tags/faint';
import { createTagger, findTags } from '@/lib/domain/reading/tags/match';

const tag = (id: string, facet: TagDefinition['facet'], ...forms: string[]): TagDefinition => ({
  id,
  facet,
  label: id,
  forms,
  definition: id,
});

const TAGS = [
  tag('ct', 'modality', 'CT', 'computed tomography'),
  tag('mri', 'modality', 'MRI'),
  tag('natural-images', 'modality', 'ImageNet', 'natural image'),
  tag('ehr', 'modality', 'EHR'),
  tag('image-reconstruction', 'task', 'MRI reconstruction'),
  tag('image-segmentation', 'task', 'segmentation', 'image segmentation'),
  tag('sequence-labeling', 'task', 'text segmentation'),
  tag('question-answering', 'task', 'question answering'),
  tag('visual-question-answering', 'task', 'visual question answering', 'VQA'),
  tag('image-retrieval', 'task', 'image retrieval'),
  tag('computer-vision', 'task', 'computer vision'),
  tag('reinforcement-learning', 'method', 'reinforcement learning'),
  tag('optimization', 'task', 'optimizer'),
  tag('tumor', 'anatomy', 'tumor'),
  tag('dataset', 'contribution', 'dataset'),
];
const tagger = createTagger(TAGS);
const ids = (text: string): string[] => findTags(text, tagger).map(({ id }) => id);

describe('findTags', () => {
  it.each<[what: string, text: string, expected: string[]]>([
    ['plural', 'Segmentations of tumors', ['image-segmentation', 'tumor']],
    ['hyphens', 'image-segmentation', ['image-segmentation']],
    ['a line break inside a form', 'computed\ntomography', ['ct']],
    ['British spelling', 'Tumours', ['tumor']],
    ['an acronym as printed', 'CT and CTs', ['ct']],
    ['no acronym in another case', 'the ct of this', []],
    ['no form inside a word', 'CTA presegmentation', []],
    ['no form across a full stop', 'an image. Retrieval', []],
    ['the longer form, not the one it ends with', 'visual question answering', ['visual-question-answering']],
    ['the other thing that a longer form names', 'text segmentation', ['sequence-labeling']],
    ['nothing that is said to be absent', 'trained without reinforcement learning', []],
    ['"not only" as present', 'not only segmentation', ['image-segmentation']],
  ])('reads %s', (_what, text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('counts mentions and gives the place of the first', () => {
    expect(findTags('An MRI; more MRI.', tagger)).toEqual([
      { id: 'mri', count: 2, span: { start: 3, end: 6 } },
    ]);
  });
});

const read = (title: string, abstract: string, categories: string[] = []): string[] =>
  readPaper({ title, abstract, categories }, TAGS).tags.map(({ id }) => id);

describe('the tags of a reading', () => {
  it('put the title first and leave out a task named once in passing', () => {
    expect(
      read('Image retrieval with CT', 'We do image retrieval. It may help segmentation. CT helps.'),
    ).toEqual(['ct', 'image-retrieval']);
  });

  it('fall back to the arXiv category where no task is named', () => {
    expect(read('Pictures', 'We look at pictures.', ['cs.CV'])).toEqual(['computer-vision']);
    expect(read('Pictures', 'We look at image retrieval.', ['cs.CV'])).toEqual(['image-retrieval']);
  });

  it('know the datasets that stand for a modality', () => {
    expect(read('Segmentation', 'We test on BraTS and KiTS19.')).toEqual(['image-segmentation', 'mri', 'ct']);
    expect(read('A title', 'We look for bleeding in NCCT.')).toEqual(['ct']);
  });

  it('name the modality that a longer form of a task names', () => {
    expect(read('MRI reconstruction', 'We reconstruct.')).toEqual(['mri', 'image-reconstruction']);
  });

  it.each<[what: string, abstract: string, expected: string[]]>([
    ['what a network was trained on before', 'Our net, pretrained on ImageNet, reads scans.', []],
    ['what scans are set against once', 'CT is no natural image. CT is grey.', ['ct']],
    ['a table of anything', 'We classify tabular data.', []],
    ['what a method for scans was not made for', 'Most are tailored to natural images, ours to CT.', ['ct']],
    ['a code list', 'We map diagnoses to SNOMED CT.', []],
  ])('name no modality by %s', (_what, abstract, expected) => {
    expect(read('A title', abstract)).toEqual(expected);
  });

  it('pass over a task that is named once by words that many papers use in passing', () => {
    expect(read('A title', 'We train with an optimizer.', ['cs.CV'])).toEqual(['computer-vision']);
    expect(read('A title', 'This optimizer beats the other optimizer.')).toEqual(['optimization']);
    expect(read('Optimizers', 'We train.')).toEqual(['optimization']);
  });

  it('take a table for a health record beside scans', () => {
    expect(read('A title', 'We pair MRI with tabular data.')).toEqual(['mri', 'ehr']);
  });

  it('leave contributions to their own field', () => {
    expect(read('A dataset', 'We introduce a new dataset.')).toEqual([]);
  });
});

describe('words used in passing', () => {
  it('are forms of tasks: one that no task has would say nothing', () => {
    const forms = taxonomy.tags.filter(({ facet }) => facet === 'task').flatMap((task) => task.forms);
    const known = new Set(forms.map((form) => form.toLowerCase().replace(/[\s-]+/g, ' ')));
    expect([...FAINT].filter((form) => !known.has(form))).toEqual([]);
  });
});
