import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { parseArxivId } from '@/lib/domain/arxiv-id';
import { figureParts, joinParts, valueParts } from '@/lib/domain/describe/figure';
import { bestFigure, roomyFigure } from '@/lib/domain/entry/best-result';
import { lineParts } from '@/lib/domain/entry';
import { lineOf } from '@/lib/domain/entry/from-annotation';
import type { Result } from '@/lib/domain/paper';
import { lineLabel, markOf, partWords } from '@/lib/shared/listing/line-texts';
import { tag, CT, LIVER } from '../../../fixtures/entry-lines';

const result = (part: Partial<Result>): Result => ({
  metric: 'Dice',
  value: '0.81',
  kind: 'level',
  role: 'own',
  better: 'higher',
  anchor: 'a Dice of 0.81',
  ...part,
});

const wordsOfFigure = (each: Result): string => joinParts(figureParts(each));

describe('a result in a few words', () => {
  it.each<[part: Partial<Result>, words: string]>([
    [{}, 'Dice 0.81'],
    [{ metric: 'AUROC', value: '0.9', kind: 'bound', anchor: 'AUC above 0.9' }, 'AUROC over 0.9'],
    [{ value: '57–60%', kind: 'bound', anchor: 'up to 57–60%' }, 'Dice up to 57–60%'],
    // A difference is never printed as an absolute value.
    [{ value: '+10%', kind: 'change', way: 'up' }, 'Dice +10%'],
    [{ value: '4.6%', kind: 'change', way: 'up' }, 'Dice +4.6%'],
    [{ value: '~9%', kind: 'change', way: 'up' }, 'Dice ~+9%'],
    [{ value: '4.6%', kind: 'change' }, 'Dice change of 4.6%'],
    [{ value: '15%', kind: 'bound', bounds: 'change', way: 'up', anchor: 'up to 15%' }, 'Dice up to +15%'],
    [
      { value: '16 points', kind: 'bound', bounds: 'change', anchor: 'over 16' },
      'Dice change of over 16 points',
    ],
    [
      {
        metric: null,
        value: '15.00%',
        kind: 'bound',
        bounds: 'change',
        way: 'up',
        anchor: 'at least 15.00%',
      },
      'at least +15.00%',
    ],
    [{ value: '45%', kind: 'bound', bounds: 'change', way: 'down', anchor: 'up to 45%' }, 'Dice up to −45%'],
    [
      { value: '0.9%', kind: 'bound', bounds: 'change', way: 'down', anchor: 'within 0.9%' },
      'Dice within 0.9%',
    ],
    [{ value: '15%', kind: 'bound', bounds: 'level', anchor: 'up to 15% in Dice' }, 'Dice up to 15%'],
    [{ value: '2 percentage points', kind: 'change', way: 'up' }, 'Dice +2 points'],
    [{ value: '8.5 points', kind: 'change', way: 'down', improves: false }, 'Dice −8.5 points'],
    [{ metric: 'Training data', value: '1.5%', kind: 'ratio', way: 'down' }, '1.5% of training data'],
    [
      { metric: 'Training data', value: '1.5%', kind: 'bound', bounds: 'ratio', anchor: 'under 1.5%' },
      'under 1.5% of training data',
    ],
    [{ metric: 'Parameters', value: 'half', kind: 'ratio', way: 'down' }, 'half of parameters'],
    [{ metric: 'FLOPs', value: '3.7x', kind: 'ratio', way: 'down' }, '3.7x lower FLOPs'],
    [{ metric: 'mIoU', value: '2x', kind: 'ratio', way: 'up' }, '2x higher mIoU'],
    [{ metric: 'mIoU', value: '2x', kind: 'ratio' }, 'mIoU 2x'],
    [{ metric: null, value: '2.5x', kind: 'ratio', way: 'up', anchor: '2.5x faster' }, '2.5x faster'],
    [
      { metric: null, value: '2.5x', kind: 'ratio', way: 'down', improves: false, anchor: '2.5x slower' },
      '2.5x slower',
    ],
    [
      { metric: 'Latency', value: '2.5x', kind: 'ratio', way: 'down', anchor: 'a 2.5x faster reply' },
      '2.5x lower latency',
    ],
    [
      { metric: null, value: '27x', kind: 'bound', bounds: 'ratio', way: 'up', anchor: 'up to 27x faster' },
      'up to 27x faster',
    ],
    [{ metric: 'Speedup', value: '3x', kind: 'ratio', way: 'up', anchor: 'a speedup of 3x' }, '3x speedup'],
    [{ metric: 'FPS', value: '24 fps', anchor: '24 fps' }, '24 fps'],
    [{ metric: 'Token usage', value: '0.11%--0.40%', anchor: '0.11%--0.40%' }, 'Token usage 0.11%–0.40%'],
  ])('is right for %j: %s', (part, words) => {
    expect(wordsOfFigure(result(part))).toBe(words);
  });

  it.each<[part: Partial<Result>, words: string]>([
    [{}, '0.81'],
    [{ value: '4.6%', kind: 'change', way: 'up' }, '+4.6%'],
    [{ value: '4.6%', kind: 'change' }, 'change of 4.6%'],
    [{ value: '15%', kind: 'bound', bounds: 'change', way: 'up', anchor: 'up to 15%' }, 'up to +15%'],
    [{ metric: 'FLOPs', value: '3.7x', kind: 'ratio', way: 'down' }, '3.7x lower'],
    [{ metric: 'Speedup', value: '3x', kind: 'ratio', way: 'up', anchor: '3x faster' }, '3x'],
    [{ metric: 'Training data', value: '1.5%', kind: 'ratio', anchor: 'only 1.5%' }, '1.5%'],
    [{ value: '0.11--0.40', anchor: '0.11--0.40' }, '0.11–0.40'],
  ])('is right beside its metric for %j: %s', (part, words) => {
    expect(joinParts(valueParts(result(part)))).toBe(words);
  });

  it('always contains the number, whatever surrounds it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('level', 'change', 'ratio', 'bound'),
        fc.string({ maxLength: 60 }),
        fc.integer({ min: 0, max: 9999 }),
        (kind, anchor, number) => {
          expect(wordsOfFigure(result({ kind, anchor, value: `${number}%` }))).toContain(`${number}%`);
        },
      ),
    );
  });
});

