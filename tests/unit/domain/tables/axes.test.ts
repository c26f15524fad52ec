/** Where the systems of a table stand, told by its numbers and by all its headers together. */
import { describe, expect, test } from 'vitest';
import { findAxes } from '@/lib/domain/tables/axes';
import { placesOf, compareLevel } from '@/lib/domain/tables/axes/numbers';
import { LEVEL_TESTS } from '@/lib/domain/tables/axes/tests';
import { sharesOf } from '@/lib/domain/tables/axes/traits';
import weights from '@/lib/domain/tables/axes/weights.json';
import { findBody } from '@/lib/domain/tables/body';
import { layOut } from '@/lib/domain/tables/grid';
import { bodyColumns, bodyRows } from '@/lib/domain/tables/levels';
import { findOwnSystems } from '@/lib/domain/tables/own';
import { tableOf } from '@/tests/fixtures/tables';

const NOBODY = findOwnSystems({ title: '', abstract: '' });

const bodyOf = (written: string): ReturnType<typeof findBody> => {
  const grid = layOut(tableOf('', written).rows);
  if (typeof grid === 'string') throw new Error(grid);
  return findBody(grid, false);
};
const axesOf = (written: string, caption = ''): string => {
  const { systems, level } = findAxes(bodyOf(written), NOBODY, caption);
  return `${systems} ${level}`;
};

describe('systems', () => {
  test.each([
    {
      what: 'stand below metrics where the same names repeat below each of these',
      written: `Town | MAE ↓<c2> | RMSE ↓<c2>
        | Tallow | Wick | Tallow | Wick
        ---
        Ardel | 0.408 | **0.371** | 0.660 | **0.612**
        Borin | 0.274 | **0.249** | 0.504 | **0.473**
        Cassel | 0.209 | **0.188** | 0.407 | **0.377**`,
      axes: 'columns 1',
    },
    {
      what: 'stand in rows beside metrics of different sizes',
      written: `Candle | Height | Weight ↓ | Recall
        ---
        Tallow | 0.91 | 1203 | 44.1
        Wick | 0.88 | 1190 | 41.7
        Snuff | 0.93 | 1250 | 47.0`,
      axes: 'rows 0',
    },
    {
      what: 'stand beside letters that are metrics together',
      written: `Wax | P | R | F1 | AP50 | AP50:95
        ---
        Fine | 0.237 | 0.167 | 0.168 | 0.103 | 0.082
        Coarse | 0.301 | 0.220 | 0.242 | 0.156 | 0.114
        Mixed | 0.765 | 0.487 | 0.594 | 0.566 | 0.403`,
      axes: 'rows 0',
    },
    {
      what: 'are never a name that all rows share, nor metrics beside other names',
      written: `Year | Lamp | FID ↓ | IS ↑
        ---
        2020 | Tallow | 12.5 | 90.7
        2020 | Wick | 11.9 | 92.9
        2020 | Snuff | 10.3 | 99.1`,
      axes: 'rows 1',
    },
    {
      what: 'stand above metrics over rows of mere amounts',
      written: `Candles | Tallow<c2> | Wick<c2>
        | Throughput | Speedup | Throughput | Speedup
        ---
        100 | 109.6 | 1.34 | 110.0 | 1.35
        200 | 140.9 | 1.16 | 135.6 | 1.12
        500 | 165.3 | 1.24 | 178.1 | 1.34`,
      axes: 'columns 0',
    },
    {
      what: 'are names that only look like metrics where the corner says that these are below it',
      written: `Evaluation metric | DiCE random | DiCE genetic | DiCE tree
        ---
        Validity (%) | 92.5 | **98.0** | 94.2
        Proximity | 1.42 | **0.85** | 1.12
        Sparsity | 3.1 | **2.1** | 2.8`,
      axes: 'columns 0',
    },
  ])('$what', ({ written, axes }) => {
    expect(axesOf(written)).toBe(axes);
  });

  test('may be metrics if the caption compares these with people', () => {
    const written = `Metric | en | fr
      ---
      BLEU | .970 | .971
      chrF | .990 | .999`;
    expect(axesOf(written, 'Correlation with human judgments.')).toBe('rows 0');
  });
});

test('numbers that differ only in one header are compared: how far apart they are, and whether one is bold', () => {
  const body = bodyOf(`Lamp | Glow | Ash
    ---
    Tallow | 10 | 1000
    Wick | **20** | **2000**`);
  const [rows, columns] = [bodyRows(body), bodyColumns(body)];
  const places = placesOf(body, rows, columns);
  const ofRows = compareLevel(places, body, 'rows', 0, rows);
  const ofColumns = compareLevel(places, body, 'columns', 0, columns);
  expect(ofRows.spread).toBeLessThan(ofColumns.spread ?? 0);
  expect([ofRows.oneBold, ofColumns.oneBold]).toEqual([0.5, 0]);
});

test('a percent sign alone makes no metric of a header, and shares count each trait', () => {
  const shares = sharesOf(['Base (%)', 'Selected (%)', 'Recall']);
  expect(shares.get('metric')).toBeCloseTo(1 / 3);
  expect(shares.get('arrow')).toBeUndefined();
});

test('each test has its weight', () => {
  expect(weights).toHaveLength(LEVEL_TESTS.length);
});
