import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taxonomySchema } from '@/data/build/schema';
import type { Facet, TagDefinition } from '@/lib/domain/paper';
import { tagWeights } from '@/lib/domain/related/paper-index';
import { explainNeighbour } from '@/lib/domain/related/reasons';
import type { SharedTag } from '@/lib/domain/related/reasons';

const { tags: taxonomy } = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));

/** A tag under a label of the test's own, with what the taxonomy knows of it. */
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
  explainNeighbour(
    names.map((name) => TAGS[name]),
    [],
    () => new Set(),
  );

describe('explainNeighbour', () => {
  it.each([
    ['Image classification', ['ImageNet classification'], 'image classification'],
    ['Bayesian method', ['Bayesian'], 'Bayesian methods'],
    ['CLIP', ['CLIP'], 'CLIP'],
    ['Kolmogorov-Arnold network', ['KAN'], 'Kolmogorov-Arnold networks'],
    ['Segment Anything models', ['Segment Anything'], 'Segment Anything models'],
  ])('writes %s inside a sentence', (label, forms, text) => {
    const { definition, rarity } = shared('method', 'it', label, 1);
    const tag = { definition: { ...definition, forms }, rarity };
    expect(explainNeighbour([tag], [], () => new Set())).toEqual([`both use ${text}`]);
  });

  it.each<[string, readonly (keyof typeof TAGS)[], readonly string[]]>([
    ['names shared datasets together', ['small', 'corrupted'], ['same datasets: MedMNIST-C and MedMNIST']],
    ['puts a dataset first', ['explain', 'small'], ['same dataset: MedMNIST', 'both on explainability']],
    ['joins task and subject', ['reports', 'xRay', 'chest'], ['both report generation on chest X-ray']],
    ['works on a quality for a subject', ['explain', 'mri'], ['both on explainability for MRI']],
    [
      'names a second task',
      ['explain', 'diagnosis'],
      ['both on explainability', 'both on disease diagnosis'],
    ],
    ['takes the picture for its part of the body', ['fundus', 'eye'], ['both on fundus photography']],
    ['knows the adjective of a part', ['endoscopy', 'gut'], ['both on gastrointestinal endoscopy']],
    ['says where tumours are seen', ['tumour', 'mri'], ['both on tumours in MRI']],
    ['leaves out what is implied', ['textToImage', 'synthesis'], ['both on text-to-image generation']],
    ['leaves out the text of reports', ['reports', 'text'], ['both on report generation']],
    ['leaves out what most share', ['diagnosis', 'vlm'], ['both on disease diagnosis']],
    ['has that for want of better', ['vlm'], ['both use vision-language models']],
    ['sees two surveys', ['survey', 'vlm'], ['both are surveys']],
  ])('%s', (_, names, reasons) => {
    expect(explain(...names)).toEqual(reasons);
  });
});

/** How much an X-ray counts beside the first tag. */
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

  it('gives unit length, and less to what stands later', () => {
    const weights = weigh('explainability', 'disease-diagnosis', 'report-generation');
    expect(Math.hypot(...weights.values())).toBeCloseTo(1);
    expect([...weights.values()]).toEqual([...weights.values()].toSorted((a, b) => b - a));
  });

  it('lets many modalities count as few', () => {
    const few = weigh('explainability', 'x-ray', 'mri', 'fundus');
    const many = weigh('explainability', 'x-ray', 'mri', 'fundus', 'endoscopy', 'clinical-text');
    expect(share(many)).toBeLessThan(share(few) * 0.8);
  });

  it('makes surveys alike', () => {
    const weights = weigh('vision-language-model', 'survey');
    expect(weights.get('survey') ?? 0).toBeGreaterThan(weights.get('vision-language-model') ?? 1);
  });
});
