import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { averageOf, hasLabels, readPage, scorePages, type PageScores } from '@/lib/cli/bench/tables-pages';

const FOLDER = '../shared/pages/D-html-full';

// The longest page is left to the benchmark, which reads all of them.
describe.skipIf(!hasLabels(FOLDER))('the tables of saved full texts', () => {
  let scores: PageScores;
  beforeAll(() => {
    scores = scorePages(FOLDER, (page) => page.startsWith('EXCERPT'));
  });

  test.each([
    ['value', 0.99],
    ['system', 0.95],
    ['own system', 0.9],
    ['nothing added', 0.99],
    ['metric and data', 0.8],
  ] as const)('are read as labelled by hand: %s in at least %f', (figure, least) => {
    expect(averageOf(scores.scored, figure)).toBeGreaterThanOrEqual(least);
  });

  test('are distinguished from tables that report no results', () => {
    const { right, read, labelled } = scores.kinds;
    expect(labelled).toBeGreaterThan(3);
    expect(right / read).toBeGreaterThanOrEqual(0.92);
    expect(right / labelled).toBeGreaterThanOrEqual(0.92);
  });

  test('are none for a failed conversion', () => {
    const html = readFileSync(join(FOLDER, 'EXCERPT-arxiv-2608.30667v1-failed.html'), 'utf8');
    expect(readPage(html)).toMatchObject({ found: [], tables: [] });
  });
});
