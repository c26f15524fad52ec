import { expect, test } from 'vitest';
import { asGoldTable, readOwnLabels } from '@/lib/cli/bench/tables-labels';

const LABELS = readOwnLabels();

test('each of our table labels belongs to one table, and each labelled cell to one position', () => {
  expect(new Set(LABELS.map(({ page, table }) => `${page} ${table}`)).size).toBe(LABELS.length);
  for (const { page, table, cells } of LABELS)
    expect(new Set(cells.map(({ row, column }) => `${row},${column}`)).size, `${page} ${table}`).toBe(
      cells.length,
    );
});

test('our table labels name the best of each comparison by its numbers', () => {
  const scored = LABELS.flatMap((label) => asGoldTable(label) ?? []);
  expect(scored.length).toBeGreaterThanOrEqual(20);
  for (const { page, tableId, cells } of scored)
    for (const group of Map.groupBy(
      cells.filter(({ isBest }) => isBest !== null),
      ({ dataset, metric }) => `${dataset} ${metric}`,
    ).values())
      expect(
        group.some(({ isBest }) => isBest === true),
        `${page} ${tableId}`,
      ).toBe(true);
});
