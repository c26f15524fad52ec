import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { taxonomySchema } from '@/data/build/schema';
import { readTitleTags } from '@/lib/domain/reading/tags/title';

const taxonomy = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8'))).tags;
const read = (title: string, categories?: readonly string[]): readonly string[] =>
  readTitleTags({ title, categories }, taxonomy).toSorted();

test.each<[title: string, categories: readonly string[] | undefined, tags: readonly string[]]>([
  ['Segmentation of the liver in CT images', ['cs.CV'], ['ct', 'image-segmentation', 'liver']],
  // What the listing's own category stands for is no news beside it.
  ['A simple idea', ['cs.CL'], []],
  // A whole field is a paper's only where its abstract names nothing narrower.
  ['Computer vision in an introductory course', ['cs.CV'], []],
  // The magnetorotational instability is no picture of a body.
  ['MRI turbulence in accretion disks', ['astro-ph.HE'], []],
  ['', undefined, []],
])('%s in %j: %j', (title, categories, tags) => {
  expect(read(title, categories)).toEqual(tags);
});

test('a title of any length is read in part, and not for ever', () => {
  expect(read(`${'Patients in CT '.repeat(100_000)}MRI`, ['cs.CV'])).toEqual(['ct']);
});
