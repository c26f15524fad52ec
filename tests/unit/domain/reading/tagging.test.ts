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
  { ...tag('fundus', 'modality', 'fundus'), signs: ['tumor segmentation'], usual: ['glaucoma'] },
  tag('image-reconstruction', 'task', 'MRI reconstruction'),
  tag('image-segmentation', 'task', 'segmentation', 'image segmentation'),
  tag('sequence-labeling', 'task', 'text segmentation'),
  tag('question-answering', 'task', 'question answering'),
  tag('visual-question-answering', 'task', 'visual question answering', 'VQA'),
  tag('image-retrieval', 'task', 'image retrieval'),
  { ...tag('computer-vision', 'task', 'computer vision'), traits: ['broad'], categories: ['cs.CV'] },
  tag('reinforcement-learning', 'method', 'reinforcement learning'),
  { ...tag('optimization', 'task', 'optimizer'), faint: ['optimizer'] },
  { ...tag('planning', 'task', 'job shop', 'scheduling'), vague: ['scheduling'] },
  { ...tag('diagnosis', 'task', 'diagnosis'), withDisease: ['detection'] },
  tag('object-detection', 'task', 'polyp detection'),
  tag('disease', 'disease', 'glaucoma', 'polyp', 'seizure', 'seizure detection'),
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
    ['the longer form, not the one at its end', 'visual question answering', ['visual-question-answering']],
    ['the other meaning of a longer form', 'text segmentation', ['sequence-labeling']],
    ['nothing that is stated to be absent', 'trained without reinforcement learning', []],
    ['"not only" as present', 'not only segmentation', ['image-segmentation']],
  ])('reads %s', (_what, text, expected) => {
    expect(ids(text)).toEqual(expected);
  });

  it('counts mentions and returns the position of the first', () => {
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

const isTitledClassification = (title: string): boolean =>
  readPaper(
    { title, abstract: 'We report a study of many patients.', categories: ['cs.CV'] },
    taxonomy.tags,
  ).tags.some(({ id }) => id === 'image-classification');

describe('image classification in a title', () => {
  it.each([
    'Classification of dermoscopic pictures of the skin by two networks',
    'Robust CT-scan classification across hospitals',
    'Explaining 3D computed tomography classifiers',
    'Segmenting and classifying nodules in thyroid ultrasound',
  ])('is read from "%s"', (title) => expect(isTitledClassification(title)).toBe(true));

  it.each([
    ['without images', 'Classification of heart beats in electrocardiograms'],
    ['of reports', 'Classification of radiology reports on chest X-rays'],
    ['of another thing', 'Surgical phase classification in endoscopy'],
    ['that the paper leaves behind', 'Beyond classification: regression on CT scans'],
    ['that the title does not name', 'A benchmark of chest X-rays'],
  ])('is not read from a title %s: "%s"', (_what, title) =>
    expect(isTitledClassification(title)).toBe(false),
  );
});

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
    ['medical texts', 'We improve medical question answering.', ['clinical-text']],
    [
      'images of an unnamed kind',
      'We segment medical images; two medical images differ.',
      ['medical-images'],
    ],
    ['their kind only, if it is named', 'We segment medical images: medical images of CT.', ['ct']],
    [
      'the usual kind before an unspecific one',
      'Multi-organ segmentation in medical images helps medical imaging.',
      ['ct'],
    ],
    ['health records', 'We read patient records and count visits.', ['ehr']],
    ['paired images and reports', 'We align chest X-ray images and reports.', ['clinical-text', 'x-ray']],
  ])('are recognised by %s', (_what, abstract, expected) => {
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
    ['a disease in texts only', 'Clinical notes tell of intracranial hemorrhage.', ['clinical-text']],
  ])('are the usual ones if none is named: %s', (_what, abstract, expected) => {
    expect(seen('A title', abstract)).toEqual(expected);
  });

  const filler = 'We describe the method in a few more words that say nothing of any picture. '.repeat(3);
  it.each<[what: string, title: string, abstract: string, expected: string[]]>([
    ['a scale', 'A title', 'We simulate traffic at a microscopic scale.', []],
    ['a grade', 'A title', 'MRI predicts the histological grade.', ['mri']],
    ['an example of an application', 'A title', 'We sharpen images, as in medical imaging.', []],
    [
      'where images were found',
      'Medical VQA over several visits',
      'We put patient records in order, and ask what changed.',
      ['medical-images'],
    ],
    [
      'records that are read together with images',
      'Medical VQA over several visits',
      'We read patient records, and pair patient records with scans.',
      ['ehr', 'medical-images'],
    ],
    ['a pulse sensor', 'A title', 'Monitoring of vital signs by cameras.', []],
    [
      'the data on which a network was pretrained',
      'A title',
      `SAM knows natural images. ${filler} Clinical scans differ.`,
      [],
    ],
    [
      'what it is compared with',
      'Ultrasound of nodules',
      `Unlike ultrasound, MRI is costly. ${filler}`,
      ['ultrasound'],
    ],
    [
      'natural images used for tests',
      'A title',
      `${filler} Clinical and natural images show it.`,
      ['natural-images'],
    ],
    [
      'a second modality later in the text',
      'Ultrasound of nodules',
      `${filler} We also test on MRI.`,
      ['mri', 'ultrasound'],
    ],
  ])('are distinguished from %s', (_what, title, abstract, expected) => {
    expect(seen(title, abstract)).toEqual(expected);
  });
});

