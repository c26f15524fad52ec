/** What kind of mention makes a tag: examples, titles, and methods that stand for a task. The texts are our own. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taxonomySchema } from '@/data/build/schema';
import { readPaper } from '@/lib/domain/reading';

const { tags } = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));
const read = (title: string, abstract: string, categories: readonly string[] = ['cs.LG']): string[] =>
  readPaper({ title, abstract, categories }, tags).tags.map(({ id }) => id);

describe('a task that is named once', () => {
  it.each([
    ['an example of uses', 'Cameras serve applications such as object detection.'],
    ['one of several examples', 'Chips run heavy loads, including sorting and object detection.'],
    ['a field of application', 'This has applications in object detection and games.'],
  ])('is none of the paper if it is %s', (_what, abstract) => {
    expect(read('A title', abstract)).not.toContain('object-detection');
  });

  it.each([
    ['the paper does it', 'We address tasks such as object detection.'],
    ['it is tested on it', 'Experiments on tasks such as object detection show it.'],
    ['the sentence is on it', 'Object detection is slow on chips.'],
  ])('is one of the paper if %s', (_what, abstract) => {
    expect(read('A title', abstract)).toContain('object-detection');
  });
});

describe('what a sentence lists', () => {
  it.each([
    [
      'one of others in the background',
      'Modern chips have sped up rendering, object detection, and search.',
      false,
    ],
    ['the last one', 'Chips are used in rendering and search, and object detection.', false],
    [
      'named twice, between others',
      'Modern chips serve rendering, object detection, and search. Object detection is slow.',
      false,
    ],
    ['one of possible uses', 'We make chips that may serve rendering, object detection, and search.', false],
    ['what the paper does', 'We study rendering, object detection, and search.', true],
    ['what it is tested on', 'Results on rendering, object detection, and search are good.', true],
    ['named again', 'Chips are used in search and object detection. Object detection is slow.', true],
    ['no list', 'However, object detection is slow on chips.', true],
  ])('%s', (_what, abstract, isRead) => {
    expect(read('A title', abstract).includes('object-detection')).toBe(isRead);
  });

  it('keeps data, which are listed where they are used', () => {
    expect(read('A title', 'Chips are tried on noise, ImageNet, and maps of towns.')).toContain('imagenet');
  });
});

describe('a form that needs other words', () => {
  it.each([
    ['needs none in a title', 'On the robustness of sorters', 'Sorters are slow.', true],
    ['is one with them', 'A title', 'Its robustness to perturbations: robustness grows.', true],
    ['is none without them', 'A title', 'Its robustness and speed: robustness grows.', false],
  ])('%s', (_what, title, abstract, isRead) => {
    expect(read(title, abstract).includes('robustness')).toBe(isRead);
  });
});

describe('a paper that names no task', () => {
  it('has that of the method in its title', () => {
    expect(read('A survey of graph neural networks', 'They are many.')).toContain('graph-learning');
  });

  it('has that of its categories if the method is only in the abstract', () => {
    expect(read('A survey', 'A graph neural network is used.')).toContain('machine-learning');
  });

  it('is on making images if its title has a modality and their synthesis', () => {
    expect(read('Synthesis of chest CT for patients', 'Scans are made.')).toContain('image-generation');
  });
});