describe('the number that is shown', () => {
  const cost = result({ metric: 'Latency', value: '12 ms', better: 'lower', anchor: 'a latency of 12 ms' });
  it.each<[name: string, results: readonly Result[], words: string | undefined]>([
    ['none', [], undefined],
    ['not a baseline', [result({ role: 'baseline' })], undefined],
    ['not a number without a metric', [result({ metric: null })], undefined],
    [
      'an absolute value before a change',
      [result({ kind: 'change', value: '+1%' }), result({})],
      'Dice 0.81',
    ],
    ['quality before costs', [cost, result({ kind: 'change', value: '+1%' })], 'Dice +1%'],
    ['costs if there is nothing else', [cost], 'Latency 12 ms'],
    ['no cost without a unit', [result({ metric: 'Latency', value: '79.1' })], undefined],
    ['no number without an amount', [result({ value: 'orders of magnitude' })], undefined],
    [
      'words that are numbers',
      [result({ metric: 'Rank', value: 'first', anchor: 'ranks first' })],
      'Rank first',
    ],
    ['known metrics before others', [result({ metric: 'x', better: undefined }), result({})], 'Dice 0.81'],
    ['no name that is too long', [result({ metric: 'x'.repeat(40) })], undefined],
    ['the best of equals', [result({ value: '0.5' }), result({ value: '0.9' })], 'Dice 0.9'],
    [
      'the least of equal errors',
      [
        result({ metric: 'MAE', value: '4.5', better: 'lower', anchor: 'an MAE of 4.5' }),
        result({ metric: 'MAE', value: '1.9', better: 'lower', anchor: 'an MAE of 1.9' }),
      ],
      'MAE 1.9',
    ],
    [
      'the first of values in different units',
      [result({ value: '0.5' }), result({ value: '90.1%' })],
      'Dice 0.5',
    ],
    ['no metric that is only guessed', [result({ metric: 'spread', better: undefined })], undefined],
    ['no whole number far from its metric', [result({ value: '81%', anchor: 'with 81%' })], undefined],
    [
      'a whole number far from its metric, if its system is named',
      [result({ value: '81%', anchor: 'with 81%', system: 'nnU-Net' })],
      'Dice 81%',
    ],
  ])('is chosen correctly: %s', (_, results, words) => {
    expect(bestFigure(results)).toBe(words);
  });

  it.each<[name: string, results: readonly Result[], words: string | undefined]>([
    ['the same as in a line', [result({ metric: null, target: 'cells' }), result({})], 'Dice 0.81'],
    ['a long name', [result({ metric: 'x'.repeat(40) })], `${'x'.repeat(40)} 0.81`],
    [
      'what it is on, if it has no name',
      [result({ metric: null, target: 'counting cells', value: '5%', kind: 'change', way: 'up' })],
      'counting cells: +5%',
    ],
    [
      'no direction if the text gives none',
      [result({ metric: null, target: 'counting cells', value: '5%', kind: 'change' })],
      'counting cells: change of 5%',
    ],
    ['no number without a metric and data', [result({ metric: null })], undefined],
    ['no baseline', [result({ role: 'baseline' })], undefined],
  ])('is chosen correctly if there is more room: %s', (_, results, words) => {
    const best = roomyFigure(results);
    expect(best && joinParts(best)).toBe(words);
  });
});

