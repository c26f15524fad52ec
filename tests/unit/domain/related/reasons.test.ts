import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taxonomySchema } from '@/data/build/schema';
import type { Facet, TagDefinition } from '@/lib/domain/paper';
import { tagWeights } from '@/lib/domain/related/paper-index';
import { explainNearness } from '@/lib/domain/related/reasons';
import type { SharedTag } from '@/lib/domain/related/reasons';

const { tags: taxonomy } = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));

/** A tag with the given label, with the taxonomy's data about it. */
const shared = (facet: Facet, id: string, label: string, rarity: number): SharedTag => ({
  definition: {
    ...taxonomy.find((tag) => tag.id === id),
    id,
    facet,
    label,
    forms: [label.toLowerCase()],
    definition: '',
  },
  rarity,
  isOnly: true,
});

const TAGS = {
  xRay: shared('modality', 'x-ray', 'X-ray', 0.8),
  mri: shared('modality', 'mri', 'MRI', 1.7),
  fundus: shared('modality', 'fundus', 'Fundus photography', 2.3),
  endoscopy: shared('modality', 'endoscopy', 'Endoscopy', 2.3),
  text: shared('modality', 'clinical-text', 'Clinical text', 1.4),
  chest: shared('anatomy', 'chest', 'Chest', 1.3),
  eye: shared('anatomy', 'eye', 'Eye', 2.9),
  gut: shared('anatomy', 'gastrointestinal-tract', 'Gastrointestinal tract', 3.5),
  tumour: shared('disease', 'tumor', 'Tumours', 2.7),
  reports: shared('task', 'report-generation', 'Report generation', 1.3),
  explain: shared('task', 'explainability', 'Explainability', 1.7),
  diagnosis: shared('task', 'disease-diagnosis', 'Disease diagnosis', 1.6),
  synthesis: shared('task', 'image-generation', 'Image synthesis', 2.3),
  textToImage: shared('task', 'text-to-image-generation', 'Text-to-image generation', 2.6),
  vlm: shared('method', 'vision-language-model', 'Vision-language model', 0.7),
  small: shared('data', 'medmnist', 'MedMNIST', 3.5),
  corrupted: shared('data', 'medmnist-c', 'MedMNIST-C', 3.6),
  survey: shared('contribution', 'survey', 'Survey', 2.9),
} as const;

const explain = (...names: readonly (keyof typeof TAGS)[]): string[] =>
  explainNearness(
    names.map((name) => TAGS[name]),
    [],
    () => new Set(),
  ).map(({ text }) => text);

/** The same for papers that have other modalities, organs and diseases as well. */
const explainOfSeveral = (...names: readonly (keyof typeof TAGS)[]): string[] =>
  explainNearness(
    names.map((name) => ({ ...TAGS[name], isOnly: false })),
    [],
    () => new Set(),
  ).map(({ text }) => text);

const REPORTS_AND_VLM = ['both generate reports', 'both build or use vision-language models'];

