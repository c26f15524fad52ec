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
  it('counts a name that is said and right for precision and recall', () => {
    const { shares } = score([[label('0.91', { data: 'BTCV' })]], read('0.91', { data: 'the BTCV dataset' }));
    expect(shares).toMatchObject({
      'data P': { part: 1, whole: 1 },
      'data R': { part: 1, whole: 1 },
      'lines with nothing wrong': { part: 1, whole: 1 },
    });
  });

  it('lets a line be right that leaves a name unsaid, and counts the name as missed', () => {
    const { shares, misses } = score([[label('0.91', { data: 'BTCV' })]], read('0.91', {}));
    expect(shares['data P']).toBeUndefined();
    expect(shares['data R']).toEqual({ part: 0, whole: 1 });
    expect(shares['lines with nothing wrong']).toEqual({ part: 1, whole: 1 });
    expect(misses.map(({ kind }) => kind)).toEqual(['data missed', 'system missed']);
  });

  it('takes a name of the alternatives where the label itself is empty', () => {
    const { shares } = score([[label('0.91', { dataAlt: ['BTCV'] })]], read('0.91', { data: 'BTCV' }));
    expect(shares['data P']).toEqual({ part: 1, whole: 1 });
    expect(shares['data R']).toBeUndefined();
  });

  it('does not ask for a name where the label says that none is right as well', () => {
    const { shares } = score([[label('0.91', { data: 'BTCV', dataOptional: true })]], read('0.91', {}));
    expect(shares['data R']).toBeUndefined();
  });

  it('counts neither for nor against what only one labelling had', () => {
    const { shares } = score(
      [[label('0.91', {})], [label('0.80', {})]],
      read('0.91', {}),
      read('0.80', { metric: 'IoU' }),
    );
    expect(shares['results P']).toEqual({ part: 1, whole: 1 });
  });

  it('calls a line wrong for one wrong field, and for a number that nobody labelled', () => {
    const { shares } = score([[label('0.91', {})]], read('0.91', { role: 'baseline' }), read('0.80', {}));
    expect(shares['lines with nothing wrong']).toEqual({ part: 0, whole: 2 });
    expect(shares['results P']).toEqual({ part: 1, whole: 2 });
  });
});

describe('interval', () => {
  const shares = Array.from({ length: 40 }, (_, index) => ({ part: index % 2, whole: 1 }));

  it('lies about the share, and is the same at every run', () => {
    const [low, high] = interval(shares);
    expect(low).toBeLessThan(shareOf(shares));
    expect(high).toBeGreaterThan(shareOf(shares));
    expect(interval(shares)).toEqual([low, high]);
  });
});
