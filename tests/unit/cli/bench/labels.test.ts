import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readHeldBack,
  readHeldBackLater,
  readHeldBackOtherFields,
  readOwnLabels,
} from '@/lib/cli/train/labels';

const [first = ''] = readFileSync('lib/cli/train/labels.jsonl', 'utf8').split('\n');
const [, id = ''] = /^\{"id":"([^"]+)"/.exec(first) ?? [];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'labels-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('readOwnLabels', () => {
  it('returns the labels of the papers in the corpus, with their texts', async () => {
    const corpus = join(folder, 'corpus.jsonl');
    const papers = [
      { id: '0000.00000', title: 'Kites', abstract: 'They fly.' },
      { id, title: 'Sails', abstract: 'A sail catches the wind. '.repeat(100) },
    ];
    // The corpus has a space after each colon.
    const lines = papers.map((paper) => JSON.stringify(paper).replaceAll('":"', '": "'));
    writeFileSync(corpus, lines.join('\n'));
    const [paper, ...others] = await readOwnLabels(corpus);
    expect(others).toEqual([]);
    expect(paper).toMatchObject({ id, title: 'Sails' });
    expect(paper?.results.length).toBeGreaterThan(0);
    for (const { quote } of paper?.results ?? []) expect(papers[1]?.abstract).toContain(quote);
  });

  it('returns no labels without a corpus', async () => {
    expect(await readOwnLabels(join(folder, 'none'))).toEqual([]);
  });
});

const idsOf = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => /^\{"id":"([^"]+)"/.exec(line)?.slice(1) ?? []);

describe('readHeldBack', () => {
  it('returns the held-out abstracts', async () => {
    const fitted = new Set(idsOf('lib/cli/train/labels.jsonl'));
    const held = idsOf('lib/cli/bench/held-back.jsonl');
    const later = idsOf('lib/cli/bench/held-back-2.jsonl');
    const otherFields = idsOf('lib/cli/bench/held-back-3.jsonl');
    expect([held.length, later.length]).toEqual([100, 55]);
    expect(otherFields.length).toBeGreaterThan(0);
    const all = [...held, ...later, ...otherFields];
    expect(all.filter((one) => fitted.has(one))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
    expect(await readHeldBack(join(folder, 'none'))).toEqual([]);
    expect(await readHeldBackLater(join(folder, 'none'))).toEqual([]);
    expect(await readHeldBackOtherFields(join(folder, 'none'))).toEqual([]);
  });
});
