import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { taxonomySchema } from '@/data/build/schema';
import { readPaper } from '@/lib/domain/reading';
import { chunksOf } from '@/lib/domain/reading/task/chunks';
import { taskInAbstract } from '@/lib/domain/reading/task/abstract';
import { TASK_RULES, taskOf } from '@/lib/domain/reading/task/phrase';
import { taskInTitle } from '@/lib/domain/reading/task/title';

const taxonomy = taxonomySchema.parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8'))).tags;

const read = (title: string, abstract = '', categories: readonly string[] = ['cs.CV']): string | undefined =>
  readPaper({ title, abstract, categories }, taxonomy).task?.name;

describe('the rules of printed tasks', () => {
  it('have unique names', () => {
    const names = TASK_RULES.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(TASK_RULES)('include "$name", which decides its own example', ({ name, example }) => {
    const [title, task] = example;
    const { start, end } = taskInTitle(title) ?? { start: 0, end: 0 };
    expect(title.slice(start, end)).toBe(task);
    const chunks = chunksOf(title);
    const ways = chunks.map((chunk, at) => taskOf(chunk, chunks[at + 1]));
    expect(ways.find((way) => way?.start === start)?.rule).toBe(name);
  });
});

test.each([
  ['GPF-Net: Gated Progressive Fusion Learning for Whale Re-Identification', 'Whale Re-Identification'],
  ['Automatic Handgun Detection in X-ray Images using Bag of Words', 'Handgun Detection'],
  ['Weakly Supervised Learning for Whale Call Detection and Localization', 'Whale Call Detection'],
  ['A generalisable head defacing pipeline: Evaluation on 2,566 scans', 'head defacing'],
  ['Benchmarking Automated Security Patch Backporting: How Far Are We?', 'Security Patch Backporting'],
  ['Prediction of Sea Ice Velocity and Concentration with Neural Networks', 'Prediction of Sea Ice Velocity'],
  [
    'Texture Features for Robust Wood Chip Moisture Content Prediction',
    'Wood Chip Moisture Content Prediction',
  ],
  ['Leaf counting: a survey', 'Leaf counting'],
  ['A Network for Polyp Re-Identification', 'Polyp Re-Identification'],
  ['Citation Generation for Large Language Models', 'Citation Generation'],
  ['Bale Ownership Verification for Aerial Imaging', 'Bale Ownership Verification'],
  ['A Transformer for AI-Generated Bale Detection', 'AI-Generated Bale Detection'],
  ['Reinforcement Learning for Bale Selection', 'Bale Selection'],
])('the task of "%s" is %s', (title, task) => {
  expect(read(title)).toBe(task);
});

test.each([
  // What a method does, or is called, is no task of the paper.
  'Cotton Harvesting via Bale Counting',
  'Bale Counting for Autonomous Harvesters',
  'Spectrum Matching: a Unified Perspective',
  'Bale Verification Enhanced Fusion of Sensors',
  'SpecTr: Multi-Draft Block Verification Accelerating Decoders',
  // Too little is said: of what, or of anything in particular.
  'Various Detection Tasks',
  'This Detection Problem',
  'Visual Exploration',
  'Feature Extraction',
  'High Accuracy Classification',
  'A Study on Generation and Verification',
  'Rebalancing Generation and Verification',
  // The phrase is not whole.
  'Predicting Short and Long-term Hospitalisation Outcomes',
  'A System for Basque to English Translation',
  'Stereo-to-7.1.4 spatial audio generation',
  'INFER: INtermediate representations for FuturE pRediction',
  // Other verbs say other things.
  'Safeguarding Radiation Detection Systems',
  'Stop Denoising Your Blurs',
  // What a task is done to may come after it.
  'Robot Detection of Bales on Tables',
  'Bale Selection of Farmers',
  'Can Retrieval Augment Whale Generation?',
  '',
])('no task is printed in "%s"', (title) => {
  expect(read(title)).toBeUndefined();
});

test('an abstract that says its task plainly is read if the title names none', () => {
  expect(read('Bees', 'In this paper, we address the\nproblem of bee waggle decoding, and win.')).toBe(
    'bee waggle decoding',
  );
  expect(read('Bees', 'Bee sound classification is an important task in farming. We do it.')).toBe(
    'Bee sound classification',
  );
  expect(read('Bees', 'We tackle the task of locating queen bees in hives.')).toBe('locating queen bees');
  expect(
    read('Bees', 'We present HiveNet, a small and cheap framework for queen bee tracking in hives.'),
  ).toBe('queen bee tracking');
  expect(read('Bees', 'We investigate queen bee tracking in hives.')).toBe('queen bee tracking');
  expect(read('Bees', 'Accurate bee waggle decoding is crucial for farming.')).toBe('bee waggle decoding');
  expect(read('Bees', 'Bee sound classification plays a central role in farming.')).toBe(
    'Bee sound classification',
  );
  expect(read('Bees', 'We investigate whether bee detection is useful.')).toBeUndefined();
  expect(read('Bees', 'We investigate two mitigation strategies.')).toBeUndefined();
  expect(read('Bees', 'We study remote verification of the queen.')).toBeUndefined();
  expect(read('Bees', 'We evaluate this problem on various tasks of many kinds.')).toBeUndefined();
  expect(read('Bees', 'Overfitting is a major problem of this method.')).toBeUndefined();
  expect(read('Bees', 'A solution of the problem of detection remains a challenge.')).toBeUndefined();
});

test('a task that the tags say is not printed again', () => {
  expect(read('A Network for Liver Segmentation in CT', 'Of patients.')).toBeUndefined();
  expect(read('Real-world Image Segmentation')).toBeUndefined();
  expect(read('A Network for Walnut Segmentation')).toBe('Walnut Segmentation');
  // A word of a longer name, "visual localization", does not say it.
  expect(read('Efficient Lidar Localization', 'Odometry, SLAM and visual localization by lidar.')).toBe(
    'Lidar Localization',
  );
});

test('where a field is not read, neither is its task', () => {
  expect(read('A Method for Whale Call Detection', '', ['astro-ph.GA'])).toBeUndefined();
});

test('the printed task is found at its place', () => {
  const title = 'A Method for Whale Call Detection';
  const { task } = readPaper({ title, abstract: '', categories: ['cs.SD'] }, taxonomy);
  expect(task?.span).toEqual({ start: title.indexOf('Whale'), end: title.length, text: 'title' });
});

/** In milliseconds of CPU. */
const timeOf = (text: string): number => {
  const before = process.cpuUsage();
  taskInAbstract(text);
  taskInTitle(text);
  return process.cpuUsage(before).user / 1000;
};

test.each(['we address the a ', 'for the a-a task of ', 'wely', 'a ', 'is a ', '- ', 'detection of '])(
  'the time grows no faster than the text: %s',
  (unit) => {
    const short = unit.repeat(10_000 / unit.length);
    timeOf(short);
    expect(timeOf(short.repeat(8))).toBeLessThan(32 * timeOf(short) + 150);
  },
);
