import { describe, expect, it } from 'vitest';
import { interval, shareOf } from '@/lib/cli/bench/interval';
import { GoldPapers } from '@/lib/cli/bench/reading-gold';
import { scoreReading } from '@/lib/cli/bench/reading-score';
import type { Located, Reading, Result } from '@/lib/domain/paper';

const abstract = 'We test. Aton reaches a Dice of 0.91 on BTCV and 0.80 on AMOS.';

const label = (value: string, more: object): object => ({
  value,
  quote: abstract,
  metric: 'Dice',
  kind: 'level',
  role: 'own',
  system: 'Aton',
  data: null,
  target: null,
  ...more,
});

const goldOf = (results: readonly object[], resultsOptional: readonly object[] = []) => {
  const [paper] = GoldPapers.parse([
    {
      id: '2401.00001',
      set: 'general',
      title: 'Aton',
      abstract,
      categories: null,
      results,
      resultsOptional,
      links: [],
      contribution: [],
    },
  ]);
  if (!paper) throw new Error('the label does not parse');
  return paper;
};

const read = (value: string, more: Partial<Result>): Located<Result> => ({
  metric: 'Dice',
  value,
  kind: 'level',
  role: 'own',
  anchor: value,
  span: { text: 'abstract', start: abstract.indexOf(value), end: abstract.indexOf(value) + value.length },
  ...more,
});

const readingOf = (results: readonly Located<Result>[]): Reading => ({
  tags: [],
  results,
  links: [],
  contribution: [],
  isOutside: false,
});

const score = (gold: Parameters<typeof goldOf>, ...results: readonly Located<Result>[]) =>
  scoreReading(goldOf(...gold), readingOf(results), []);

describe('scoreReading', () => {
  it('counts a correct name for precision and recall', () => {
    const { shares } = score([[label('0.91', { data: 'BTCV' })]], read('0.91', { data: 'the BTCV dataset' }));
    expect(shares).toMatchObject({
      'data P': { part: 1, whole: 1 },
      'data R': { part: 1, whole: 1 },
      'lines with nothing wrong': { part: 1, whole: 1 },
    });
  });

  it('accepts a line that omits a name, and counts the name as missed', () => {
    const { shares, misses } = score([[label('0.91', { data: 'BTCV' })]], read('0.91', {}));
    expect(shares['data P']).toBeUndefined();
    expect(shares['data R']).toEqual({ part: 0, whole: 1 });
    expect(shares['lines with nothing wrong']).toEqual({ part: 1, whole: 1 });
    expect(misses.map(({ kind }) => kind)).toEqual(['data missed', 'system missed']);
  });

  it('accepts one of the alternative names if the label itself has none', () => {
    const { shares } = score([[label('0.91', { dataAlt: ['BTCV'] })]], read('0.91', { data: 'BTCV' }));
    expect(shares['data P']).toEqual({ part: 1, whole: 1 });
    expect(shares['data R']).toBeUndefined();
  });

  it('requires no name if the label says that none is correct too', () => {
    const { shares } = score([[label('0.91', { data: 'BTCV', dataOptional: true })]], read('0.91', {}));
    expect(shares['data R']).toBeUndefined();
  });

  it('ignores what only one of the two labellings contains', () => {
    const { shares } = score(
      [[label('0.91', {})], [label('0.80', {})]],
      read('0.91', {}),
      read('0.80', { metric: 'IoU' }),
    );
    expect(shares['results P']).toEqual({ part: 1, whole: 1 });
  });

  it('rejects a line with one wrong field, or with a number that nobody labelled', () => {
    const { shares } = score([[label('0.91', {})]], read('0.91', { role: 'baseline' }), read('0.80', {}));
    expect(shares['lines with nothing wrong']).toEqual({ part: 0, whole: 2 });
    expect(shares['results P']).toEqual({ part: 1, whole: 2 });
  });
});

describe('scoreReading on tasks', () => {
  const heart = {
    id: 'heart',
    facet: 'anatomy',
    label: 'Heart',
    forms: ['coronary'],
    definition: '',
  } as const;
  const segmentation = {
    id: 'segmentation',
    facet: 'task',
    label: 'Image segmentation',
    forms: ['segmentation'],
    definition: '',
  } as const;
  const span = { start: 0, end: 1, text: 'title' } as const;

  it('asks for the first label by its name, and counts a wider label of the paper apart', () => {
    const paper = { ...goldOf([]), tasks: ['coronary artery segmentation', 'image segmentation'] };
    const reading = {
      ...readingOf([]),
      tags: [
        { id: 'segmentation', span },
        { id: 'heart', span },
      ],
    };
    const { shares } = scoreReading(paper, reading, [heart, segmentation]);
    expect(shares['main task']).toEqual({ part: 0, whole: 1 });
    expect(shares['any labelled task']).toEqual({ part: 1, whole: 1 });
    const { shares: none } = scoreReading(paper, readingOf([]), [heart, segmentation]);
    expect(none['any labelled task']).toEqual({ part: 0, whole: 1 });
  });
});

describe('interval', () => {
  const shares = Array.from({ length: 40 }, (_, index) => ({ part: index % 2, whole: 1 }));

  it('contains the share, and is the same in every run', () => {
    const [low, high] = interval(shares);
    expect(low).toBeLessThan(shareOf(shares));
    expect(high).toBeGreaterThan(shareOf(shares));
    expect(interval(shares)).toEqual([low, high]);
  });
});
