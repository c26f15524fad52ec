import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taxonomySchema } from '@/data/build/schema';
import type { TagDefinition } from '@/lib/domain/paper';
import { readPaper } from '@/lib/domain/reading';
import { addForm, createTree } from '@/lib/domain/reading/tags/form-tree';
import { findForms } from '@/lib/domain/reading/tags/match';
import { isAbsent } from '@/lib/domain/reading/tags/mention';

const taxonomy = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));

const tag = (id: string, facet: TagDefinition['facet'], ...forms: string[]): TagDefinition => ({
  id,
  facet,
  label: id,
  forms,
  definition: id,
});

const TAGS: readonly TagDefinition[] = [
  {
    ...tag('ct', 'modality', 'CT', 'computed tomography'),
    signs: ['KiTS#', 'NCCT'],
    not: ['SNOMED CT'],
  },
  tag('mri', 'modality', 'MRI'),
  {
    ...tag('natural-images', 'modality', 'natural image'),
    traits: ['everyday', 'backdrop'],
    not: ['tailored to natural images'],
  },
  { ...tag('ehr', 'modality', 'EHR'), field: 'medicine', signs: ['tabular data'] },
  { ...tag('brats', 'data', 'BraTS'), implies: ['mri'] },
  tag('image-reconstruction', 'task', 'MRI reconstruction'),
  tag('image-segmentation', 'task', 'segmentation', 'image segmentation'),
  tag('sequence-labeling', 'task', 'text segmentation'),
  tag('question-answering', 'task', 'question answering'),
  tag('visual-question-answering', 'task', 'visual question answering', 'VQA'),
  tag('image-retrieval', 'task', 'image retrieval'),
  { ...tag('computer-vision', 'task', 'computer vision'), traits: ['broad'], categories: ['cs.CV'] },
  tag('reinforcement-learning', 'method', 'reinforcement learning'),
  { ...tag('optimization', 'task', 'optimizer'), faint: ['optimizer'] },
  tag('tumor', 'anatomy', 'tumor'),
  tag('dataset', 'contribution', 'dataset'),
];
const tree = createTree();
for (const { id, forms } of TAGS) for (const form of forms) addForm(tree, id, form);
const ids = (text: string): string[] =>
  findForms(text, tree, new Set(), (printed, words, at) => !isAbsent(printed, words, at)).map(({ id }) => id);

describe('findForms', () => {
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
    expect(findForms('An MRI; more MRI.', tree, new Set(), () => true)).toEqual([
      { id: 'mri', count: 2, span: { start: 3, end: 6 } },
    ]);
  });
});

const MODALITIES = new Set(taxonomy.tags.filter(({ facet }) => facet === 'modality').map(({ id }) => id));
/** The modalities of a reading with the whole taxonomy. */
const seen = (title: string, abstract: string): string[] =>
  readPaper({ title, abstract, categories: ['eess.IV'] }, taxonomy.tags)
    .tags.map(({ id }) => id)
    .filter((id) => MODALITIES.has(id))
    .toSorted();

