import { expect, test } from 'vitest';
import { readTables } from '@/lib/domain/tables';
import { MOST_KEPT } from '@/lib/domain/tables/most-kept';
import { keptResults } from '@/lib/domain/tables/saved-results';
import { tableOf } from '../../../fixtures/tables';

const LAMPS = tableOf(
  'Table 1: Dice on kidneys.',
  `Model<r2> | Dice ↑<c2> | Latency (ms)<r2>
   BTCV | KiTS
   ---
   Alpha@ | 70.5 | 60.1 | 12
   Beta@ | 80.5 | – | 9
   Ours | 79.0 | 65.0 | 10`,
  { number: '1' },
);

test('a paper’s own numbers in tables are stored with the best of the others, if metric and data are known', () => {
  const kept = keptResults(readTables([LAMPS], { title: '', abstract: '' }));
  expect(
    kept.map(({ metric, data, value, role, system, anchor }) => [metric, data, value, role, system, anchor]),
  ).toEqual([
    ['Dice', 'BTCV', '79.0', 'own', 'Ours', '1'],
    ['Dice', 'BTCV', '80.5', 'baseline', 'Beta', '1'],
    ['Dice', 'KiTS', '65.0', 'own', 'Ours', '1'],
    ['Dice', 'KiTS', '60.1', 'baseline', 'Alpha', '1'],
  ]);
});

test('numbers of many tables are stored only up to the limit of a record', () => {
  const tables = readTables(
    Array.from({ length: 80 }, () => LAMPS),
    { title: '', abstract: '' },
  );
  expect(keptResults(tables)).toHaveLength(MOST_KEPT);
  expect(keptResults([])).toEqual([]);
});
