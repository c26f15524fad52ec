import { useState } from 'react';
import type { ReadTable } from '@/lib/domain/tables';
import { sortRows, type RowOrder } from '@/lib/domain/tables/sort';
import type { GridCell } from '@/lib/domain/tables/grid';
import { t } from '../hooks/texts';
import { Icon } from '../shared/Icon';
import type { CellSource } from './TableCard';

/** How far a header cell reaches to the right, within its own row. */
const widthOf = (row: readonly GridCell[], column: number): number => {
  let end = column + 1;
  while (row[end] === row[column]) end += 1;
  return end - column;
};

function HeaderRows({
  table: { body },
  order,
  onSort,
}: {
  readonly table: ReadTable;
  readonly order: RowOrder | undefined;
  readonly onSort: (column: number) => void;
}) {
  const { grid, headerRows } = body;
  return (
    <thead>
      {grid.slice(0, headerRows).map((row, at) => (
        <tr key={at}>
          {row.map((cell, column) => {
            if (cell === row[column - 1]) return null;
            const isLast = at === headerRows - 1;
            const isSorted = isLast && order?.column === column;
            return (
              <th
                key={column}
                scope="col"
                colSpan={widthOf(row, column)}
                aria-sort={isSorted ? (order.isDescending ? 'descending' : 'ascending') : undefined}
              >
                {isLast ? (
                  <button
                    type="button"
                    className="table-sort"
                    title={t('tables_sort')}
                    onClick={() => onSort(column)}
                  >
                    {cell.text || '–'}
                    {isSorted ? <Icon name={order.isDescending ? 'down' : 'up'} /> : null}
                  </button>
                ) : (
                  // A header that reaches down to the columns' own is written there.
                  cell !== grid[headerRows - 1]?.[column] && cell.text
                )}
              </th>
            );
          })}
        </tr>
      ))}
    </thead>
  );
}

/** The table as the page has it, own rows marked, sorted by any column; a number leads to its cell. */
export function TableView({
  table,
  label,
  onShow,
}: {
  readonly table: ReadTable;
  readonly label: string;
  readonly onShow: (cell: CellSource | undefined) => void;
}) {
  const [order, setOrder] = useState<RowOrder>();
  const { body, results } = table;
  const own = new Set(results.flatMap(({ isOwn, row, column }) => (isOwn ? [`${row} ${column}`] : [])));
  const ownRows = new Set(results.flatMap(({ isOwn, row }) => (isOwn ? [row] : [])));
  const best = new Set(results.flatMap(({ isBest, row, column }) => (isBest ? [`${row} ${column}`] : [])));
  const numbers = new Set(results.map(({ row, column }) => `${row} ${column}`));
  // The first click puts the largest first, the second the smallest, the third the page's own order.
  const sort = (column: number) =>
    setOrder((old) => {
      if (old?.column !== column) return { column, isDescending: true };
      return old.isDescending ? { column, isDescending: false } : undefined;
    });
  return (
    // A wide table scrolls in its own place; by keyboard too.
    <div className="table-view" role="region" aria-label={t('tables_wholeOf', label)} tabIndex={0}>
      <table>
        <HeaderRows table={table} order={order} onSort={sort} />
        <tbody>
          {sortRows(body, order).map((row) => (
            <tr key={row}>
              {(body.grid[row] ?? []).map((cell, column) => {
                const place = `${row} ${column}`;
                const isHeader = column < body.headerColumns;
                const isOwn = isHeader ? table.systems === 'rows' && ownRows.has(row) : own.has(place);
                const Cell = isHeader ? 'th' : 'td';
                return (
                  <Cell
                    key={place}
                    scope={isHeader ? 'row' : undefined}
                    className={isOwn ? 'table-own' : undefined}
                    data-best={best.has(place) || undefined}
                  >
                    {numbers.has(place) ? (
                      <button type="button" title={t('results_show')} onClick={() => onShow(cell.source)}>
                        {cell.text}
                      </button>
                    ) : (
                      cell.text
                    )}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
