import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { taxonomySchema } from '@/data/build/schema';
import { readTitleTags } from '@/lib/domain/reading/tags/title';

const taxonomy = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8'))).tags;
const read = (title: string, categories?: readonly string[]): readonly string[] =>
  readTitleTags({ title, categories }, taxonomy).toSorted();

test.each<[title: string, categories: readonly string[] | undefined, tags: readonly string[]]>([
  ['Segmentation of the liver in CT images', ['cs.CV'], ['ct', 'image-segmentation', 'liver']],
  // A tag that the listing's own category implies is omitted.
  ['A simple idea', ['cs.CL'], []],
  // A tag for a whole field needs an abstract that names nothing narrower.
  ['Computer vision in an introductory course', ['cs.CV'], []],
  // The magnetorotational instability (MRI) has nothing to do with imaging.
  ['MRI turbulence in accretion disks', ['astro-ph.HE'], []],
  ['', undefined, []],
])('the tags of %s in %j are %j', (title, categories, tags) => {
  expect(read(title, categories)).toEqual(tags);
});

test('only the beginning of a very long title is read', () => {
  expect(read(`${'Patients in CT '.repeat(100_000)}MRI`, ['cs.CV'])).toEqual(['ct']);
});

test('a tag that says only that there are medical images comes after more specific tags', () => {
  const title = 'Captioning of Medical Images with Diffusion Models';
  expect(readTitleTags({ title, categories: ['cs.CV'] }, taxonomy).at(-1)).toBe('medical-images');
});