const METHOD = tag('method', 'contribution');

const DATASET = tag('dataset', 'contribution');

const found = parseArxivId('2407.08410');
if (!found) throw new Error('No id');

const annotation = (part: Partial<Annotation>): Annotation => ({
  id: found.id,
  provenance: 'curated',
  title: 'A paper',
  summary: '',
  tags: [],
  results: [],
  links: [],
  readVersion: 2,
  withdrawn: false,
  ...part,
});

const words = (part: Partial<Annotation>): string | undefined => {
  const line = lineOf(annotation(part));
  return line && lineParts(line).map(partWords).join(' · ');
};

describe('the line of an entry', () => {
  it.each<[part: Partial<Annotation>, line: string | undefined]>([
    [{}, 'In the catalogue'],
    [{ tags: [CT, LIVER, METHOD, DATASET] }, 'DATASET · CT'],
    [{ tags: [CT, METHOD] }, 'CT'],
    [{ provenance: 'page', tags: [DATASET, CT, LIVER] }, 'CT · LIVER'],
    // A contribution that was only read by rule is not enough for a line.
    [{ provenance: 'page', tags: [DATASET] }, undefined],
    [{ provenance: 'page' }, undefined],
    // The same holds for a pack's reading, although its page is not in view.
    [{ provenance: 'automatic', tags: [DATASET] }, undefined],
    [{ provenance: 'automatic', tags: [DATASET, CT, LIVER] }, 'CT · LIVER'],
    [{ provenance: 'page', tags: [CT, DATASET] }, 'CT · DATASET'],
    [{ provenance: 'page', isTitleOnly: true, tags: [CT, LIVER] }, 'CT · LIVER'],
    [{ results: [result({ metric: null })] }, '1 reported result'],
    [{ results: [result({ metric: null }), result({ metric: null })] }, '2 reported results'],
    // Without a metric, a system or data, a number that was only read says nothing.
    [{ provenance: 'page', results: [result({ metric: null })] }, undefined],
    [{ provenance: 'page', results: [result({ metric: null, target: 'cells' })] }, '1 reported result'],
    // What it is compared with is not a result of the paper itself.
    [{ results: [result({ metric: null }), result({ role: 'baseline' })] }, '1 reported result'],
    [{ provenance: 'page', results: [result({ role: 'baseline' })] }, undefined],
    [
      {
        provenance: 'page',
        results: [result({})],
        links: [{ kind: 'code', url: 'https://github.com/a/b', official: true }],
        tags: [CT],
      },
      'Dice 0.81 · Code · CT',
    ],
  ])('is right for %j: %s', (part, line) => {
    expect(words(part)).toBe(line);
  });

  it('says which version was read if the entry shows another', () => {
    expect(lineOf(annotation({}), 1)?.otherVersion).toBe(2);
    expect(lineOf(annotation({}), 2)?.otherVersion).toBeUndefined();
    expect(lineOf(annotation({}))?.otherVersion).toBeUndefined();
    const line = lineOf(annotation({ tags: [CT] }), 1);
    expect(line && lineLabel(line)).toBe('Sidelight, annotated by hand, read from version 2: CT');
    const automatic = lineOf(annotation({ provenance: 'automatic', tags: [CT] }), 1);
    expect(automatic && lineLabel(automatic)).toBe('Sidelight, read automatically, read from version 2: CT');
  });

  it.each<[part: Partial<Annotation>, mark: string, words: string]>([
    [{}, 'curated', 'Sidelight, annotated by hand: CT'],
    [{ provenance: 'automatic' }, 'automatic', 'Sidelight, read automatically, read from version 2: CT'],
    [{ provenance: 'page' }, 'page', 'Sidelight, read from this page: CT'],
    [{ provenance: 'page', isTitleOnly: true }, 'title', 'Sidelight, from the title alone: CT'],
  ])('has for %j the mark %s, read aloud as %s', (part, mark, read) => {
    const line = lineOf(annotation({ tags: [CT], ...part }), 1);
    if (!line) throw new Error('No line');
    expect(markOf(line)).toBe(mark);
    expect(lineLabel({ ...line, otherVersion: mark === 'automatic' ? 2 : undefined })).toBe(read);
  });
});
