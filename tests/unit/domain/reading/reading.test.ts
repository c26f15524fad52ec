import { existsSync, readFileSync } from 'node:fs';
import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shareOf } from '@/lib/cli/bench/interval';
import { GoldPapers } from '@/lib/cli/bench/reading-gold';
import { FIGURES, type Figure } from '@/lib/cli/bench/reading-figures';
import { scoreReading } from '@/lib/cli/bench/reading-score';
import { parseLink } from '@/lib/domain/links';
import type { TagDefinition } from '@/lib/domain/paper';
import { MAX_ABSTRACT, readPaper } from '@/lib/domain/reading';

const { tags } = z
  .object({ tags: z.array(z.custom<TagDefinition>()) })
  .parse(JSON.parse(readFileSync('data/taxonomy.json', 'utf8')));

/** Text in any script, and text made of the fragments that the rules look for. */
const anyText = oneof(
  string({ unit: 'binary', maxLength: 400 }),
  string({ unit: 'grapheme', maxLength: 400 }),
  array(
    constantFrom(
      '0.9',
      '95%',
      '±',
      '(',
      ')',
      ' of ',
      'accuracy',
      'from ',
      ' to ',
      '$',
      '\\times',
      '{',
      ' vs. ',
      ', ',
      'and ',
      'up to ',
      '1st ',
      'rank ',
      '.',
      '~',
      '\\',
      'AUC',
      ' by ',
      'improves ',
      'one-sixth',
      '10^6',
      '漢字',
      'ṕ',
      '👩‍🔬',
      'https://github.com/a/b',
      'CT',
      '@',
      '=',
      'p<',
      'x',
      '%',
      '7 out of 9',
    ),
    { maxLength: 80 },
  ).map((parts) => parts.join('')),
);

describe('readPaper', () => {
  it('never throws, is deterministic, and returns spans and anchors of the original text', () => {
    assert(
      property(anyText, anyText, anyText, (title, abstract, comments) => {
        const paper = { title, abstract, comments, categories: ['cs.CV'], links: [comments] };
        const reading = readPaper(paper, tags);
        expect(readPaper(paper, tags)).toEqual(reading);
        for (const result of reading.results) {
          expect(result.span.end).toBeGreaterThan(result.span.start);
          expect(abstract.slice(result.span.start, result.span.end)).toMatch(/[\p{L}\p{N}]/u);
          expect(abstract).toContain(result.anchor);
          expect(result.value).not.toBe('');
        }
        const rivals = reading.results.flatMap(({ comparedWith }) => comparedWith ?? []);
        expect(rivals.filter((rival) => reading.results[rival]?.role !== 'baseline')).toEqual([]);
        for (const link of reading.links) expect(parseLink(link.url)).toBe(link.url);
        for (const { id } of reading.tags) expect(tags.some((tag) => tag.id === id)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('refuses every stated address that the link rules refuse', () => {
    const links = [
      'javascript:alert(1)',
      'https://u:p@github.com/a/b',
      'data:text/html,x',
      'http://127.0.0.1/x',
    ];
    expect(readPaper({ title: '', abstract: '', categories: [], links }, tags).links).toEqual([]);
  });

  it('omits pages that the authors only refer to, although the paper’s page links to them', () => {
    const abstract =
      'We write 3000 characters [Ref: https://news.example/characters]. See our page: https://lamp.example/air.';
    const { links } = readPaper(
      { title: '', abstract, categories: [], links: ['https://news.example/characters'] },
      tags,
    );
    expect(links.map(({ url }) => url)).toEqual(['https://lamp.example/air']);
  });

  it('returns each link once, with where it was found', () => {
    const { links } = readPaper(
      {
        title: 'A',
        abstract: 'Code: https://github.com/ann/scan.',
        categories: [],
        comments: 'See https://github.com/ann/scan/ and https://huggingface.co/datasets/ann/scans',
        links: ['https://github.com/Ann/scan'],
      },
      tags,
    );
    expect(links.map(({ kind, span }) => [kind, span.text])).toEqual([
      ['code', 'abstract'],
      ['data', 'comments'],
    ]);
  });

  it('stops reading at its limit', () => {
    const beyond = `${' '.repeat(MAX_ABSTRACT)}We reach an accuracy of 91%.`;
    expect(readPaper({ title: '', abstract: beyond, categories: [] }, tags).results).toEqual([]);
  });
});

const LABELS = '../shared/gold/dev2.json';
describe.skipIf(!existsSync(LABELS))('on labelled abstracts', () => {
  it('reads results, links, contributions and modalities accurately enough to be shown', () => {
    const scores = GoldPapers.parse(JSON.parse(readFileSync(LABELS, 'utf8'))).map((paper) =>
      scoreReading(paper, readPaper(paper, tags), tags),
    );
    const reached = FIGURES.map((figure): readonly [Figure, number] => [
      figure,
      shareOf(scores.flatMap(({ shares }) => shares[figure] ?? [])),
    ]);
    const least: Readonly<Partial<Record<Figure, number>>> = {
      'results P': 0.91,
      'results R': 0.9,
      metric: 0.78,
      kind: 0.92,
      role: 0.9,
      'lines with nothing wrong': 0.6,
      'main task': 0.65,
      'contribution F1': 0.6,
      'modality F1': 0.8,
      'links P': 1,
      'links R': 1,
    };
    const below = reached.filter(([figure, value]) => value < (least[figure] ?? 0));
    expect(below).toEqual([]);
  });
});