describe('the modalities of a reading', () => {
  it.each<[what: string, abstract: string, expected: string[]]>([
    [
      'a challenge with its year',
      'We test on ISIC17, BraTS2021 and EndoVis18.',
      ['dermatology', 'endoscopy', 'mri'],
    ],
    ['datasets of several modalities', 'Tests on MM-WHS and CHAOS, both medical.', ['ct', 'mri']],
    ['an abdominal dataset', 'Tests on the Synapse dataset.', ['ct']],
    ['questions about scans', 'We answer the questions of VQA-RAD.', ['ct', 'mri', 'x-ray']],
    ['small versions of datasets', 'DermaMNIST and OCTMNIST are used.', ['dermatology', 'oct']],
    ['a stain', 'We count Ki-67 positive cells in biopsies.', ['pathology']],
    ['a mapping sequence', 'T1 mapping of patients is slow.', ['mri']],
    ['a device', 'We register clinical images of a C-arm.', ['fluoroscopy', 'x-ray']],
    ['texts of medicine', 'We improve medical question answering.', ['clinical-text']],
    ['paired images and reports', 'We align chest X-ray images and reports.', ['clinical-text', 'x-ray']],
  ])('are known by %s', (_what, abstract, expected) => {
    expect(seen('A title', abstract)).toEqual(expected);
  });

  it.each<[what: string, abstract: string, expected: string[]]>([
    ['an organ of MRI', 'We segment gliomas: glioma segmentation is hard.', ['mri']],
    ['the same on slides', 'We classify slides for brain tumor classification with WSIs.', ['pathology']],
    ['an organ of CT', 'We try multi-organ segmentation.', ['ct']],
    ['the same in ultrasound', 'We try multi-organ segmentation in ultrasound.', ['ultrasound']],
    ['catheters', 'Coronary angiography shows the vessels.', ['fluoroscopy', 'x-ray']],
    ['vessels in CT', 'Coronary angiography with CCTA shows the vessels.', ['ct']],
    ['the usual reports', 'We try radiology report generation.', ['clinical-text', 'x-ray']],
    ['a disease in texts alone', 'Clinical notes tell of intracranial hemorrhage.', ['clinical-text']],
  ])('are the usual ones where none is named: %s', (_what, abstract, expected) => {
    expect(seen('A title', abstract)).toEqual(expected);
  });

  const filler = 'We describe the method in a few more words that say nothing of any picture. '.repeat(3);
  it.each<[what: string, title: string, abstract: string, expected: string[]]>([
    ['a scale', 'A title', 'We simulate traffic at a microscopic scale.', []],
    ['a grade', 'A title', 'MRI predicts the histological grade.', ['mri']],
    ['a sensor of the pulse', 'A title', 'Monitoring of vital signs by cameras.', []],
    ['what a network saw first', 'A title', `SAM knows natural images. ${filler} Clinical scans differ.`, []],
    [
      'what is set against it',
      'Ultrasound of nodules',
      `Unlike ultrasound, MRI is costly. ${filler}`,
      ['ultrasound'],
    ],
    [
      'natural images that are tested on',
      'A title',
      `${filler} Clinical and natural images show it.`,
      ['natural-images'],
    ],
    [
      'a second modality further on',
      'Ultrasound of nodules',
      `${filler} We also test on MRI.`,
      ['mri', 'ultrasound'],
    ],
  ])('are told from %s', (_what, title, abstract, expected) => {
    expect(seen(title, abstract)).toEqual(expected);
  });
});

const read = (title: string, abstract: string, categories: string[] = ['cs.XX']): string[] =>
  readPaper({ title, abstract, categories }, TAGS).tags.map(({ id }) => id);

const idsOf = (abstract: string): string[] =>
  readPaper({ title: 'Kites', abstract, categories: ['cs.CV'] }, TAGS).tags.map(({ id }) => id);

describe('the tags of a reading', () => {
  it('put the title first and leave out a task named once in passing', () => {
    expect(
      read('Image retrieval with CT', 'We do image retrieval. It may help segmentation. CT helps.'),
    ).toEqual(['ct', 'image-retrieval']);
  });

  it('leave out a method that a long abstract names once, and near its end', () => {
    const long = 'We sort the kites of a fair by their colours and their tails. '.repeat(12);
    expect(idsOf(`${long}This may help reinforcement learning.`)).not.toContain('reinforcement-learning');
    expect(idsOf(`This is reinforcement learning. ${long}`)).toContain('reinforcement-learning');
  });

  it('fall back to the arXiv category where no task is named', () => {
    expect(read('Pictures', 'We look at pictures.', ['cs.CV'])).toEqual(['computer-vision']);
    expect(read('Pictures', 'We look at image retrieval.', ['cs.CV'])).toEqual(['image-retrieval']);
  });

  it('know the datasets that stand for a modality', () => {
    expect(read('Segmentation', 'We test on BraTS and KiTS19.')).toEqual([
      'image-segmentation',
      'ct',
      'mri',
      'brats',
    ]);
    expect(read('A title', 'We look for bleeding in NCCT.')).toEqual(['ct']);
  });

  it('name the modality that a longer form of a task names', () => {
    expect(read('MRI reconstruction', 'We reconstruct.')).toEqual(['mri', 'image-reconstruction']);
  });

  it.each<[what: string, abstract: string, expected: string[]]>([
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
