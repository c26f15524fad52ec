import { expect, test } from 'vitest';
import { asGoldTable, readOwnLabels } from '@/lib/cli/bench/tables-labels';
import { readLatexTables, sourceOf } from '@/lib/cli/bench/tables-latex';
import { takeSaid, tellSaid } from '@/lib/cli/bench/tables-said';
import { layOut } from '@/lib/domain/tables/grid';

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

/** The numbers printed in a cell; a power ("9.3×10⁵") as what it means. */
function numbersIn(text: string): readonly number[] {
  const plain = text.replaceAll('−', '-').replaceAll(',', '');
  const numbers = [...plain.matchAll(/[+-]?\d*\.?\d+/g)].map(Number);
  const [first] = numbers;
  return first !== undefined && plain.includes('×10⁵') ? [...numbers, Math.round(first * 100_000)] : numbers;
}

test('each labelled cell of the fresh tables stands in its table, with its value', () => {
  const tables = readLatexTables('fresh');
  expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
  for (const table of tables) {
    const grid = layOut(sourceOf(table).rows);
    if (typeof grid === 'string') throw new Error(`${table.id}: ${grid}`);
    for (const [row, column, value, system, metric, data] of table.cells) {
      expect(numbersIn(grid[row]?.[column]?.text ?? ''), `${table.id} ${row},${column}`).toContain(value);
      const { systems, metrics, data: datasets } = table.names;
      expect(
        [systems[system], metrics[metric], datasets[data]],
        `${table.id} ${row},${column}`,
      ).not.toContain(undefined);
    }
    expect(table.cells.length > 0, `${table.id} is a result table`).toBe(table.isResult);
  }
});

test('what a text says of a table is told again as the same facts', () => {
  const cells = ['LumNet', 'Walker', 'Fjord', 'Brook', 'SR', '0.71'];
  const text =
    'LumNet outperforms Walker on the Fjord dataset. We report the success rate (SR) of all. Brook is left out.';
  const said = takeSaid([text], cells);
  expect(said).toEqual({
    systems: ['LumNet', 'Walker'],
    others: ['Fjord'],
    metric: 'success rate',
    meanings: [['SR', 'success rate']],
  });
  expect(takeSaid([tellSaid(said)], cells)).toEqual(said);
});

test('a short form of a metric does not tell of what is measured', () => {
  const said = takeSaid(['EER denotes equal error rate, FAR the false accept rate.'], ['EER', 'LumNet']);
  expect(said).toEqual({ systems: [], others: [], meanings: [['EER', 'equal error rate']] });
  expect(takeSaid([tellSaid(said)], ['EER', 'LumNet'])).toEqual(said);
});