describe('explainNearness', () => {
  it.each([
    ['Image classification', ['ImageNet classification'], 'image classification'],
    ['Bayesian method', ['Bayesian'], 'Bayesian methods'],
    ['Kolmogorov-Arnold network', ['KAN'], 'Kolmogorov-Arnold networks'],
    ['Segment Anything models', ['Segment Anything'], 'Segment Anything models'],
  ])('writes the label %s inside a sentence', (label, forms, text) => {
    const { definition, ...rest } = shared('method', 'it', label, 1);
    const tag = { ...rest, definition: { ...definition, forms } };
    expect(explainNearness([tag], [], () => new Set(), true).map(({ text: said }) => said)).toEqual([
      `both use ${text}`,
    ]);
  });

  it.each<[string, readonly (keyof typeof TAGS)[], readonly string[]]>([
    ['names shared datasets together', ['small', 'corrupted'], ['same data: MedMNIST-C and MedMNIST']],
    ['puts a dataset first', ['explain', 'small'], ['same data: MedMNIST', 'both explain their decisions']],
    ['joins task and subject', ['reports', 'xRay', 'chest'], ['both generate reports from chest X-ray']],
    ['applies a quality to a subject', ['explain', 'mri'], ['both explain their decisions on MRI']],
    [
      'names a second task',
      ['explain', 'diagnosis'],
      ['both explain their decisions', 'both diagnose disease'],
    ],
    ['replaces a modality by its part of the body', ['fundus', 'eye'], ['both about fundus photography']],
    ['uses the adjective of a part', ['endoscopy', 'gut'], ['both about gastrointestinal endoscopy']],
    ['says where tumours are seen', ['tumour', 'mri'], ['both about tumours in MRI']],
    ['leaves out what is implied', ['textToImage', 'synthesis'], ['both generate images from text']],
    ['leaves out the text of reports', ['reports', 'text', 'vlm'], REPORTS_AND_VLM],
    ['leaves out what most share', ['small', 'vlm'], ['same data: MedMNIST']],
    ['includes a common method beside a weak reason', ['reports', 'vlm'], REPORTS_AND_VLM],
    [
      'recognises two surveys',
      ['survey', 'vlm'],
      ['both are surveys', 'both build or use vision-language models'],
    ],
    ['gives none for one broad task', ['diagnosis'], []],
    ['gives none for one method', ['vlm'], []],
    ['accepts one narrow task', ['synthesis'], ['both synthesise images']],
  ])('%s', (_, names, reasons) => {
    expect(explain(...names)).toEqual(reasons);
  });

  it.each<[string, readonly (keyof typeof TAGS)[], readonly string[]]>([
    ['a modality', ['reports', 'xRay', 'vlm'], ['both generate reports', 'both about X-ray']],
    ['a part of the body', ['reports', 'chest'], ['both about the chest', 'both generate reports']],
    [
      'a picture of a part',
      ['explain', 'mri', 'eye'],
      ['both about the eye', 'both explain their decisions'],
    ],
  ])('names a task and %s separately if one of the papers has several', (_, names, reasons) => {
    expect(explainOfSeveral(...names)).toEqual(reasons);
  });

  it.each([
    [1.9, ['both mention deraining', 'both explain their decisions']],
    [3.5, ['both explain their decisions', 'both mention deraining']],
  ])('says what many papers share after a narrower reason: a task with a rarity of %s', (rarity, texts) => {
    const term = { surface: 'deraining', key: 'derain', rarity: 4, contribution: 0.1, isSubject: true };
    const reasons = explainNearness([{ ...TAGS.explain, rarity }], [term], () => new Set());
    expect(reasons.map(({ text }) => text)).toEqual(texts);
  });

  it('returns the parts that other languages combine into a sentence', () => {
    const parts = explainNearness(
      [TAGS.small, TAGS.corrupted, TAGS.reports, TAGS.xRay, TAGS.chest],
      [],
      () => new Set(),
    ).map(({ form, names }) => ({ form, names }));
    expect(parts).toEqual([
      { form: 'data', names: [['MedMNIST-C', 'MedMNIST']] },
      { form: 'taskOn', names: [['report generation'], ['chest X-ray']] },
    ]);
  });

  it('gives the available reasons for a paper that a person added', () => {
    expect(explainNearness([TAGS.diagnosis], [], () => new Set(), true)).toEqual([
      { form: 'task', names: [['disease diagnosis']], text: 'both diagnose disease' },
    ]);
  });
});

/** The weight of an X-ray relative to the first tag. */
const share = (weights: ReadonlyMap<string, number>): number =>
  (weights.get('x-ray') ?? 0) / (weights.get('explainability') ?? 1);

describe('tagWeights', () => {
  const tags = new Map<string, TagDefinition>(
    Object.values(TAGS).map(({ definition }) => [definition.id, definition]),
  );
  const weigh = (...ids: readonly string[]): Map<string, number> => {
    const weights = tagWeights(
      ids,
      () => 5,
      70,
      (id) => tags.get(id),
    );
    return new Map(ids.map((id, at) => [id, weights[at] ?? 0]));
  };

  it('returns a vector of unit length, with less weight for later tags', () => {
    const weights = weigh('explainability', 'disease-diagnosis', 'report-generation');
    expect(Math.hypot(...weights.values())).toBeCloseTo(1);
    expect([...weights.values()]).toEqual([...weights.values()].toSorted((a, b) => b - a));
  });

  it('gives many modalities the total weight of few', () => {
    const few = weigh('explainability', 'x-ray', 'mri', 'fundus');
    const many = weigh('explainability', 'x-ray', 'mri', 'fundus', 'endoscopy', 'clinical-text');
    expect(share(many)).toBeLessThan(share(few) * 0.8);
  });

  it('makes surveys similar to each other', () => {
    const weights = weigh('vision-language-model', 'survey');
    expect(weights.get('survey') ?? 0).toBeGreaterThan(weights.get('vision-language-model') ?? 1);
  });
});