const read = (title: string, abstract: string, categories: string[] = ['cs.XX']): string[] =>
  readPaper({ title, abstract, categories }, TAGS).tags.map(({ id }) => id);

const idsOf = (abstract: string): string[] =>
  readPaper({ title: 'Kites', abstract, categories: ['cs.CV'] }, TAGS).tags.map(({ id }) => id);

describe('the tags of a reading', () => {
  it('list tags of the title first and omit a task mentioned once in passing', () => {
    expect(
      read('Image retrieval with CT', 'We do image retrieval. It may help segmentation. CT helps.'),
    ).toEqual(['ct', 'image-retrieval']);
  });

  it('omit a method that a long abstract mentions once, near its end', () => {
    const long = 'We sort the kites of a fair by their colours and their tails. '.repeat(12);
    expect(idsOf(`${long}This may help reinforcement learning.`)).not.toContain('reinforcement-learning');
    expect(idsOf(`This is reinforcement learning. ${long}`)).toContain('reinforcement-learning');
  });

  it('include the arXiv category’s task if none is named', () => {
    expect(read('Pictures', 'We look at pictures.', ['cs.CV'])).toEqual(['computer-vision']);
    expect(read('Pictures', 'We look at image retrieval.', ['cs.CV'])).toEqual(['image-retrieval']);
  });

  it('include the modality of a named dataset', () => {
    expect(read('Segmentation', 'We test on BraTS and KiTS19.')).toEqual([
      'image-segmentation',
      'ct',
      'mri',
      'brats',
    ]);
    expect(read('A title', 'We look for bleeding in NCCT.')).toEqual(['ct']);
  });

  it('include the modality that a longer form of a task names', () => {
    expect(read('MRI reconstruction', 'We reconstruct.')).toEqual(['mri', 'image-reconstruction']);
  });

  it('include what is named in a phrase that only indicates a modality', () => {
    expect(read('Tumor segmentation', 'We segment.')).toEqual(['fundus', 'tumor', 'image-segmentation']);
  });

  it('include the task that a disease and a common word name', () => {
    expect(read('Glaucoma detection', 'We detect.')).toEqual(['fundus', 'disease', 'diagnosis']);
    expect(read('Detection of glaucoma', 'We detect.')).toEqual(['fundus', 'disease', 'diagnosis']);
    expect(read('A title', 'The detection of glaucoma matters.')).not.toContain('diagnosis');
    expect(read('Polyp detection', 'We detect.')).not.toContain('diagnosis');
    expect(read('Seizure detection', 'We detect.')).toEqual(['disease']);
  });

  it.each<[what: string, abstract: string, expected: string[]]>([
    ['a single comparison with scans', 'CT is no natural image. CT is grey.', ['ct']],
    ['a table of any kind', 'We classify tabular data.', []],
    ['a counterexample of a method for scans', 'Most are tailored to natural images, ours to CT.', ['ct']],
    ['a code list', 'We map diagnoses to SNOMED CT.', []],
  ])('include no modality because of %s', (_what, abstract, expected) => {
    expect(read('A title', abstract)).toEqual(expected);
  });

  it('omit a task that is mentioned once in words that many papers use in passing', () => {
    expect(read('A title', 'We train with an optimizer.', ['cs.CV'])).toEqual(['computer-vision']);
    expect(read('A title', 'This optimizer beats the other optimizer.')).toEqual(['optimization']);
    expect(read('Optimizers', 'We train.')).toEqual(['optimization']);
  });

  it('counts a form of wide meaning only in a title, if named three times or beside another form', () => {
    const twice = 'Scheduling of rates. The scheduling is slow.';
    expect(read('A title', twice)).toEqual([]);
    expect(read('A title', `${twice} Scheduling ends.`)).toEqual(['planning']);
    expect(read('A title', `${twice} A job shop.`)).toEqual(['planning']);
    expect(read('On scheduling', 'An abstract.')).toEqual(['planning']);
  });

  it('compares faint forms by the common spelling of their words', () => {
    const tags = [{ ...tag('generation', 'task', 'decoding strategy'), faint: ['decoding strategy'] }];
    const paper = { title: 'A title', categories: [], abstract: 'We vary decoding strategies.' };
    expect(readPaper(paper, tags).tags).toEqual([]);
  });

  it('include health records if tables are read together with scans', () => {
    expect(read('A title', 'We pair MRI with tabular data.')).toEqual(['mri', 'ehr']);
  });

  it('include contributions only in their own field', () => {
    expect(read('A dataset', 'We introduce a new dataset.')).toEqual([]);
  });
});
